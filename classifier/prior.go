package classifier

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"stance/datasets"
	"stance/features"
)

// A Prior is a trained model that training starts from: see Adapted. What is learnt has
// its families, weighting, copies and columns, and the columns that only the new rows have.
type Prior struct {
	Origin
	file *File
}

// An Origin is what a model file keeps of the prior it was trained from.
type Origin struct {
	Name     string     `json:"name"`
	SHA256   string     `json:"sha256"` // of the model file
	Training []Training `json:"training"`
	Prior    *Origin    `json:"prior,omitempty"`
}

// NewPrior returns a model as a prior; name stands in the files of what is learnt from it.
func NewPrior(name string, f *File) (*Prior, error) {
	sum := sha256.New()
	if _, err := f.WriteTo(sum); err != nil {
		return nil, err
	}
	return &Prior{Origin{name, fmt.Sprintf("%x", sum.Sum(nil)), f.Training, f.Prior}, f}, nil
}

// of returns the prior's classifier of a task, or nil.
func (p *Prior) of(t datasets.Task) *Classifier {
	if p == nil {
		return nil
	}
	return p.file.Of(t)
}

// Fingerprints returns those of the texts that the prior was trained on; nil if its file
// has none.
func (p *Prior) Fingerprints() *datasets.Fingerprints { return p.file.Fingerprints }

// Lexicon returns the directed lexicon that the prior reads with, and so what is learnt from it;
// nil is the shipped one.
func (p *Prior) Lexicon() *DirectedLexicon { return p.file.Directed }

// Has reports whether the prior answers a task.
func (p *Prior) Has(t datasets.Task) bool { return p.of(t) != nil }

// Check refuses a prior from which the examples of a task cannot be learnt: one of another
// trainer, or whose labels are not those of the examples. A prior that lacks the task is
// none, and nil is no prior.
func (p *Prior) Check(t datasets.Task, examples []*datasets.Example) error {
	c := p.of(t)
	if c == nil {
		return nil
	}
	if c.Recipe.Trainer != "logistic" {
		return fmt.Errorf("%w: the prior %s answers %s by the trainer %s; train it with logistic, or leave --prior out", datasets.ErrRefused, p.Name, t.Name, c.Recipe.Trainer)
	}
	y, err := classes(t, examples)
	if err != nil {
		return err
	}
	var lacks, unseen []string
	for k, n := range count(y, len(t.Labels)) {
		switch {
		case n == 0 && c.Counts[k] > 0:
			lacks = append(lacks, string(t.Labels[k]))
		case n > 0 && c.Counts[k] == 0:
			unseen = append(unseen, string(t.Labels[k]))
		}
	}
	switch {
	case lacks != nil:
		return fmt.Errorf("%w: the rows have no %s labelled %s, which the prior %s answers; label some, or leave --prior out", datasets.ErrRefused, t.Name, strings.Join(lacks, " or "), p.Name)
	case unseen != nil:
		return fmt.Errorf("%w: the prior %s never saw %s labelled %s, as rows are; name another, or leave --prior out", datasets.ErrRefused, p.Name, t.Name, strings.Join(unseen, " or "))
	}
	return nil
}

// adapting returns the columns to learn from rows that have the features of found, and
// the trainer: those of c, which have its weights times the scale of the recipe, and those
// that only the rows have, which have 0.
func (c *Classifier) adapting(r Recipe, found *features.Vocabulary) (*features.Vocabulary, Trainer) {
	v, at := c.Vocabulary.With(found)
	own, n := c.Linear.Linear(), c.Linear.Classes()
	from := &Linear{Classes: n, Weights: make([]float32, n*v.Columns()), Bias: make([]float64, n)}
	for column, to := range at {
		for k, w := range own.of(column) {
			from.of(int(to))[k] = float32(r.PriorScale) * w
		}
	}
	for k, b := range own.Bias {
		from.Bias[k] = r.PriorScale * b
	}
	return v, Adapted{Logistic{C: r.C, Balanced: r.balanced(), Seed: r.Seed}, from}
}
