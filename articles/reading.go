package articles

import (
	"fmt"
	"strings"

	"stance/internal/text"
)

// A Reading is a place in a text where an alias stands, and what it is taken for.
type Reading struct {
	Words    string
	Party    string // "" where it names no party
	Doubtful bool
	Senses   []Sense // in the order of the table
}

// A Sense is one row that the words of a Reading may be.
type Sense struct {
	Row *PartyRow
	Why string // why it was taken, or was not
}

// Readings returns what the gazetteer finds in a text, and why. It reads the text as
// one article.
func (g *Gazetteer) Readings(s string) []Reading {
	tokens := text.AppendTokens(nil, s)
	matches := g.appendMatches(nil, tokens)
	var set support
	set.reset(len(g.parties))
	g.supported(&set, matches)
	readings := make([]Reading, len(matches))
	for i, m := range matches {
		r := Reading{Words: m.Of(s)}
		chosen, doubtful := g.choose(m, tokens, &set)
		if chosen >= 0 {
			r.Party, r.Doubtful = g.parties[g.aliases[chosen].party], doubtful
		}
		for id := m.alias; id >= 0; id = g.aliases[id].next {
			r.Senses = append(r.Senses, Sense{&g.rows[g.aliases[id].row], g.why(id, chosen, m, tokens, &set, doubtful)})
		}
		readings[i] = r
	}
	return readings
}

// why says why an alias was chosen, or was not.
func (g *Gazetteer) why(id, chosen int32, m match, tokens []text.Token, s *support, doubtful bool) string {
	a := &g.aliases[id]
	switch {
	case !a.fits(tokens[m.first:m.last]):
		return "no: not printed like this"
	case a.kind == noneKind && a.party < 0:
		return "names no party"
	case g.isNamesake(a, m, tokens):
		return "no: the words beside it make another name"
	case id == chosen && doubtful:
		return "yes, flagged: nothing else in the text settles it"
	case id == chosen && a.doubt == certain:
		return "yes"
	case id == chosen:
		return "yes: the rest of the text supports it"
	case a.kind == noneKind && s.has(a.party):
		return "names no party: the rest of the text speaks of this"
	case a.kind == noneKind:
		return "no: needs another of its words in the text"
	case a.doubt == needsSupport && !s.has(a.party):
		return "no: needs another alias of its party in the text"
	}
	return "no: another row fits better"
}

// Search returns the rows of the table whose party or alias is the text, or for lack
// of them those that hold it, in whatever case.
func (t *PartyTable) Search(words string) []*PartyRow {
	words = text.Fold(words)
	var same, within []*PartyRow
	for i := range t.rows {
		row := &t.rows[i]
		party, alias := text.Fold(row.Party()), text.Fold(row.Cell(aliasCell))
		switch {
		case party == words || alias == words:
			same = append(same, row)
		case words != "" && (strings.Contains(party, words) || strings.Contains(alias, words)):
			within = append(within, row)
		}
	}
	if same != nil {
		return same
	}
	return within
}

// Check returns all that is wrong or useless in a table, as "name:line: what". The
// rows under base, which may be nil, are taken as given.
func (t *PartyTable) Check(base *PartyTable) []string {
	c := checker{seen: make(map[string]*PartyRow), certain: make(map[string]int)}
	whole := t
	if base != nil {
		whole = base.Extend(t)
	}
	ours := make(map[string]bool, len(t.rows))
	for i := range t.rows {
		ours[t.rows[i].Place()] = true
	}
	for i := range whole.rows {
		if row := &whole.rows[i]; readDoubt(row.Cell(noteCell)) == certain {
			c.certain[row.Party()]++
		}
	}
	for i := range t.rows {
		c.row(&t.rows[i])
	}
	c.clashes(whole, ours)
	return c.complaints
}

// A checker collects what is wrong in a table.
type checker struct {
	seen       map[string]*PartyRow
	certain    map[string]int // aliases without doubt, by party
	complaints []string
}

func (c *checker) complain(row *PartyRow, format string, args ...any) {
	c.complaints = append(c.complaints, row.errorf(format, args...).Error())
}

// row checks a row alone, and against those before it.
func (c *checker) row(row *PartyRow) {
	alone := PartyTable{[]PartyRow{*row}}
	if _, err := alone.Gazetteer(); err != nil {
		c.complaints = append(c.complaints, err.Error())
		return
	}
	words := row.Cell(aliasCell)
	if before := c.seen[row.key()]; before != nil {
		c.complain(row, "alias %q stands at line %d already; delete one", words, before.line)
		return
	}
	c.seen[row.key()] = row
	doubt := readDoubt(row.Cell(noteCell))
	tokens := text.AppendTokens(nil, words)
	switch {
	case doubt == needsSupport && c.certain[row.Party()] == 0:
		c.complain(row, "alias %q needs support, but %s has no alias without doubt that could give it; add its name", words, row.Party())
	case doubt == certain && row.Cell(caseCell) == "" && row.kind() != kindNames[noneKind] && isWord(words, tokens):
		c.complain(row, "alias %q is short and would be found in lower case too; write exact in the column case", words)
	}
}

// isWord reports whether an alias may as well be a word of the language: "Us".
func isWord(words string, tokens []text.Token) bool {
	return len(tokens) == 1 && len(words) <= 3 && tokens[0].Kind == text.Word && !strings.ContainsAny(words, "0123456789")
}

// clashes finds the rows of ours that name another party with the words of a row
// before, one at a time.
func (c *checker) clashes(whole *PartyTable, ours map[string]bool) {
	g := &Gazetteer{rows: whole.rows, trie: newTrie(2 * len(whole.rows))}
	g.nameParties()
	b := builder{g: g}
	for i := range whole.rows {
		if err := b.add(int32(i)); err != nil && strings.Contains(err.Error(), "names another") && ours[whole.rows[i].Place()] {
			c.complaints = append(c.complaints, fmt.Sprintf("%s: %v", whole.rows[i].Place(), err))
		}
	}
}
