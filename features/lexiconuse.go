package features

import (
	"fmt"
	"strings"

	"stance/datasets"
)

// Bounds of a complaint about a row that labelled examples contradict.
const (
	leastHeard   = 5 // examples in which the row is heard, fewer say nothing
	leastRightIn = 2 // of which one in two at least must have its sign
)

// A LexiconUse is how a row of a lexicon fares in labelled examples.
type LexiconUse struct {
	Row     *LexiconRow
	Heard   int    // examples whose target it is heard to be about, by source or author, and that take a side
	Right   int    // of these, those whose label has the sign of the row, turned as the text turns it
	Example string // the first that has not
}

// Uses counts what the polar rows of the lexicon say of the targets of examples whose mentions
// are filled in. A row is heard of the source, or of nobody; examples without a side, and what is
// asked, supposed or governed by another polar word, do not count.
func (l *Lexicon) Uses(examples []datasets.Example) []LexiconUse {
	rows := l.Rows()
	uses := make([]LexiconUse, len(rows))
	for i := range rows {
		uses[i].Row = &rows[i]
	}
	x := NewExtractorWith(nil, l)
	for i := range examples {
		if side := examples[i].Side(); side != 0 {
			x.addUses(uses, &examples[i].Statement, side)
		}
	}
	return uses
}

// addUses adds one example, which is for (1) or against (-1) its target.
func (x *Extractor) addUses(uses []LexiconUse, s *datasets.Statement, side int) {
	x.Features(s)
	v := &x.view
	for _, f := range x.ties() {
		t := &v.tokens[f.at]
		if f.polarity == 0 || !f.reaches(v, target) || v.isRole(f.agent, other) || t.unreal || t.composed != 0 {
			continue
		}
		u := &uses[f.row.number]
		u.Heard++
		if f.polarity*side > 0 {
			u.Right++
		} else if u.Example == "" {
			u.Example = s.Text
		}
	}
}

// contradicted reports whether most examples in which a row is heard have the other sign. A row
// that is heard in few, or that has a gloss, is meant as it is.
func (u *LexiconUse) contradicted() bool {
	return u.Heard >= leastHeard && leastRightIn*u.Right < u.Heard && u.Row.Gloss() == ""
}

// shownExample is how much of an example a complaint shows, in bytes.
const shownExample = 200

// complaint says what is wrong with a contradicted row.
func (u *LexiconUse) complaint() string {
	example := u.Example
	if len(example) > shownExample {
		example = strings.ToValidUTF8(example[:shownExample], "") + " ..."
	}
	return fmt.Sprintf("polarity %+d as %s, but of %d labelled rows in which it is heard, %d contradict it; correct it, or say in the gloss which sense is meant; the first: %q",
		u.Row.Polarity(), u.Row.Slot(), u.Heard, u.Heard-u.Right, example)
}
