package classifier

import (
	"fmt"
	"math"

	"stance/features"
)

// costs returns, for each class, the cost of a negative and of a positive row of weight
// 1. A balanced cost gives both sides the same total: n/(2 n_side), as scikit-learn's
// class_weight="balanced" does for two classes; a row counts by its weight.
func costs(y []int, weights []float32, classes int, c float64, balanced bool) [][2]float64 {
	n, of := 0.0, make([]float64, classes)
	for i, k := range y {
		of[k] += weightOf(weights, i)
		n += weightOf(weights, i)
	}
	out := make([][2]float64, classes)
	for k, positive := range of {
		out[k] = [2]float64{c, c}
		if negative := n - positive; balanced && positive > 0 && negative > 0 {
			out[k] = [2]float64{c * n / (2 * negative), c * n / (2 * positive)}
		}
	}
	return out
}

// weightOf returns what row i counts.
func weightOf(weights []float32, i int) float64 {
	if weights == nil {
		return 1
	}
	return float64(weights[i])
}

// checkTraining refuses what no trainer can learn from.
func checkTraining(x features.Matrix, y []int, classes int, c float64) error {
	switch {
	case x.Rows() != len(y):
		return fmt.Errorf("classifier: %d rows but %d labels", x.Rows(), len(y))
	case len(y) == 0:
		return fmt.Errorf("classifier: no rows to train on")
	case !(c > 0):
		return fmt.Errorf("classifier: c is %v; it must be above 0", c)
	case math.IsInf(c, 1):
		return fmt.Errorf("classifier: c is %v; it must be finite", c)
	}
	for i, k := range y {
		if k < 0 || k >= classes {
			return fmt.Errorf("classifier: row %d has class %d of %d", i, k, classes)
		}
	}
	return nil
}
