package classifier

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"stance/features"
)

// solvedCase is a problem with the solution of scikit-learn 1.2.1, which wraps
// LIBLINEAR: testdata/liblinear.py wrote it.
type solvedCase struct {
	Name     string
	Columns  int
	Classes  int
	C        float64
	Balanced bool
	Y        []int
	Rows     []features.Row
	Logistic solution
	SVM      solution
}

type solution struct {
	Weights   [][]float64 // classes x columns
	Bias      []float64
	Objective []float64 // by class, at the optimum
}

func (c *solvedCase) matrix() features.Matrix {
	x := features.Matrix{Columns: c.Columns}
	for _, r := range c.Rows {
		x.Append(r)
	}
	return x
}

// linear returns a solution as a model.
func (s *solution) linear(columns int) *Linear {
	m := &Linear{Classes: len(s.Bias), Weights: make([]float32, columns*len(s.Bias)), Bias: s.Bias}
	for k, w := range s.Weights {
		for c, v := range w {
			m.Weights[c*m.Classes+k] = float32(v)
		}
	}
	return m
}

func hingeLoss(margin float64) float64    { return math.Pow(max(0, 1-margin), 2) }
func logisticLoss(margin float64) float64 { return math.Log1p(math.Exp(-margin)) }

// objective returns 1/2 w'w + sum_i C_i loss(y_i w'x_i) of class k, bias in w.
func objective(m *Linear, x features.Matrix, y []int, k int, cost [2]float64, loss func(float64) float64) float64 {
	sum := m.Bias[k] * m.Bias[k] / 2
	for _, w := range m.column(k) {
		sum += w * w / 2
	}
	for i, class := range y {
		margin, c := m.Scores(x.Row(i), nil)[k], cost[1]
		if class != k {
			margin, c = -margin, cost[0]
		}
		sum += c * loss(margin)
	}
	return sum
}

// eachSolved runs check on every case for both trainers.
func eachSolved(t *testing.T, check func(t *testing.T, c *solvedCase, x features.Matrix, trainer Trainer, want *solution, loss func(float64) float64)) {
	var cases []solvedCase
	readJSON(t, "liblinear.json", &cases)
	for _, c := range cases {
		x := c.matrix()
		t.Run(c.Name+"/logistic", func(t *testing.T) {
			check(t, &c, x, Logistic{C: c.C, Balanced: c.Balanced, Seed: 1}, &c.Logistic, logisticLoss)
		})
		t.Run(c.Name+"/svm", func(t *testing.T) {
			check(t, &c, x, SVM{C: c.C, Balanced: c.Balanced, Seed: 1}, &c.SVM, hingeLoss)
		})
	}
}

// The trainers stop loosely, at a violation of 0.1 as LIBLINEAR does unless told
// otherwise, because no label hangs on the last digits; measured, that costs up to
// 2.3e-3 of the objective. The large cost is not solved in their 100 passes: there
// LIBLINEAR too gives up at its own limit, and only the tight test below holds.
func TestTrainersReachTheObjectiveOfScikitLearn(t *testing.T) {
	eachSolved(t, func(t *testing.T, c *solvedCase, x features.Matrix, trainer Trainer, want *solution, loss func(float64) float64) {
		if c.Name == "large cost" {
			return
		}
		m, err := trainer.Train(x, c.Y, c.Classes)
		if err != nil {
			t.Fatal(err)
		}
		all := costs(c.Y, nil, c.Classes, c.C, c.Balanced)
		for k, optimum := range want.Objective {
			got := objective(m, x, c.Y, k, all[k], loss)
			if got < optimum*(1-1e-5) || got > optimum*(1+3e-3) {
				t.Errorf("class %d: objective %.6f, the optimum is %.6f", k, got, optimum)
			}
		}
		theirs, same := want.linear(c.Columns), 0
		for i := range c.Y {
			if m.Best(m.Scores(x.Row(i), nil)) == theirs.Best(theirs.Scores(x.Row(i), nil)) {
				same++
			}
		}
		if 100*same < 99*len(c.Y) {
			t.Errorf("%d of %d rows are answered as scikit-learn does, want 99 %%", same, len(c.Y))
		}
	})
}

