// Package classifier learns to label statements and does it: trainers, the
// linear model that all of them end as, calibration, the model file, and the
// bridge to golearn.
package classifier

import "stance/features"

// A Trainer learns from rows. Its exported fields are the hyperparameters;
// Train is deterministic, does not change the trainer, and returns a new model.
// y[i] is the class of row i, 0 <= y[i] < classes.
type Trainer interface {
	Train(x features.Matrix, y []int, classes int) (*Linear, error)
}

// A Linear is a linear model: score of class k = Bias[k] + sum over columns c of
// Weights[c*Classes+k] * value of c. It is not changed after training, and safe
// for many goroutines.
type Linear struct {
	Classes int
	Weights []float32 // columns x classes: the weights of one column lie together
	Bias    []float64 // classes
}

// of returns the weights of a column, by class.
func (m *Linear) of(c int) []float32 { return m.Weights[c*m.Classes:][:m.Classes] }

// Scores adds up the score of each class for a row, whose columns must be columns
// of the model. The result is written to out, which grows to Classes numbers where
// it has no room, and returned.
func (m *Linear) Scores(r features.Row, out []float64) []float64 {
	out = append(out[:0], m.Bias...)
	for i, c := range r.Cols {
		for k, v := range m.of(int(c)) {
			out[k] += float64(v) * float64(r.Vals[i])
		}
	}
	return out
}

// Best returns the class with the highest score; a tie goes to the first.
func (m *Linear) Best(scores []float64) int {
	best := 0
	for k, s := range scores {
		if s > scores[best] {
			best = k
		}
	}
	return best
}
