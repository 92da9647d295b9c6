package classifier

import (
	"math"
	"testing"

	"stance/features"
)

// adaptedCase is a problem with a prior, and the minimum that scipy 1.10.1 finds by
// L-BFGS: testdata/adapted.py wrote it.
type adaptedCase struct {
	solvedCase
	Prior solution
}

// adaptedCases are those of testdata/adapted.json.
func adaptedCases(t *testing.T) []adaptedCase {
	var cases []adaptedCase
	readJSON(t, "adapted.json", &cases)
	return cases
}

// distance returns 1/2 |w - w0|^2 of class k, biases included.
func distance(m, from *Linear, k int) float64 {
	sum := math.Pow(m.Bias[k]-from.Bias[k], 2) / 2
	w0 := from.column(k)
	for c, w := range m.column(k) {
		sum += math.Pow(w-w0[c], 2) / 2
	}
	return sum
}

// adaptedObjective is objective with the distance to the prior for the length.
func adaptedObjective(m, from *Linear, x features.Matrix, c *solvedCase, k int) float64 {
	cost := costs(c.Y, nil, c.Classes, c.C, c.Balanced)[k]
	zero := &Linear{Classes: m.Classes, Weights: make([]float32, len(m.Weights)), Bias: make([]float64, m.Classes)}
	return objective(m, x, c.Y, k, cost, logisticLoss) - distance(m, zero, k) + distance(m, from, k)
}

// It stops as loosely as Logistic, see TestTrainersReachTheObjectiveOfScikitLearn.
func TestAdaptedReachesTheObjectiveOfScipy(t *testing.T) {
	for _, c := range adaptedCases(t) {
		x, from := c.matrix(), c.Prior.linear(c.Columns)
		m, err := Adapted{Logistic{C: c.C, Balanced: c.Balanced, Seed: 1}, from}.Train(x, c.Y, c.Classes)
		if err != nil {
			t.Fatal(err)
		}
		for k, optimum := range c.Logistic.Objective {
			got := adaptedObjective(m, from, x, &c.solvedCase, k)
			if got < optimum*(1-1e-5) || got > optimum*(1+3e-3) {
				t.Errorf("%s, class %d: objective %.6f, the minimum is %.6f", c.Name, k, got, optimum)
			}
		}
	}
}

func TestSolverFindsTheWeightsOfScipyFromAPrior(t *testing.T) {
	tight := stopping{epsilon: 2 * newtonTolerance, passes: 20000, seed: 1}
	for _, c := range adaptedCases(t) {
		x, from := c.matrix(), c.Prior.linear(c.Columns)
		s := solver{method: logisticStep{}, stop: tight, base: from.allScores(&x)}
		m := s.train(&x, c.Y, costs(c.Y, nil, c.Classes, c.C, c.Balanced))
		m.add(from)
		for k, w := range c.Logistic.Weights {
			if !nearAll(m.column(k), w, 1e-2) {
				t.Errorf("%s, class %d: weights %.4f, want %.4f", c.Name, k, m.column(k), w)
			}
		}
		if !nearAll(m.Bias, c.Logistic.Bias, 1e-2) {
			t.Errorf("%s: bias %.4f, want %.4f", c.Name, m.Bias, c.Logistic.Bias)
		}
	}
}

// Toward zero, MAP is what Logistic does: the numbers of LIBLINEAR's reference hold.
func TestAdaptedFromZeroIsLogistic(t *testing.T) {
	for _, c := range adaptedCases(t) {
		x := c.matrix()
		zero := &Linear{Classes: c.Classes, Weights: make([]float32, c.Columns*c.Classes), Bias: make([]float64, c.Classes)}
		plain := Logistic{C: c.C, Balanced: c.Balanced, Seed: 1}
		want, err := plain.Train(x, c.Y, c.Classes)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Adapted{plain, zero}.Train(x, c.Y, c.Classes)
		if err != nil {
			t.Fatal(err)
		}
		for k := range c.Classes {
			if !nearAll(got.column(k), want.column(k), 0) {
				t.Errorf("%s, class %d: weights %.4f, want %.4f", c.Name, k, got.column(k), want.column(k))
			}
		}
	}
}

func TestColumnsThatNoRowHasKeepThePriorsWeights(t *testing.T) {
	x := matrixOf(3, []float64{1, 0, 0}, []float64{-1, 0, 0})
	from := &Linear{Classes: 2, Weights: []float32{0, 0, 5, -5, 0.25, 7}, Bias: []float64{1, -1}}
	m, err := Adapted{Logistic{C: 1}, from}.Train(x, []int{0, 1}, 2)
	if err != nil {
		t.Fatal(err)
	}
	for k := range 2 {
		if got, want := m.column(k)[1:], from.column(k)[1:]; !nearAll(got, want, 0) {
			t.Errorf("class %d: %v, want %v", k, got, want)
		}
	}
	if m.Weights[0] <= 0 || m.Weights[1] >= 0 {
		t.Errorf("weights of the column of the rows: %v", m.Weights[:2])
	}
}

func TestPriorOfAnotherSizeIsRefused(t *testing.T) {
	x := matrixOf(1, []float64{1}, []float64{-1})
	if _, err := (Adapted{Logistic{C: 1}, &Linear{Classes: 2, Weights: make([]float32, 4), Bias: make([]float64, 2)}}).Train(x, []int{0, 1}, 2); err == nil {
		t.Error("two columns for one are taken")
	}
}
