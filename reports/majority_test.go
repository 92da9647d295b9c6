package reports

import (
	"slices"
	"testing"

	"stance/datasets"
)

func TestMajorityIsTheMostFrequentGold(t *testing.T) {
	check := func(want datasets.Label, gold ...datasets.Label) {
		t.Helper()
		var outcomes []Outcome
		for i, l := range gold {
			outcomes = append(outcomes, outcome(i, l, datasets.None))
		}
		got := Majority(datasets.Stance, outcomes)
		if got.Name != "majority" || !slices.Equal(got.Labels, slices.Repeat([]datasets.Label{want}, len(gold))) {
			t.Errorf("majority of %q is %+v, want %s", gold, got, want)
		}
	}
	check(datasets.Favor)
	check(datasets.None, datasets.None)
	check(datasets.Against, datasets.None, datasets.Against, datasets.Against)
	check(datasets.Against, datasets.None, datasets.Against) // a tie: the first label of the task
}
