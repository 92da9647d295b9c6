package reports

import (
	"cmp"
	"slices"
)

// Holm returns the p values, each raised so that the probability to find any of
// them below a level, where there is nothing to be found, is at most the level,
// however they depend on each other:
//
//	adjusted p(i) = max over j <= i of min(1, (m-j+1) p(j)),  p(1) <= ... <= p(m)
//
// Holm (1979), A Simple Sequentially Rejective Multiple Test Procedure,
// Scandinavian Journal of Statistics 6(2).
func Holm(p []float64) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	adjusted, highest := make([]float64, len(p)), 0.0
	for j, i := range order {
		highest = max(highest, min(1, float64(len(p)-j)*p[i]))
		adjusted[i] = highest
	}
	return adjusted
}
