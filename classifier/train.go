package classifier

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"stance/datasets"
	"stance/features"
)

// calibrationFolds is how many parts the out-of-fold scores are made in.
const calibrationFolds = 5

// A Stopwatch is told how long each step of training took. nil is allowed.
type Stopwatch func(step string, took time.Duration)

// time runs work and reports how long it took.
func (s Stopwatch) time(step string, work func() error) error {
	begin := time.Now()
	err := work()
	if s != nil {
		s(step, time.Since(begin))
	}
	return err
}

// Train learns a classifier from examples whose mentions are filled in and that
// all have a label of the recipe's task. groups names what must not be torn apart
// by folds: examples of one article have the same number. Same examples, recipe
// and seed: the same classifier, on any number of cores.
func Train(r Recipe, examples []*datasets.Example, groups []int, watch Stopwatch) (*Classifier, error) {
	m, families, err := prepare(r, examples, groups, watch)
	if err != nil {
		return nil, err
	}
	copies, err := m.tune(families, examples, watch)
	if err != nil {
		return nil, err
	}
	c := &Classifier{Recipe: m.recipe, Families: families, Weighting: m.weighting, Copies: copies, Counts: count(m.y, len(r.Task.Labels))}
	err = watch.time("fit", func() error {
		var linear *Linear
		if c.Vocabulary, linear, err = m.fit(upTo(len(m.y))); err == nil {
			c.Linear = linear.Round()
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	err = watch.time("calibrate", func() error { return c.calibrate(m) })
	if err != nil {
		return nil, err
	}
	c.Top = topWeights(c, examples)
	return c, nil
}

// prepare completes the recipe, extracts features and deals out folds.
func prepare(r Recipe, examples []*datasets.Example, groups []int, watch Stopwatch) (*material, []features.Family, error) {
	if n := len(r.Task.Labels); n < 1 || n > lanes {
		return nil, nil, fmt.Errorf("classifier: task %q has %d labels; give it 1 to %d", r.Task.Name, n, lanes)
	}
	method, err := r.method()
	if err != nil {
		return nil, nil, err
	}
	r, families, err := r.complete(method, examples)
	if err != nil {
		return nil, nil, err
	}
	m := &material{recipe: r, method: method, weighting: method.weighting, weights: weights(examples), voices: voices(r.Task, examples)}
	if prior := r.Prior.of(r.Task); prior != nil {
		m.weighting, m.voices = prior.Weighting, slices.Sorted(maps.Keys(prior.Copies))
	}
	if m.y, err = classes(r.Task, examples); err != nil {
		return nil, nil, err
	}
	if len(m.y) == 0 {
		return nil, nil, fmt.Errorf("classifier: no example has a %s label", r.Task.Name)
	}
	if m.fitted = m.weights; r.ClassWeight == ClassByFile && r.Task.Index(datasets.None) >= 0 {
		m.fitted = byFile(examples, m.y, m.weights)
	}
	if m.k = min(calibrationFolds, distinct(groups)); m.k < 2 {
		m.k = 0
	} else if m.folds, err = datasets.Folds(values(examples), groups, r.Task, m.k, r.Seed); err != nil {
		return nil, nil, err
	}
	err = watch.time("features", func() error {
		m.bags = features.ExtractWith(families, r.Lexicon, statements(r.Task, examples), features.NewCopies(m.voices))
		return nil
	})
	return m, families, err
}

// calibrate fits probabilities and operating point on out-of-fold scores.
func (c *Classifier) calibrate(m *material) error {
	if m.k == 0 {
		c.Calibration, c.Offsets = uncalibrated(seen(c.Counts)), make([]float64, len(c.Counts))
		return nil
	}
	op := m.operated
	if op == nil {
		var err error
		if op, err = m.operate(); err != nil {
			return err
		}
	}
	c.Calibration, c.Offsets, c.HeldOut = op.calibration, op.offsets, op.heldOut
	return nil
}

// An operation is how a model turns scores into answers, fitted on out-of-fold
// scores, and how good the answers then are.
type operation struct {
	calibration Calibration
	offsets     []float64
	heldOut     HeldOut
	losses      []float64 // by row, -log p of its class
}

// operate returns the operation of the recipe and bags as they are.
func (m *material) operate() (*operation, error) {
	scores, err := m.outOfFold()
	if err != nil {
		return nil, err
	}
	t := m.recipe.Task
	scores, y := m.repeated(scores)
	c := calibrate(scores, y, seen(count(y, len(t.Labels))))
	p := c.all(scores)
	offsets := make([]float64, len(t.Labels))
	if m.recipe.OperatingPoint == OperatingF1 && m.method.Name != "majority" { // an offset would make it another label's
		offsets = operatingPoint(t, p, y)
	}
	return &operation{c, offsets, heldOut(t, p, y, offsets), losses(p, y)}, nil
}

// all returns the probabilities of every row of scores.
func (c *Calibration) all(scores [][]float64) [][]float64 {
	p := make([][]float64, len(scores))
	for i, s := range scores {
		p[i] = c.Probabilities(s, nil)
	}
	return p
}

// count returns the number of rows of each class.
func count(y []int, classes int) []int {
	counts := make([]int, classes)
	for _, k := range y {
		counts[k]++
	}
	return counts
}

// seen tells which classes have rows.
func seen(counts []int) []bool {
	has := make([]bool, len(counts))
	for k, n := range counts {
		has[k] = n > 0
	}
	return has
}

func distinct(groups []int) int {
	found := make(map[int]bool)
	for _, g := range groups {
		found[g] = true
	}
	return len(found)
}

// statements returns what the task asks about.
func statements(t datasets.Task, examples []*datasets.Example) []*datasets.Statement {
	out := make([]*datasets.Statement, len(examples))
	for i, e := range examples {
		out[i] = asked(t, &e.Statement, nil)
	}
	return out
}

// values returns the examples themselves.
func values(examples []*datasets.Example) []datasets.Example {
	out := make([]datasets.Example, len(examples))
	for i, e := range examples {
		out[i] = *e
	}
	return out
}
