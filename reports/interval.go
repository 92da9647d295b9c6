package reports

import (
	"math"
	"slices"
)

// Level is the share of corpora such as this whose interval holds the true number.
const Level = 0.95

// An Interval is the 95 % interval of a number: the middle of its bootstrap draws, of
// which it spans more the fewer groups there are, see expandedTail.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// An Estimate is a number with its interval. The interval is nil where none can
// be given: there are fewer than two groups, or the draws agree.
type Estimate struct {
	Value    float64   `json:"value"`
	Interval *Interval `json:"interval"`
}

// The verdicts on a difference.
const (
	verdictBetter  = "better"
	verdictWorse   = "worse"
	verdictNoise   = "~" // the interval contains 0, or there is no difference at all
	verdictUnknown = "-" // a difference without an interval
)

// A Difference is an estimate of one number minus another, drawn together.
type Difference struct {
	Estimate
	Verdict string `json:"verdict"` // better, worse, ~ (inside the noise) or - (not known)
}

// newDifference judges a difference by its interval.
func newDifference(e Estimate) Difference {
	switch {
	case e.Interval == nil && e.Value != 0:
		return Difference{e, verdictUnknown}
	case e.Interval == nil || e.Interval.Low <= 0 && e.Interval.High >= 0:
		return Difference{e, verdictNoise}
	case e.Interval.Low > 0:
		return Difference{e, verdictBetter}
	}
	return Difference{e, verdictWorse}
}

// expanded returns the expanded percentile interval of draws from so many groups, see
// expandedTail; within one group there is none.
func expanded(draws []float64, groups int) *Interval {
	if groups < 2 {
		return nil
	}
	return middle(ascending(draws), expandedTail(groups))
}

// ascending returns the draws in order, without those that are NaN.
func ascending(draws []float64) []float64 {
	sorted := make([]float64, 0, len(draws))
	for _, d := range draws {
		if !math.IsNaN(d) {
			sorted = append(sorted, d)
		}
	}
	slices.Sort(sorted)
	return sorted
}

// middle returns the interval of the ascending values that leaves out a share at
// each end. It returns nil if there are fewer than two, or if the ends agree: a
// width of zero would claim a certainty that nobody has.
func middle(ascending []float64, tail float64) *Interval {
	if len(ascending) < 2 {
		return nil
	}
	low, high := quantile(ascending, tail), quantile(ascending, 1-tail)
	if low == high {
		return nil
	}
	return &Interval{low, high}
}

// quantile interpolates between the two nearest of the ascending values:
// definition 7 of Hyndman and Fan (1996).
func quantile(ascending []float64, q float64) float64 {
	at := q * float64(len(ascending)-1)
	i := int(at)
	if i+1 >= len(ascending) {
		return ascending[len(ascending)-1]
	}
	return ascending[i] + float64((at-float64(i))*(ascending[i+1]-ascending[i]))
}
