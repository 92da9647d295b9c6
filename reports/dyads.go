package reports

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"stance/datasets"
)

// ErrNoStance says that no row of all that were added has a stance.
var ErrNoStance = errors.New("no row has a stance")

// DyadOptions says what is counted by dyad. The zero value counts all.
type DyadOptions struct {
	Min     int      // statements below which a dyad is left out
	MinPart int      // statements below which the part of a dyad in a period is left out
	Period  string   // what LabelledRow.Period is: month, outlet ...; "" = nothing
	Without []string // sources left out: datasets.AuthorSource, datasets.UnknownSource
	Sources []string // the only ones kept, in any case of letters; empty = all
	Targets []string // likewise
}

// Dyads counts who is for and against whom, row by row. Its memory grows with the dyads
// and, in each of them, with the articles; not with the rows.
type Dyads struct {
	options DyadOptions
	cells   map[dyadKey]*dyadCell
	order   []*dyadCell // of first appearance
	left    DyadsLeftOut
	rows    int
}

// A dyadKey is source and target, in a period. Rows without a date have one of their own.
type dyadKey struct {
	source, target, period string
	undated                bool
}

// A dyadCell is the rows of a key.
type dyadCell struct {
	dyadKey
	portions portions
	fate     dyadFate
}

// A dyadFate says whether the rows of a dyad are wanted.
type dyadFate uint8

const (
	wanted dyadFate = iota
	otherParty
	nameless
)

// DyadsLeftOut counts the rows that are in no dyad.
type DyadsLeftOut struct {
	NoStance int `json:"no_stance"` // rows without a stance
	NoTarget int `json:"no_target"` // rows with a stance toward nobody
	Nameless int `json:"nameless"`  // rows whose source has no name, left out as asked for
	Others   int `json:"others"`    // rows of sources and targets not asked for
	Undated  int `json:"undated"`   // rows without a date: in no period, but in the whole
}

// NewDyads returns an empty count.
func NewDyads(o DyadOptions) *Dyads {
	return &Dyads{options: o, cells: make(map[dyadKey]*dyadCell)}
}

// Add counts a row. Nothing of it is kept.
func (d *Dyads) Add(row *datasets.LabelledRow) {
	d.rows++
	switch {
	case row.Stance == "":
		d.left.NoStance++
		return
	case row.Target == "":
		d.left.NoTarget++
		return
	}
	c := d.cell(dyadKey{row.Source, row.Target, row.Period, row.Undated})
	switch {
	case c.fate == nameless:
		d.left.Nameless++
		return
	case c.fate == otherParty:
		d.left.Others++
		return
	case row.Undated:
		d.left.Undated++
	}
	c.portions.add(row)
}

// cell returns the cell of a key, a new one if need be.
func (d *Dyads) cell(k dyadKey) *dyadCell {
	c, known := d.cells[k]
	if !known {
		k.source, k.target, k.period = strings.Clone(k.source), strings.Clone(k.target), strings.Clone(k.period)
		c = &dyadCell{dyadKey: k, fate: d.options.fate(k)}
		d.cells[k] = c
		d.order = append(d.order, c)
	}
	return c
}

// fate says whether the rows of a dyad are wanted.
func (o *DyadOptions) fate(k dyadKey) dyadFate {
	among := func(names []string, name string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
	}
	switch {
	case among(o.Without, k.source):
		return nameless
	case len(o.Sources) > 0 && !among(o.Sources, k.source), len(o.Targets) > 0 && !among(o.Targets, k.target):
		return otherParty
	}
	return wanted
}

// A series is a dyad with its periods.
type series struct {
	source, target string
	whole          portions // of all rows
	periods        []*dyadCell
}

// series returns the dyads that are wanted: those of most statements first, then by
// name; periods ascending.
func (d *Dyads) series() []*series {
	place := map[[2]string]*series{}
	var all []*series
	for _, c := range d.order {
		if c.fate != wanted {
			continue
		}
		names := [2]string{c.source, c.target}
		s, known := place[names]
		if !known {
			s = &series{source: c.source, target: c.target}
			place[names] = s
			all = append(all, s)
		}
		c.portions = c.portions.merged()
		s.whole = append(s.whole, c.portions...)
		if !c.undated && d.options.Period != "" {
			s.periods = append(s.periods, c)
		}
	}
	for _, s := range all {
		s.whole = s.whole.merged()
		slices.SortFunc(s.periods, func(a, b *dyadCell) int { return cmp.Compare(a.period, b.period) })
	}
	slices.SortFunc(all, func(a, b *series) int {
		return cmp.Or(cmp.Compare(b.whole.statements(), a.whole.statements()),
			cmp.Compare(a.source, b.source), cmp.Compare(a.target, b.target))
	})
	return all
}
