package classifier

import (
	"math"

	"stance/datasets"
	"stance/features"
)

// A Labeller labels statements for one task. It reuses its buffers, so a goroutine
// needs its own.
type Labeller struct {
	c         *Classifier
	extractor *features.Extractor
	hits      []hit
	scores    []float64
	squares   [features.Blocks]float32 // squared length of each block
	shares    []float64                // evidence of each token
	spans     []datasets.Span
	buffer    datasets.Statement // of asked
}

// lanes is how many labels a task may have.
const lanes = 4

// A quad holds one number for each class.
type quad [lanes]float32

// A hit is a feature of the statement in work that has a column.
type hit struct {
	column  int32
	feature int32
}

// newLabeller returns a labeller.
func (c *Classifier) newLabeller() *Labeller {
	return &Labeller{c: c, extractor: features.NewExtractor(c.Families), scores: make([]float64, c.Linear.Classes())}
}

// Label returns the prediction for a statement whose mentions are filled in. Its
// probabilities are written to p.
func (l *Labeller) Label(s *datasets.Statement, p []float64) datasets.Prediction {
	l.score(s)
	return l.c.predict(l.scores, p)
}

// score fills scores and hits.
func (l *Labeller) score(s *datasets.Statement) {
	found := l.c.Copies.Features(l.extractor, asked(l.c.Task(), s, &l.buffer))
	l.hits = l.hits[:0]
	var sums [features.Blocks]quad
	l.squares = [features.Blocks]float32{}
	for i := range found {
		f := &found[i]
		col := l.c.Vocabulary.Column(f.Hash)
		if col < 0 {
			continue
		}
		l.hits = append(l.hits, hit{int32(col), int32(i)})
		b, v := f.Block(), f.Value*l.c.Weighting.Of(l.c.Vocabulary, col)
		w := l.c.Linear.of(col)
		for k := range w {
			sums[b][k] += w[k] * v
		}
		l.squares[b] += v * v
	}
	copy(l.scores, l.c.Linear.Bias)
	for b := range sums {
		scale := l.scale(l.squares[b])
		for k := range l.scores {
			l.scores[k] += float64(sums[b][k]) * scale
		}
	}
}

// asked returns the statement as the task asks about it. Sentiment leaves the source
// out: the tone of words does not depend on who is taken to hold it, and a source
// named in the text is one more party. What differs is written to buffer, or where
// that is nil to new memory.
func asked(t datasets.Task, s, buffer *datasets.Statement) *datasets.Statement {
	if t.Name != datasets.Sentiment.Name || s.Source == "" {
		return s
	}
	if buffer == nil {
		buffer = new(datasets.Statement)
	}
	*buffer = *s
	buffer.Source = ""
	return buffer
}

// scale returns what a block of the given squared length is multiplied with.
func (l *Labeller) scale(square float32) float64 {
	if !l.c.Weighting.Unit || square == 0 {
		return 1
	}
	return 1 / math.Sqrt(float64(square))
}
