package articles

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"stance/internal/text"
)

// parties returns the parties that the candidates make: longer names first, so that
// shorter ones find what they are a part of.
func (f *finder) parties() *unlistedParties {
	n := &unlistedParties{trie: newTrie(4 * len(f.all))}
	order := slices.Clone(f.all)
	slices.SortStableFunc(order, func(a, b *candidate) int { return cmp.Compare(len(b.tokens), len(a.tokens)) })
	bodies, namesakes := make(map[uint64][]*candidate), make(map[uint64][]*person)
	var people []*person
	for _, c := range order {
		switch {
		case c.body:
			last := c.tokens[len(c.tokens)-1].Hash
			f.addBody(n, c, bodies[last])
			if len(bodies[last]) < maxNamesakes {
				bodies[last] = append(bodies[last], c)
			}
		case f.isPerson(c):
			if p := join(namesakes[c.short().Hash], c); p != nil {
				people = append(people, p)
				for _, t := range c.shorts() {
					namesakes[t.Hash] = append(namesakes[t.Hash], p)
				}
			}
		}
	}
	for _, p := range people {
		f.addPerson(n, p)
	}
	return n
}

// addBody adds an organisation and its acronym. One whose name is the end of a longer
// one, among those with the same last word, is the same.
func (f *finder) addBody(n *unlistedParties, c *candidate, others []*candidate) {
	if c.party = c.office.party; c.party < 0 {
		c.party = c.sameBody(others)
	}
	if c.party < 0 {
		if c.party = f.newParty(n, c); c.party < 0 {
			return
		}
	}
	a := form{alias: alias{party: c.party, kind: institutionKind}, since: c.since}
	n.add(c.tokens, a)
	if c.acronym != "" {
		a.wins = true
		n.add(text.AppendTokens(nil, c.acronym), a)
		a.wins = false
	}
	first := c.tokens[0]
	word, _, _ := strings.Cut(c.printed, " ")
	if len(c.tokens) == 2 && first.Case != text.Upper && f.alone[first.Hash] > 0 && !isAdjective(word) && unlistedWords().of(first.Hash) == 0 {
		a.common = true // "Wagner" of "Wagner Group"
		n.add(c.tokens[:1], a)
	}
}

// sameBody returns the party of the one longer name that ends with two or more words of
// the candidate, -1 if there is none.
func (c *candidate) sameBody(others []*candidate) int32 {
	found := int32(-1)
	for _, o := range others {
		if k := len(o.tokens) - len(c.tokens); c.words > 1 && k > 0 && sameWords(o.tokens[k:], c.tokens) && o.party != found {
			if found >= 0 {
				return -1
			}
			found = o.party
		}
	}
	return found
}

// A person is the names that an article has for one, the longest first.
type person struct{ names []*candidate }

// join adds a name to the one of some people of the same surname that has all its words,
// or returns a new person, nil if there are too many.
func join(people []*person, c *candidate) *person {
	for _, p := range people {
		if c.isPartOf(p.names[0]) {
			p.names = append(p.names, c)
			return nil
		}
	}
	if len(people) >= maxNamesakes {
		return nil
	}
	return &person{[]*candidate{c}}
}

// addPerson adds a person with all names, and the surname alone.
func (f *finder) addPerson(n *unlistedParties, p *person) {
	full := p.names[0]
	a := form{alias: alias{party: -1, kind: personKind}, since: full.since}
	for _, c := range p.names {
		a.since = min(a.since, c.since)
		switch {
		case a.party >= 0:
		case c.office.body != nil:
			a.party = c.office.body.party
		default:
			a.party, a.guessed = c.office.party, c.office.guessed
		}
	}
	if a.party < 0 {
		a.party = f.newParty(n, full)
	}
	if a.party < 0 {
		return
	}
	for _, c := range p.names {
		n.add(c.tokens, a)
	}
	if len(full.tokens) == 1 {
		return
	}
	for _, short := range full.shorts() {
		a.common = f.lower[short.Hash] || grammar().of(short.Hash) != 0
		n.add([]text.Token{short}, a)
	}
}

// isPartOf reports whether the words of the candidate stand in the other name, in order.
func (c *candidate) isPartOf(other *candidate) bool {
	k := 0
	for _, t := range other.tokens {
		if k < len(c.tokens) && c.tokens[k].Hash == t.Hash {
			k++
		}
	}
	return k == len(c.tokens)
}

// newParty returns the index of a new party, -1 if a list has the name.
func (f *finder) newParty(n *unlistedParties, c *candidate) int32 {
	g := f.c.g
	real := g.parties[:g.real]
	if i := sort.SearchStrings(real, c.printed); i < len(real) && real[i] == c.printed {
		return -1
	}
	n.parties = append(n.parties, c.printed)
	return int32(len(g.parties) + len(n.parties) - 1)
}

// add adds a form. Of forms with the same words each stands for its party from where it
// was first printed.
func (n *unlistedParties) add(tokens []text.Token, a form) {
	if len(tokens) == 0 {
		return
	}
	for i, t := range tokens {
		if t.Kind == text.Word && t.Case != text.Lower {
			a.capitals |= 1 << i
		}
	}
	a.row, a.next, a.words = -1, -1, len(tokens)
	last := &n.trie.ends[n.trie.insert(tokens)]
	for chained := 0; *last >= 0; chained++ {
		if n.aliases[*last].party == a.party || chained == maxNamesakes {
			return
		}
		last = &n.aliases[*last].next
	}
	*last = int32(len(n.aliases))
	n.aliases = append(n.aliases, a)
}
