package datasets

import (
	"cmp"
	"fmt"
	"slices"
)

// LeaveOut returns the folds of leaving out one value of a column at a time: each
// value with at least so many rows is a fold of its own, the most frequent first;
// all others together are the last fold. names says what each fold holds. values[i] is
// the value of row i.
func LeaveOut(values []string, least int) (folds []int, names []string) {
	rows := make(map[string]int)
	for _, v := range values {
		rows[v]++
	}
	var alone []string
	others := 0
	for v, n := range rows {
		if n >= least {
			alone = append(alone, v)
		} else {
			others++
		}
	}
	slices.SortFunc(alone, func(a, b string) int { return cmp.Or(rows[b]-rows[a], cmp.Compare(a, b)) })
	fold := make(map[string]int, len(alone))
	for i, v := range alone {
		fold[v] = i
	}
	folds = make([]int, len(values))
	for i, v := range values {
		var ok bool
		if folds[i], ok = fold[v]; !ok {
			folds[i] = len(alone)
		}
	}
	if others > 0 {
		alone = append(alone, fmt.Sprintf("(%s)", count(others, "other")))
	}
	return folds, alone
}
