package classifier

import (
	"cmp"
	"slices"

	"stance/datasets"
	"stance/features"
)

// topFeatures is how many features a model file describes for each label.
const topFeatures = 40

// wordless is how many columns are looked at for each of topFeatures where training
// started from a prior: of its columns only the heaviest are known in words, and those
// that the examples show.
const wordless = 20

// topWeights returns, for each label, the columns that speak most for it, by their
// weight less the mean weight of the others, put into words from the first example
// that shows them, or as the prior does. Columns that nobody has words for are left out.
func topWeights(c *Classifier, examples []*datasets.Example) [][]Weight {
	columns, considered := make([][]int, c.Linear.Classes()), topFeatures
	prior := c.Recipe.Prior.of(c.Task())
	if prior != nil {
		considered *= wordless
	}
	wanted := make(map[int]string)
	for k := range columns {
		columns[k] = c.Linear.heaviest(k, considered)
		for _, col := range columns[k] {
			wanted[col] = ""
		}
	}
	describe(c, statements(c.Task(), examples), wanted)
	if prior != nil && c.Recipe.Prior.Prior == nil { // else its list has gaps
		prior.describeIn(c, wanted)
	}
	top := make([][]Weight, len(columns))
	for k, cols := range columns {
		for _, col := range cols {
			if words := wanted[col]; words != "" && len(top[k]) < topFeatures {
				top[k] = append(top[k], Weight{words, float64(c.Linear.advantage(col, k))})
			}
		}
	}
	return top
}

// describeIn fills in the words of the columns of other, learnt from c, that c's own list
// of heaviest columns has words for.
func (c *Classifier) describeIn(other *Classifier, wanted map[int]string) {
	_, at := c.Vocabulary.With(other.Vocabulary) // other has all of c's columns: at is where
	for k, top := range c.Top {
		for i, column := range c.Linear.heaviest(k, topFeatures) {
			if words, ok := wanted[int(at[column])]; ok && words == "" && i < len(top) {
				wanted[int(at[column])] = top[i].Feature
			}
		}
	}
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
