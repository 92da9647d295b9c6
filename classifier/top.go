package classifier

import (
	"cmp"
	"slices"

	"stance/datasets"
	"stance/features"
)

// topFeatures is how many features a model file describes for each label.
const topFeatures = 40

// topWeights returns, for each label, the columns with the highest weight, put
// into words from the first example that shows them.
func topWeights(c *Classifier, examples []*datasets.Example) [][]Weight {
	columns := make([][]int, c.Linear.Classes)
	wanted := make(map[int]string)
	for k := range columns {
		columns[k] = c.Linear.heaviest(k, topFeatures)
		for _, col := range columns[k] {
			wanted[col] = ""
		}
	}
	describe(c, examples, wanted)
	top := make([][]Weight, len(columns))
	for k, cols := range columns {
		for _, col := range cols {
			top[k] = append(top[k], Weight{wanted[col], float64(c.Linear.Weights[col*c.Linear.Classes+k])})
		}
	}
	return top
}

// describe fills in the words of the wanted columns.
func describe(c *Classifier, examples []*datasets.Example, wanted map[int]string) {
	x := features.NewExtractor(c.Families)
	missing := len(wanted)
	for _, e := range examples {
		if missing == 0 {
			return
		}
		for _, f := range c.Copies.Features(x, &e.Statement) {
			col := c.Vocabulary.Column(f.Hash)
			if words, ok := wanted[col]; ok && words == "" {
				wanted[col] = x.Describe(f, &e.Statement)
				missing--
			}
		}
	}
}

// heaviest returns the n columns with the highest positive weight for class k.
func (m *Linear) heaviest(k, n int) []int {
	var columns []int
	for c := 0; c*m.Classes < len(m.Weights); c++ {
		if m.Weights[c*m.Classes+k] > 0 {
			columns = append(columns, c)
		}
	}
	slices.SortFunc(columns, func(a, b int) int {
		if d := cmp.Compare(m.Weights[b*m.Classes+k], m.Weights[a*m.Classes+k]); d != 0 {
			return d
		}
		return a - b
	})
	return columns[:min(n, len(columns))]
}
