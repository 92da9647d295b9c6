package articles

import (
	"time"

	"stance/datasets"
	"stance/internal/text"
)

// A match is a place in a text where an alias stands.
type match struct {
	datasets.Span
	first, last int   // its tokens [first, last)
	alias       int32 // until it is settled, the first of the aliases of these words
	doubtful    bool  // ambiguous, and nothing in the text supports it
	learnt      bool  // known from this article only: "Mutai" after "Kenya's minister, Joseph Mutai"
}

// At returns the gazetteer for an article of a day. Where the words of a match are
// those of several persons ("Rutte"), who was in office on the day wins. For the zero
// time it is g itself.
func (g *Gazetteer) At(day time.Time) *Gazetteer {
	if day.IsZero() {
		return g
	}
	dated := *g
	dated.day = dayNumber(day)
	return &dated
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
		id := g.trie.ends[node]
		if !g.anyFits(id, tokens[i:j+1]) {
			continue
		}
		last := j + 1
		if g.aliases[id].prefix {
			if last--; !joins(tokens, j) {
				continue
			}
		}
		span := datasets.Span{Start: tokens[i].Start, End: tokens[last-1].End}
		m, ok = match{Span: span, first: i, last: last, alias: id}, true
	}
	return m, ok
}

var hyphenHash = text.Hash("-")

// joins reports whether token i stands between two others without white space, as
// the hyphen of "Franco-German" does.
func joins(tokens []text.Token, i int) bool {
	return i > 0 && i+1 < len(tokens) && tokens[i-1].End == tokens[i].Start && tokens[i].End == tokens[i+1].Start
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
	if a := &g.aliases[m.alias]; a.next < 0 && a.doubt == certain && a.kind > capitalKind && a.kind != noneKind {
		return m.alias, false // most matches
	}
	return g.weigh(m, tokens, s)
}

// weigh is choose where there is something to weigh.
func (g *Gazetteer) weigh(m match, tokens []text.Token, s *support) (id int32, doubtful bool) {
	best, backed, lured := 0, 0, false
	id = -1
	elected := g.elected(m.alias)
	for c := m.alias; c >= 0; c = g.aliases[c].next {
		a := &g.aliases[c]
		if !a.fits(tokens[m.first:m.last]) || elected && !a.inOffice(g.day) || g.isNamesake(a, m, tokens) {
			continue
		}
		supported := s.has(a.party)
		if a.kind == noneKind {
			if a.party < 0 {
				return -1, false
			}
			lured = lured || supported
			continue
		}
		if supported {
			backed++
		}
		if rank := trust(a.doubt, supported, elected); rank > best {
			id, best, doubtful = c, rank, a.doubt != certain && !supported && !elected
		}
	}
	if lured && backed == 0 {
		return -1, false
	}
	return id, doubtful || id >= 0 && (lured || backed > 1)
}

// trust ranks the aliases of the same words; 0 is not to be trusted at all.
func trust(d doubt, supported, elected bool) int {
	switch {
	case d == certain:
		return 4
	case supported && d == ambiguous:
		return 3
	case supported:
		return 2
	case d == ambiguous || elected:
		return 1
	}
	return 0
}

// elected reports whether the day of the article settles who of several the words
// chained from id are: one was in office, another was not.
func (g *Gazetteer) elected(id int32) bool {
	if g.day == 0 || g.aliases[id].next < 0 {
		return false
	}
	in, out := false, false
	for ; id >= 0; id = g.aliases[id].next {
		if a := &g.aliases[id]; a.kind == personKind {
			in, out = in || a.inOffice(g.day), out || !a.inOffice(g.day)
		}
	}
	return in && out
}

// inOffice reports whether the day is one of those in office; without dates, none is.
func (a *alias) inOffice(day int32) bool {
	return a.from+a.to > 0 && a.from <= day && (a.to == 0 || day <= a.to)
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

// supported adds to s the parties and decoys that the matches name without doubt.
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
func (g *Gazetteer) party(m match) int32 { return g.aliasOf(m).party }
