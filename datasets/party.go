package datasets

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Party fills the slots of behaviour tests. In a text the slots of party A are
//
//	{A}            its name as printed: "the Netherlands"; {A}'s is the possessive
//	{A.name}       its name alone, as in a headline: "Netherlands"
//	{A.adjective}  "Dutch": {A.adjective} officials
//	{A.people}     "Dutch": the {A.people}
//	{A.capital}    "The Hague": the place that stands for its government
//
// and {B}, {C}, {D} are other parties. The first letter of a sentence becomes a
// capital, and "a {A.adjective}" becomes "an Iranian". In a source or target {A} is
// the name alone, which is the canonical one.
type Party struct{ Name, Printed, Adjective, People, Capital string }

// The columns of a table of parties, in the order of the fields of Party.
var partyColumns = []string{"name", "printed", "adjective", "people", "capital"}

//go:embed behaviour_parties.csv
var behaviourParties []byte

// BehaviourParties returns the parties that fill the slots of behaviour tests.
func BehaviourParties() ([]Party, error) {
	return ReadParties("the shipped parties", bytes.NewReader(behaviourParties))
}

// ReadParties reads a table of parties: a CSV file with the columns name, printed,
// adjective, people and capital. At least four parties are needed, as many as slots.
func ReadParties(name string, r io.Reader) ([]Party, error) {
	rd, err := NewReader(name, r)
	if err != nil {
		return nil, err
	}
	t, err := newSuiteTable(rd, partyColumns)
	if err != nil {
		return nil, err
	}
	var parties []Party
	for {
		row, err := rd.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		cells := t.cells(row, partyColumns)
		if i := slices.Index(cells, ""); i >= 0 {
			return nil, &RowError{File: name, Line: row.Line, What: "a party without " + partyColumns[i], Remedy: "fill the cell", Fatal: true}
		}
		parties = append(parties, Party{cells[0], cells[1], cells[2], cells[3], cells[4]})
	}
	if len(parties) < len(slotLetters) {
		return nil, &RowError{File: name, What: count(len(parties), "row") + "; at least four parties are needed", Remedy: "add some", Fatal: true}
	}
	return parties, nil
}

// word returns what a field of the party says in running text; ok is false if there
// is no such field.
func (p *Party) word(field string) (word string, ok bool) {
	switch field {
	case "":
		return p.Printed, true
	case "name":
		return p.Name, true
	case "adjective":
		return p.Adjective, true
	case "people":
		return p.People, true
	case "capital":
		return p.Capital, true
	}
	return "", false
}

// possessive returns a name's possessive: Russia's, Cyprus's, but the United States',
// because that is a plural.
func possessive(printed string) string {
	if strings.HasPrefix(printed, "the ") && strings.HasSuffix(printed, "s") {
		return printed + "'"
	}
	return printed + "'s"
}

// indefinite returns the indefinite article before a word: "a" Ukrainian, "an" Iranian.
func indefinite(word string) string {
	w := strings.ToLower(word)
	for _, glide := range []string{"eu", "u.", "ug", "uk", "un", "ur", "us"} { // said with a y
		if strings.HasPrefix(w, glide) {
			return "a"
		}
	}
	if w != "" && strings.IndexByte("aeiou", w[0]) >= 0 {
		return "an"
	}
	return "a"
}

// errSlot says that nothing fills a slot.
func errSlot(found string) error {
	return fmt.Errorf("slot %s is none of {A}, {A.name}, {A.adjective}, {A.people}, {A.capital}, or the same of B, C, D", found)
}
