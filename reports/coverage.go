package reports

import (
	"math"
	"slices"

	"stance/datasets"
)

// A Kept is the rows whose printed label has at least a probability: how many there
// are, and how often they are right.
type Kept struct {
	From     float64  `json:"from"` // the least probability
	Rows     int      `json:"rows"`
	Coverage Estimate `json:"coverage"`  // share of all rows
	Right    Estimate `json:"precision"` // share of the rows kept whose label is right

	PolarRows int      `json:"polar_rows"`      // rows kept whose label takes a side
	Polar     Estimate `json:"polar_precision"` // share of those whose label is right
}

// thresholds returns the least probabilities that are looked at: 0, 0.35, 0.40 ... 0.95, 0.99.
func thresholds() []float64 {
	all := []float64{0}
	for percent := 35; percent < 100; percent += 5 {
		all = append(all, float64(percent)/100)
	}
	return append(all, 0.99)
}

// keptRows is a Kept before its intervals are known.
type keptRows struct {
	from float64
	part *part
}

// The positions of the measures of the rows kept.
const (
	ofKept      = 0 // rows
	ofRight     = 1
	ofPolar     = 2
	ofPolarRows = 3
)

func keptMeasures() []measure {
	return []measure{
		func(c *Confusion) float64 { return float64(c.Total()) },
		(*Confusion).Accuracy,
		func(c *Confusion) float64 { s := c.polar(); return ratio(s.Correct, s.Predicted) },
		func(c *Confusion) float64 { return float64(c.polar().Predicted) },
	}
}

// polar pools the counts of the labels that take a side.
func (c *Confusion) polar() Score {
	var sum Score
	for k, label := range c.Task.Labels {
		if label.Polar() {
			sum.add(c.Label(k), 0)
		}
	}
	return sum
}

// addKept adds a part for each threshold, from the highest down: its counts are those
// of the rows up to the next threshold, and of the part above. A threshold that keeps
// what the one above it keeps has none.
func (e *evaluation) addKept() {
	var rows []int
	var above []term // the part of the threshold above
	next := math.Inf(1)
	for _, from := range slices.Backward(thresholds()) {
		between := e.between(from, next)
		next = from
		if len(between) == 0 && from > 0 {
			continue
		}
		rows = append(rows, between...)
		terms := append(above, term{len(e.parts), 1})
		e.add(nil, between, e.predicted)
		above = []term{{len(e.parts), 1}}
		e.kept = append(e.kept, keptRows{from, e.addSum(keptMeasures(), rows, terms...)})
	}
}

// between returns the rows whose label has a probability in [from, to).
func (e *evaluation) between(from, to float64) []int {
	var rows []int
	for i := range e.outcomes {
		if p := e.said(i); p >= from && p < to {
			rows = append(rows, i)
		}
	}
	return rows
}

// coverage returns the rows kept by threshold, ascending.
func (e *evaluation) coverage() []Kept {
	out := []Kept{}
	for i := len(e.kept) - 1; i >= 0; i-- {
		k := e.kept[i]
		n, polar := k.part.confusion.Total(), k.part.confusion.polar()
		if len(out) > 0 && n == out[len(out)-1].Rows {
			continue
		}
		kept := Kept{From: k.from, Rows: n, Right: k.part.estimate(ofRight), PolarRows: polar.Predicted}
		kept.Coverage = e.interval(ratio(n, len(e.outcomes)), e.shares(k.part))
		kept.Polar = k.part.interval(ratio(polar.Correct, polar.Predicted), k.part.whereSome(ofPolar, ofPolarRows))
		out = append(out, kept)
	}
	return out
}

// shares returns the share of the drawn rows that a part keeps, draw by draw.
func (e *evaluation) shares(p *part) []float64 {
	all := e.kept[len(e.kept)-1].part.draws[ofKept]
	shares := make([]float64, len(all))
	for i, n := range p.draws[ofKept] {
		if !math.IsNaN(n) {
			shares[i] = n / all[i]
		}
	}
	return shares
}

// whereSome returns the draws of measure m, NaN where that of the measure rows is 0.
func (p *part) whereSome(m, rows int) []float64 {
	draws := make([]float64, len(p.draws[m]))
	for i, v := range p.draws[m] {
		draws[i] = v
		if p.draws[rows][i] == 0 {
			draws[i] = math.NaN()
		}
	}
	return draws
}

// polarWords names the labels that take a side: "favor or against".
func polarWords(labels []datasets.Label) string {
	words := ""
	for _, l := range labels {
		if l.Polar() {
			if words != "" {
				words += " or "
			}
			words += string(l)
		}
	}
	return words
}
