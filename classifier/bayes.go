package classifier

import (
	"fmt"
	"math"
	"slices"

	"stance/features"
)

// NaiveBayes trains multinomial naive Bayes: Manning, Raghavan and Schütze
// (2008), Introduction to Information Retrieval, section 13.2.
type NaiveBayes struct {
	Alpha float64 // added to every count, > 0
}

// Train counts. The weight of column t for class c is
//
//	log P(t|c) = log (n(t,c) + Alpha) / (n(c) + Alpha |V|)     IIR, eq. 13.7
//
// and the bias is log P(c). A class without rows gets the smallest bias.
func (t NaiveBayes) Train(x features.Matrix, y []int, classes int) (*Linear, error) {
	if err := checkTraining(x, y, classes, t.Alpha); err != nil {
		return nil, err
	}
	if i := slices.IndexFunc(x.Vals, func(v float32) bool { return v < 0 }); i >= 0 {
		return nil, fmt.Errorf("classifier: nb: column %d has a value of %v, and counts cannot be negative; leave the family rule out", x.Cols[i], x.Vals[i])
	}
	counts := make([]float64, x.Columns*classes)
	totals := make([]float64, classes)
	for i, k := range y {
		r := x.Row(i)
		for j, c := range r.Cols {
			counts[int(c)*classes+k] += float64(r.Vals[j])
			totals[k] += float64(r.Vals[j])
		}
	}
	m := &Linear{Classes: classes, Weights: make([]float32, len(counts)), Bias: logPriors(y, classes)}
	for i, n := range counts {
		m.Weights[i] = float32(math.Log((n + t.Alpha) / (totals[i%classes] + t.Alpha*float64(x.Columns))))
	}
	return m, nil
}

// impossible is the bias of a class that was never seen: finite, so that no NaN
// can come of it.
const impossible = -1e6

// logPriors returns the log share of each class.
func logPriors(y []int, classes int) []float64 {
	priors := make([]float64, classes)
	for k, n := range count(y, classes) {
		priors[k] = impossible
		if n > 0 {
			priors[k] = math.Log(float64(n) / float64(len(y)))
		}
	}
	return priors
}
