package classifier

import (
	"cmp"
	"math"
	"slices"

	"stance/datasets"
)

// An Explanation is a prediction and what decided it.
type Explanation struct {
	Task          datasets.Task
	Prediction    datasets.Prediction
	Evidence      [][]datasets.Span // for each label what speaks for it; nothing where the label takes no side
	Because       []Weight          // what decided for the predicted label, see Tagger.Because
	Contributions []Weight          // to the predicted label in log-odds, the largest in size first
	Features      int               // of the statement that the model knows
}

// shownContributions is how many features an explanation lists.
const shownContributions = 12

// Explain answers every task that applies to a statement whose mentions are filled
// in, with reasons, and returns how it was read.
func (f *File) Explain(s *datasets.Statement) (reading string, all []Explanation) {
	for _, c := range f.Classifiers {
		l := c.newLabeller()
		if c.Task().Name == datasets.Stance.Name && s.Target == "" {
			continue
		}
		all = append(all, l.explain(s))
		if reading == "" {
			reading = l.extractor.Reading(s)
		}
	}
	return reading, all
}

// explain labels one statement and lists its features by contribution.
func (l *Labeller) explain(s *datasets.Statement) Explanation {
	e := Explanation{Task: l.c.Task(), Prediction: l.Label(s, nil), Features: len(l.hits)}
	for _, label := range e.Task.Labels {
		least := contrary
		if label == e.Prediction.Label {
			least = faintest
		}
		e.Evidence = append(e.Evidence, slices.Clone(l.evidence(label, least)))
	}
	k := e.Task.Index(e.Prediction.Label)
	e.Because = l.because(k, nil)
	found := l.extractor.Found()
	for i := range l.hits {
		h := &l.hits[i]
		e.Contributions = append(e.Contributions, Weight{l.extractor.Describe(found[h.feature], s), l.c.Calibration.Scale * l.contribution(h, k)})
	}
	slices.SortStableFunc(e.Contributions, func(a, b Weight) int { return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)) })
	e.Contributions = e.Contributions[:min(shownContributions, len(e.Contributions))]
	return e
}
