package reports

import "stance/datasets"

// Majority returns the baseline that gives every statement the most frequent gold
// label; a tie goes to the first label of the task.
func Majority(t datasets.Task, outcomes []Outcome) Baseline {
	counts := make([]int, len(t.Labels))
	for i := range outcomes {
		if k := t.Index(outcomes[i].Gold); k >= 0 {
			counts[k]++
		}
	}
	top := 0
	for k, n := range counts {
		if n > counts[top] {
			top = k
		}
	}
	b := Baseline{Name: "majority", Labels: make([]datasets.Label, len(outcomes))}
	for i := range b.Labels {
		b.Labels[i] = t.Labels[top]
	}
	return b
}
