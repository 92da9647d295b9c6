package reports

import (
	"fmt"
	"strconv"

	"stance/datasets"
)

// Tables returns the comparison for reading: the metrics, then who is right.
func (r *Contrast) Tables() []Table { return []Table{r.metricTable(), r.rightWrongTable()} }

// Title returns the comparison in one line.
func (r *Contrast) Title() string {
	x := r.Headline()
	return fmt.Sprintf("%s: %s of B %s, of A %s, on %s in %s: %s",
		r.Task, x.Metric, number(x.B.Value), number(x.A.Value),
		counted(r.Sampling.Rows, "row"), counted(r.Sampling.Groups, "group"), x.Verdict)
}

func (r *Contrast) metricTable() Table {
	t := Table{
		Name:   "compare",
		Title:  r.Title(),
		Header: []string{"metric", "A", "B", "B - A", "95% interval", "p", "p Holm", "verdict"},
		Align:  []Align{Left, Right, Right, Right, Right, Right, Right, Left},
		Notes:  append([]string{fmt.Sprintf("A = %s, B = %s", r.A, r.B), r.Signature}, r.Notes...),
	}
	for _, x := range r.Metrics {
		row := []string{x.Metric, "-", "-", "-", "-", "-", "-", x.Verdict}
		if !x.Absent {
			row = []string{x.Metric, number(x.A.Value), number(x.B.Value), signed(x.Difference.Value),
				x.Difference.Interval.signed(), pValue(x.P), pValue(x.Holm), x.Verdict}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (r *Contrast) rightWrongTable() Table {
	n := r.RightWrong
	row := func(name string, right, wrong int) []string {
		return []string{name, strconv.Itoa(right), strconv.Itoa(wrong), strconv.Itoa(right + wrong)}
	}
	return Table{
		Name:   "right wrong",
		Title:  "Right and wrong (rows = A, columns = B)",
		Header: []string{`A \ B`, "right", "wrong", "total"},
		Align:  []Align{Left, Right, Right, Right},
		Rows: [][]string{
			row("right", n.Both, n.OnlyA),
			row("wrong", n.OnlyB, n.Neither),
			row("total", n.Both+n.OnlyB, n.OnlyA+n.Neither),
		},
		Notes: []string{
			fmt.Sprintf("only B right %d, only A right %d: exact McNemar p %s (by row: it takes rows of one article for independent)",
				n.OnlyB, n.OnlyA, pValue(&n.P)),
			fmt.Sprintf("the predictions differ in %s of %d, in %s of %d",
				counted(r.Changed.Rows, "row"), r.Sampling.Rows, counted(r.Changed.Groups, "group"), r.Sampling.Groups),
		},
	}
}

// ContrastTable returns the metrics of several comparisons in full precision, for a
// CSV file; what is not known is an empty cell.
func ContrastTable(all []*Contrast) Table {
	t := Table{Header: []string{"task", "metric", "a", "a_low", "a_high", "b", "b_low", "b_high",
		"difference", "low", "high", "movers", "p", "p_holm", "verdict"}}
	for _, r := range all {
		for _, x := range r.Metrics {
			row := []string{r.Task, x.Metric}
			for _, e := range []Estimate{x.A, x.B, x.Difference} {
				row = append(row, e.cells(x.Absent)...)
			}
			t.Rows = append(t.Rows, append(row, strconv.Itoa(x.Movers), exact(x.P), exact(x.Holm), x.Verdict))
		}
	}
	return t
}

// cells returns value, low and high in full precision.
func (e Estimate) cells(absent bool) []string {
	switch {
	case absent:
		return []string{"", "", ""}
	case e.Interval == nil:
		return []string{exact(&e.Value), "", ""}
	}
	return []string{exact(&e.Value), exact(&e.Interval.Low), exact(&e.Interval.High)}
}

func exact(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'g', -1, 64)
}

// ChangedTable returns a table with the statements for which A and B predicted
// another label, and which of them is right.
func ChangedTable(t datasets.Task, pairs []datasets.Pair) Table {
	table := Table{Name: "changed", Header: []string{"id", "task", "gold", "a", "b", "right", "doc_id", "source", "target", "text"}}
	for i := range pairs {
		p := &pairs[i]
		if p.A == p.B {
			continue
		}
		right := "neither"
		switch p.Gold {
		case p.A:
			right = "A"
		case p.B:
			right = "B"
		}
		table.Rows = append(table.Rows, []string{p.ID, t.Name, string(p.Gold), string(p.A), string(p.B), right,
			p.Article, p.Source, p.Target, p.Text})
	}
	return table
}
