package articles

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"sync"

	"stance/internal/text"
)

// partiesCSV is the party table shipped with the program, written by us.
//
//go:embed parties.csv
var partiesCSV []byte

// A Gazetteer knows which words name which party. It does not change once it is
// read, and is safe for many goroutines.
type Gazetteer struct {
	parties []string // canonical names, ascending
	aliases []alias  // in the order of the table
	trie    *trie
	hash    string
}

var readDefault = sync.OnceValues(func() (*Gazetteer, error) {
	return ReadParties("parties.csv", bytes.NewReader(partiesCSV))
})

// DefaultGazetteer returns the gazetteer shipped with the program: states,
// organisations and their leaders.
func DefaultGazetteer() (*Gazetteer, error) { return readDefault() }

// ReadParties reads a party table: a CSV with the columns party, alias, kind,
// case, from, to, note. The name is used in errors, which are "name:line: what
// is wrong".
//
// An alias with case "exact" counts only as printed (US, not us). A note that
// begins with "ambiguous" lets an alias stand for several parties; one that
// begins with "ambiguous: needs support" counts only where another alias of its
// party stands in the same text. Rows of kind none name no party ("Korean War").
// The dates say when a person was in office; they are checked, and are for the
// reader of the table.
func ReadParties(name string, r io.Reader) (*Gazetteer, error) {
	rows, lines, err := readRows(name, r)
	if err != nil {
		return nil, err
	}
	g := &Gazetteer{
		parties: partyNames(rows),
		aliases: make([]alias, 0, len(rows)),
		trie:    newTrie(2 * len(rows)),
		hash:    tableHash(rows),
	}
	var tokens []text.Token
	for i, row := range rows {
		a, err := readAlias(row)
		if err == nil {
			tokens = text.AppendTokens(tokens[:0], a.text)
			err = g.add(a, row[0], tokens)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, lines[i], err)
		}
	}
	return g, nil
}

// readRows returns the rows under the header, trimmed, and their line numbers.
func readRows(name string, r io.Reader) (rows [][]string, lines []int, err error) {
	in := csv.NewReader(r)
	in.FieldsPerRecord = len(columns)
	for {
		row, err := in.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, nil, readError(name, err)
		}
		line, _ := in.FieldPos(0)
		for i := range row {
			row[i] = strings.TrimSpace(strings.TrimPrefix(row[i], "\ufeff"))
		}
		rows, lines = append(rows, row), append(lines, line)
	}
	if len(rows) == 0 || !slices.Equal(rows[0], columns) {
		return nil, nil, fmt.Errorf("%s:1: the header must be %s", name, strings.Join(columns, ","))
	}
	return rows[1:], lines[1:], nil
}

func readError(name string, err error) error {
	var at *csv.ParseError
	if errors.As(err, &at) {
		return fmt.Errorf("%s:%d: %w; every row needs %d fields", name, at.Line, at.Err, len(columns))
	}
	return fmt.Errorf("articles: read %s: %w", name, err)
}

// add enters an alias of the party under its tokens.
func (g *Gazetteer) add(a alias, party string, tokens []text.Token) error {
	if len(tokens) == 0 {
		return fmt.Errorf("alias %q has no words", a.text)
	}
	if a.kind != noneKind {
		a.party = int32(sort.SearchStrings(g.parties, party))
	}
	last := &g.trie.ends[g.trie.insert(tokens)]
	for *last >= 0 {
		b := &g.aliases[*last]
		switch same := slices.Equal(a.cases, b.cases); {
		case same && b.party == a.party:
			return nil // the same tokens printed another way: "N. Korea", "N.Korea"
		case same && (a.doubt == certain || b.doubt == certain):
			return fmt.Errorf("alias %q names another party already; mark both as ambiguous, or drop one", a.text)
		}
		last = &b.next
	}
	*last = int32(len(g.aliases))
	g.aliases = append(g.aliases, a)
	return nil
}

func partyNames(rows [][]string) []string {
	var names []string
	for _, row := range rows {
		if row[0] != "" {
			names = append(names, row[0])
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// tableHash returns the SHA-256 of the rows, whatever the line ends and quotes
// of the file were.
func tableHash(rows [][]string) string {
	var table bytes.Buffer
	for _, row := range rows {
		for _, field := range row {
			table.WriteString(field)
			table.WriteByte(0)
		}
	}
	sum := sha256.Sum256(table.Bytes())
	return hex.EncodeToString(sum[:])
}

// Parties returns the canonical names, ascending. The slice is the caller's.
func (g *Gazetteer) Parties() []string { return slices.Clone(g.parties) }

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
