package reports

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"runtime"
	"strconv"
	"testing"

	"stance/datasets"
)

// outcomesOf returns n outcomes in groups of a size; the labels of a whole group
// are drawn alike if correlated, else row by row. About 70 % are right.
func outcomesOf(n, size int, correlated bool, seed uint64) []Outcome {
	rng := rand.New(rand.NewPCG(seed, 0))
	labels := datasets.Stance.Labels
	outcomes := make([]Outcome, n)
	var gold, predicted datasets.Label
	for i := range outcomes {
		if !correlated || i%size == 0 {
			gold = labels[rng.IntN(3)]
			predicted = gold
			if rng.IntN(10) < 3 {
				predicted = labels[(datasets.Stance.Index(gold)+1+rng.IntN(2))%3]
			}
		}
		outcomes[i] = Outcome{
			ID: strconv.Itoa(i), Group: i / size, Target: "T" + strconv.Itoa(rng.IntN(8)),
			Gold: gold, Prediction: datasets.Prediction{Label: predicted},
		}
	}
	return outcomes
}

func mustEvaluate(t testing.TB, outcomes []Outcome, baselines []Baseline, o Options) *Report {
	t.Helper()
	r, err := Evaluate(datasets.Stance, outcomes, baselines, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func width(e Estimate) float64 { return e.Interval.High - e.Interval.Low }

func TestSameBytesOnAnyNumberOfCores(t *testing.T) {
	outcomes := probableOutcomes(400, 1)
	encode := func(cores int) string {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		data, err := json.Marshal(mustEvaluate(t, outcomes, nil, Options{Draws: 301, Seed: 5}))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	one := encode(1)
	for _, cores := range []int{2, 3, 7} {
		if encode(cores) != one {
			t.Errorf("the report of %d cores differs from that of one", cores)
		}
	}
}

func TestSeedChangesIntervalsOnly(t *testing.T) {
	outcomes := outcomesOf(200, 2, true, 1)
	a := mustEvaluate(t, outcomes, nil, Options{Draws: 200, Seed: 1}).Scores
	b := mustEvaluate(t, outcomes, nil, Options{Draws: 200, Seed: 2}).Scores
	if a.Headline.Value != b.Headline.Value || *a.Headline.Interval == *b.Headline.Interval {
		t.Errorf("seed 1 gives %v, seed 2 %v; want equal values, other intervals", a.Headline, b.Headline)
	}
}

func TestIntervalsContainTheEstimate(t *testing.T) {
	for seed := range uint64(20) {
		s := mustEvaluate(t, outcomesOf(150, 3, true, seed), nil, Options{Draws: 400, Seed: seed}).Scores
		for _, e := range []Estimate{s.Headline, s.Macro.Precision, s.Macro.Recall, s.Macro.F1, s.Weighted.F1, s.Accuracy, s.Kappa, s.MCC} {
			if e.Interval == nil || e.Value < e.Interval.Low || e.Value > e.Interval.High {
				t.Errorf("seed %d: %v does not contain its estimate", seed, e)
			}
		}
	}
}

// Without groups the bootstrap of the accuracy is a binomial draw: its standard
// deviation is sqrt(p(1-p)/n), and 95 % lie within 1.96 of them.
func TestIntervalOfAccuracyIsBinomial(t *testing.T) {
	e := mustEvaluate(t, outcomesOf(1000, 1, false, 3), nil, Options{Draws: 20000, Seed: 1}).Scores.Accuracy
	want := 2 * 1.959964 * math.Sqrt(e.Value*(1-e.Value)/1000)
	if got := width(e); math.Abs(got/want-1) > 0.03 {
		t.Errorf("width of %v is %.4f, want %.4f within 3 %%", e, got, want)
	}
}

// Five equal rows in each group carry the information of one: the interval by
// group is sqrt(5) times that by row.
func TestGroupsOfEqualRowsWidenTheInterval(t *testing.T) {
	outcomes := outcomesOf(1000, 5, true, 4)
	byGroup := mustEvaluate(t, outcomes, nil, Options{Draws: 4000}).Scores.Accuracy
	for i := range outcomes {
		outcomes[i].Group = i
	}
	byRow := mustEvaluate(t, outcomes, nil, Options{Draws: 4000}).Scores.Accuracy
	if got, want := width(byGroup)/width(byRow), math.Sqrt(5); math.Abs(got/want-1) > 0.08 {
		t.Errorf("by group %v, by row %v: ratio %.3f, want %.3f within 8 %%", byGroup, byRow, got, want)
	}
}

// Two groups, one right and one wrong: a draw takes the right one twice, once or
// never with probability 1/4, 1/2, 1/4.
func TestTwoGroupsDrawTheWholeRange(t *testing.T) {
	r := mustEvaluate(t, []Outcome{
		{ID: "a", Group: 7, Gold: "favor", Prediction: datasets.Prediction{Label: "favor"}},
		{ID: "b", Group: 3, Gold: "favor", Prediction: datasets.Prediction{Label: "none"}},
	}, nil, Options{})
	want := Estimate{0.5, &Interval{0, 1}}
	if got := r.Scores.Accuracy; got.Value != want.Value || got.Interval == nil || *got.Interval != *want.Interval {
		t.Errorf("accuracy = %v, want %v", got, want)
	}
}

func TestOneGroupHasNoInterval(t *testing.T) {
	r := mustEvaluate(t, outcomesOf(40, 40, false, 1), nil, Options{})
	for _, e := range []Estimate{r.Scores.Headline, r.Scores.Accuracy, r.Scores.ByLabel[0].F1} {
		if e.Interval != nil || e.Interval.String() != "-" {
			t.Errorf("one group gives the interval %v, want -", e.Interval)
		}
	}
}

func TestAllRightHasNoInterval(t *testing.T) {
	outcomes := outcomesOf(60, 1, false, 1)
	for i := range outcomes {
		outcomes[i].Prediction.Label = outcomes[i].Gold
	}
	if e := mustEvaluate(t, outcomes, nil, Options{}).Scores.Accuracy; e.Value != 1 || e.Interval != nil {
		t.Errorf("accuracy = %v, want 1.000 -", e)
	}
}

func TestQuantileInterpolatesAsDefinition7(t *testing.T) {
	values := []float64{1, 2, 4, 8} // R: quantile(c(1, 2, 4, 8), q, type = 7)
	for _, test := range []struct{ q, want float64 }{{0, 1}, {0.25, 1.75}, {0.5, 3}, {0.9, 6.8}, {1, 8}} {
		if got := quantile(values, test.q); !near(got, test.want) {
			t.Errorf("quantile(%v) = %v, want %v", test.q, got, test.want)
		}
	}
	if got := quantile([]float64{5}, 0.5); got != 5 {
		t.Errorf("quantile of one value = %v, want 5", got)
	}
}

func TestPairedDifferenceIsNarrowerThanUnpaired(t *testing.T) {
	outcomes := outcomesOf(600, 3, true, 9)
	rng := rand.New(rand.NewPCG(1, 1))
	similar := Baseline{Name: "similar"}
	for _, o := range outcomes { // as the model, but for every tenth row
		label := o.Prediction.Label
		if rng.IntN(10) == 0 {
			label = datasets.None
		}
		similar.Labels = append(similar.Labels, label)
	}
	r := mustEvaluate(t, outcomes, []Baseline{similar}, Options{})
	paired, unpaired := width(r.Baselines[0].Gain.Accuracy.Estimate), width(r.Scores.Accuracy)
	if paired >= unpaired {
		t.Errorf("paired width %.3f, want below the %.3f of the model alone", paired, unpaired)
	}
}
