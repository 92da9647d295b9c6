package classifier

import (
	"fmt"
	"math"

	"stance/features"
)

// costs returns, for each class, the cost of a negative and of a positive row. A
// balanced cost gives both sides the same total: n/(2 n_side), as scikit-learn's
// class_weight="balanced" does for two classes.
func costs(y []int, classes int, c float64, balanced bool) [][2]float64 {
	out := make([][2]float64, classes)
	for k, positive := range count(y, classes) {
		out[k] = [2]float64{c, c}
		if negative := len(y) - positive; balanced && positive > 0 && negative > 0 {
			n := float64(len(y))
			out[k] = [2]float64{c * n / float64(2*negative), c * n / float64(2*positive)}
		}
	}
	return out
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
