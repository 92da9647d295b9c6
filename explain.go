package stance

import (
	"stance/articles"
	"stance/classifier"
	"stance/datasets"
)

// An Explanation says how one statement was read and what decided.
type Explanation struct {
	Statement datasets.Statement // with mentions and flags
	Reading   string             // the text with the parties masked
	Tasks     []classifier.Explanation
}

// Explain labels a statement and shows what decided, task by task.
func (m *Model) Explain(s *datasets.Statement) Explanation {
	e := Explanation{Statement: *s}
	articles.NewAnnotator(m.parties).Annotate(&e.Statement)
	e.Reading, e.Tasks = m.file.Explain(&e.Statement)
	for _, t := range e.Tasks {
		if t.Prediction.Weak(t.Task) {
			e.Statement.Flags |= datasets.FlagWeak
		}
	}
	return e
}
