package classifier

import (
	"stance/datasets"
	"stance/features"
)

// A LexiconRule labels by what both lexicons say of the target, with nothing learnt
// from any data: the baseline that a trained model must beat.
type LexiconRule struct {
	task      datasets.Task
	extractor *features.Extractor
}

// neutralValence is the sum up to which a text counts as neutral, on VADER's scale of
// -4 to 4 a word: less than one weakly polar word.
const neutralValence = 0.5

// NewLexiconRule returns the rule for a task. One for each goroutine.
func NewLexiconRule(t datasets.Task) *LexiconRule { return NewLexiconRuleWith(t, nil) }

// NewLexiconRuleWith is NewLexiconRule with another directed lexicon; nil is the shipped one.
func NewLexiconRuleWith(t datasets.Task, lexicon *DirectedLexicon) *LexiconRule {
	families, _ := features.Lookup([]string{"rule"})
	return &LexiconRule{t, features.NewExtractorWith(families, lexicon)}
}

// Label returns the first label of the task (favor, positive) for a positive sum,
// the second (against, negative) for a negative one, else the third.
func (r *LexiconRule) Label(s *datasets.Statement) datasets.Label {
	sum := float32(0)
	for _, f := range r.extractor.Features(s) {
		sum += f.Value
	}
	switch {
	case sum > neutralValence:
		return r.task.Labels[0]
	case sum < -neutralValence:
		return r.task.Labels[1]
	}
	return r.task.Labels[2]
}
