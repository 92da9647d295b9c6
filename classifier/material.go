package classifier

import (
	"fmt"
	"math"
	"slices"

	"stance/datasets"
	"stance/features"
)

// material is what a classifier is trained on: the features of the examples that
// have a label of the task, their classes and their folds.
type material struct {
	recipe    Recipe
	method    Method
	weighting features.Weighting
	bags      *features.Bags
	y         []int
	weights   []float32 // beside y; nil where all count the same
	fitted    []float32 // what the rows count in the fit: weights, by label and file where the recipe says so
	voices    []string  // features.Author, or none: see voices; with a prior, its copies
	folds     []int
	k         int        // folds; 0 where there are too few groups for any
	operated  *operation // of the recipe and bags as they are; nil: not known yet
}

// rows returns the rows outside (or, with inside, within) the given fold.
func (m *material) rows(fold int, inside bool) []int {
	var rows []int
	for i, f := range m.folds {
		if (f == fold) == inside {
			rows = append(rows, i)
		}
	}
	return rows
}

// upTo returns 0 to n-1.
func upTo(n int) []int {
	rows := make([]int, n)
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// fit trains on the given rows, with a vocabulary of their own.
func (m *material) fit(rows []int) (*features.Vocabulary, *Linear, error) {
	v := m.bags.Vocabulary(rows, m.recipe.MinTexts)
	trainer := m.method.trainer(m.recipe)
	if prior := m.recipe.Prior.of(m.recipe.Task); prior != nil {
		v, trainer = prior.adapting(m.recipe, v)
	}
	x := m.bags.Matrix(v, rows, m.weighting)
	y := make([]int, len(rows))
	for i, r := range rows {
		y[i] = m.y[r]
	}
	if m.fitted != nil {
		x.Weights = make([]float32, len(rows))
		for i, r := range rows {
			x.Weights[i] = m.fitted[r]
		}
	}
	linear, err := trainer.Train(x, y, len(m.recipe.Task.Labels))
	return v, linear, err
}

// weights returns what each example counts, nil where all count the same.
func weights(examples []*datasets.Example) []float32 {
	all, equal := make([]float32, len(examples)), true
	for i, e := range examples {
		all[i] = 1
		if e.Weight > 0 {
			all[i] = float32(e.Weight)
		}
		equal = equal && all[i] == all[0]
	}
	if equal {
		return nil
	}
	return all
}

// mostRepeats bounds how often a row is repeated.
const mostRepeats = 100

// repeated returns the scores and classes of the rows, each as often as it counts more
// than the lightest.
func (m *material) repeated(scores [][]float64) (s [][]float64, y []int) {
	if m.weights == nil {
		return scores, m.y
	}
	lightest := slices.Min(m.weights)
	for i, w := range m.weights {
		for range min(int(math.Round(float64(w/lightest))), mostRepeats) {
			s, y = append(s, scores[i]), append(y, m.y[i])
		}
	}
	return s, y
}

// outOfFold returns the scores of each row by the model that was trained without
// its fold. The vocabulary is built inside each fold. One fold after the other: each
// uses every core, and two matrices at a time would double the memory.
func (m *material) outOfFold() ([][]float64, error) {
	scores := make([][]float64, len(m.y))
	for fold := range m.k {
		if err := m.scoreFold(fold, scores); err != nil {
			return nil, fmt.Errorf("fold %d: %w", fold+1, err)
		}
	}
	return scores, nil
}

func (m *material) scoreFold(fold int, scores [][]float64) error {
	v, linear, err := m.fit(m.rows(fold, false))
	if err != nil {
		return err
	}
	held := m.rows(fold, true)
	x := m.bags.Matrix(v, held, m.weighting)
	for i, r := range held {
		scores[r] = linear.Scores(x.Row(i), nil)
	}
	return nil
}

// classes returns the class of every example; each must have a label of the task.
func classes(t datasets.Task, examples []*datasets.Example) ([]int, error) {
	y := make([]int, len(examples))
	for i, e := range examples {
		if y[i] = t.Index(e.Gold(t)); y[i] < 0 {
			return nil, fmt.Errorf("classifier: example %s: %q is not a %s label", e.ID, e.Gold(t), t.Name)
		}
	}
	return y, nil
}