func TestSolverFindsTheWeightsOfScikitLearnWhenItStopsTightly(t *testing.T) {
	tight := stopping{epsilon: 2 * newtonTolerance, passes: 20000, seed: 1}
	eachSolved(t, func(t *testing.T, c *solvedCase, x features.Matrix, trainer Trainer, want *solution, _ func(float64) float64) {
		var method coordinate = hingeStep{}
		if _, ok := trainer.(Logistic); ok {
			method = logisticStep{}
		}
		m := solveAll(&x, c.Y, costs(c.Y, nil, c.Classes, c.C, c.Balanced), method, tight)
		for k, w := range want.Weights {
			size := 1.0
			for _, v := range w {
				size = max(size, math.Abs(v))
			}
			if !nearAll(m.column(k), w, 5e-3*size) {
				t.Errorf("class %d: weights %.4f, want %.4f", k, m.column(k), w)
			}
		}
		if !nearAll(m.Bias, want.Bias, 1e-2) {
			t.Errorf("bias %.4f, want %.4f", m.Bias, want.Bias)
		}
	})
}

func TestBalancedCostsGiveBothSidesTheSameTotal(t *testing.T) {
	y := []int{0, 0, 0, 1, 0, 0, 0, 1, 2, 0}
	check := func(classes int, balanced bool, want ...[2]float64) {
		t.Helper()
		if got := costs(y, nil, classes, 3, balanced); !slices.Equal(got, want) {
			t.Errorf("costs = %v, want %v", got, want)
		}
	}
	// 7, 2 and 1 of ten rows: 3 * 10/(2*3) = 5 for the others of class 0, and so on.
	check(3, true, [2]float64{5, 30. / 14}, [2]float64{30. / 16, 7.5}, [2]float64{30. / 18, 15})
	check(3, false, [2]float64{3, 3}, [2]float64{3, 3}, [2]float64{3, 3})
	check(4, true, [2]float64{5, 30. / 14}, [2]float64{30. / 16, 7.5}, [2]float64{30. / 18, 15}, [2]float64{3, 3})
}

// solvers are the trainers that descend, with a cost.
func solvers(c float64, seed uint64) []Trainer {
	return []Trainer{Logistic{C: c, Balanced: true, Seed: seed}, SVM{C: c, Balanced: true, Seed: seed}}
}

func TestManyClassesEqualThemSolvedOneByOne(t *testing.T) {
	x, y := drawnRows(11, 200, 30, 6, false)
	for _, trainer := range solvers(1, 3) {
		all, err := trainer.Train(x, y, 6)
		if err != nil {
			t.Fatal(err)
		}
		for k := range 6 {
			side := make([]int, len(y)) // class 1: the rows of class k
			for i := range y {
				if y[i] == k {
					side[i] = 1
				}
			}
			one, err := trainer.Train(x, side, 2)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(all.column(k), one.column(1)) || all.Bias[k] != one.Bias[1] {
				t.Errorf("%T: class %d differs from the same class solved alone", trainer, k)
			}
		}
	}
}

func TestSolversAreDeterministicAndSeedsOnlyChangeTheLastDigits(t *testing.T) {
	x, y := drawnRows(12, 300, 40, 3, false)
	for i, trainer := range solvers(1, 1) {
		a, _ := trainer.Train(x, y, 3)
		b, _ := trainer.Train(x, y, 3)
		if !slices.Equal(a.Weights, b.Weights) || !slices.Equal(a.Bias, b.Bias) {
			t.Errorf("%T: the same seed gave other weights", trainer)
		}
		c, _ := solvers(1, 2)[i].Train(x, y, 3)
		if slices.Equal(a.Weights, c.Weights) {
			t.Errorf("%T: another seed gave the same weights, so it is not used", trainer)
		}
		for k := range 3 {
			if !nearAll(a.column(k), c.column(k), 0.05) {
				t.Errorf("%T: class %d: another seed moved a weight by more than 0.05", trainer, k)
			}
		}
	}
}

