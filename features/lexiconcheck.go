package features

import (
	"fmt"
	"slices"
	"strings"

	"stance/internal/text"
)

// A LexiconCheck says beside what rows of a user's lexicon are checked.
type LexiconCheck struct {
	Alone bool                             // without the shipped rows
	Party func(words string) (name string) // returns a name of a party among words, or ""; nil: not known
	Uses  []LexiconUse                     // how rows fare in labelled examples; nil: not known
}

// Rows returns all that is wrong or useless in the rows of a user's lexicon, as
// "file:line: what; remedy": alone, or beside the shipped one. A sign that differs from that
// of VADER or of another row is meant where the row has a gloss. bad is how many rows have one.
func (l LexiconCheck) Rows(rows []LexiconRow) (complaints []string, bad int) {
	c := &lexiconChecker{LexiconCheck: l, speaker: newSpeaker(), seen: make(map[[3]string]*LexiconRow), stems: make(map[string][]*LexiconRow), entries: make(map[string][]*LexiconRow), uses: make(map[[3]string]*LexiconUse)}
	if !l.Alone {
		c.addShipped(rows)
	}
	for i := range l.Uses {
		c.uses[l.Uses[i].Row.key()] = &l.Uses[i]
	}
	for i := range rows {
		c.entries[rows[i].Entry()] = append(c.entries[rows[i].Entry()], &rows[i])
	}
	for i := range rows {
		before := len(c.complaints)
		c.row(&rows[i])
		if len(c.complaints) > before {
			bad++
		}
	}
	return c.complaints, bad
}

// A lexiconChecker collects what is wrong in a lexicon.
type lexiconChecker struct {
	LexiconCheck
	speaker    *speaker
	shipped    map[[3]string]*LexiconRow
	seen       map[[3]string]*LexiconRow // of the user's
	stems      map[string][]*LexiconRow  // rows that stay, by the stems of their words
	entries    map[string][]*LexiconRow  // rows that stay and all of the user's, by entry
	uses       map[[3]string]*LexiconUse
	complaints []string
}

// addShipped adds the shipped rows; those that the user's replace do not stay.
func (c *lexiconChecker) addShipped(own []LexiconRow) {
	c.shipped = make(map[[3]string]*LexiconRow)
	replaced := make(map[[3]string]bool, len(own))
	for i := range own {
		replaced[own[i].key()] = true
	}
	shipped := numberedRows("predicates.csv", shippedRecords())
	for i := range shipped {
		row := &shipped[i]
		c.shipped[row.key()] = row
		if !replaced[row.key()] {
			c.stems[stemsOf(row)] = append(c.stems[stemsOf(row)], row)
			c.entries[row.Entry()] = append(c.entries[row.Entry()], row)
		}
	}
}

// stemsOf returns the stems of the words of a row: the same for rows that the same words match.
func stemsOf(r *LexiconRow) string {
	var stems []string
	for _, t := range text.AppendTokens(nil, r.Entry()) {
		stems = append(stems, lemma(text.Fold(t.Of(r.Entry()))))
	}
	return strings.Join(stems, " ")
}

func (c *lexiconChecker) complain(row *LexiconRow, format string, args ...any) {
	c.complaints = append(c.complaints, row.errorf("%s: %s", row.Entry(), fmt.Sprintf(format, args...)).Error())
}

// row checks a row alone, against those before it, and against the shipped ones.
func (c *lexiconChecker) row(row *LexiconRow) {
	if err := row.validate(); err != nil {
		c.complaints = append(c.complaints, err.Error())
		return
	}
	if before := c.seen[row.key()]; before != nil {
		c.complain(row, "the same entry, pos and slot stand at line %d, which this row replaces; delete one", before.line)
		return
	}
	c.seen[row.key()] = row
	ours := c.shipped[row.key()]
	switch {
	case ours != nil && slices.Equal(ours.cells[:synonymCell], row.cells[:synonymCell]):
		c.complain(row, "the shipped lexicon has this row (%s); delete it", ours.Place())
	case ours == nil && row.Polarity() == 0 && row.Shift() == "" && row.Class() == "" && !row.connotes():
		c.complain(row, "it says nothing: polarity 0, no shift, no class, no connotation, and no row of ours to switch off; delete it, or fill one in")
	case c.party(row) != "":
		c.complain(row, "it can never match: %q names a party, and parties are masked; write the entry without it", c.party(row))
	case c.speaker.speak(row) == nil:
		c.complain(row, "it can never match: %s", whyNever(row))
	default:
		c.company(row)
		c.vader(row)
		c.synonym(row)
		c.use(row)
	}
	c.stems[stemsOf(row)] = append(c.stems[stemsOf(row)], row)
}

