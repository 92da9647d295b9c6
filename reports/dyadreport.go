package reports

import (
	"fmt"
	"math"
	"strings"

	"stance/datasets"
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
	MinPart   int          `json:"min_part"` // statements that its part in a period needs
	Period    string       `json:"period"`   // what dyads are split by; "" = nothing
	Dyads     []Dyad       `json:"dyads"`    // most statements first, then by source and target
	Small     Small        `json:"small"`    // those with fewer statements than Min or MinPart
	LeftOut   DyadsLeftOut `json:"left_out"` // rows
	Notes     []string     `json:"notes"`
}

// A Dyad is what a source says about a target, in all.
type Dyad struct {
	Source string `json:"source"`
	Target string `json:"target"`
	Position
	Periods []Period `json:"periods"` // ascending; those with fewer statements than MinPart are left out
}

// A Period is the part of a dyad from one month, or outlet.
type Period struct {
	Name string `json:"period"`
	Position
}

// A Position is counts of statements, and where they stand in the mean.
type Position struct {
	Statements int `json:"statements"` // favor + against + none
	Articles   int `json:"articles"`
	Favor      int `json:"favor"`
	Against    int `json:"against"`
	None       int `json:"none"`

	// Net is (favor - against) / statements: the mean of statements that count 1, -1 and
	// 0, from -1 to 1. So are directed relations measured in hand-coded news: the mean
	// direction of a source toward a target in network analysis of evaluative texts
	// (van Cuilenburg, Kleinnijenhuis and de Ridder 1986) and core sentences (Kriesi
	// and others 2008). Note: (favor - against) / (favor + against), which leaves none
	// out, follows from the counts; it is loud where little is said. Lowe and others
	// (2011), Scaling Policy Preferences from Coded Political Texts, compare the two.
	Net Estimate `json:"net"`

	// Leans says in one word what Net shows: favor, against, ~ (neither: it is 0, or its
	// interval holds 0), or ? (fewer than 6 articles, whatever the interval).
	Leans string `json:"leans"`

	// Expected is the mean of p_favor - p_against: Net as the probabilities have it. It
	// does not depend on where the model draws the line to none, as counts of labels
	// do. Bella and others (2010), Quantification via Probability Estimators. Nil without
	// probabilities.
	Expected *Estimate `json:"expected_net"`

	// Tone is (positive - negative) / statements with a sentiment; nil without any.
	Tone      *Estimate `json:"tone"`
	ToneLeans string    `json:"tone_leans"` // positive, negative, ~ or ?; "" without a Tone
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
	r := &DyadsReport{Schema: DyadsSchema, Min: o.Min, MinPart: o.MinPart, Period: o.Period, Dyads: []Dyad{}, LeftOut: d.left}
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
	if o.Period != "" {
		add("min-part", fmt.Sprint(o.MinPart))
	}
	add("without", o.Without...)
	add("source", o.Sources...)
	add("target", o.Targets...)
	return fields
}

// dyad returns the numbers of a dyad and its periods.
func (d *Dyads) dyad(s *series, draw Options, small *Small) Dyad {
	out := Dyad{Source: s.source, Target: s.target, Position: s.whole.position(draw), Periods: []Period{}}
	for _, c := range s.periods {
		if c.portions.statements() < d.options.MinPart {
			small.Periods++
			continue
		}
		out.Periods = append(out.Periods, Period{c.period, c.portions.position(draw)})
	}
	return out
}

// position returns the numbers of merged portions.
func (p portions) position(draw Options) Position {
	s := p.sample()
	counts := s.all()
	value := means(counts)
	draws := make([][]float64, len(value))
	if len(p) > 1 { // one article has no interval to draw
		draws = resample(s, draw, means)
	}
	out := Position{
		Statements: p.statements(), Articles: len(p),
		Favor: counts[countFavor], Against: counts[countAgainst], None: counts[countNone],
		Net: drawnEstimate(value[0], draws[0], len(p)),
	}
	out.Leans = leans(out.Net, len(p), datasets.Favor, datasets.Against)
	estimate := func(m int, of ...int) *Estimate {
		if math.IsNaN(value[m]) {
			return nil
		}
		e := drawnEstimate(value[m], draws[m], p.having(of...))
		return &e
	}
	out.Expected = estimate(1, countProbable)
	out.Tone = estimate(2, countPositive, countNegative, countNeutral)
	if out.Tone != nil {
		toned := p.having(countPositive, countNegative, countNeutral)
		out.ToneLeans = leans(*out.Tone, toned, datasets.Positive, datasets.Negative)
	}
	return out
}

// means returns net, expected net and tone of the counts; NaN where they are of nothing.
func means(n []int) []float64 {
	mean := func(sum, of int) float64 { return float64(sum) / float64(of) } // 0/0 is NaN
	return []float64{
		mean(n[countFavor]-n[countAgainst], n[countFavor]+n[countAgainst]+n[countNone]),
		mean(n[countExpected], thousandth*n[countProbable]),
		mean(n[countPositive]-n[countNegative], n[countPositive]+n[countNegative]+n[countNeutral]),
	}
}

// enoughArticles is how many articles it takes to say which side a number is on. Draws from
// fewer never leave the side that all of them are on: by the two-sided sign test that
// has a probability of 2/2^5 = 0.063 for 5 where there is no side, but 0.031 for 6.
const enoughArticles = 6

// The signs of a position, the same on the screen and in files.
const (
	neither = verdictNoise // the number is 0, or its interval holds 0
	tooFew  = "?"          // articles to say which side it is on
)

// leans says which side of 0 a number is on: up, down, neither or tooFew. Where enough
// articles have no interval, the number is the same in each.
func leans(e Estimate, articles int, up, down datasets.Label) string {
	switch {
	case articles < enoughArticles:
		return tooFew
	case e.Value == 0, e.Interval != nil && e.Interval.Low <= 0 && e.Interval.High >= 0:
		return neither
	case e.Value > 0:
		return string(up)
	}
	return string(down)
}
