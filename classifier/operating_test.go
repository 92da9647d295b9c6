package classifier

import (
	"math/rand/v2"
	"slices"
	"testing"

	"stance/datasets"
)

// The metric of SemEval-2016 Task 6 (Mohammad et al. 2016, section 4) is
// (F_favor + F_against)/2 with F = 2PR/(P+R); none counts only as an error. The
// confusions and their numbers are worked by hand.
func TestHeadlineIsTheMeanOfFavorAndAgainst(t *testing.T) {
	check := func(task datasets.Task, gold, predicted, correct [3]int, want float64) {
		t.Helper()
		if got := headline(task, gold[:], predicted[:], correct[:]); !near(got, want, 1e-12) {
			t.Errorf("headline of %s, gold %v, predicted %v, correct %v = %v, want %v", task.Name, gold, predicted, correct, got, want)
		}
	}
	f := func(p, r float64) float64 { return 2 * p * r / (p + r) }
	// favor: P = 30/50, R = 30/40; against: P = 20/25, R = 20/30; none: P = 15/25, R = 15/30.
	gold, predicted, correct := [3]int{40, 30, 30}, [3]int{50, 25, 25}, [3]int{30, 20, 15}
	check(datasets.Stance, gold, predicted, correct, (f(30./50, 30./40)+f(20./25, 20./30))/2)
	check(datasets.Sentiment, gold, predicted, correct, (f(30./50, 30./40)+f(20./25, 20./30)+f(15./25, 15./30))/3)
	check(datasets.Stance, [3]int{10, 10, 0}, [3]int{10, 10, 0}, [3]int{10, 10, 0}, 1)
	check(datasets.Stance, [3]int{10, 10, 5}, [3]int{0, 0, 25}, [3]int{0, 0, 5}, 0)
	check(datasets.Stance, [3]int{10, 0, 5}, [3]int{10, 5, 0}, [3]int{10, 0, 0}, 1) // no gold against: left out
	check(datasets.Stance, [3]int{0, 0, 5}, [3]int{1, 0, 4}, [3]int{0, 0, 4}, 0)
}

// bestOnGrid returns the best headline over every pair of offsets in fine steps.
func bestOnGrid(t datasets.Task, logs [][]float64, y []int) float64 {
	best := 0.0
	steps := outwards(offsetEnd, fineStep)
	for _, a := range steps {
		for _, b := range steps {
			best = max(best, headlineAt(t, logs, y, []float64{a, b, 0}))
		}
	}
	return best
}

// drawnProbabilities returns rows that lean towards none, as news does.
func drawnProbabilities(r *rand.Rand, rows int) (p [][]float64, y []int) {
	for range rows {
		k := r.IntN(3)
		z := []float64{r.NormFloat64() - 1, r.NormFloat64() - 1, r.NormFloat64()}
		z[k]++
		c := uncalibrated([]bool{true, true, true})
		p, y = append(p, c.Probabilities(z, nil)), append(y, k)
	}
	return p, y
}

func TestOperatingPointIsNeverWorseThanArgmax(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 0))
	for _, task := range datasets.Tasks {
		for range 60 {
			p, y := drawnProbabilities(r, 1+r.IntN(40))
			offsets := operatingPoint(task, p, y)
			plain, got := headlineAt(task, logs(p), y, make([]float64, 3)), headlineAt(task, logs(p), y, offsets)
			if got < plain || offsets[2] != 0 {
				t.Errorf("%s: headline %v at %v, plain argmax has %v", task.Name, got, offsets, plain)
			}
		}
	}
}

// The coarse steps may miss the best pair, by little: what is lost is within the noise
// of the rows.
func TestOperatingPointIsNearTheBestOfAllFineSteps(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 0))
	for _, task := range datasets.Tasks {
		for range 4 {
			p, y := drawnProbabilities(r, 300)
			offsets := operatingPoint(task, p, y)
			got, best := headlineAt(task, logs(p), y, offsets), bestOnGrid(task, logs(p), y)
			if got < best-0.015 {
				t.Errorf("%s: headline %v at %v, the grid has %v", task.Name, got, offsets, best)
			}
		}
	}
}

func TestOperatingPointMovesOnlyWhatGains(t *testing.T) {
	check := func(name string, p [][]float64, y []int, want ...float64) {
		t.Helper()
		if got := operatingPoint(datasets.Stance, p, y); !nearAll(got, want, 1e-12) {
			t.Errorf("%s: offsets %v, want %v", name, got, want)
		}
	}
	check("argmax is right already", [][]float64{{.6, .2, .2}, {.2, .6, .2}, {.2, .2, .6}}, []int{0, 1, 2}, 0, 0, 0)
	check("no rows", nil, nil, 0, 0, 0)
	check("equal probabilities", [][]float64{{.4, .3, .3}, {.4, .3, .3}}, []int{0, 0}, 0, 0, 0)
	// log .38/.32 = 0.172: favor needs 0.25, the first coarse step beyond.
	check("favor too shy", [][]float64{{.32, .30, .38}, {.1, .7, .2}, {.1, .1, .8}}, []int{0, 1, 2}, 0.25, 0, 0)
	// log .5/.4 = 0.223: favor must give up 0.25.
	check("favor too bold", [][]float64{{.5, .1, .4}, {.8, .1, .1}, {.1, .8, .1}}, []int{2, 0, 1}, -0.25, 0, 0)
	check("an unseen class stays where it is", [][]float64{{.5, 0, .5}, {.4, 0, .6}}, []int{2, 0}, 0.5, 0, 0)
}

func TestTiesGoToTheFirstLabel(t *testing.T) {
	check := func(logs, offsets []float64, want int) {
		t.Helper()
		if got := decide(logs, offsets); got != want {
			t.Errorf("decide(%v, %v) = %d, want %d", logs, offsets, got, want)
		}
	}
	check([]float64{-1, -1, -1}, []float64{0, 0, 0}, 0)
	check([]float64{-2, -1, -1}, []float64{0, 0, 0}, 1)
	check([]float64{-2, -1, -1}, []float64{1, 0, 0}, 0)
	check([]float64{-2, -1, -1}, []float64{0, 0, 0.1}, 2)
}

func TestDecideAndPredictAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 0))
	c := &Classifier{Recipe: Recipe{Task: datasets.Stance}, Calibration: uncalibrated([]bool{true, false, true})}
	for range 500 {
		c.Offsets = []float64{r.NormFloat64(), r.NormFloat64(), 0}
		p := c.predict([]float64{100 * r.NormFloat64(), 100 * r.NormFloat64(), 100 * r.NormFloat64()}, nil)
		want := datasets.Stance.Labels[decide(logs([][]float64{p.Probabilities})[0], c.Offsets)]
		if p.Label != want {
			t.Errorf("predict says %s, decide %s, of %v at %v", p.Label, want, p.Probabilities, c.Offsets)
		}
	}
}

func TestOutwardsBeginsWithTheSmallestChange(t *testing.T) {
	if got, want := outwards(0.5, 0.25), []float64{0, 0.25, -0.25, 0.5, -0.5}; !slices.Equal(got, want) {
		t.Errorf("outwards = %v, want %v", got, want)
	}
}
