package reports

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

const (
	minSlice = 10 // rows a slice needs to stand alone
	minMany  = 30 // rows below which a number is called "few"
)

// A Breakdown scores the statements by the value of a column.
type Breakdown struct {
	Column string    `json:"column"`
	Mean   *Estimate `json:"mean"`   // of the headlines of the slices not pooled that have gold of its labels; nil without any
	Slices []Slice   `json:"slices"` // by rows descending, then name; pooled ones last
}

// A Slice is the statements that share a value, or all those whose value has
// fewer than 10 rows, pooled.
type Slice struct {
	Name     string   `json:"name"`
	Pooled   int      `json:"pooled"` // values pooled here; 0 = the slice is one value
	Rows     int      `json:"rows"`
	Groups   int      `json:"groups"`
	Gold     []int    `json:"gold"` // rows by gold label
	Headline Estimate `json:"headline"`
	Accuracy Estimate `json:"accuracy"`
}

// A breakdown is a Breakdown before its intervals are known.
type breakdown struct {
	column string
	cuts   []cut
	parts  []*part // beside cuts
	alone  []*part // those that the mean is of
	groups int     // groups in alone
}

// A cut is the rows of one slice.
type cut struct {
	name   string
	pooled int
	rows   []int
}

// addBreakdowns adds the slices by target, where targets are given, by the columns
// asked for, and by source, where sources are given. No column stands twice.
func (e *evaluation) addBreakdowns() {
	columns := []string{}
	add := func(column string, value func(*Outcome) string) {
		named := func(name string) bool { return strings.EqualFold(name, column) }
		if !slices.ContainsFunc(columns, named) {
			columns = append(columns, column)
			e.addBreakdown(column, value)
		}
	}
	if slices.ContainsFunc(e.outcomes, func(o Outcome) bool { return o.Target != "" }) {
		add("target", func(o *Outcome) string { return o.Target })
	}
	for i, column := range e.options.By {
		add(column, func(o *Outcome) string { return o.By[i] })
	}
	if slices.ContainsFunc(e.outcomes, func(o Outcome) bool { return o.Source != "" }) {
		add("source", func(o *Outcome) string { return o.Source })
	}
}

func (e *evaluation) addBreakdown(column string, value func(*Outcome) string) {
	b := breakdown{column: column, cuts: cutBy(e.outcomes, value)}
	var rows []int
	for _, c := range b.cuts {
		p := e.add(append(sliceMeasures(), (*Confusion).knownHeadline), c.rows, e.predicted)
		b.parts = append(b.parts, p)
		if c.pooled == 0 && p.confusion.hasHeadline() {
			b.alone = append(b.alone, p)
			rows = append(rows, c.rows...)
		}
	}
	b.groups = e.groupsOf(rows)
	e.breakdowns = append(e.breakdowns, b)
}

// cutBy groups rows by value: largest first, then by name; values of fewer than
// minSlice rows are pooled in one last cut.
func cutBy[T any](all []T, value func(*T) string) []cut {
	place := map[string]int{}
	var cuts []cut
	for i := range all {
		name := value(&all[i])
		at, known := place[name]
		if !known {
			at = len(cuts)
			place[name] = at
			cuts = append(cuts, cut{name: name})
		}
		cuts[at].rows = append(cuts[at].rows, i)
	}
	slices.SortFunc(cuts, func(a, b cut) int {
		return cmp.Or(cmp.Compare(len(b.rows), len(a.rows)), cmp.Compare(a.name, b.name))
	})
	small := slices.IndexFunc(cuts, func(c cut) bool { return len(c.rows) < minSlice })
	if small < 0 {
		return cuts
	}
	rest := cut{pooled: len(cuts) - small}
	for _, c := range cuts[small:] {
		rest.rows = append(rest.rows, c.rows...)
	}
	return append(cuts[:small], rest)
}

// report returns the breakdown with its numbers.
func (b breakdown) report() Breakdown {
	r := Breakdown{Column: b.column, Mean: b.mean()}
	for i, p := range b.parts {
		s := p.slice(b.cuts[i].name, len(b.cuts[i].rows))
		s.Pooled = b.cuts[i].pooled
		r.Slices = append(r.Slices, s)
	}
	return r
}

// slice returns the numbers of a part with the measures of a slice.
func (p *part) slice(name string, rows int) Slice {
	s := Slice{Name: name, Rows: rows, Groups: p.groups, Headline: p.estimate(ofHeadline), Accuracy: p.estimate(ofAccuracy)}
	for k := range p.confusion.Counts {
		s.Gold = append(s.Gold, p.confusion.gold(k))
	}
	return s
}

// ofKnown is the position of the headline where it is known, in a breakdown.
const ofKnown = ofAccuracy + 1

// mean returns the unweighted mean of the headlines of the slices that stand alone and
// have gold that the headline is about; in each draw it is that of the slices which
// have such gold in the draw.
func (b breakdown) mean() *Estimate {
	if len(b.alone) == 0 {
		return nil
	}
	values := make([]float64, len(b.alone)) // of one draw, then of the data
	draws := make([]float64, len(b.alone[0].draws[ofKnown]))
	for d := range draws {
		for i, p := range b.alone {
			values[i] = p.draws[ofKnown][d]
		}
		draws[d] = mean(values)
	}
	for i, p := range b.alone {
		values[i] = p.confusion.Headline()
	}
	return &Estimate{mean(values), expanded(draws, b.groups)}
}

// mean returns the mean of the values that are not NaN, or NaN without any.
func mean(values []float64) float64 {
	sum, n := 0.0, 0
	for _, v := range values {
		if !math.IsNaN(v) {
			sum += v
			n++
		}
	}
	return sum / float64(n)
}
