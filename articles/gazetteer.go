package articles

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"io"
	"slices"
	"sort"
	"sync"

	"stance/internal/text"
)

// partiesCSV is the party table shipped with the program, written by us.
//
//go:embed parties.csv
var partiesCSV string

// A Gazetteer knows which words name which party. It does not change once it is
// read, and is safe for many goroutines.
type Gazetteer struct {
	parties  []string // canonical names, ascending; then decoys, ascending
	real     int      // how many of them are parties
	aliases  []alias  // in the order of the table
	rows     []PartyRow
	states   []bool // by party: it has a capital or a people
	trie     *trie
	hash     string
	day      int32            // of the article, see At; 0 = unknown
	unlisted bool             // see WithUnlisted
	beyond   *unlistedParties // of the article at hand
}

var readDefault = sync.OnceValues(func() (*Gazetteer, error) {
	t, err := ShippedParties()
	if err != nil {
		return nil, err
	}
	return t.Gazetteer()
})

// DefaultGazetteer returns the gazetteer shipped with the program: states,
// organisations and their leaders.
func DefaultGazetteer() (*Gazetteer, error) { return readDefault() }

// ReadParties reads a party table and returns its gazetteer, see PartyTable.
func ReadParties(name string, r io.Reader) (*Gazetteer, error) {
	t, err := ReadPartyTable(name, r)
	if err != nil {
		return nil, err
	}
	return t.Gazetteer()
}

// Gazetteer returns the gazetteer of a table. The first row that is wrong is the
// error, "name:line: what is wrong".
//
// An alias with case "exact" counts only as printed (US, not us). An alias that
// ends with a hyphen stands only before one ("Franco-German"). A note that begins
// with "ambiguous" lets an alias stand for several parties; one that begins with
// "ambiguous: needs support" counts only where another alias of its party stands in
// the same text. A note that says "first name" keeps it from naming a party before
// another name ("Paris Hilton").
//
// Rows of kind none name no party ("Korean War"). With a party they are a decoy: an
// ambiguous alias is not read as a party where only its decoy has support.
//
//	Georgia,Georgia,name,,,,ambiguous
//	Georgia (U.S. state),Georgia,none,,,,ambiguous: needs support
//	Georgia (U.S. state),Atlanta,none,,,,
//
// The dates say when a person was in office, see At.
func (t *PartyTable) Gazetteer() (*Gazetteer, error) {
	g := &Gazetteer{
		aliases: make([]alias, 0, len(t.rows)),
		rows:    t.rows,
		trie:    newTrie(2 * len(t.rows)),
		hash:    tableHash(t.rows),
	}
	g.nameParties()
	b := builder{g: g}
	for i := range t.rows {
		if err := b.add(int32(i)); err != nil {
			return nil, t.rows[i].errorf("%w", err)
		}
	}
	g.findStates()
	return g, nil
}

// findStates tells the states among the parties, by their capitals and peoples.
func (g *Gazetteer) findStates() {
	g.states = make([]bool, len(g.parties))
	for i := range g.aliases {
		if a := &g.aliases[i]; a.kind == capitalKind || a.kind == demonymKind {
			g.states[a.party] = true
		}
	}
}

// isState reports whether the party, listed or not, or -1 for none, is a state.
func (g *Gazetteer) isState(party int32) bool {
	return party >= 0 && int(party) < len(g.states) && g.states[party]
}

// nameParties lists the parties and decoys of the rows.
func (g *Gazetteer) nameParties() {
	var decoys []string
	for i := range g.rows {
		row := &g.rows[i]
		list := &g.parties
		if row.kind() == kindNames[noneKind] {
			list = &decoys
		}
		if n, name := len(*list), row.Cell(partyCell); name != "" && (n == 0 || (*list)[n-1] != name) {
			*list = append(*list, name)
		}
	}
	slices.Sort(g.parties)
	slices.Sort(decoys)
	g.parties, decoys = slices.Compact(g.parties), slices.Compact(decoys)
	g.real = len(g.parties)
	g.parties = append(g.parties, decoys...)
}

// index returns the index of a party, or of a decoy, that is in the table.
func (g *Gazetteer) index(name string, decoy bool) int32 {
	if decoy {
		return int32(g.real + sort.SearchStrings(g.parties[g.real:], name))
	}
	return int32(sort.SearchStrings(g.parties[:g.real], name))
}

// tableHash returns the SHA-256 of the rows, whatever the line ends and quotes
// of the file were.
func tableHash(rows []PartyRow) string {
	h := sha256.New()
	table := make([]byte, 0, 1<<15)
	for i := range rows {
		for k := range cells {
			table = append(append(table, rows[i].Cell(k)...), 0)
		}
		if len(table) > cap(table)/2 {
			h.Write(table)
			table = table[:0]
		}
	}
	h.Write(table)
	return hex.EncodeToString(h.Sum(nil))
}

// Parties returns the canonical names, ascending. The slice is the caller's.
func (g *Gazetteer) Parties() []string { return slices.Clone(g.parties[:g.real]) }

// Hash returns the SHA-256 of the table in hexadecimal: the same table, the
// same hash.
func (g *Gazetteer) Hash() string { return g.hash }

// Canonical returns the canonical name of the party that the whole name stands
// for, with or without an article: "the Kremlin" -> "Russia". An ambiguous name
// stands for its likeliest party; one that needs support is not known.
func (g *Gazetteer) Canonical(name string) (party string, ok bool) {
	var room [16]text.Token
	a := g.lookup(text.AppendTokens(room[:0], name))
	if a < 0 {
		return "", false
	}
	return g.parties[g.aliases[a].party], true
}

// lookup returns the alias that all the tokens make, or -1.
func (g *Gazetteer) lookup(tokens []text.Token) int32 {
	if m, ok := g.longest(tokens, 0); ok && m.last == len(tokens) {
		if id, _ := g.choose(m, tokens, nil); id >= 0 {
			return id
		}
	}
	if len(tokens) > 1 && isArticle(tokens[0].Hash) {
		return g.lookup(tokens[1:])
	}
	return -1
}
