package classifier

import (
	"stance/datasets"
	"stance/features"
)

// Matrix returns the rows of examples as the classifier's linear model sees them,
// and their classes. All must have a label of the task, and their mentions.
func (c *Classifier) Matrix(examples []*datasets.Example) (features.Matrix, []int, error) {
	y, err := classes(c.Task(), examples)
	if err != nil {
		return features.Matrix{}, nil, err
	}
	bags := features.ExtractWith(c.Families, c.Recipe.Lexicon, statements(c.Task(), examples), c.Copies)
	return bags.Matrix(c.Vocabulary, upTo(len(examples)), c.Weighting), y, nil
}

// Correct returns how many rows the linear model gets right by its highest score
// alone, without calibration or operating point: what other solvers report.
func (m *Linear) Correct(x features.Matrix, y []int) int {
	n := 0
	var scores []float64
	for i, k := range y {
		scores = m.Scores(x.Row(i), scores)
		if m.Best(scores) == k {
			n++
		}
	}
	return n
}
