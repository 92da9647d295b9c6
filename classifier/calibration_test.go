package classifier

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"stance/datasets"
)

// testdata/calibration.py wrote the parameters with scipy 1.10.1, which minimises
// the loss as the script spells it out, without our derivatives.
func TestCalibrationEqualsScipysMinimum(t *testing.T) {
	var cases []struct {
		Name   string
		Scores [][]float64
		Y      []int
		Seen   []bool
		Scale  float64
		Shift  []float64
		Loss   float64
	}
	readJSON(t, "calibration.json", &cases)
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			got := calibrate(c.Scores, c.Y, c.Seen)
			if !near(got.Scale, c.Scale, 1e-4) || !nearAll(got.Shift, c.Shift, 1e-4) {
				t.Errorf("scale %.6f, shift %.6f; want %.6f, %.6f", got.Scale, got.Shift, c.Scale, c.Shift)
			}
			if loss := got.loss(c.Scores, c.Y); !near(loss, c.Loss, 1e-6) {
				t.Errorf("loss %.8f, want %.8f", loss, c.Loss)
			}
		})
	}
}

// checkProbabilities fails unless p are the probabilities of the classes seen.
func checkProbabilities(t *testing.T, p []float64, seen []bool) {
	t.Helper()
	sum := 0.0
	for k, v := range p {
		if sum += v; !(v >= 0 && v <= 1) || !seen[k] && v != 0 {
			t.Errorf("probabilities %v of classes seen %v", p, seen)
		}
	}
	if !near(sum, 1, 1e-12) {
		t.Errorf("probabilities %v sum to %v", p, sum)
	}
}

func TestProbabilitiesSumToOneAndUnseenClassesHaveNone(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 0))
	for range 200 {
		scores, y := make([][]float64, 1+r.IntN(30)), []int(nil)
		seen := []bool{true, r.IntN(2) == 0, r.IntN(2) == 0}
		spread := math.Pow(10, float64(r.IntN(7)-3))
		for i := range scores {
			scores[i] = []float64{spread * r.NormFloat64(), spread * r.NormFloat64(), spread * r.NormFloat64()}
			k := r.IntN(3)
			if !seen[k] {
				k = 0
			}
			y = append(y, k)
		}
		c := calibrate(scores, y, seen)
		if !(c.Scale > 0) {
			t.Errorf("scale %v turns the scores around", c.Scale)
		}
		for _, p := range c.all(scores) {
			checkProbabilities(t, p, seen)
		}
	}
}

func TestCalibrationSurvivesDegenerateRows(t *testing.T) {
	all := []bool{true, true, true}
	check := func(name string, scores [][]float64, y []int, seen []bool) {
		t.Helper()
		c := calibrate(scores, y, seen)
		if !(c.Scale > 0) || math.IsInf(c.Scale, 0) {
			t.Errorf("%s: scale %v", name, c.Scale)
		}
		for _, s := range append(scores, []float64{1e9, -1e9, 0}, []float64{0, 0, 0}) {
			checkProbabilities(t, c.Probabilities(s, nil), seen)
		}
	}
	check("no rows", nil, nil, all)
	check("one row", [][]float64{{1, 0, 0}}, []int{0}, all)
	check("one class", [][]float64{{1, 0, 0}, {-1, 2, 0}}, []int{0, 0}, []bool{true, false, false})
	check("equal scores", [][]float64{{3, 3, 3}, {3, 3, 3}}, []int{0, 1}, all)
	check("separable", [][]float64{{9, 0, 0}, {0, 9, 0}, {0, 0, 9}}, []int{0, 1, 2}, all)
	check("always wrong", [][]float64{{9, 0, 0}, {0, 9, 0}, {0, 0, 9}}, []int{1, 2, 0}, all)
	check("huge scores", [][]float64{{1e8, 0, 0}, {0, 1e8, 0}, {0, 0, 1e8}}, []int{0, 1, 1}, all)
}

// A class may stand in one group only: the model of that fold has never seen it
// and scores it as impossible. One such row must not spoil the others.
func TestRowsOfAClassThatTheirFoldNeverSawAreLeftOut(t *testing.T) {
	scores := [][]float64{{2, -2, -5}, {1, -1, -5}, {-2, 2, -5}, {-1, 1, -5}}
	y := []int{0, 0, 1, 1}
	seen := []bool{true, true, true}
	want := calibrate(scores, y, seen)
	got := calibrate(append(scores, []float64{1, 0, impossible}), append(y, 2), seen)
	if got.Scale != want.Scale || !slices.Equal(got.Shift, want.Shift) {
		t.Errorf("calibration %+v, want %+v", got, want)
	}
}

// The gradient and the Hessian are compared with differences of the loss.
func TestDerivativesOfTheCalibrationAreDifferencesOfItsLoss(t *testing.T) {
	scores := [][]float64{{2, -1, 0.5}, {0.3, 0.2, -1}, {-2, 1.5, 0}, {0, 0.1, 0.7}}
	y := []int{0, 1, 1, 2}
	c := Calibration{Scale: 0.7, Shift: []float64{0.2, -0.3, 0.1}, Seen: []bool{true, true, true}}
	const h = 1e-5
	moved := func(v int, by float64) Calibration {
		step := make([]float64, 4)
		step[v] = 1
		return c.moved(step, by)
	}
	g, hessian := c.derivatives(scores, y)
	for v := range g {
		up, down := moved(v, h), moved(v, -h)
		if d := (up.loss(scores, y) - down.loss(scores, y)) / (2 * h); !near(g[v], d, 1e-8) {
			t.Errorf("derivative %d is %v, differences give %v", v, g[v], d)
		}
		a, _ := up.derivatives(scores, y)
		b, _ := down.derivatives(scores, y)
		for u := range g {
			if d := (a[u] - b[u]) / (2 * h); !near(hessian[v][u], d, 1e-8) {
				t.Errorf("second derivative %d,%d is %v, differences give %v", v, u, hessian[v][u], d)
			}
		}
	}
}

func TestSolveSymmetricSolves(t *testing.T) {
	a := [][]float64{{4, 2, -1}, {2, 5, 0.5}, {-1, 0.5, 3}}
	want := []float64{1, -2, 3}
	b := make([]float64, 3)
	for i := range a {
		for j := range a {
			b[i] += a[i][j] * want[j]
		}
	}
	if got := solveSymmetric(a, b); !nearAll(got, want, 1e-12) {
		t.Errorf("solution %v, want %v", got, want)
	}
}

func TestPredictNeverAnswersAnUnseenClass(t *testing.T) {
	c := &Classifier{Recipe: Recipe{Task: datasets.Stance}, Offsets: []float64{0, 0, 0},
		Calibration: Calibration{Scale: 1, Shift: make([]float64, 3), Seen: []bool{false, true, true}}}
	p := c.predict([]float64{1e6, 1, 1}, nil)
	if p.Label != "against" || !slices.Equal(p.Probabilities, []float64{0, 0.5, 0.5}) {
		t.Errorf("prediction %v; want against, the first of two equals, and 0 for favor", p)
	}
	c.Offsets = []float64{9, 0, 0.1}
	if p := c.predict([]float64{1e6, 1, 1}, nil); p.Label != "none" {
		t.Errorf("label %v, want none by its offset", p.Label)
	}
}
