package classifier

import (
	"fmt"
	"math"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/sjwhitworth/golearn/base"
	"github.com/sjwhitworth/golearn/evaluation"
	"github.com/sjwhitworth/golearn/naive"

	"stance/datasets"
	"stance/features"
)

// numbered returns a binary grid of classes "0", "1" and so on.
func numbered(t testing.TB, x features.Matrix, y []int, classes int) *Grid {
	t.Helper()
	task := datasets.Task{Name: "class"}
	for k := range classes {
		task.Labels = append(task.Labels, datasets.Label(strconv.Itoa(k)))
	}
	c, err := NewColumns(BinaryColumns, ColumnNames(x.Columns), task)
	if err != nil {
		t.Fatal(err)
	}
	g, err := NewGrid(c, x, y)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// trainedNB returns what GolearnNB makes of the rows.
func trainedNB(t testing.TB, x features.Matrix, y []int, classes int) *Linear {
	t.Helper()
	m, err := GolearnNB{}.Train(x, y, classes)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// The oracle is golearn's own Fit and Predict on all columns at once. It adds up
// the same logarithms in another order and breaks ties by map order, so a row may
// differ only where two classes are level to six digits.
func TestGolearnNBEqualsGolearnsPredict(t *testing.T) {
	for _, size := range []struct{ rows, columns, classes int }{
		{60, 3, 2}, {60, 12, 2}, {300, 50, 3}, {200, 300, 4}, {80, blockColumns, 3}, {80, 2*blockColumns + 1, 3},
	} {
		for seed := range uint64(3) {
			x, y := drawnRows(seed, size.rows, size.columns, size.classes, true)
			probe, gold := drawnRows(seed+100, size.rows, size.columns, size.classes, true)
			nb := naive.NewBernoulliNBClassifier()
			if err := nb.Fit(numbered(t, x, y, size.classes)); err != nil {
				t.Fatal(err)
			}
			g := numbered(t, probe, gold, size.classes)
			want, err := nb.Predict(g)
			if err != nil {
				t.Fatal(err)
			}
			m := trainedNB(t, x, y, size.classes)
			for i, k := range bestClasses(m, probe) {
				theirs, _ := strconv.Atoi(base.GetClass(want, i))
				scores := m.Scores(probe.Row(i), nil)
				if theirs != k && scores[k]-scores[theirs] > 1e-6*math.Abs(scores[k]) {
					t.Errorf("%v, seed %d, row %d: class %d, golearn says %d, scores %v", size, seed, i, k, theirs, scores)
				}
			}
		}
	}
}

func TestGolearnNBHasGolearnsAccuracy(t *testing.T) {
	x, y := drawnRows(1, 400, 60, 3, true)
	probe, gold := drawnRows(2, 400, 60, 3, true)
	test := numbered(t, probe, gold, 3)
	nb := naive.NewBernoulliNBClassifier()
	if err := nb.Fit(numbered(t, x, y, 3)); err != nil {
		t.Fatal(err)
	}
	theirs, err := nb.Predict(test)
	if err != nil {
		t.Fatal(err)
	}
	ours, err := fittedEstimator(t, GolearnNB{}, numbered(t, x, y, 3)).Predict(test)
	if err != nil {
		t.Fatal(err)
	}
	accuracy := func(answer base.FixedDataGrid) float64 {
		c, err := evaluation.GetConfusionMatrix(test, answer)
		if err != nil {
			t.Fatal(err)
		}
		return evaluation.GetAccuracy(c)
	}
	if a, b := accuracy(ours), accuracy(theirs); a != b || a < 0.75 {
		t.Errorf("accuracy %v, golearn's own %v, want the same, above 0.75", a, b)
	}
}

// The collection of Manning, Raghavan and Schütze (2008), Introduction to
// Information Retrieval, table 13.1, with the answer of example 13.2, and golearn's
// smoothing: by hand,
//
//	P(0|d5) ~ 3/4 * 4/4 * 1/4 * 1/4 * (1-2/4)^3        = 3/512
//	P(1|d5) ~ 1/4 * 2/2 * 2/2 * 2/2 * (1-1/2)^3        = 1/32
//	P(0|{}) ~ 3/4 * 1/(3+1) * (1-1/4)^2 * (1-2/4)^3    = 27/2048
//	P(1|{}) ~ 1/4 * (1/(1+1))^3 * (1-1/2)^3            = 1/256
func TestGolearnNBWorkedExample(t *testing.T) {
	row := func(cols ...int32) features.Row { // Beijing, Chinese, Japan, Macao, Shanghai, Tokyo
		ones := []float32{1, 1, 1}
		return features.Row{Cols: cols, Vals: ones[:len(cols)]}
	}
	x := features.Matrix{Columns: 6}
	for _, r := range []features.Row{row(0, 1), row(1, 4), row(1, 3), row(5, 2, 1)} {
		x.Append(r)
	}
	m := trainedNB(t, x, []int{0, 0, 0, 1}, 2)
	check := func(r features.Row, want ...float64) {
		t.Helper()
		for k, s := range m.Scores(r, nil) {
			if got := math.Exp(s); math.Abs(got-want[k]) > 1e-6*want[k] {
				t.Errorf("row %v, class %d: %v, want %v", r.Cols, k, got, want[k])
			}
		}
	}
	check(row(1, 2, 5), 3.0/512, 1.0/32)
	check(row(), 27.0/2048, 1.0/256)
}

func TestLearnedIsWhatGolearnSaves(t *testing.T) {
	x, y := drawnRows(1, 80, 20, 3, true)
	nb := naive.NewBernoulliNBClassifier()
	if err := nb.Fit(numbered(t, x, y, 3)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "nb")
	if err := nb.Save(path); err != nil {
		t.Fatal(err)
	}
	r, err := base.ReadSerializedClassifierStub(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var rows map[string]int
	var present map[string][]float64
	if err := r.GetJSONForKey("CLASS_INSTANCES", &rows); err != nil {
		t.Fatal(err)
	}
	if err := r.GetJSONForKey("COND_MAP", &present); err != nil {
		t.Fatal(err)
	}
	l, err := learnedBy(nb)
	if err != nil {
		t.Fatal(err)
	}
	for k := range 3 {
		if got, want := l.rows(k), rows[strconv.Itoa(k)]; got != want {
			t.Errorf("class %d: %d rows, want %d", k, got, want)
		}
		if got, want := l.present(k), present[strconv.Itoa(k)]; !reflect.DeepEqual(got, want) {
			t.Errorf("class %d: %v, want %v", k, got, want)
		}
	}
	if l.rows(3) != 0 || l.present(3) != nil {
		t.Error("a class that golearn does not know has rows")
	}
}

// golearn panics on a class whose rows have no column, on a row of another length
// and before Fit; GolearnNB trains where that can be helped.
func TestGolearnNBTrainsWhereGolearnPanics(t *testing.T) {
	x := features.Matrix{Columns: 2}
	for _, cols := range [][]int32{{0}, {0, 1}, {}, {}} {
		x.Append(features.Row{Cols: cols, Vals: make([]float32, len(cols))})
	}
	for i := range x.Vals {
		x.Vals[i] = 1
	}
	y := []int{0, 0, 2, 2} // class 1 has no rows, class 2 no columns
	if golearnFit(numbered(t, x, y, 3)) == nil {
		t.Error("golearn has learned to do without; the constant column is no longer needed")
	}
	m := trainedNB(t, x, y, 3)
	if got := bestClasses(m, x); !reflect.DeepEqual(got, y) {
		t.Errorf("classes %v, want %v", got, y)
	}
	for i := range y {
		if s := m.Scores(x.Row(i), nil); s[1] > s[0]-1000 || s[1] > s[2]-1000 || math.IsInf(s[1], 0) {
			t.Errorf("row %d: scores %v, want class 1 far below and finite", i, s)
		}
	}
	none := trainedNB(t, features.Matrix{Start: make([]int, 4)}, []int{0, 1, 1}, 2)
	if want := []float64{math.Log(1.0 / 3), math.Log(2.0 / 3)}; !reflect.DeepEqual(none.Bias, want) || len(none.Weights) != 0 {
		t.Errorf("without columns: bias %v, weights %v, want %v and none", none.Bias, none.Weights, want)
	}
}

// golearnFit returns golearn's panic as an error.
func golearnFit(g *Grid) (err error) {
	defer golearnPanic(&err, "in a test")
	return naive.NewBernoulliNBClassifier().Fit(g)
}

func TestGolearnNBIsDeterministicAndLeavesItsInput(t *testing.T) {
	x, y := drawnRows(1, 100, 40, 3, true)
	kept := x.Take(inOrder(100))
	first := trainedNB(t, x, y, 3)
	for range 5 {
		if !reflect.DeepEqual(trainedNB(t, x, y, 3), first) {
			t.Fatal("the same rows gave another model")
		}
	}
	if !reflect.DeepEqual(x.Cols, kept.Cols) || !reflect.DeepEqual(x.Vals, kept.Vals) {
		t.Error("training changed the rows")
	}
}

func TestGolearnNBRefusesWhatGolearnGetsWrong(t *testing.T) {
	x, y := drawnRows(1, 10, 5, 2, true)
	weighted, _ := drawnRows(1, 10, 5, 2, false)
	for name, test := range map[string]struct {
		trainer GolearnNB
		x       features.Matrix
		y       []int
		want    string
	}{
		"too many cells": {GolearnNB{MaxCells: 49}, x, y, "10 rows x 5 columns are more than 49 cells; train with nb"},
		"weights":        {GolearnNB{}, weighted, y, "it knows 0 and 1 only"},
		"no rows":        {GolearnNB{}, features.Matrix{}, nil, "no rows"},
		"short classes":  {GolearnNB{}, x, y[:9], "10 rows but 9 labels"},
		"class too high": {GolearnNB{}, x, []int{0, 0, 0, 0, 2, 0, 0, 0, 0, 0}, "row 4 has class 2 of 2"},
	} {
		if _, err := test.trainer.Train(test.x, test.y, 2); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %q in it", name, err, test.want)
		}
	}
	if _, err := (GolearnNB{MaxCells: 50}).Train(x, y, 2); err != nil {
		t.Errorf("at the limit: %v", err)
	}
}

func BenchmarkGolearnNB(b *testing.B) {
	for _, size := range []struct{ rows, columns int }{{2000, 5000}, {13000, 20000}} {
		b.Run(fmt.Sprintf("%dx%d", size.rows, size.columns), func(b *testing.B) {
			x, y := drawnRows(1, size.rows, 150, 3, true)
			spreadColumns(&x, size.columns)
			b.ReportAllocs()
			for b.Loop() {
				trainedNB(b, x, y, 3)
			}
			cells := float64(size.rows) * float64(size.columns) * float64(b.N)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/cells, "ns/cell")
		})
	}
}

// spreadColumns moves the columns apart until there are so many.
func spreadColumns(x *features.Matrix, columns int) {
	for n, c := range x.Cols {
		x.Cols[n] = c * int32(columns/x.Columns)
	}
	x.Columns = columns
}
