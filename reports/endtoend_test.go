package reports

import (
	"math"
	"slices"
	"testing"

	"stance/datasets"
)

// twoArticles is counted by hand. Gold: 4 targets, 5 pairs. Found: 4 targets, 4 pairs;
// right are 3 targets, 3 pairs and 2 stances.
func twoArticles() []ArticleOutcome {
	return []ArticleOutcome{{
		ID: "a",
		Gold: []Claim{
			{0, "Iran", "Oman", datasets.Favor, "first"},
			{0, "Iraq", "Oman", datasets.Against, "first"}, // a target of two sources counts once
			{1, "", "Chile", datasets.None, "second"},
		},
		Found: []Claim{
			{0, "Iran", "Oman", datasets.Favor, "first"},
			{1, "", "Chile", datasets.Against, "second"},
			{1, "", "Peru", datasets.None, "second"},
		},
	}, {
		ID:    "b",
		Gold:  []Claim{{0, "Mali", "Togo", datasets.None, "third"}, {1, "Mali", "Togo", datasets.Favor, "fourth"}},
		Found: []Claim{{0, "Mali", "Togo", datasets.None, "third"}},
	}}
}

func TestEndToEndCountsEachLevelByHand(t *testing.T) {
	r, err := NewEndToEnd(twoArticles(), Options{Draws: 200, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		gold, found, correct int
		precision, recall    float64
	}{{4, 4, 3, 3. / 4, 3. / 4}, {5, 4, 3, 3. / 4, 3. / 5}, {5, 4, 2, 2. / 4, 2. / 5}} {
		l := r.Levels[i]
		f1 := 2 * want.precision * want.recall / (want.precision + want.recall)
		if l.Gold != want.gold || l.Found != want.found || l.Correct != want.correct ||
			math.Abs(l.Precision.Value-want.precision) > 1e-12 || math.Abs(l.Recall.Value-want.recall) > 1e-12 || math.Abs(l.F1.Value-f1) > 1e-12 {
			t.Errorf("%s: %+v, want %+v and F1 %v", l.Name, l, want, f1)
		}
		if i == 1 { // F1 is 2/3 in either article, and so in every draw
			if l.F1.Interval != nil {
				t.Errorf("%s: interval %v of draws that agree", l.Name, l.F1.Interval)
			}
			continue
		}
		if l.F1.Interval == nil || l.F1.Interval.Low > f1 || l.F1.Interval.High < f1 {
			t.Errorf("%s: interval %v of %v", l.Name, l.F1.Interval, f1)
		}
	}
}

func TestEndToEndErrorsAreToldApart(t *testing.T) {
	var kinds []string
	for _, row := range EndToEndErrors(twoArticles()).Rows {
		kinds = append(kinds, row[0]+" "+row[1]+" "+row[2]+">"+row[3]+" found "+row[5])
	}
	want := []string{"a source Iraq>Oman found Iran", "a stance >Chile found ", "a extra target >Peru found ", "b missed Mali>Togo found "}
	if !slices.Equal(kinds, want) {
		t.Errorf("errors %q, want %q", kinds, want)
	}
}

func TestEndToEndOfLittle(t *testing.T) {
	if _, err := NewEndToEnd(nil, Options{}); err == nil {
		t.Error("no article is no error")
	}
	r, err := NewEndToEnd([]ArticleOutcome{{ID: "empty"}}, Options{Draws: 10})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range r.Levels {
		if l.F1.Value != 0 || l.F1.Interval != nil {
			t.Errorf("%s of nothing is %v", l.Name, l.F1)
		}
	}
	r, _ = NewEndToEnd(twoArticles()[1:], Options{Draws: 10})
	if r.Levels[0].F1.Interval != nil {
		t.Error("one article has an interval")
	}
}
