package reports

import (
	"math"
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

// confused returns a confusion of a task with the given counts.
func confused(t datasets.Task, counts ...[]int) *Confusion {
	return &Confusion{Task: t, Counts: counts}
}

func TestLearningCurveIsTheMeanOverTrials(t *testing.T) {
	// F1 of favor and against by hand: 2*8/(10+10) = 0.8 twice; 2*6/(10+10) = 0.6 twice; all right = 1.
	good := confused(datasets.Stance, []int{8, 2, 0}, []int{2, 8, 0}, []int{0, 0, 5})
	bad := confused(datasets.Stance, []int{6, 4, 0}, []int{4, 6, 0}, []int{0, 0, 5})
	best := confused(datasets.Stance, []int{10, 0, 0}, []int{0, 10, 0}, []int{0, 0, 5})
	c := LearningCurve(datasets.Stance, []Trial{
		{1, 20, 200, best}, {0.5, 10, 100, good}, {0.5, 12, 120, bad}, {1, 20, 210, best},
	}, "toy")
	if len(c.Points) != 2 {
		t.Fatalf("%d points", len(c.Points))
	}
	want := []CurvePoint{{0.5, 2, 11, 110, 0.7, 0.6, 0.8}, {1, 2, 20, 205, 1, 1, 1}}
	for i, p := range c.Points {
		w := want[i]
		if math.Abs(p.Headline-w.Headline) > 1e-12 {
			t.Errorf("headline %v, want %v", p.Headline, w.Headline)
		}
		p.Headline, w.Headline = 0, 0
		if math.Abs(p.Low-w.Low) > 1e-12 || math.Abs(p.High-w.High) > 1e-12 {
			t.Errorf("spread %v to %v, want %v to %v", p.Low, p.High, w.Low, w.High)
		}
		p.Low, p.High, w.Low, w.High = 0, 0, 0, 0
		if p != w {
			t.Errorf("point %+v, want %+v", p, w)
		}
	}
	// What was seen, and no bound on what was not.
	note := "from 110 to 205 rows the gain is +0.300, beyond the spread of the trials: more rows are likely to help, how much the curve does not say"
	if len(c.Notes) != 1 || c.Notes[0] != note {
		t.Errorf("notes %q", c.Notes)
	}
}

func TestLearningCurveDoesNotClaimAGainInsideTheSpread(t *testing.T) {
	low := confused(datasets.Sentiment, []int{6, 4, 0}, []int{4, 6, 0}, []int{0, 0, 5})
	high := confused(datasets.Sentiment, []int{8, 2, 0}, []int{2, 8, 0}, []int{0, 0, 5})
	c := LearningCurve(datasets.Sentiment, []Trial{{0.5, 5, 50, low}, {0.5, 5, 50, high}, {1, 9, 90, low}, {1, 9, 90, high}}, "toy")
	if len(c.Notes) != 1 || !strings.HasPrefix(c.Notes[0], "~ from 50 to 90 rows") {
		t.Errorf("notes %q", c.Notes)
	}
	if c := LearningCurve(datasets.Sentiment, []Trial{{1, 9, 90, low}}, "toy"); len(c.Notes) != 0 {
		t.Errorf("one point, notes %q", c.Notes)
	}
	if c := LearningCurve(datasets.Sentiment, nil, "toy"); len(c.Points) != 0 || len(c.Table().Rows) != 0 {
		t.Errorf("no trial, points %v", c.Points)
	}
	rows := c.Table().Rows
	if want := []string{"50 %", "5", "50"}; !slices.Equal(rows[0][:3], want) {
		t.Errorf("row %q, want %q", rows[0], want)
	}
}
