package features

import (
	"strings"

	"stance/datasets"
	"stance/internal/text"
)

// A LexiconMatch is a row that words match, in whatever inflection.
type LexiconMatch struct {
	Row    *LexiconRow
	Words  string      // as given
	Longer *LexiconRow // heard in place of the row, since it has more of the words; nil: none
	Spoken *Spoken     // nil: the row is never heard
}

// Find returns the rows that the words match, in the order of the words, the longest entries
// first, and the valence that VADER gives the words that it knows.
func (l *Lexicon) Find(words string) (matches []LexiconMatch, vader []Valence) {
	words = text.Fold(words)
	x, rows, speaker := NewExtractorWith(nil, l), l.Rows(), newSpeaker()
	x.Features(&datasets.Statement{Text: words})
	table, tokens := x.view.table, x.view.tokens
	for i := range tokens {
		var longest *predicate
		for r := tokens[i].predicates.first; r < tokens[i].predicates.end; r++ {
			p := &table.rows[r]
			if !p.matches(tokens, i) {
				continue
			}
			m := LexiconMatch{Row: &rows[p.number], Words: words[tokens[i].start:tokens[i+len(p.stems)-1].end]}
			if longest == nil {
				longest = p
			}
			if len(p.stems) < len(longest.stems) {
				m.Longer = &rows[longest.number]
			}
			m.Spoken = speaker.speak(m.Row)
			matches = append(matches, m)
		}
		if v, ok := valences()[tokens[i].printed]; ok {
			vader = append(vader, Valence{words[tokens[i].start:tokens[i].end], float64(v)})
		}
	}
	return matches, vader
}

// A Valence is what VADER's list says of a word: -4 (most negative) to 4.
type Valence struct {
	Word  string
	Value float64
}

// Search returns the rows whose entry holds the words, or words that begin with the last of them.
func (l *Lexicon) Search(words string) []*LexiconRow {
	words = text.Fold(words)
	var found []*LexiconRow
	rows := l.Rows()
	for i := range rows {
		if words != "" && strings.Contains(" "+rows[i].Entry(), " "+words) {
			found = append(found, &rows[i])
		}
	}
	return found
}
