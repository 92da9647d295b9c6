package reports

import (
	"math"

	"stance/datasets"
)

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

	// Leans says in one word what Net shows: favor, against, ~ (its interval holds 0),
	// or - (too few articles to say).
	Leans string `json:"leans"`

	// Expected is the mean of p_favor - p_against: Net as the probabilities have it. It
	// does not depend on where the model draws the line to none, as counts of labels
	// do. Bella and others (2010), Quantification via Probability Estimators. Nil without
	// probabilities.
	Expected *Estimate `json:"expected_net"`

	// Tone is (positive - negative) / statements with a sentiment; nil without any.
	Tone      *Estimate `json:"tone"`
	ToneLeans string    `json:"tone_leans"` // positive, negative, ~ or -
}

// position returns the numbers of merged portions.
func (p portions) position(draw Options) Position {
	s := p.sample()
	counts := s.all()
	value := means(counts)
	draws := resample(s, draw, means)
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
	if out.ToneLeans = verdictUnknown; out.Tone != nil {
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

// leans says which side of 0 a number is on: up, down, ~ if its interval holds 0, or - if
// there are too few articles. Where enough have no interval, all say the same.
func leans(e Estimate, articles int, up, down datasets.Label) string {
	switch {
	case e.Value == 0, e.Interval != nil && e.Interval.Low <= 0 && e.Interval.High >= 0:
		return verdictNoise
	case articles < enoughArticles:
		return verdictUnknown
	case e.Value > 0:
		return string(up)
	}
	return string(down)
}
