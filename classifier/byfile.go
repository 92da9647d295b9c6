package classifier

import "stance/datasets"

// byFile returns what each example counts so that in each file every label that stands there
// weighs the same, and the file as much as before. How often a pair of parties has no stance
// tells how the pairs of a corpus were drawn; a model of several corpora must not take it for a
// trait of their texts.
func byFile(examples []*datasets.Example, y []int, weights []float32) []float32 {
	type cell struct{ file, class int }
	total, labels := make(map[cell]float64), make(map[int]int)
	sum := make(map[int]float64)
	for i, e := range examples {
		c := cell{e.File, y[i]}
		if total[c] == 0 {
			labels[e.File]++
		}
		total[c] += weightOf(weights, i)
		sum[e.File] += weightOf(weights, i)
	}
	out := make([]float32, len(examples))
	for i, e := range examples {
		out[i] = float32(weightOf(weights, i) * sum[e.File] / float64(labels[e.File]) / total[cell{e.File, y[i]}])
	}
	return out
}
