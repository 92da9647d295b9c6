package features

import (
	"cmp"
	_ "embed"
	"encoding/csv"
	"slices"
	"strings"
	"sync"

	"stance/internal/text"
)

// predicatesCSV is the directed lexicon: which words say what who thinks of whom.
//
//	entry     one or more lower-case words; their forms are matched, see lemma
//	pos       part of speech, for people: it is not matched
//	polarity  -3 to 3: what the agent shows toward the patient
//	slot      where the patient stands: object, owner, modified, subject (see slot),
//	          or the preposition before it
//	shift     "reverse" where it turns what it governs, "cancel" where that does not happen
//	class     kind of event: SUPPORT, ACCUSE, SANCTION ...
//	writer_agent, writer_patient, effect
//	          -3 to 3, empty = 0: see connotation
//	synonym   another entry that says nearly the same, for people and for the check
//	gloss     which sense is meant, for people
//
//go:embed predicates.csv
var predicatesCSV string

// A slot is where the party stands that a predicate is about.
type slot uint8

const (
	slotObject      slot = iota // condemn T
	slotOwner                   // T's aggression
	slotModified                // brutal T, T is brutal
	slotSubject                 // T lied
	slotPreposition             // condemnation of T: the preposition is named
)

// A predicate is one row of the directed lexicon.
type predicate struct {
	stems       []uint64 // of its words, in order
	adjective   uint64   // an adjective as printed, which has no forms: 0 for other rows
	noun, verb  bool     // part of speech of an entry of one word
	mutual      bool     // a plural that parties are to each other: rivals
	polarity    int8     // -3 to 3: what the agent shows toward the patient
	slot        slot
	preposition uint64 // hash of the word before the patient, where the slot is one
	shift       shift
	number      int32  // of the row in its lexicon, from 0
	class       uint64 // hash of its event class
	connotation connotation
}

// A predicateTable is all predicates, those that begin with the same stem together,
// the longest first.
type predicateTable struct {
	rows  []predicate
	begin map[uint64]rowRange // by first stem
}

// A rowRange is rows [first, end) of a table.
type rowRange struct{ first, end int32 }

// shippedRecords returns the rows of predicates.csv, read on every core.
func shippedRecords() [][]string {
	chunks := chunksOfLines(predicatesCSV, chunkBytes)
	parts := make([][][]string, len(chunks))
	inParallel(len(chunks), func(next func() (int, bool)) {
		for c, ok := next(); ok; c, ok = next() {
			records, err := csv.NewReader(strings.NewReader(chunks[c])).ReadAll()
			if err != nil {
				panic("features: predicates.csv: " + err.Error()) // a test holds that it is sound
			}
			parts[c] = records
		}
	})
	return slices.Concat(parts...)[1:]
}

// chunkBytes is how much of the file a goroutine takes at a time; no cell has a line break.
const chunkBytes = 1 << 16

// chunksOfLines cuts a text into pieces of whole lines, of size bytes or a little more.
func chunksOfLines(s string, size int) (chunks []string) {
	for len(s) > size {
		end := size + strings.IndexByte(s[size:], '\n') + 1
		if end == size {
			break
		}
		chunks, s = append(chunks, s[:end]), s[end:]
	}
	return append(chunks, s)
}

// shippedPredicates returns the table of predicates.csv.
var shippedPredicates = sync.OnceValue(func() *predicateTable {
	return newPredicateTable(readPredicates(shippedRecords()))
})

// readPredicates reads rows of the file, on every core.
func readPredicates(records [][]string) []predicate {
	rows := make([]predicate, len(records))
	chunks := (len(records) + chunkRows - 1) / chunkRows
	inParallel(chunks, func(next func() (int, bool)) {
		stems := make(map[string]uint64) // entries share many words
		for c, ok := next(); ok; c, ok = next() {
			for i := c * chunkRows; i < min((c+1)*chunkRows, len(records)); i++ {
				rows[i] = newPredicate(records[i], stems)
			}
		}
	})
	return rows
}

// newPredicateTable returns the table of the given rows, which it numbers and sorts. Of
// rows that say something of the same words and parties, the first is heard.
func newPredicateTable(rows []predicate) *predicateTable {
	t := &predicateTable{rows: rows, begin: make(map[uint64]rowRange)}
	for i := range rows {
		rows[i].number = int32(i)
	}
	slices.SortFunc(t.rows, func(a, b predicate) int {
		return cmp.Or(cmp.Compare(a.stems[0], b.stems[0]), len(b.stems)-len(a.stems), cmp.Compare(a.number, b.number))
	})
	for i, row := range t.rows {
		r, ok := t.begin[row.stems[0]]
		if !ok {
			r.first = int32(i)
		}
		r.end = int32(i) + 1
		t.begin[row.stems[0]] = r
	}
	return t
}

// starting returns the rows that begin with a stem, and what the stem alone does to what it
// governs.
func (t *predicateTable) starting(stem uint64) (rows rowRange, alone shift) {
	rows = t.begin[stem]
	for _, r := range t.rows[rows.first:rows.end] {
		if len(r.stems) == 1 {
			alone = max(alone, r.shift)
		}
	}
	return rows, alone
}

// alone returns the strongest polarity of the one-word entries among rows, less that of verbs which
// show it with a preposition alone: "bring against".
func (t *predicateTable) alone(rows rowRange) int8 {
	strongest := int8(0)
	for _, r := range t.rows[rows.first:rows.end] {
		if len(r.stems) == 1 && !(r.verb && r.slot == slotPreposition) && max(r.polarity, -r.polarity) > max(strongest, -strongest) {
			strongest = r.polarity
		}
	}
	return strongest
}

// phrase returns the longest entry of several words that begins at token i, or nil.
func (t *predicateTable) phrase(tokens []token, i int) *predicate {
	rows := tokens[i].predicates
	for r := rows.first; r < rows.end && len(t.rows[r].stems) > 1; r++ {
		if row := &t.rows[r]; row.matches(tokens, i) {
			return row
		}
	}
	return nil
}

// newPredicate reads a row of the file; stems are those of words known already, and may be nil.
func newPredicate(r []string, stems map[string]uint64) predicate {
	p := predicate{polarity: strength(r[polarityCell]), shift: newShift(r[shiftCell]), class: text.Hash(r[classCell]), connotation: newConnotation(r)}
	for _, t := range text.AppendTokens(nil, r[entryCell]) {
		word := t.Of(r[entryCell])
		s, known := stems[word]
		if !known {
			s = text.Hash(lemma(text.Fold(word)))
			if stems != nil {
				stems[word] = s
			}
		}
		p.stems = append(p.stems, s)
	}
	if len(p.stems) == 1 {
		p.noun, p.verb = r[posCell] == "noun", r[posCell] == "verb"
	}
	switch r[slotCell] {
	case "object":
		p.slot = slotObject
	case "owner":
		p.slot = slotOwner
	case "modified":
		p.slot = slotModified
		p.mutual = closedClasses()[text.Hash(r[entryCell])]&mutual != 0
		if len(p.stems) == 1 {
			p.adjective = text.Hash(r[entryCell])
		}
	case "subject":
		p.slot = slotSubject
	default:
		p.slot, p.preposition = slotPreposition, text.Hash(r[slotCell])
	}
	return p
}

// matches reports whether the predicate stands at token i.
func (p *predicate) matches(tokens []token, i int) bool {
	if i+len(p.stems) > len(tokens) {
		return false
	}
	for j, s := range p.stems {
		if t := &tokens[i+j]; t.entry != s || t.role != plain || p.adjective != 0 && p.adjective != t.printed {
			return false
		}
	}
	return true
}
