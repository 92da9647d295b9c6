package reports

import (
	"fmt"
	"strconv"

	"stance/datasets"
)

// Headline returns what the agreement is judged by, in one line.
func (r *Agreement) Headline() string {
	return fmt.Sprintf("%s: %d coders, Krippendorff's alpha %s on %d units in %d groups",
		r.Task, len(r.Coders), r.Overall.Alpha.both(), r.Sampling.Units, r.Sampling.Groups)
}

// Tables returns the agreement for reading: overall, by label, which labels came
// together, the coders, then by pair, if there are three coders, and by target, if
// any has units enough to stand alone.
func (r *Agreement) Tables() []Table {
	tables := []Table{r.overallTable(), r.labelTable(), r.togetherTable(), r.coderTable()}
	if len(r.ByPair) > 1 {
		tables = append(tables, r.pairTable())
	}
	if len(r.ByTarget) > 1 || len(r.ByTarget) == 1 && r.ByTarget[0].Pooled == 0 {
		tables = append(tables, r.targetTable())
	}
	return tables
}

func (r *Agreement) overallTable() Table {
	c := r.Overall
	t := Table{
		Name:   "overall",
		Title:  r.Headline(),
		Header: []string{"measure", "value", "95% interval"},
		Align:  []Align{Left, Right, Right},
		Notes:  append([]string{r.Signature}, r.Notes...),
	}
	cohen := "Cohen's kappa"
	if len(r.ByPair) > 1 {
		cohen += ", mean of the pairs"
	}
	percent := []string{"agreement %", "-", "-"}
	if c.Percent != nil {
		percent = []string{"agreement %", c.Percent.percent(), c.Percent.percentInterval()}
	}
	t.Rows = append(t.Rows, percent)
	for _, m := range []struct {
		name string
		e    *Estimate
	}{
		{"Krippendorff's alpha", c.Alpha},
		{"Krippendorff's alpha, ordinal", c.OrdinalAlpha},
		{cohen, c.Cohen},
		{"Fleiss' kappa", c.Fleiss},
		{"Gwet's AC1", c.AC1},
	} {
		t.Rows = append(t.Rows, []string{m.name, m.e.value(), m.e.interval()})
	}
	return t
}

func (r *Agreement) labelTable() Table {
	t := Table{
		Name:   "labels",
		Title:  "By label, against all others (agreement: of the others beside one who gave it, how many did, too)",
		Header: []string{"label", "given", "agreement %", "95% interval", "alpha", "95% interval", "kappa", "AC1"},
		Align:  []Align{Left, Right, Right, Right, Right, Right, Right, Right},
		Notes:  []string{"kappa is Fleiss'"},
	}
	for _, l := range r.ByLabel {
		t.Rows = append(t.Rows, []string{
			string(l.Label), strconv.Itoa(l.Given), l.Specific.percent(), l.Specific.percentInterval(),
			l.Alpha.value(), l.Alpha.interval(), l.Fleiss.value(), l.AC1.value(),
		})
	}
	return t
}

// togetherTable shows two coders' confusion, or the coincidences of more.
func (r *Agreement) togetherTable() Table {
	t := Table{Name: "together", Align: []Align{Left}}
	var cells [][]string
	if len(r.ByPair) == 1 {
		pair := r.ByPair[0]
		t.Title = "Labels given to the same units (rows = " + pair.Coders[0] + ", columns = " + pair.Coders[1] + ")"
		t.Header = []string{pair.Coders[0] + ` \ ` + pair.Coders[1]}
		cells = cellsOf(pair.Counts, strconv.Itoa)
	} else {
		t.Title = "Labels given to the same units (coincidences: a unit of m labels adds m)"
		t.Header = []string{"label"}
		cells = cellsOf(r.Together, func(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) })
	}
	for k, label := range r.Labels {
		t.Header, t.Align = append(t.Header, string(label)), append(t.Align, Right)
		t.Rows = append(t.Rows, append([]string{string(label)}, cells[k]...))
	}
	low, high := r.Scale[0], r.Scale[len(r.Scale)-1]
	t.Notes = []string{fmt.Sprintf("%s beside %s: %d of %d units (%s %%)", high, low,
		r.Sampling.Opposed, r.Sampling.Units, percent(r.Sampling.Opposed, r.Sampling.Units))}
	return t
}

