package classifier

import (
	"fmt"

	"stance/features"
)

// Adapted trains logistic regression that is drawn toward the weights of another model
// instead of toward zero: maximum a posteriori estimation with the other model as the
// mean of the prior. Chelba and Acero (2006), "Adaptation of maximum entropy capitalizer:
// little data can help a lot". Where the rows say nothing, the other's weights
// stand; the smaller C, the closer it stays to them.
type Adapted struct {
	Logistic
	From *Linear // over the columns of the rows
}

// Train solves, for each class, with w0 the weights (and bias) of From,
//
//	min 1/2 |w - w0|^2 + sum_i C_i log(1 + exp(-y_i w'x_i))
//
// For d = w - w0 this is Logistic's problem with the score w0'x_i given to each row.
func (t Adapted) Train(x features.Matrix, y []int, classes int) (*Linear, error) {
	if err := checkTraining(x, y, classes, t.C); err != nil {
		return nil, err
	}
	if t.From.Classes != classes || len(t.From.Weights) != classes*x.Columns {
		return nil, fmt.Errorf("classifier: the prior has %d classes and %d weights, the rows %d classes and %d columns", t.From.Classes, len(t.From.Weights), classes, x.Columns)
	}
	s := solver{method: logisticStep{}, stop: t.stopping(), base: t.From.allScores(&x)}
	m := s.train(&x, y, costs(y, x.Weights, classes, t.C, t.Balanced))
	m.add(t.From)
	return m, nil
}

// allScores returns the scores of all rows, classes x rows.
func (m *Linear) allScores(x *features.Matrix) [][]float64 {
	all := make([][]float64, m.Classes)
	for k := range all {
		all[k] = make([]float64, x.Rows())
	}
	var scores []float64
	for i := range x.Rows() {
		scores = m.Scores(x.Row(i), scores)
		for k, s := range scores {
			all[k][i] = s
		}
	}
	return all
}

// add adds the weights of a model of the same size.
func (m *Linear) add(other *Linear) {
	for i, w := range other.Weights {
		m.Weights[i] += w
	}
	for k, b := range other.Bias {
		m.Bias[k] += b
	}
}
