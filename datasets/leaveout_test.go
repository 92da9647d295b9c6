package datasets

import (
	"slices"
	"testing"
)

func TestLeaveOutGivesFrequentValuesAFoldOfTheirOwn(t *testing.T) {
	check := func(values []string, least int, wantFolds []int, wantNames ...string) {
		t.Helper()
		folds, names := LeaveOut(values, least)
		if !slices.Equal(folds, wantFolds) || !slices.Equal(names, wantNames) {
			t.Errorf("LeaveOut(%q, %d) = %v %q, want %v %q", values, least, folds, names, wantFolds, wantNames)
		}
	}
	check(nil, 2, []int{})
	check([]string{"a"}, 1, []int{0}, "a")
	check([]string{"a"}, 2, []int{0}, "(1 other)")
	check([]string{"b", "a", "b", "c", "a", "d"}, 2, []int{1, 0, 1, 2, 0, 2}, "a", "b", "(2 others)")
	check([]string{"b", "a", "b", ""}, 1, []int{0, 2, 0, 1}, "b", "", "a")
}
