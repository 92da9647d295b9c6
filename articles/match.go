package articles

import (
	"stance/datasets"
	"stance/internal/text"
)

// A match is a place in a text where an alias stands.
type match struct {
	datasets.Span
	first, last int   // its tokens [first, last)
	alias       int32 // until it is settled, the first of the aliases of these words
	doubtful    bool  // ambiguous, and nothing in the text supports it
}

// appendMatches appends the places where an alias stands, ascending and not
// overlapping: from left to right, the longest alias first. Whole tokens only.
func (g *Gazetteer) appendMatches(dst []match, tokens []text.Token) []match {
	for i := 0; i < len(tokens); {
		if g.trie.opens(tokens[i].Hash) {
			if m, ok := g.longest(tokens, i); ok {
				dst = append(dst, m)
				i = m.last
				continue
			}
		}
		i++
	}
	return dst
}

// longest returns the longest alias that begins at token i.
func (g *Gazetteer) longest(tokens []text.Token, i int) (m match, ok bool) {
	node := int32(0)
	for j := i; j < len(tokens); j++ {
		e := g.trie.slot(node, tokens[j].Hash)
		if e.next == 0 {
			break
		}
		node = e.next
		if g.anyFits(g.trie.ends[node], tokens[i:j+1]) {
			span := datasets.Span{Start: tokens[i].Start, End: tokens[j].End}
			m, ok = match{span, i, j + 1, g.trie.ends[node], false}, true
		}
	}
	return m, ok
}

// anyFits reports whether one of the aliases chained from id fits the tokens.
func (g *Gazetteer) anyFits(id int32, tokens []text.Token) bool {
	for ; id >= 0; id = g.aliases[id].next {
		if g.aliases[id].fits(tokens) {
			return true
		}
	}
	return false
}

// choose returns the alias that the match most likely is, given the parties
// that the text supports, or -1 if it names none.
func (g *Gazetteer) choose(m match, tokens []text.Token, s *support) (id int32, doubtful bool) {
	best := 0
	id = -1
	for c := m.alias; c >= 0; c = g.aliases[c].next {
		a := &g.aliases[c]
		if !a.fits(tokens[m.first:m.last]) {
			continue
		}
		if a.kind == noneKind {
			return -1, false
		}
		if rank := trust(a.doubt, s.has(a.party)); rank > best {
			id, best, doubtful = c, rank, a.doubt != certain && !s.has(a.party)
		}
	}
	return id, doubtful
}

// trust ranks the aliases of the same words; 0 is not to be trusted at all.
func trust(d doubt, supported bool) int {
	switch {
	case d == certain:
		return 4
	case supported && d == ambiguous:
		return 3
	case supported:
		return 2
	case d == ambiguous:
		return 1
	}
	return 0
}

// A support is the set of parties that a text names without doubt. The zero
// value and nil are empty.
type support struct {
	round []uint32 // by party: the last round that added it
	now   uint32
}

// reset empties the set, with room for n parties.
func (s *support) reset(n int) {
	if s.now++; len(s.round) != n || s.now == 0 {
		s.round, s.now = make([]uint32, n), 1
	}
}

func (s *support) add(party int32) {
	if party >= 0 {
		s.round[party] = s.now
	}
}

func (s *support) has(party int32) bool {
	return s != nil && party >= 0 && s.round[party] == s.now
}

// supported adds to s the parties that the matches name without doubt.
func (g *Gazetteer) supported(s *support, matches []match) {
	for _, m := range matches {
		if a := &g.aliases[m.alias]; a.next < 0 && a.doubt == certain {
			s.add(a.party)
		}
	}
}

// settle decides what every match names, given the parties that the text
// supports, and drops those that name no party.
func (g *Gazetteer) settle(matches []match, tokens []text.Token, s *support) []match {
	kept := matches[:0]
	for _, m := range matches {
		if m.alias, m.doubtful = g.choose(m, tokens, s); m.alias >= 0 {
			kept = append(kept, m)
		}
	}
	return kept
}

// party returns the party that a settled match names.
func (g *Gazetteer) party(m match) int32 { return g.aliases[m.alias].party }
