package classifier

import "stance/features"

// Majority always answers the most frequent class: the floor of every table.
type Majority struct{}

// Train returns a model without columns whose bias is the log share of each class.
func (Majority) Train(x features.Matrix, y []int, classes int) (*Linear, error) {
	if err := checkTraining(x, y, classes, 1); err != nil {
		return nil, err
	}
	return &Linear{Classes: classes, Weights: make([]float32, x.Columns*classes), Bias: logPriors(y, classes)}, nil
}

// Lexicon answers by what both lexicons say of the target, with no weight learnt:
// class 0 (favor, positive) if it is above 0, class 1 (against, negative)
// below, and class 2 (none, neutral) near 0. How near is near, calibration says.
type Lexicon struct{}

// Train returns the rule as a linear model over the one column of the "rule" family.
func (Lexicon) Train(x features.Matrix, y []int, classes int) (*Linear, error) {
	if err := checkTraining(x, y, classes, 1); err != nil {
		return nil, err
	}
	m := &Linear{Classes: classes, Weights: make([]float32, x.Columns*classes), Bias: make([]float64, classes)}
	for c := range x.Columns {
		for k, sign := range []float32{1, -1} {
			if k < classes {
				m.Weights[c*classes+k] = sign
			}
		}
	}
	return m, nil
}
