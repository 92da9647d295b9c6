package reports

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"testing"

	"stance/datasets"
)

// A probable is one case of testdata/probabilities.json, written by
// testdata/probabilities.py with scikit-learn, and for the ECE with the formula of Guo
// et al. (2017).
type probable struct {
	Name             string
	Gold, Predicted  []int
	P                [][]float64
	ECE, Brier       float64
	LogLoss          float64        `json:"log_loss"`
	AveragePrecision []*float64     `json:"average_precision"` // nil without support
	Points           [][][3]float64 // by label: threshold, recall, precision
}

func readProbable(t *testing.T) []probable {
	t.Helper()
	data, err := os.ReadFile("testdata/probabilities.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Cases []probable }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	return file.Cases
}

func (p *probable) outcomes() []Outcome {
	labels := datasets.Stance.Labels
	var outcomes []Outcome
	for i := range p.Gold {
		o := outcome(i, labels[p.Gold[i]], labels[p.Predicted[i]])
		o.Prediction.Probabilities = p.P[i]
		outcomes = append(outcomes, o)
	}
	return outcomes
}

func TestProbabilitiesScoreAsScikitLearn(t *testing.T) {
	cases := readProbable(t)
	if len(cases) < 30 {
		t.Fatalf("%d cases, want at least 30", len(cases))
	}
	for _, p := range cases {
		t.Run(p.Name, func(t *testing.T) {
			r := mustEvaluate(t, p.outcomes(), nil, Options{Draws: 5})
			check := func(what string, got, want float64) {
				t.Helper()
				if !(math.Abs(got-want) <= 1e-12*math.Max(1, math.Abs(want))) {
					t.Errorf("%s = %.17g, want %.17g", what, got, want)
				}
			}
			check("ECE", r.Calibration.ECE.Value, p.ECE)
			check("Brier score", r.Calibration.Brier.Value, p.Brier)
			check("log loss", r.Calibration.LogLoss.Value, p.LogLoss)
			for k, c := range r.PrecisionRecall {
				if want := p.AveragePrecision[k]; want != nil {
					check("average precision of "+string(c.Label), c.AveragePrecision.Value, *want)
				} else if c.Support != 0 || c.AveragePrecision.Value != 0 {
					t.Errorf("%s without gold: support %d, average precision %v", c.Label, c.Support, c.AveragePrecision)
				}
				if len(c.Points) != len(p.Points[k]) {
					t.Fatalf("%s: %d points, want %d", c.Label, len(c.Points), len(p.Points[k]))
				}
				for i, want := range p.Points[k] {
					check("threshold", c.Points[i].From, want[0])
					check("recall", c.Points[i].Recall, want[1])
					check("precision", c.Points[i].Precision, want[2])
				}
			}
		})
	}
}

// probableOutcomes returns outcomes in groups of three with probabilities that are
// right on average.
func probableOutcomes(n int, seed uint64) []Outcome {
	rng := rand.New(rand.NewPCG(seed, 0))
	labels := datasets.Stance.Labels
	var outcomes []Outcome
	for i := range n {
		p := []float64{rng.Float64(), rng.Float64(), rng.Float64()}
		sum := p[0] + p[1] + p[2]
		best, gold, u := 0, 2, rng.Float64()
		for k := range p {
			p[k] /= sum
			if p[k] > p[best] {
				best = k
			}
		}
		switch {
		case u < p[0]:
			gold = 0
		case u < p[0]+p[1]:
			gold = 1
		}
		o := outcome(i, labels[gold], labels[best])
		o.Group, o.Prediction.Probabilities = i/3, p
		outcomes = append(outcomes, o)
	}
	return outcomes
}

// A draw must give what the rows give when they are written out as often as drawn.
func TestDrawIsTheRowsWrittenOut(t *testing.T) {
	outcomes := probableOutcomes(90, 3)
	e := prepared(t, outcomes)
	times := make([]int32, e.groups)
	rng := rand.New(rand.NewPCG(8, 0))
	var drawn []Outcome
	for range times {
		g := rng.IntN(len(times))
		times[g]++
		for i := range outcomes {
			if outcomes[i].Group == g {
				drawn = append(drawn, outcomes[i])
			}
		}
	}
	want := mustEvaluate(t, drawn, nil, Options{Draws: 1})
	check := func(what string, got, want float64) {
		t.Helper()
		if !near(got, want) {
			t.Errorf("%s of a draw = %v, want %v", what, got, want)
		}
	}
	got := make([]float64, 3)
	e.weighCalibration(e.calibrated)(times, got)
	check("ECE", got[ofECE], want.Calibration.ECE.Value)
	check("Brier score", got[ofBrier], want.Calibration.Brier.Value)
	check("log loss", got[ofLogLoss], want.Calibration.LogLoss.Value)
	for k, r := range e.ranked {
		r.weigh(times, got[:1])
		check("average precision", got[0], want.PrecisionRecall[k].AveragePrecision.Value)
	}
}

// prepared returns an evaluation before its bootstrap.
func prepared(t *testing.T, outcomes []Outcome) *evaluation {
	t.Helper()
	e := &evaluation{task: datasets.Stance, outcomes: outcomes}
	if err := e.addAll(); err != nil {
		t.Fatal(err)
	}
	return e
}

// Probabilities that are exactly right have an ECE all the same: the mean over many
// sets of rows must be near what ECEByChance says.
func TestECEByChanceIsThatOfRightProbabilities(t *testing.T) {
	seen, said := 0.0, 0.0
	const sets = 300
	for seed := range uint64(sets) {
		c := mustEvaluate(t, probableOutcomes(300, seed), nil, Options{Draws: 1}).Calibration
		seen, said = seen+c.ECE.Value/sets, said+c.ECEByChance/sets
	}
	if math.Abs(seen/said-1) > 0.05 {
		t.Errorf("right probabilities show an ECE of %.4f, ECEByChance says %.4f", seen, said)
	}
}

func TestCoverageKeepsWhatIsProbableEnough(t *testing.T) {
	var outcomes []Outcome
	add := func(gold, predicted datasets.Label, p ...float64) {
		o := outcome(len(outcomes), gold, predicted)
		o.Prediction.Probabilities = p
		outcomes = append(outcomes, o)
	}
	add("favor", "favor", 0.9, 0.05, 0.05)
	add("none", "favor", 0.6, 0.2, 0.2)
	add("none", "none", 0, 0.1, 0.9)
	add("against", "none", 0.2, 0.2, 0.6)
	add("against", "against", 0.3, 0.3, 0.4)
	type kept struct {
		from         float64
		rows, polar  int
		right, sided float64
	}
	var got []kept
	for _, k := range mustEvaluate(t, outcomes, nil, Options{Draws: 50}).Coverage {
		got = append(got, kept{k.From, k.Rows, k.PolarRows, k.Right.Value, k.Polar.Value})
	}
	want := []kept{{0, 5, 3, 3. / 5, 2. / 3}, {0.6, 4, 2, 0.5, 0.5}, {0.9, 2, 1, 1, 1}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("coverage =\n%v, want\n%v", got, want)
	}
}

func TestProbabilitiesAreCheckedOrMissed(t *testing.T) {
	check := func(p []float64, want string) {
		t.Helper()
		o := outcome(7, "favor", "none")
		o.Prediction.Probabilities = p
		_, err := Evaluate(datasets.Stance, []Outcome{o}, nil, Options{Draws: 1})
		if err == nil || err.Error() != want {
			t.Errorf("probabilities %v: error %v, want %s", p, err, want)
		}
	}
	check([]float64{0.5, 0.5}, "reports: statement s7: 2 probabilities for 3 labels; give one each, or none")
	check([]float64{0.5, 0.25, 0.3}, "reports: statement s7: the probabilities sum to 1.05; scale them to sum to 1")
	check([]float64{-0.5, 1, 0.5}, "reports: statement s7: probability -0.5; give numbers from 0 to 1")
	check([]float64{math.NaN(), 1, 0}, "reports: statement s7: probability NaN; give numbers from 0 to 1")

	some := probableOutcomes(40, 1)
	some[3].Prediction.Probabilities = nil
	r := mustEvaluate(t, some, nil, Options{Draws: 10})
	if r.Calibration != nil || len(r.Coverage)+len(r.PrecisionRecall) > 0 {
		t.Error("rows without probabilities are calibrated all the same")
	}
	want := "1 of 40 predictions have no probabilities: no coverage, calibration and precision-recall"
	if last := r.Notes[len(r.Notes)-1]; last != want {
		t.Errorf("note = %q, want %q", last, want)
	}
}
