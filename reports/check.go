package reports

import (
	"fmt"
	"slices"
	"strconv"

	"stance/datasets"
)

// CheckSchema is the version of a Check's JSON. Later versions only add keys.
const CheckSchema = 1

// The verdicts of a check.
const (
	verdictClean   = "clean"
	verdictFound   = "findings"
	verdictRefused = "refused" // train would refuse one of the files
)

// A Check is what was found in hand-labelled files, ready for encoding/json.
type Check struct {
	Schema  int    `json:"schema"`
	Version string `json:"version"` // of the program
	Verdict string `json:"verdict"`
	*datasets.Inspection
}

// NewCheck returns the report of an inspection.
func NewCheck(i *datasets.Inspection, version string) *Check {
	c := &Check{Schema: CheckSchema, Version: version, Verdict: verdictClean, Inspection: i}
	switch {
	case i.Refuses():
		c.Verdict = verdictRefused
	case len(i.Findings) > 0:
		c.Verdict = verdictFound
	}
	return c
}

// Tables returns the check for reading: findings, files, labels, and what leaks.
func (c *Check) Tables() []Table {
	tables := []Table{c.FindingsTable(), c.filesTable(), c.labelsTable()}
	if len(c.Leaks) > 0 {
		tables = append(tables, c.leaksTable())
	}
	return tables
}

// Headline counts the findings in one line.
func (c *Check) Headline() string {
	rows, by := 0, map[datasets.Severity]int{}
	for _, f := range c.Files {
		rows += f.Rows
	}
	for _, f := range c.Findings {
		by[f.Severity]++
	}
	return fmt.Sprintf("Check of %s with %s: %s, %s, %s", counted(len(c.Files), "file"), counted(rows, "row"),
		counted(by[datasets.Refused], "error"), counted(by[datasets.Warning], "warning"), counted(by[datasets.Remark], "note"))
}

// FindingsTable shows the findings, the severest first, and what to do below.
func (c *Check) FindingsTable() Table {
	t := Table{Name: "check", Title: c.Headline()}
	if len(c.Findings) == 0 {
		return t
	}
	t.Header = []string{"severity", "finding", "rows", "%", "first", "example"}
	t.Align = []Align{Left, Left, Right, Right, Left, Left}
	for _, f := range c.bySeverity() {
		rows := "file"
		if f.Rows > 0 {
			rows = strconv.Itoa(f.Rows)
		}
		t.Rows = append(t.Rows, []string{string(f.Severity), f.Code, rows, c.share(f), place(f.File, f.First.Line), example(f.First)})
		if note := f.Code + ": " + f.What + "; " + f.Remedy; !slices.Contains(t.Notes, note) {
			t.Notes = append(t.Notes, note)
		}
	}
	return t
}

// bySeverity returns the findings with errors first and notes last.
func (c *Check) bySeverity() []datasets.Finding {
	order := []datasets.Severity{datasets.Refused, datasets.Warning, datasets.Remark}
	sorted := slices.Clone(c.Findings)
	slices.SortStableFunc(sorted, func(a, b datasets.Finding) int {
		return slices.Index(order, a.Severity) - slices.Index(order, b.Severity)
	})
	return sorted
}

// share returns the rows of a finding in per cent of the file's.
func (c *Check) share(f datasets.Finding) string {
	for _, file := range c.Files {
		if file.Name == f.File && f.Rows > 0 {
			return percent(f.Rows, file.Rows)
		}
	}
	return ""
}

// place returns file:line, or the file alone.
func place(file string, line int) string {
	if line == 0 {
		return file
	}
	return fmt.Sprintf("%s:%d", file, line)
}

// example shows the first concern: what it says, else the row it points to, else the text.
func example(c datasets.Concern) string {
	switch {
	case c.With != "" && c.Detail != "":
		return c.With + " " + c.Detail
	case c.With != "":
		return c.With + " " + c.Text
	case c.Detail != "":
		return c.Detail
	}
	return c.Text
}

func (c *Check) filesTable() Table {
	t := Table{
		Name:   "files",
		Title:  "Files (texts: different ones when folded; words: of a text)",
		Header: []string{"file", "rows", "refused", "texts", "articles", "median words", "most words", "sha256"},
		Align:  []Align{Left, Right, Right, Right, Right, Right, Right, Left},
	}
	for _, f := range c.Files {
		articles := "-"
		if f.Articles > 0 {
			articles = strconv.Itoa(f.Articles)
		}
		t.Rows = append(t.Rows, []string{f.Name, strconv.Itoa(f.Rows), strconv.Itoa(f.Refused), strconv.Itoa(f.Texts), articles,
			strconv.Itoa(f.Median), strconv.Itoa(f.Longest), fmt.Sprintf("%.8s", f.SHA256)})
	}
	return t
}

func (c *Check) labelsTable() Table {
	t := Table{
		Name:   "labels",
		Title:  "Labels",
		Header: []string{"file", "task", "label", "rows", "%"},
		Align:  []Align{Left, Left, Left, Right, Right},
	}
	for _, f := range c.Files {
		for _, l := range f.Labels {
			t.Rows = append(t.Rows, []string{f.Name, l.Task, string(l.Label), strconv.Itoa(l.Rows), percent(l.Rows, l.Of)})
		}
	}
	return t
}

func (c *Check) leaksTable() Table {
	t := Table{
		Name:   "leaks",
		Title:  "Leaks between the files",
		Header: []string{"of", "stands in", "counted", "all", "exact", "same label", "other", "near", "%"},
		Align:  []Align{Left, Left, Left, Right, Right, Right, Right, Right, Right},
		Notes: []string{"exact: the same text when folded, of these with the same pair and label, or with the same pair and another label; near: a near copy",
			"a text that stands in several earlier files counts for the first of them"},
	}
	for _, l := range c.Leaks {
		for _, counted := range []struct {
			name string
			datasets.Leaked
		}{{"rows", l.Rows}, {"texts", l.Texts}} {
			t.Rows = append(t.Rows, []string{l.File, l.In, counted.name, strconv.Itoa(counted.All), strconv.Itoa(counted.Exact),
				strconv.Itoa(counted.SameLabel), strconv.Itoa(counted.OtherLabel), strconv.Itoa(counted.Near),
				percent(counted.Exact+counted.Near, counted.All)})
		}
	}
	return t
}

// RowsTable lists every row concerned, in the order of the findings.
func (c *Check) RowsTable() Table {
	t := Table{Name: "rows", Header: []string{"file", "line", "severity", "finding", "id", "detail", "with", "text"}}
	for _, f := range c.Findings {
		for _, row := range f.Concerns {
			line := ""
			if row.Line > 0 {
				line = strconv.Itoa(row.Line)
			}
			t.Rows = append(t.Rows, []string{f.File, line, string(f.Severity), f.Code, row.ID, row.Detail, row.With, row.Text})
		}
	}
	return t
}
