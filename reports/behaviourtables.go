package reports

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Tables returns the report for reading: a row for each test, then the first failure
// of each; if full, also a row for each template.
func (r *BehaviourReport) Tables(full bool) []Table {
	tables := []Table{r.testTable()}
	if r.Failures > 0 {
		tables = append(tables, r.firstFailures())
	}
	if full {
		tables = append(tables, r.templateList())
	}
	return tables
}

// testTable has a row for each test, and one for all.
func (r *BehaviourReport) testTable() Table {
	t := Table{
		Name: "tests",
		Title: fmt.Sprintf("Behaviour tests: %d of %s fail, %s %% %s", r.Failures, counted(r.Cases, "case"),
			percent(r.Failures, r.Cases), inPercent(r.Share.Interval)),
		Header: []string{"test", "kind", "templates", "cases", "fail", "fail %", "95% interval"},
		Align:  []Align{Left, Left, Right, Right, Right, Right, Right},
		Notes:  append(r.notes(), r.Signature),
	}
	add := func(name, kind string, f Failing) {
		t.Rows = append(t.Rows, []string{name, kind, strconv.Itoa(f.Templates), strconv.Itoa(f.Cases),
			strconv.Itoa(f.Failures), percent(f.Failures, f.Cases), inPercent(f.Share.Interval)})
	}
	for _, b := range r.Tests {
		add(b.Name, strings.Join(b.Kinds, " "), b.Failing)
	}
	add("all", "", r.Failing)
	return t
}

// notes says how to read the table.
func (r *BehaviourReport) notes() []string {
	notes := []string{
		"MFT: the label expected; INV: the same label for both texts; DIR: the second text differs as expected",
		"interval: Wilson, with templates as trials (the cases of a template share its words)",
	}
	if r.Early > 0 {
		notes = append(notes, fmt.Sprintf("DIR: %s with the wrong label on the first text already", counted(r.Early, "failure")))
	}
	if r.Alike > 0 {
		notes = append(notes, fmt.Sprintf("INV: %s with the same wrong label for both texts", passes(r.Alike)))
	}
	return notes
}

func passes(n int) string {
	if n == 1 {
		return "1 pass"
	}
	return fmt.Sprintf("%d passes", n)
}

// firstFailures lists the first failing case of each test.
func (r *BehaviourReport) firstFailures() Table {
	t := Table{Name: "first failures", Title: "First failure of each test (source > target: label and its probability)"}
	for _, b := range r.Tests {
		if b.FirstFailure != nil {
			t.Notes = append(t.Notes, b.Name+": "+b.FirstFailure.String())
		}
	}
	return t
}

// templateList lists every template in full, which a table on a screen would cut.
func (r *BehaviourReport) templateList() Table {
	t := Table{Name: "templates", Title: "By template (failed/cases, where it stands; got: cases by label, of both texts where there are two)"}
	for _, b := range r.Tests {
		t.Notes = append(t.Notes, b.Name)
		for i := range b.ByTemplate {
			t.Notes = append(t.Notes, "  "+b.ByTemplate[i].String())
		}
	}
	return t
}

// String returns the template in one line.
func (b *BehaviourTemplate) String() string {
	p := b.Pattern
	line := fmt.Sprintf("%2d/%d %s %s %s", b.Failures, b.Cases, b.place(), p.Kind, p.First.asked())
	if p.Second != nil {
		line += " -> " + p.Second.after(p.First)
	}
	return fmt.Sprintf("%s: wanted %s; got %s", line, p.wanted(), b.got())
}

// TemplateTable returns a row for each template, for media that do not cut cells.
func (r *BehaviourReport) TemplateTable() Table {
	t := Table{
		Name:   "templates",
		Title:  "By template (got: cases by label, of both texts where there are two)",
		Header: []string{"place", "test", "kind", "fail", "cases", "expect", "got", "text", "source", "target", "text2", "source2", "target2"},
	}
	for _, b := range r.Tests {
		for i := range b.ByTemplate {
			t.Rows = append(t.Rows, append([]string{b.ByTemplate[i].place(), b.Name}, b.ByTemplate[i].cells()...))
		}
	}
	return t
}

// place returns where a template stands.
func (b *BehaviourTemplate) place() string { return fmt.Sprintf("%s:%d", b.Suite, b.Line) }

func (b *BehaviourTemplate) cells() []string {
	p, second := b.Pattern, BehaviourText{}
	if p.Second != nil {
		second = *p.Second
	}
	return []string{p.Kind, strconv.Itoa(b.Failures), strconv.Itoa(b.Cases), p.wanted(), b.got(),
		p.First.Text, p.First.Source, p.First.Target, second.Text, second.Source, second.Target}
}

// got returns the counts of labels, the most frequent first.
func (b *BehaviourTemplate) got() string {
	names := slices.Sorted(maps.Keys(b.Got))
	slices.SortStableFunc(names, func(x, y string) int { return b.Got[y] - b.Got[x] })
	for i, name := range names {
		names[i] = fmt.Sprintf("%d %s", b.Got[name], name)
	}
	return strings.Join(names, "; ")
}

// inPercent returns an interval of shares as "[7.6, 26.3]".
func inPercent(i *Interval) string {
	if i == nil {
		return "-"
	}
	return fmt.Sprintf("[%.1f, %.1f]", 100*i.Low, 100*i.High)
}

// FailureTable lists every failed case.
func FailureTable(cases []Checked) Table {
	t := Table{Name: "failures", Header: []string{"suite", "line", "test", "kind",
		"text", "source", "target", "expect", "predicted", "p_favor", "p_against", "p_none",
		"text2", "source2", "target2", "expect2", "predicted2", "p_favor2", "p_against2", "p_none2"}}
	for i := range cases {
		c := &cases[i]
		if c.passes() {
			continue
		}
		b := c.outcome()
		row := append([]string{c.Template.File, strconv.Itoa(c.Template.Line), c.Template.Test, c.Template.Kind}, b.First.cells()...)
		if b.Second != nil {
			row = append(row, b.Second.cells()...)
		} else {
			row = append(row, make([]string, 8)...)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// cells are the columns of one text in the table of failures.
func (t BehaviourText) cells() []string {
	cells := make([]string, 8)
	copy(cells, []string{t.Text, t.Source, t.Target, t.Expect.String(), string(t.Predicted)})
	for k, p := range t.Probabilities {
		cells[5+k] = number(p)
	}
	return cells
}