// party returns a name of a party in the entry, or "".
func (c *lexiconChecker) party(row *LexiconRow) string {
	if c.Party == nil {
		return ""
	}
	return c.Party(row.Entry())
}

// whyNever says why no sentence has the words of a row.
func whyNever(row *LexiconRow) string {
	for _, t := range text.AppendTokens(nil, row.Entry()) {
		if t.Kind == text.Number {
			return "a number in a text stands for any number; write the entry without " + t.Of(row.Entry())
		}
	}
	return "words are read otherwise in a sentence; write the entry as in a dictionary, words and spaces alone"
}

// company checks a row against those that the same words match.
func (c *lexiconChecker) company(row *LexiconRow) {
	for _, other := range c.stems[stemsOf(row)] {
		switch {
		case isExact(row) && isExact(other) && row.Entry() != other.Entry():
		case other.file == row.file && other.Slot() == row.Slot() && !isExact(row) && !isExact(other):
			c.complain(row, "the row of %q at line %d matches the same words in the same slot and is heard in its place; delete one", other.Entry(), other.line)
			return
		case other.file != row.file && other.Entry() != row.Entry() && other.Slot() == row.Slot() && other.PartOfSpeech() == row.PartOfSpeech() && !isExact(row):
			c.complain(row, "ours of %q (%s) matches the same words and is not replaced; write the entry as ours, or delete the row", other.Entry(), other.Place())
			return
		case opposed(row.Polarity(), other.Polarity()) && row.Gloss() == "":
			c.complain(row, "polarity %+d, but %+d for %q as %s (%s); correct one, or say in the gloss which sense is meant", row.Polarity(), other.Polarity(), other.Entry(), other.Slot(), other.Place())
			return
		}
	}
}

// isExact reports whether only the word as printed matches: an adjective of one word.
func isExact(r *LexiconRow) bool { return newPredicate(r.cells[:], nil).adjective != 0 }

// vader checks the sign of a row of one word against VADER's.
func (c *lexiconChecker) vader(row *LexiconRow) {
	v := float64(valences()[text.Hash(row.Entry())])
	if row.Gloss() == "" && v*float64(row.Polarity()) < 0 {
		c.complain(row, "polarity %+d, but VADER gives the word %+.1f; correct it, or say in the gloss which sense is meant", row.Polarity(), v)
	}
}

// synonym checks a row against the rows of its near-synonym in the same slot.
func (c *lexiconChecker) synonym(row *LexiconRow) {
	if row.Synonym() == "" {
		return
	}
	all := c.entries[row.Synonym()]
	if len(all) == 0 || row.Synonym() == row.Entry() {
		c.complain(row, "its synonym %q is no other entry; name one, or none", row.Synonym())
		return
	}
	same := inSlot(all, row.Slot())
	if row.Gloss() == "" && len(same) > 0 && !slices.ContainsFunc(same, func(other *LexiconRow) bool { return agree(row, other) }) {
		other := same[0]
		c.complain(row, "polarity %+d, but %+d for its synonym %q as %s (%s); correct one, name another synonym, or say in the gloss which sense is meant",
			row.Polarity(), other.Polarity(), other.Entry(), other.Slot(), other.Place())
	}
}

// inSlot returns the rows of a slot.
func inSlot(rows []*LexiconRow, slot string) (in []*LexiconRow) {
	for _, r := range rows {
		if r.Slot() == slot {
			in = append(in, r)
		}
	}
	return in
}

// mostApart is how far the polarities of near-synonyms may lie apart.
const mostApart = 1

// agree reports whether the rows of near-synonyms can both be right. A word that shifts has the
// polarity of what it governs.
func agree(a, b *LexiconRow) bool {
	if opposed(a.Polarity(), b.Polarity()) {
		return false
	}
	apart := a.Polarity() - b.Polarity()
	return max(apart, -apart) <= mostApart || a.Shift() != "" || b.Shift() != ""
}

// use checks a row against labelled examples.
func (c *lexiconChecker) use(row *LexiconRow) {
	if u := c.uses[row.key()]; u != nil && u.contradicted() {
		c.complain(row, "%s", u.complaint())
	}
}

func opposed(a, b int) bool { return a*b < 0 }
