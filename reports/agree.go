package reports

import (
	"errors"
	"fmt"
	"slices"

	"stance/datasets"
)

// A Unit is a statement with the label that each coder gave it.
type Unit struct {
	ID     string
	Group  int // units of one group, such as an article, are drawn together
	Target string
	Labels []datasets.Label // beside the coders; "" = not coded by this one
}

// ErrNoOverlap says that no unit has the labels of two coders.
var ErrNoOverlap = errors.New("no unit has the labels of two coders")

// Agree measures how well coders agree on the units that at least two of them
// labelled; all others are left out of every number. Each number has a 95 %
// interval from a bootstrap over whole groups. Options.By is not used.
func Agree(task datasets.Task, coders []string, units []Unit, o Options) (*Agreement, error) {
	if err := o.completeDraws(); err != nil {
		return nil, err
	}
	a := &agreement{task: task, coders: coders, options: o, book: newCodebook(task, len(coders))}
	if err := a.take(units); err != nil {
		return nil, err
	}
	if len(a.units) == 0 {
		return nil, fmt.Errorf("reports: %s: %w", task.Name, ErrNoOverlap)
	}
	a.cutTargets()
	return a.report(), nil
}

// An agreement is an Agreement in the making.
type agreement struct {
	task    datasets.Task
	coders  []string
	options Options
	book    *codebook

	single, uncoded int    // units with one code, and with none: left out
	units           []Unit // with at least two codes
	coding          []int  // of each unit, in the codebook
	group           []int  // of each unit: 0, 1, ... in order of appearance
	groups          int
	cuts            []cut       // by target
	books           []*codebook // beside cuts: of the codings in each
}

// take checks the units and keeps those with at least two codes.
func (a *agreement) take(units []Unit) error {
	number := map[int]int{}
	for _, u := range units {
		coding, err := codingOf(a.task, u.ID, u.Labels, len(a.coders))
		if err != nil {
			return err
		}
		switch codes(coding) {
		case 0:
			a.uncoded++
			continue
		case 1:
			a.single++
			continue
		}
		if _, known := number[u.Group]; !known {
			number[u.Group] = len(number)
		}
		a.units = append(a.units, u)
		a.coding = append(a.coding, a.book.number(coding))
		a.group = append(a.group, number[u.Group])
	}
	a.groups = len(number)
	return nil
}

// codingOf returns the label indexes of a unit, -1 where a coder gave none.
func codingOf(t datasets.Task, id string, labels []datasets.Label, coders int) ([]int, error) {
	if len(labels) != coders {
		return nil, fmt.Errorf("reports: unit %s has %d labels for %d coders; give one each, empty where there is none", id, len(labels), coders)
	}
	coding := make([]int, coders)
	for c, label := range labels {
		coding[c] = t.Index(label)
		if label != "" && coding[c] < 0 {
			return nil, fmt.Errorf("reports: unit %s: %q is not a %s label; use one of %q", id, label, t.Name, t.Labels)
		}
	}
	return coding, nil
}

// cutTargets makes a slice of each target, where targets are given.
func (a *agreement) cutTargets() {
	if slices.ContainsFunc(a.units, func(u Unit) bool { return u.Target != "" }) {
		a.cuts = cutBy(a.units, func(u *Unit) string { return u.Target })
	}
	for _, c := range a.cuts {
		a.books = append(a.books, a.book.within(a.coding, c.rows))
	}
}

// sample lays the counts of codings side by side: first of all units, then of
// the units of each cut, which has its own codings only.
func (a *agreement) sample() *sample {
	var pairs []uint64
	add := func(unit, cell int) { pairs = append(pairs, uint64(a.group[unit])<<32|uint64(cell)) }
	for u := range a.units {
		add(u, a.coding[u])
	}
	width := len(a.book.codings)
	for i, c := range a.cuts {
		for _, u := range c.rows {
			add(u, width+a.books[i].number(a.book.codings[a.coding[u]]))
		}
		width += len(a.books[i].codings)
	}
	return newSample(pairs, a.groups, width)
}

// measure returns the coefficients of every row of the report from the counts
// of codings: of all units, of each label, each coder pair, each cut.
func (a *agreement) measure(counts []int) []float64 {
	width := len(a.book.codings)
	scale := scaleOf(a.task)
	all := a.book.tally(counts[:width])
	values := append([]float64(nil), all.coefficients(scale)...)
	for k := range a.task.Labels {
		values = append(values, all.collapse(k).coefficients(nil)...)
	}
	for p := range all.pairs() {
		values = append(values, all.pair(p).coefficients(scale)...)
	}
	counts = counts[width:]
	for _, b := range a.books {
		values = append(values, b.tally(counts[:len(b.codings)]).coefficients(scale)...)
		counts = counts[len(b.codings):]
	}
	return values
}

// groupsOf returns the number of groups among the units that satisfy keep.
func (a *agreement) groupsOf(keep func(unit int) bool) int {
	seen := make([]bool, a.groups)
	n := 0
	for u, g := range a.group {
		if !seen[g] && keep(u) {
			seen[g] = true
			n++
		}
	}
	return n
}
