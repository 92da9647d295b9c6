package articles

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"stance/internal/text"
)

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

// PartyKinds returns the kinds of aliases, in the order of the party table.
func PartyKinds() []string { return slices.Clone(kindNames) }

// A doubt says how far an alias can be trusted to name its party.
type doubt uint8

const (
	certain      doubt = iota
	ambiguous          // most likely its party, flagged without support in the text
	needsSupport       // its party only where another alias of it stands in the text
)

// An alias is one row of the party table.
type alias struct {
	row       int32    // in Gazetteer.rows
	party     int32    // index in Gazetteer.parties, -1 for noneKind without a party
	next      int32    // another alias of the same words, -1 for none
	from, to  int32    // days in office, see dayNumber; 0 = not known
	cases     caseList // of its tokens
	kind      kind
	doubt     doubt
	firstName bool // also a first name: "Jordan", "Paris"
	prefix    bool // "Franco-": its last token is a hyphen
}

// A caseList holds the cases of the first 16 tokens of an alias, four bits each, the
// first one lowest: the case plus one, or 0 where any case will do.
type caseList uint64

const caseBits = 4

// caseListOf returns the cases of the tokens.
func caseListOf(tokens []text.Token) (list caseList) {
	for i := range min(len(tokens), 64/caseBits) {
		list |= caseList(tokens[i].Case+1) << (caseBits * i)
	}
	return list
}

// fits reports whether the tokens, whose hashes are those of the alias, are
// printed as the alias asks. A headline in capitals is as good: "TURKEY".
func (a *alias) fits(tokens []text.Token) bool {
	for i, list := 0, a.cases; list != 0; i, list = i+1, list>>caseBits {
		c, t := text.Case(list&(1<<caseBits-1))-1, tokens[i].Case
		if t != c && (c != text.Title || t != text.Upper || tokens[i].End-tokens[i].Start < 4) {
			return false
		}
	}
	return true
}

// A builder enters the rows of a table into a gazetteer.
type builder struct {
	g      *Gazetteer
	tokens []text.Token
	name   string // of the last party
	party  int32  // its index
}

// add enters row i under its tokens.
func (b *builder) add(i int32) error {
	row := &b.g.rows[i]
	b.tokens = text.AppendTokens(b.tokens[:0], row.Cell(aliasCell))
	a, err := b.read(row)
	if err != nil {
		return err
	}
	a.row = i
	last := &b.g.trie.ends[b.g.trie.insert(b.tokens)]
	for *last >= 0 {
		c := &b.g.aliases[*last]
		switch same := a.cases == c.cases; {
		case same && c.party == a.party && (c.kind == noneKind) == (a.kind == noneKind):
			return nil // the same tokens printed another way: "N. Korea", "N.Korea"
		case same && (a.doubt == certain || c.doubt == certain) && !a.decoy() && !c.decoy():
			return fmt.Errorf("alias %q names another party already (%s); mark both as ambiguous, or drop one",
				row.Cell(aliasCell), b.g.rows[c.row].Place())
		}
		last = &c.next
	}
	*last = int32(len(b.g.aliases))
	b.g.aliases = append(b.g.aliases, a)
	return nil
}

// decoy reports whether the alias is one of a decoy.
func (a *alias) decoy() bool { return a.kind == noneKind && a.party >= 0 }

// read checks a row of the party table, whose tokens are at hand.
func (b *builder) read(row *PartyRow) (alias, error) {
	words := row.Cell(aliasCell)
	a := alias{party: -1, next: -1}
	if words == "" {
		return a, fmt.Errorf("empty alias; write the words that name the party, or delete the row")
	}
	if len(b.tokens) == 0 {
		return a, fmt.Errorf("alias %q has no words", words)
	}
	k := slices.Index(kindNames, row.kind())
	if k < 0 {
		return a, fmt.Errorf("unknown kind %q; use one of %s", row.Cell(kindCell), strings.Join(kindNames, ", "))
	}
	if a.kind = kind(k); row.Cell(partyCell) == "" && a.kind != noneKind {
		return a, fmt.Errorf("alias %q has no party; name it, or write the kind none", words)
	}
	hyphen := 0
	if n := len(b.tokens); n > 1 && b.tokens[n-1].Hash == hyphenHash {
		a.prefix, hyphen = true, 1
	}
	switch row.Cell(caseCell) {
	case "":
	case "exact":
		a.cases = caseListOf(b.tokens[:len(b.tokens)-hyphen])
	default:
		return a, fmt.Errorf("unknown case %q; use exact, or leave it empty", row.Cell(caseCell))
	}
	a.doubt = readDoubt(row.Cell(noteCell))
	a.firstName = strings.Contains(row.Cell(noteCell), "first name")
	if row.Cell(partyCell) != "" {
		a.party = b.indexOf(row.Cell(partyCell), a.kind == noneKind)
	}
	return a, a.readDates(row.Cell(fromCell), row.Cell(toCell))
}

// indexOf remembers the last party: the rows of a party stand together.
func (b *builder) indexOf(name string, decoy bool) int32 {
	if decoy {
		return b.g.index(name, true)
	}
	if b.name != name {
		b.name, b.party = name, b.g.index(name, false)
	}
	return b.party
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

// readDates reads the days in office, which must be in order.
func (a *alias) readDates(from, to string) (err error) {
	if a.from, err = readDay(from); err != nil {
		return err
	}
	if a.to, err = readDay(to); err != nil {
		return err
	}
	if a.from > 0 && a.to > 0 && a.to < a.from {
		return fmt.Errorf("date to %s is before date from %s", to, from)
	}
	return nil
}

// readDay reads a day, 0 if it is empty.
func readDay(day string) (int32, error) {
	if day == "" {
		return 0, nil
	}
	if n := plainDay(day); n > 0 {
		return n, nil
	}
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0, fmt.Errorf("date %q is not a day; write it as 2006-01-02", day)
	}
	return dayNumber(t), nil
}

// plainDay reads "2024-10-01" as 20241001, and gives 0 for what only time.Parse can
// judge: the last days of a month, and all that is no date.
func plainDay(day string) int32 {
	if len(day) != len(time.DateOnly) || day[4] != '-' || day[7] != '-' {
		return 0
	}
	var n int32
	for i := range len(day) {
		if i == 4 || i == 7 {
			continue
		}
		if day[i] < '0' || day[i] > '9' {
			return 0
		}
		n = 10*n + int32(day[i]-'0')
	}
	if month, d := n/100%100, n%100; month < 1 || month > 12 || d < 1 || d > 28 {
		return 0
	}
	return n
}

// dayNumber orders days: 20241001 is 1 October 2024.
func dayNumber(t time.Time) int32 {
	year, month, day := t.Date()
	return int32(year*10000 + int(month)*100 + day)
}
