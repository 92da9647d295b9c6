package reports

import (
	"fmt"
	"strings"
)

// DyadsSchema is the version of DyadsReport's JSON. Later versions only add keys.
const DyadsSchema = 1

// A DyadsReport says who is for and against whom, ready for encoding/json: its keys do
// not change with the data, and no number is NaN.
type DyadsReport struct {
	Schema    int          `json:"schema"`
	Signature string       `json:"signature"`
	Sampling  Sampling     `json:"sampling"` // of the rows in dyads
	Min       int          `json:"min"`      // statements that a dyad needs
	Period    string       `json:"period"`   // what dyads are split by; "" = nothing
	Dyads     []Dyad       `json:"dyads"`    // most statements first, then by source and target
	Small     Small        `json:"small"`    // those with fewer statements than Min
	LeftOut   DyadsLeftOut `json:"left_out"` // rows
	Notes     []string     `json:"notes"`
}

// A Dyad is what a source says about a target, in all.
type Dyad struct {
	Source string `json:"source"`
	Target string `json:"target"`
	Position
	Periods []Period `json:"periods"` // ascending; those with fewer statements than Min are left out
}

// A Period is the part of a dyad from one month, or outlet.
type Period struct {
	Name string `json:"period"`
	Position
}

// Small counts what is left out because it has too few statements.
type Small struct {
	Dyads      int `json:"dyads"`
	Statements int `json:"statements"` // in these dyads
	Periods    int `json:"periods"`    // of the other dyads
}

// Report draws the intervals: in each dyad, and each of its periods, by a bootstrap
// over the articles in it. So a dyad has the same numbers whatever else is counted.
func (d *Dyads) Report(draw Options) (*DyadsReport, error) {
	if err := draw.completeDraws(); err != nil {
		return nil, err
	}
	if d.rows == d.left.NoStance {
		return nil, fmt.Errorf("reports: %w", ErrNoStance)
	}
	o := &d.options
	r := &DyadsReport{Schema: DyadsSchema, Min: o.Min, Period: o.Period, Dyads: []Dyad{}, LeftOut: d.left}
	seen := map[int32]bool{}
	for _, s := range d.series() {
		n := s.whole.statements()
		if n < o.Min {
			r.Small.Dyads++
			r.Small.Statements += n
			continue
		}
		r.Sampling.Rows += n
		for i := range s.whole {
			seen[s.whole[i].article] = true
		}
		r.Dyads = append(r.Dyads, d.dyad(s, draw, &r.Small))
	}
	r.Sampling = Sampling{draw.Data, r.Sampling.Rows, len(seen), draw.GroupedBy, draw.Draws, draw.Seed, draw.Version}
	r.Signature = r.Sampling.sign(o.signs(r.Sampling.Rows)...)
	r.Notes = d.notes(r)
	return r, nil
}

// signs returns what of the options decides which rows are in which dyad.
func (o *DyadOptions) signs(rows int) []string {
	fields := []string{"dyads", fmt.Sprintf("rows %d", rows)}
	add := func(name string, values ...string) {
		if value := strings.Join(values, ","); value != "" {
			fields = append(fields, name+" "+value)
		}
	}
	add("min", fmt.Sprint(o.Min))
	add("by", o.Period)
	add("without", o.Without...)
	add("source", o.Sources...)
	add("target", o.Targets...)
	return fields
}

// dyad returns the numbers of a dyad and its periods.
func (d *Dyads) dyad(s *series, draw Options, small *Small) Dyad {
	out := Dyad{Source: s.source, Target: s.target, Position: s.whole.position(draw), Periods: []Period{}}
	for _, c := range s.periods {
		if c.portions.statements() < d.options.Min {
			small.Periods++
			continue
		}
		out.Periods = append(out.Periods, Period{c.period, c.portions.position(draw)})
	}
	return out
}
