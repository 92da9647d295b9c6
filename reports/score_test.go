package reports

import (
	"math"
	"math/rand/v2"
	"testing"

	"stance/datasets"
)

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-12 }

// byHand is the worked example of this file:
//
//	gold \ predicted   favor against none
//	favor                  6       1    3      support 10
//	against                2       8    0      support 10
//	none                   2       3   15      support 20
//	predicted             10      12   18      40, right 29
var byHand = [][]int{{6, 1, 3}, {2, 8, 0}, {2, 3, 15}}

func TestScoresOfTheWorkedExample(t *testing.T) {
	c := &Confusion{Task: datasets.Stance, Counts: byHand}
	check := func(what string, got, want float64) {
		t.Helper()
		if !near(got, want) {
			t.Errorf("%s = %.17g, want %.17g", what, got, want)
		}
	}
	want := []Score{
		{6. / 10, 6. / 10, 12. / 20, 10, 10, 6},
		{8. / 12, 8. / 10, 16. / 22, 10, 12, 8},
		{15. / 18, 15. / 20, 30. / 38, 20, 18, 15},
	}
	for k := range want {
		if got := c.Label(k); got != want[k] {
			t.Errorf("Label(%d) = %+v, want %+v", k, got, want[k])
		}
	}
	check("macro F1", c.Macro().F1, (12./20+16./22+30./38)/3)
	check("macro recall", c.Macro().Recall, (.6+.8+.75)/3)
	check("weighted F1", c.Weighted().F1, (10*12./20+10*16./22+20*30./38)/40)
	check("accuracy", c.Accuracy(), 29./40)
	check("headline", c.Headline(), (12./20+16./22)/2)
	// chance agreement (10*10 + 10*12 + 20*18) / 40^2 = 580/1600
	check("kappa", c.Kappa(), (29./40-580./1600)/(1-580./1600))
	// covariances: 40*29-580, 40^2-(10^2+10^2+20^2), 40^2-(10^2+12^2+18^2)
	check("MCC", c.MCC(), 580/math.Sqrt(1000*1032))
}

// The organisers' scorer computes F as 2PR/(P+R) from the two ratios, counts any
// 0/0 as 0, and always divides by two, even if one label is absent.
func TestHeadlineOfStanceIsTheSemEvalScore(t *testing.T) {
	semEval := func(counts [][]int) float64 {
		sum := 0.0
		for k := range 2 {
			hit, predicted, gold := float64(counts[k][k]), 0.0, 0.0
			for j := range counts {
				predicted += float64(counts[j][k])
				gold += float64(counts[k][j])
			}
			if hit > 0 {
				p, r := hit/predicted, hit/gold
				sum += 2 * p * r / (p + r)
			}
		}
		return sum / 2
	}
	rng := rand.New(rand.NewPCG(1, 0))
	for range 1000 {
		c := randomConfusion(rng, datasets.Stance)
		if got, want := c.Headline(), semEval(c.Counts); !near(got, want) {
			t.Fatalf("%v: headline %.17g, want %.17g", c.Counts, got, want)
		}
	}
}

// The three confusions and their rounded R_K are the sample output of the web
// server of the coefficient's author (rth.dk/resources/rk).
func TestMCCEqualsGorodkinsExamples(t *testing.T) {
	cases := []struct {
		counts [][]int
		want   float64
	}{
		{[][]int{{213, 21, 12}, {89, 459, 90}, {29, 39, 958}}, 0.75},
		{[][]int{{984, 58, 23}, {239, 929, 59}, {95, 12, 894}}, 0.79},
		{[][]int{{34, 3443, 96}, {3467, 89, 32}, {13, 49, 3977}}, 0.05},
	}
	for _, test := range cases {
		c := &Confusion{Task: datasets.Stance, Counts: test.counts}
		if got := math.Round(100*c.MCC()) / 100; got != test.want {
			t.Errorf("MCC(%v) = %.2f, want %.2f", test.counts, got, test.want)
		}
	}
}

// randomConfusion returns small counts, often 0, sometimes with an empty row or column.
func randomConfusion(rng *rand.Rand, t datasets.Task) *Confusion {
	c := NewConfusion(t)
	lostRow, lostColumn := rng.IntN(2*len(t.Labels)), rng.IntN(2*len(t.Labels))
	for g := range c.Counts {
		for p := range c.Counts[g] {
			if g != lostRow && p != lostColumn {
				c.Counts[g][p] = max(0, rng.IntN(12)-3)
			}
		}
	}
	return c
}

func TestScoresKeepTheirOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 0))
	for range 1000 {
		c := randomConfusion(rng, datasets.Sentiment)
		for k := range c.Counts {
			s := c.Label(k)
			if s.F1 < min(s.Precision, s.Recall)-1e-12 || s.F1 > max(s.Precision, s.Recall)+1e-12 {
				t.Fatalf("%v: F1 of label %d outside precision and recall: %+v", c.Counts, k, s)
			}
		}
		if got, want := c.Weighted().Recall, c.Accuracy(); !near(got, want) {
			t.Fatalf("%v: weighted recall %.17g, accuracy %.17g", c.Counts, got, want)
		}
	}
}

func TestEmptyConfusionScoresZero(t *testing.T) {
	c := NewConfusion(datasets.Stance)
	if c.Macro() != (Score{}) || c.Weighted() != (Score{}) || c.Label(0) != (Score{}) {
		t.Errorf("macro %+v, weighted %+v, label %+v, want zeros", c.Macro(), c.Weighted(), c.Label(0))
	}
	if c.Accuracy() != 0 || c.Kappa() != 0 || c.MCC() != 0 || c.Headline() != 0 {
		t.Errorf("accuracy %v, kappa %v, MCC %v, headline %v, want zeros", c.Accuracy(), c.Kappa(), c.MCC(), c.Headline())
	}
}

func TestAddCountsGoldByRow(t *testing.T) {
	c := NewConfusion(datasets.Stance)
	c.Add(datasets.Favor, datasets.None)
	c.Add(datasets.Favor, datasets.None)
	c.Add(datasets.Against, datasets.Favor)
	want := [][]int{{0, 0, 2}, {1, 0, 0}, {0, 0, 0}}
	for g := range want {
		for p := range want[g] {
			if c.Counts[g][p] != want[g][p] {
				t.Errorf("Counts[%d][%d] = %d, want %d", g, p, c.Counts[g][p], want[g][p])
			}
		}
	}
}

func TestAddPanicsOnAForeignLabel(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("Add(favor, positive) to a confusion of stance did not panic")
		}
	}()
	NewConfusion(datasets.Stance).Add(datasets.Favor, datasets.Positive)
}
