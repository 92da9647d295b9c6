package articles

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"stance/internal/text"
)

// columns is the header of a party table.
var columns = []string{"party", "alias", "kind", "case", "from", "to", "note"}

// A kind says how an alias names its party.
type kind uint8

// The kinds, in the order of the party table.
const (
	nameKind        kind = iota // "North Korea", "DPRK"
	capitalKind                 // "Pyongyang"
	demonymKind                 // "North Koreans"
	institutionKind             // "Workers' Party of Korea"
	mediaKind                   // "Rodong Sinmun": state media speak for the state
	personKind                  // "Kim Jong Un"
	noneKind                    // "Korean War": words that look like a party and name none
)

var kindNames = []string{"name", "capital", "demonym", "institution", "media", "person", "none"}

// A doubt says how far an alias can be trusted to name its party.
type doubt uint8

const (
	certain      doubt = iota
	ambiguous          // most likely its party, flagged without support in the text
	needsSupport       // its party only where another alias of it stands in the text
)

// An alias is one row of the party table.
type alias struct {
	text  string
	party int32 // index in Gazetteer.parties, -1 for noneKind
	kind  kind
	doubt doubt
	cases []text.Case // the case of every token, nil if any case will do
	next  int32       // another alias of the same words, -1 for none
}

// fits reports whether the tokens, whose hashes are those of the alias, are
// printed as the alias asks. A headline in capitals is as good: "TURKEY".
func (a *alias) fits(tokens []text.Token) bool {
	for i, c := range a.cases {
		t := tokens[i].Case
		if t != c && (c != text.Title || t != text.Upper || tokens[i].End-tokens[i].Start < 4) {
			return false
		}
	}
	return true
}

// readAlias checks a row of the party table and returns it without its party.
func readAlias(row []string) (alias, error) {
	a := alias{text: row[1], party: -1, next: -1}
	if a.text == "" {
		return a, fmt.Errorf("empty alias; write the words that name the party, or delete the row")
	}
	k := slices.Index(kindNames, row[2])
	if k < 0 {
		return a, fmt.Errorf("unknown kind %q; use one of %s", row[2], strings.Join(kindNames, ", "))
	}
	a.kind = kind(k)
	if (row[0] == "") != (a.kind == noneKind) {
		return a, fmt.Errorf("alias %q: kind none is for rows without a party, and only for them", a.text)
	}
	switch row[3] {
	case "":
	case "exact":
		a.cases = caseOf(a.text)
	default:
		return a, fmt.Errorf("unknown case %q; use exact, or leave it empty", row[3])
	}
	a.doubt = readDoubt(row[6])
	return a, checkDates(row[4], row[5])
}

// readDoubt reads the first words of a note; the rest is for people.
func readDoubt(note string) doubt {
	switch {
	case strings.HasPrefix(note, "ambiguous: needs support"):
		return needsSupport
	case strings.HasPrefix(note, "ambiguous"):
		return ambiguous
	}
	return certain
}

// checkDates checks that the dates are empty or a day, and in order.
func checkDates(from, to string) error {
	for _, day := range [...]string{from, to} {
		if day == "" {
			continue
		}
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			return fmt.Errorf("date %q is not a day; write it as 2006-01-02", day)
		}
	}
	if from != "" && to != "" && to < from {
		return fmt.Errorf("date to %s is before date from %s", to, from)
	}
	return nil
}

func caseOf(s string) []text.Case {
	var cases []text.Case
	for _, t := range text.AppendTokens(nil, s) {
		cases = append(cases, t.Case)
	}
	return cases
}