func cellsOf[T any](rows [][]T, print func(T) string) [][]string {
	cells := make([][]string, len(rows))
	for i, row := range rows {
		for _, v := range row {
			cells[i] = append(cells[i], print(v))
		}
	}
	return cells
}

// coderTable shows how often each coder gave each label: who sees favor where
// nobody else does.
func (r *Agreement) coderTable() Table {
	t := Table{
		Name:   "coders",
		Title:  "By coder, on the units that another one labelled, too",
		Header: []string{"coder", "units"},
		Align:  []Align{Left, Right},
	}
	t.addLabels(r.Labels, "")
	t.addLabels(r.Labels, " %")
	for _, c := range r.Coders {
		row := []string{c.Name, strconv.Itoa(c.Units)}
		for _, n := range c.Given {
			row = append(row, strconv.Itoa(n))
		}
		for _, n := range c.Given {
			row = append(row, percent(n, c.Units))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// addLabels adds a column of numbers for each label.
func (t *Table) addLabels(labels []datasets.Label, suffix string) {
	for _, label := range labels {
		t.Header, t.Align = append(t.Header, string(label)+suffix), append(t.Align, Right)
	}
}

func (r *Agreement) pairTable() Table {
	t := Table{
		Name:   "pairs",
		Title:  "By coder pair, on the units that both labelled",
		Header: []string{"coder", "coder", "units", "agreement %", "kappa", "95% interval", "alpha", "ordinal", "AC1", "note"},
		Align:  []Align{Left, Left, Right, Right, Right, Right, Right, Right, Right, Left},
		Notes:  []string{"kappa is Cohen's"},
	}
	for _, p := range r.ByPair {
		t.Rows = append(t.Rows, []string{
			p.Coders[0], p.Coders[1], strconv.Itoa(p.Units), p.Percent.percent(), p.Cohen.value(), p.Cohen.interval(),
			p.Alpha.value(), p.OrdinalAlpha.value(), p.AC1.value(), few(p.Units),
		})
	}
	return t
}

func (r *Agreement) targetTable() Table {
	t := Table{
		Name:   "by target",
		Title:  "By target",
		Header: []string{"target", "units", "agreement %", "alpha", "95% interval", "ordinal", "AC1", "note"},
		Align:  []Align{Left, Right, Right, Right, Right, Right, Right, Left},
	}
	for _, s := range r.ByTarget {
		if s.Pooled > 0 {
			t.Title = fmt.Sprintf("By target (%d units or more; smaller ones pooled in the last row)", minSlice)
		}
		name := Slice{Name: s.Target, Pooled: s.Pooled}.title()
		t.Rows = append(t.Rows, []string{
			name, strconv.Itoa(s.Units), s.Percent.percent(), s.Alpha.value(), s.Alpha.interval(),
			s.OrdinalAlpha.value(), s.AC1.value(), few(s.Units),
		})
	}
	return t
}

// value prints an estimate without its interval, "-" where it is not defined.
func (e *Estimate) value() string {
	if e == nil {
		return "-"
	}
	return number(e.Value)
}

// interval prints the interval of an estimate, "-" where there is none.
func (e *Estimate) interval() string {
	if e == nil {
		return "-"
	}
	return e.Interval.String()
}

// both prints value and interval, or that there is no value.
func (e *Estimate) both() string {
	if e == nil {
		return "not defined"
	}
	return e.String()
}

// percent prints the value as a percentage with one decimal.
func (e *Estimate) percent() string {
	if e == nil {
		return "-"
	}
	return fmt.Sprintf("%.1f", 100*e.Value)
}

// percentInterval prints the interval of a percentage.
func (e *Estimate) percentInterval() string {
	if e == nil || e.Interval == nil {
		return "-"
	}
	return fmt.Sprintf("[%.1f, %.1f]", 100*e.Interval.Low, 100*e.Interval.High)
}
