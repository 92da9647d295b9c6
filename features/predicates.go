package features

import (
	_ "embed"
	"encoding/csv"
	"strconv"
	"strings"
	"sync"

	"stance/internal/text"
)

// predicatesCSV is the directed lexicon: which words say what who thinks of whom.
// entry,pos,polarity,slot,shift,class,gloss; the columns are explained in README.md.
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
	polarity    int8     // -3 to 3: what the agent shows toward the patient
	slot        slot
	preposition uint64 // hash of the word before the patient, where the slot is one
	reverses    bool   // turns what it governs: refuse, end, lift
	class       uint64 // hash of its event class
}

// A predicateTable is all predicates by their first stem.
type predicateTable struct {
	rows  []predicate
	first map[uint64][]int32 // rows whose first stem has that hash, longest first
}

// predicates returns the directed lexicon.
var predicates = sync.OnceValue(func() *predicateTable {
	t := &predicateTable{first: make(map[uint64][]int32)}
	records, err := csv.NewReader(strings.NewReader(predicatesCSV)).ReadAll()
	if err != nil {
		panic("features: predicates.csv: " + err.Error()) // a test holds that it is sound
	}
	for longest := maxPredicateWords; longest > 0; longest-- {
		for _, r := range records[1:] {
			if p := newPredicate(r); len(p.stems) == longest {
				t.first[p.stems[0]] = append(t.first[p.stems[0]], int32(len(t.rows)))
				t.rows = append(t.rows, p)
			}
		}
	}
	return t
})

// maxPredicateWords is the length of the longest entry, in words.
const maxPredicateWords = 6

// newPredicate reads a row of the file.
func newPredicate(r []string) predicate {
	polarity, _ := strconv.Atoi(r[2])
	p := predicate{polarity: int8(polarity), reverses: r[4] == "reverse", class: text.Hash(r[5])}
	for _, t := range text.AppendTokens(nil, r[0]) {
		p.stems = append(p.stems, text.Hash(stem(text.Fold(r[0][t.Start:t.End]))))
	}
	switch r[3] {
	case "object":
		p.slot = slotObject
	case "owner":
		p.slot = slotOwner
	case "modified":
		p.slot = slotModified
	case "subject":
		p.slot = slotSubject
	default:
		p.slot, p.preposition = slotPreposition, text.Hash(r[3])
	}
	return p
}

// matches reports whether the predicate stands at token i.
func (p *predicate) matches(tokens []token, i int) bool {
	if i+len(p.stems) > len(tokens) {
		return false
	}
	for j, s := range p.stems {
		if t := &tokens[i+j]; t.stem != s || t.role != plain {
			return false
		}
	}
	return true
}
