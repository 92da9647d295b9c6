package classifier

import (
	"fmt"

	"stance/features"
)

// lexiconHeader says of which rows the directed lexicon of a model is, where they are not the
// shipped ones. They stand in a section of their own, as CSV.
type lexiconHeader struct {
	Rows  int  `json:"rows"`            // the user's
	Alone bool `json:"alone,omitempty"` // without the shipped rows
}

const lexiconSection = "own_lexicon"

// newLexiconHeader returns nil for the shipped lexicon.
func newLexiconHeader(l *DirectedLexicon) *lexiconHeader {
	if l == nil {
		return nil
	}
	return &lexiconHeader{len(l.Own()), l.Alone()}
}

// open returns the lexicon; nil, the shipped one, where the model has no rows of its own.
func (h *lexiconHeader) open(bodies map[string][]byte) (*DirectedLexicon, error) {
	if h == nil {
		return nil, nil
	}
	l, err := features.OpenLexicon(bodies[lexiconSection], h.Alone)
	if err != nil {
		return nil, fmt.Errorf("%w: own lexicon: %v", ErrCorrupt, err)
	}
	if len(l.Own()) != h.Rows {
		return nil, fmt.Errorf("%w: own lexicon: %d rows, the header says %d", ErrCorrupt, len(l.Own()), h.Rows)
	}
	return l, nil
}

// With returns the file with classifiers that read with another directed lexicon; nil is the
// shipped one.
func (f *File) With(l *DirectedLexicon) *File {
	other := *f
	other.Directed, other.Classifiers = l, make([]*Classifier, len(f.Classifiers))
	for i, c := range f.Classifiers {
		copied := *c
		copied.Recipe.Lexicon = l
		other.Classifiers[i] = &copied
	}
	return &other
}
