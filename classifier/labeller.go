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
	scales    [features.Blocks]float64 // what each block of the statement is multiplied with
	shares    []float64                // evidence of each token
	spans     []datasets.Span
	reasons   []Weight
	buffer    datasets.Statement // of asked
}

// lanes is how many labels a task may have.
const lanes = 4

// A quad holds one number for each class.
type quad [lanes]float32

// A hit is a feature of the statement in work that has a column.
type hit struct {
	feature int32
	value   float32 // before its block is scaled
	weights quad    // of the column
}

// newLabeller returns a labeller.
func (c *Classifier) newLabeller() *Labeller {
	return &Labeller{c: c, extractor: features.NewExtractorWith(c.Families, c.Recipe.Lexicon), scores: make([]float64, c.Linear.Classes())}
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
	var squares [features.Blocks]float32 // squared length of each block
	for i := range found {
		f := &found[i]
		col := l.c.Vocabulary.Column(f.Hash)
		if col < 0 {
			continue
		}
		b, v, w := f.Block(), f.Value*l.c.Weighting.Of(l.c.Vocabulary, col), l.c.Linear.of(col)
		l.hits = append(l.hits, hit{int32(i), v, w})
		for k := range w {
			sums[b][k] += w[k] * v
		}
		squares[b] += v * v
	}
	copy(l.scores, l.c.Linear.Bias)
	for b := range sums {
		l.scales[b] = l.scale(squares[b])
		for k := range l.scores {
			l.scores[k] += float64(sums[b][k]) * l.scales[b]
		}
	}
}

// contribution returns what a hit adds to the score of class k, less the mean of what
// it adds to the others.
func (l *Labeller) contribution(h *hit, k int) float64 {
	block := l.extractor.Found()[h.feature].Block()
	return float64(advantage(h.weights[:len(l.scores)], k)*h.value) * l.scales[block]
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
