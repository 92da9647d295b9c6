package classifier

import (
	"cmp"
	"slices"

	"stance/datasets"
	"stance/features"
)

// topFeatures is how many features a model file describes for each label.
const topFeatures = 40

// topWeights returns, for each label, the columns that speak most for it, by their
// weight less the mean weight of the others, put into words from the first example
// that shows them.
func topWeights(c *Classifier, examples []*datasets.Example) [][]Weight {
	columns := make([][]int, c.Linear.Classes())
	wanted := make(map[int]string)
	for k := range columns {
		columns[k] = c.Linear.heaviest(k, topFeatures)
		for _, col := range columns[k] {
			wanted[col] = ""
		}
	}
	describe(c, statements(c.Task(), examples), wanted)
	top := make([][]Weight, len(columns))
	for k, cols := range columns {
		for _, col := range cols {
			top[k] = append(top[k], Weight{wanted[col], float64(c.Linear.advantage(col, k))})
		}
	}
	return top
}

// describe fills in the words of the wanted columns.
func describe(c *Classifier, statements []*datasets.Statement, wanted map[int]string) {
	x := features.NewExtractorWith(c.Families, c.Recipe.Lexicon)
	missing := len(wanted)
	for _, s := range statements {
		if missing == 0 {
			return
		}
		for _, f := range c.Copies.Features(x, s) {
			col := c.Vocabulary.Column(f.Hash)
			if words, ok := wanted[col]; ok && words == "" {
				wanted[col] = x.Describe(f, s)
				missing--
			}
		}
	}
}

// heaviest returns the n columns with the highest positive advantage for class k.
func (m *Rounded) heaviest(k, n int) []int {
	var columns []int
	advantages := make([]float32, m.Columns())
	for c := range advantages {
		if advantages[c] = m.advantage(c, k); advantages[c] > 0 {
			columns = append(columns, c)
		}
	}
	slices.SortFunc(columns, func(a, b int) int {
		return cmp.Or(cmp.Compare(advantages[b], advantages[a]), a-b)
	})
	return columns[:min(n, len(columns))]
}

// advantage returns the weight of a column for class k less the mean of the others.
func (m *Rounded) advantage(column, k int) float32 {
	w := m.of(column)
	return advantage(w[:m.Classes()], k)
}

// advantage returns number k less the mean of the others.
func advantage(w []float32, k int) float32 {
	sum := float32(0)
	for _, v := range w {
		sum += v
	}
	return w[k] - (sum-w[k])/float32(max(len(w)-1, 1))
}
