package classifier

import (
	"errors"
	"fmt"
	"slices"

	"github.com/sjwhitworth/golearn/base"

	"stance/datasets"
	"stance/features"
)

// An Estimator is a trainer and the model it learned, as golearn knows models: it
// can be fitted, asked, saved and cross-validated by golearn's own code. Columns
// are matched by name and labels by their text, so the grids of Fit and Predict
// may order both as they like. No grid is written to.
//
// A Grid is read as it is; any other golearn grid cell by cell, see GridFromFixed.
// As base.Classifier asks, Fit and Load change the estimator; Predict, which does
// not, is safe for many goroutines.
type Estimator struct {
	trainer Trainer
	model   *Linear
	task    datasets.Task // class attribute and labels
	names   []string      // columns
}

var _ base.Classifier = (*Estimator)(nil)

// errNotFitted is the answer of an estimator without a model.
var errNotFitted = errors.New("classifier: estimator: no model yet; call Fit or Load first")

// NewEstimator returns an estimator that learns with t. With a nil t it can only
// Load.
func NewEstimator(t Trainer) *Estimator { return &Estimator{trainer: t} }

// EstimatorOf returns an estimator of a model that is already trained on columns
// and the task of c.
func EstimatorOf(m *Linear, c *Columns) (*Estimator, error) {
	if m.Classes != len(c.task.Labels) || len(m.Weights) != len(c.names)*m.Classes {
		return nil, fmt.Errorf("classifier: estimator: model of %d classes and %d weights, schema of %d labels and %d columns",
			m.Classes, len(m.Weights), len(c.task.Labels), len(c.names))
	}
	return &Estimator{model: m, task: c.Task(), names: c.Names()}, nil
}

// Model returns the model, nil before Fit and Load.
func (e *Estimator) Model() *Linear { return e.model }

// Fit learns from a grid with one categorical class attribute, whose values are
// the labels, in their order. Every row needs a class.
func (e *Estimator) Fit(x base.FixedDataGrid) (err error) {
	defer golearnPanic(&err, "while a grid was read")
	if e.trainer == nil {
		return errors.New("classifier: estimator: no trainer; make it with NewEstimator")
	}
	g, err := gridOf(x)
	if err != nil {
		return err
	}
	if i := slices.Index(g.y, -1); i >= 0 {
		return fmt.Errorf("classifier: estimator: row %d has no class; leave it out with Take", i)
	}
	m, err := e.trainer.Train(g.x, g.y, len(g.columns.task.Labels))
	if err != nil {
		return err
	}
	e.model, e.task, e.names = m, g.columns.task, g.columns.names
	return nil
}

// Predict returns a new grid of one column: the label of each row of x, under a
// class attribute of its own. x needs every column of Fit, and no class.
func (e *Estimator) Predict(x base.FixedDataGrid) (answer base.FixedDataGrid, err error) {
	defer golearnPanic(&err, "while a grid was read")
	if e.model == nil {
		return nil, errNotFitted
	}
	m, err := readRows(x, e.names)
	if err != nil {
		return nil, err
	}
	c, err := NewColumns(FloatColumns, nil, e.task)
	if err != nil {
		return nil, err
	}
	y := bestClasses(e.model, m)
	return NewGrid(c, features.Matrix{Start: make([]int, len(y)+1)}, y)
}

// bestClasses returns the class of each row.
func bestClasses(m *Linear, x features.Matrix) []int {
	y := make([]int, x.Rows())
	scores := make([]float64, 0, m.Classes)
	for i := range y {
		scores = m.Scores(x.Row(i), scores)
		y[i] = m.Best(scores)
	}
	return y
}

// String says what the estimator is: "stance: classifier.NaiveBayes, 3 labels, 12 columns".
func (e *Estimator) String() string {
	if e.model == nil {
		return fmt.Sprintf("%T, not fitted", e.trainer)
	}
	learner := "loaded"
	if e.trainer != nil {
		learner = fmt.Sprintf("%T", e.trainer)
	}
	return fmt.Sprintf("%s: %s, %d labels, %d columns", e.task.Name, learner, len(e.task.Labels), len(e.names))
}

// gridOf returns x itself if it is a Grid with its own class, else what
// GridFromFixed reads.
func gridOf(x base.FixedDataGrid) (*Grid, error) {
	if g, ok := x.(*Grid); ok && slices.Equal(g.marked, []int{len(g.columns.names)}) {
		return g, nil
	}
	return GridFromFixed(x, nil)
}