func TestSolversSurviveDegenerateInput(t *testing.T) {
	outlier := matrixOf(2, []float64{1000, 0}, []float64{1000, 0}, []float64{900, 1}, []float64{-1000, 1})
	check := func(name string, x features.Matrix, y []int, classes int, want ...int) {
		t.Helper()
		for _, c := range []float64{1e-9, 1e-3, 1, 1e3, 1e9} {
			for _, trainer := range solvers(c, 1) {
				m, err := trainer.Train(x, y, classes)
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				if err := m.finite(); err != nil {
					t.Errorf("%s: %T, C %v: %v", name, trainer, c, err)
				}
				for i, k := range want {
					if got := m.Best(m.Scores(x.Row(i), nil)); got != k && c == 1 {
						t.Errorf("%s: %T: row %d is class %d, want %d", name, trainer, i, got, k)
					}
				}
			}
		}
	}
	check("one row", matrixOf(2, []float64{1, 2}), []int{1}, 3, 1)
	check("one class", matrixOf(2, []float64{1, 2}, []float64{2, 1}), []int{2, 2}, 3, 2, 2)
	check("only one class exists", matrixOf(2, []float64{1, 2}), []int{0}, 1, 0)
	check("a class without rows", matrixOf(2, []float64{1, 0}, []float64{0, 1}), []int{0, 2}, 3, 0, 2)
	check("no columns", matrixOf(0, nil, nil, nil), []int{1, 1, 0}, 2)
	check("empty rows", matrixOf(3, nil, nil, []float64{0, 1, 0}), []int{0, 0, 1}, 2, 0, 0, 1)
	check("equal rows of two classes", matrixOf(1, []float64{1}, []float64{1}), []int{0, 1}, 2)
	check("long rows, one of them labelled wrongly", outlier, []int{0, 0, 1, 1}, 2)
}

// finite returns an error if a number of the model is none.
func (m *Linear) finite() error {
	for i, w := range m.Weights {
		if v := float64(w); math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("weight %d is %v", i, v)
		}
	}
	for k, b := range m.Bias {
		if math.IsNaN(b) || math.IsInf(b, 0) {
			return fmt.Errorf("bias %d is %v", k, b)
		}
	}
	return nil
}

func TestTrainersRefuseWhatTheyCannotLearnFrom(t *testing.T) {
	x := matrixOf(1, []float64{1}, []float64{2})
	check := func(trainer Trainer, x features.Matrix, y []int, want string) {
		t.Helper()
		if _, err := trainer.Train(x, y, 2); err == nil || err.Error() != want {
			t.Errorf("%T: error %v, want %s", trainer, err, want)
		}
	}
	for _, trainer := range []Trainer{Logistic{C: 1}, SVM{C: 1}, NaiveBayes{Alpha: 1}, Majority{}, Lexicon{}} {
		check(trainer, x, []int{0}, "classifier: 2 rows but 1 labels")
		check(trainer, features.Matrix{Columns: 1}, nil, "classifier: no rows to train on")
		check(trainer, x, []int{0, 2}, "classifier: row 1 has class 2 of 2")
		check(trainer, x, []int{-1, 1}, "classifier: row 0 has class -1 of 2")
	}
	for _, trainer := range []Trainer{Logistic{}, SVM{}, NaiveBayes{}} {
		check(trainer, x, []int{0, 1}, "classifier: c is 0; it must be above 0")
	}
	for _, trainer := range []Trainer{Logistic{C: math.NaN()}, SVM{C: math.NaN()}, NaiveBayes{Alpha: math.NaN()}} {
		check(trainer, x, []int{0, 1}, "classifier: c is NaN; it must be above 0")
	}
	for _, trainer := range []Trainer{Logistic{C: math.Inf(1)}, SVM{C: math.Inf(1)}} {
		check(trainer, x, []int{0, 1}, "classifier: c is +Inf; it must be finite")
	}
}

func TestARowOfWeightTwoIsTwoRows(t *testing.T) {
	tight := stopping{epsilon: 2 * newtonTolerance, passes: 20000, seed: 1}
	eachSolved(t, func(t *testing.T, c *solvedCase, x features.Matrix, trainer Trainer, _ *solution, _ func(float64) float64) {
		if c.Name == "large cost" {
			return // not solved in any number of passes that a test can wait for
		}
		var method coordinate = hingeStep{}
		if _, ok := trainer.(Logistic); ok {
			method = logisticStep{}
		}
		heavy := x
		heavy.Weights = make([]float32, x.Rows())
		twice, y := features.Matrix{Columns: x.Columns}, []int{}
		for i := range x.Rows() {
			heavy.Weights[i] = 1
			for range 1 + i%2 {
				twice.Append(x.Row(i))
				y = append(y, c.Y[i])
			}
			heavy.Weights[i] = float32(1 + i%2)
		}
		got := solveAll(&heavy, c.Y, costs(c.Y, heavy.Weights, c.Classes, c.C, c.Balanced), method, tight)
		want := solveAll(&twice, y, costs(y, nil, c.Classes, c.C, c.Balanced), method, tight)
		for k := range c.Classes {
			size := 1.0
			for _, v := range want.column(k) {
				size = max(size, math.Abs(v))
			}
			if !nearAll(got.column(k), want.column(k), 1e-2*size) {
				t.Errorf("class %d: weights %.4f, want %.4f", k, got.column(k), want.column(k))
			}
		}
	})
}
