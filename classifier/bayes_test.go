package classifier

import (
	"math"
	"slices"
	"testing"
)

// testdata/bayes.py wrote the numbers with scikit-learn 1.2.1, MultinomialNB.
func TestNaiveBayesEqualsScikitLearn(t *testing.T) {
	var cases []struct {
		Counts     [][]float64
		Y          []int
		Classes    int
		Alpha      float64
		Prior      []float64   `json:"log_prior"`
		Likelihood [][]float64 `json:"log_likelihood"` // classes x columns
		Joint      [][]float64 // rows x classes
	}
	readJSON(t, "bayes.json", &cases)
	for _, c := range cases {
		x := matrixOf(len(c.Counts[0]), c.Counts...)
		m, err := NaiveBayes{Alpha: c.Alpha}.Train(x, c.Y, c.Classes)
		if err != nil {
			t.Fatal(err)
		}
		if !nearAll(m.Bias, c.Prior, 1e-12) {
			t.Errorf("log P(c) = %v, want %v", m.Bias, c.Prior)
		}
		for k, want := range c.Likelihood {
			if !nearAll(m.column(k), want, 1e-6) {
				t.Errorf("log P(t|%d) = %v, want %v", k, m.column(k), want)
			}
		}
		for i, want := range c.Joint {
			if got := m.Scores(x.Row(i), nil); !nearAll(got, want, 1e-5) {
				t.Errorf("row %d: scores %v, want %v", i, got, want)
			}
		}
	}
}

// Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval,
// table 13.1 and example 13.1: three articles about China, one that is not, and
// "Chinese Chinese Chinese Tokyo Japan" to be judged.
func TestNaiveBayesWorksTheChinaExampleOfTheBook(t *testing.T) {
	// Columns: Beijing, Chinese, Japan, Macao, Shanghai, Tokyo.
	x := matrixOf(6,
		[]float64{1, 2, 0, 0, 0, 0},
		[]float64{0, 2, 0, 0, 1, 0},
		[]float64{0, 1, 0, 1, 0, 0},
		[]float64{0, 1, 1, 0, 0, 1})
	m, err := NaiveBayes{Alpha: 1}.Train(x, []int{0, 0, 0, 1}, 2)
	if err != nil {
		t.Fatal(err)
	}
	check := func(what string, got, want float64) {
		t.Helper()
		if !near(math.Exp(got), want, 1e-6) {
			t.Errorf("%s = %v, want %v", what, math.Exp(got), want)
		}
	}
	check("P(c)", m.Bias[0], 3./4)
	check("P(Chinese|c)", m.column(0)[1], 6./14)
	check("P(Tokyo|c)", m.column(0)[5], 1./14)
	check("P(Japan|c)", m.column(0)[2], 1./14)
	check("P(Chinese|not c)", m.column(1)[1], 2./9)
	check("P(Tokyo|not c)", m.column(1)[5], 2./9)
	check("P(Japan|not c)", m.column(1)[2], 2./9)

	test := matrixOf(6, []float64{0, 3, 1, 0, 0, 1})
	scores := m.Scores(test.Row(0), nil)
	rounded := []float64{math.Round(1e4 * math.Exp(scores[0])), math.Round(1e4 * math.Exp(scores[1]))}
	if !slices.Equal(rounded, []float64{3, 1}) {
		t.Errorf("P(c|d5) and P(not c|d5) are proportional to %v / 10000, the book says 0.0003 and 0.0001", rounded)
	}
}

func TestNaiveBayesKeepsUnseenClassesLast(t *testing.T) {
	x := matrixOf(2, []float64{5, 1}, []float64{1, 5})
	m, err := NaiveBayes{Alpha: 1}.Train(x, []int{0, 2}, 4)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.finite(); err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{0, 2} {
		if got := m.Best(m.Scores(x.Row(i), nil)); got != want {
			t.Errorf("row %d is class %d, want %d", i, got, want)
		}
	}
}

func TestMajorityAnswersTheMostFrequentClass(t *testing.T) {
	x := matrixOf(2, []float64{1, 0}, []float64{0, 1}, []float64{1, 1}, []float64{0, 0})
	check := func(y []int, want int, bias ...float64) {
		t.Helper()
		m, err := Majority{}.Train(x, y, 3)
		if err != nil {
			t.Fatal(err)
		}
		if got := m.Best(m.Scores(x.Row(0), nil)); got != want || !nearAll(m.Bias, bias, 1e-12) {
			t.Errorf("majority of %v is %d with bias %v, want %d with %v", y, got, m.Bias, want, bias)
		}
	}
	check([]int{2, 2, 0, 2}, 2, math.Log(0.25), impossible, math.Log(0.75))
	check([]int{1, 0, 1, 0}, 0, math.Log(0.5), math.Log(0.5), impossible) // a tie goes to the first
}

func TestLexiconScoresByTheSignOfTheValence(t *testing.T) {
	x := matrixOf(1, []float64{2}, []float64{-1.5}, []float64{0})
	m, err := Lexicon{}.Train(x, []int{0, 1, 2}, 3)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][]float64{{2, -2, 0}, {-1.5, 1.5, 0}, {0, 0, 0}} {
		if got := m.Scores(x.Row(i), nil); !slices.Equal(got, want) {
			t.Errorf("row %d: scores %v, want %v", i, got, want)
		}
	}
}
