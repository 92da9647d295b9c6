package classifier

import "stance/datasets"

// A Tagger answers every task of a model file. It reuses its buffers, so a
// goroutine needs its own.
type Tagger struct {
	stance, sentiment *Labeller // nil where the model lacks the task
}

// NewTagger returns a tagger.
func (f *File) NewTagger() *Tagger {
	t := &Tagger{}
	for _, c := range f.Classifiers {
		switch c.Task().Name {
		case datasets.Stance.Name:
			t.stance = c.newLabeller()
		case datasets.Sentiment.Name:
			t.sentiment = c.newLabeller()
		}
	}
	return t
}

// An Answer is what a model says of one statement. A task that the model lacks, or
// that does not apply, has the empty label.
type Answer struct {
	Stance, Sentiment datasets.Prediction
	Evidence          []datasets.Span // what spoke most for the stance or, where that takes no side, for the sentiment
}

// Tag answers every task for a statement whose mentions are filled in. a is
// overwritten, its slices used again; what it holds stays valid until it is given
// to another call.
func (t *Tagger) Tag(s *datasets.Statement, a *Answer) {
	p, q := a.Stance.Probabilities[:0], a.Sentiment.Probabilities[:0]
	*a = Answer{datasets.Prediction{Probabilities: p}, datasets.Prediction{Probabilities: q}, a.Evidence[:0]}
	if s.Flags.Has(datasets.FlagEmpty) {
		return
	}
	if t.stance != nil && s.Target != "" {
		a.Stance = t.stance.Label(s, p)
		a.Evidence = append(a.Evidence, t.stance.Evidence(a.Stance.Label)...)
	}
	if t.sentiment != nil {
		a.Sentiment = t.sentiment.Label(s, q)
		if !a.Stance.Label.Polar() {
			a.Evidence = append(a.Evidence, t.sentiment.Evidence(a.Sentiment.Label)...)
		}
	}
}

// Predict returns the prediction for one task, also for a statement that Tag leaves
// without a label for want of a target or of words: where gold has an answer, the
// model is asked. It is the zero Prediction if the model lacks the task.
func (t *Tagger) Predict(task datasets.Task, s *datasets.Statement) datasets.Prediction {
	switch {
	case task.Name == datasets.Stance.Name && t.stance != nil:
		return t.stance.Label(s, nil)
	case task.Name == datasets.Sentiment.Name && t.sentiment != nil:
		return t.sentiment.Label(s, nil)
	}
	return datasets.Prediction{}
}

// Evidence returns what spoke most for the label that the task predicts for a
// statement whose mentions are filled in; nothing if the model lacks the task. Valid
// until the next call.
func (t *Tagger) Evidence(task datasets.Task, s *datasets.Statement) []datasets.Span {
	l := t.stance
	if task.Name == datasets.Sentiment.Name {
		l = t.sentiment
	}
	if l == nil {
		return nil
	}
	return l.Evidence(l.Label(s, nil).Label)
}

// Because appends to dst what decided for a label of the task in the last statement that
// Tag answered: the strongest words and topics with their log-odds, then "prior", what
// the label has before any word is read, and "rest". They sum to log p of the label less
// the mean log p of the others. Nothing for the empty label.
func (t *Tagger) Because(task datasets.Task, label datasets.Label, dst []Weight) []Weight {
	l := t.stance
	if task.Name == datasets.Sentiment.Name {
		l = t.sentiment
	}
	if l == nil || label == "" {
		return dst
	}
	return l.because(task.Index(label), dst)
}
