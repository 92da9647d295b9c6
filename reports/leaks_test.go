package reports

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

// leaky returns ten outcomes: four leaks, all right, and six others, three right.
func leaky() []Outcome {
	var outcomes []Outcome
	for i := range 10 {
		o := outcome(i, datasets.Stance.Labels[i%2], datasets.Stance.Labels[i%2])
		switch {
		case i < 3:
			o.Leak = datasets.ExactLeak
		case i < 4:
			o.Leak = datasets.NearLeak
		case i < 7:
			o.Prediction.Label = datasets.None
		}
		outcomes = append(outcomes, o)
	}
	return outcomes
}

func TestLeaksAreScoredApart(t *testing.T) {
	all := leaky()
	with := mustEvaluate(t, all, nil, Options{Seed: 1, Leaks: &LeakCheck{Texts: 9, Known: 9}})
	without := mustEvaluate(t, all[4:], nil, Options{Seed: 1})
	l := with.Leaks
	if !l.Checked || l.Exact != 3 || l.Near != 1 || l.Without.Rows != 6 || l.Leaked.Rows != 4 {
		t.Fatalf("leaks %+v", l)
	}
	// The numbers without leaks are those of a file without these rows.
	if l.Without.Headline.Value != without.Scores.Headline.Value || l.Without.Accuracy.Value != 0.5 || l.Leaked.Accuracy.Value != 1 {
		t.Errorf("without %+v, leaked %+v", l.Without, l.Leaked)
	}
	if want := with.Scores.Headline.Value - without.Scores.Headline.Value; l.Gain.Value != want {
		t.Errorf("gain %v, want %v", l.Gain.Value, want)
	}
	if last := with.Notes[len(with.Notes)-1]; !strings.HasPrefix(last, "leaks: 4 of 10 gold rows stand in the training data (3 exactly, 1 nearly); without them F1(favor,against) 0.6") {
		t.Errorf("note %q", last)
	}
	var b bytes.Buffer
	if err := with.leakTable().WriteText(&b); err != nil || !strings.Contains(b.String(), "| without leaks           |    6 |      6 |     0.6") {
		t.Errorf("%v:\n%s", err, b.String())
	}
}

func TestLeaksOfLittle(t *testing.T) {
	check := func(outcomes []Outcome, c *LeakCheck, note string, table bool) {
		t.Helper()
		r := mustEvaluate(t, outcomes, nil, Options{Leaks: c})
		got := ""
		if n := len(r.Notes); n > 0 && strings.HasPrefix(r.Notes[n-1], "leaks: ") {
			got = r.Notes[n-1]
		}
		isLeaks := func(t Table) bool { return t.Name == "leaks" }
		for _, tables := range [][]Table{r.Tables(), r.Summary(More{Rows: "--full"})} {
			if has := slices.ContainsFunc(tables, isLeaks); got != note || has != table {
				t.Errorf("note %q, a table of leaks: %v; want %q, %v", got, has, note, table)
			}
		}
	}
	known := &LeakCheck{Texts: 5, Known: 5}
	check(leaky()[4:], nil, "", false)
	check(leaky()[4:], known, "leaks: none of 6 gold rows stands in the training data, exactly or nearly", false)
	check(leaky()[4:], &LeakCheck{Texts: 9, Known: 5}, "leaks: none of 6 gold rows stands in the training data, exactly or nearly; but 5 of its 9 texts are known", false)
	check(leaky()[4:], &LeakCheck{Texts: 9, Known: 9, Sampled: 2}, "leaks: none of 6 gold rows stands in the training data, exactly or nearly; of 2 training texts over 31 words, a part of less than half may be missed", false)
	check(leaky()[4:], &LeakCheck{Skipped: "why"}, "leaks: not checked, why", false)
	check(leaky()[:1], known, "leaks: 1 of 1 gold rows stands in the training data (1 exactly, 0 nearly); none is left to judge by", true)
}

func TestCheckOfNothing(t *testing.T) {
	c := NewCheck(&datasets.Inspection{}, "0.0.0")
	if c.Verdict != verdictClean || c.Headline() != "Check of 0 files with 0 rows: 0 errors, 0 warnings, 0 notes" {
		t.Errorf("%s: %s", c.Verdict, c.Headline())
	}
	for _, table := range c.Tables() {
		var b bytes.Buffer
		if err := table.WriteText(&b); err != nil {
			t.Error(err)
		}
	}
}
