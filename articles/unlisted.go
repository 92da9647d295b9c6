package articles

import (
	"strings"

	"stance/internal/text"
)

// WithUnlisted returns the gazetteer that Cut uses to find people and organisations too
// that no list has: names by their capitals and what stands around them, each a party
// of its article only. Its statements carry datasets.FlagUnlisted.
//
//	"We lost," said Maria Ruiz of the Democratic Unity Platform (DUP). The DUP thanked Ruiz.
//
// The party is the longest name that the article prints: "Maria Ruiz", "Democratic Unity
// Platform". Who holds office for a party stands for that party: "Kenya's interior
// minister, Joseph Mutai" is Kenya. But: a surname of two persons is the one's who was
// introduced last, and a name that is never seen beside a title, a verb of
// speech, a known given name or the like is none.
func (g *Gazetteer) WithUnlisted() *Gazetteer {
	more := *g
	more.unlisted = true
	return &more
}

// unlistedParties are the parties of one article that no list has. Their indices go on
// beyond those of the gazetteer, and so do those of their aliases.
type unlistedParties struct {
	parties []string
	aliases []form
	trie    *trie // ends with an index of aliases
}

// A form is an alias of an unlisted party, or of somebody who holds office for a listed party.
type form struct {
	alias           // next is the form of the same words that stands for another party
	capitals uint32 // bit set of its tokens that are printed with a capital
	words    int    // tokens
	common   bool   // one word, that may begin a sentence without being the name
	wins     bool   // over a listed party of the same words: an acronym that the article explains
	guessed  bool   // the party is that of the dateline
	since    int    // byte of the article where it first stands for its party
}

// aliasOf returns the alias of a settled match, listed or not.
func (g *Gazetteer) aliasOf(m match) *alias {
	if n := int32(len(g.aliases)); m.alias >= n {
		return &g.beyond.aliases[m.alias-n].alias
	}
	return &g.aliases[m.alias]
}

// nameOf returns the canonical name of a party, listed or not.
func (g *Gazetteer) nameOf(party int32) string {
	if n := int32(len(g.parties)); party >= n {
		return g.beyond.parties[party-n]
	}
	return g.parties[party]
}

// isUnlisted reports whether the party is one that no list has.
func (g *Gazetteer) isUnlisted(party int32) bool { return party >= int32(len(g.parties)) }

// findUnlisted reads the article for names that no list has, and makes them known to the
// cutter. The article is read twice then.
func (c *cutter) findUnlisted() {
	f := &finder{
		c: c, x: &c.now, dateline: -1, lower: make(map[uint64]bool), alone: make(map[uint64]int),
		at: make(map[uint64]*candidate), acronyms: make(map[uint64]*candidate),
	}
	for _, span := range c.spans {
		c.load(f.x, span)
		for _, t := range f.x.tokens {
			if t.Case == text.Lower {
				f.lower[t.Hash] = true
			}
		}
	}
	quotes := c.quotes
	for i := range c.spans {
		opened := c.open(f.x, i)
		if f.dateline < 0 && f.x.place.Start > c.spans[i].Start {
			f.dateline = c.datelineParty(f.x, c.spans[i].Start)
		}
		if opened && !f.x.isHeadlineCase() && !f.x.isCredits() {
			f.find()
		}
	}
	c.quotes, c.lessons = quotes, lessons{}
	if known := f.parties(); len(known.aliases) > 0 {
		g := *c.g
		g.beyond = known
		c.g = &g
	}
}

// datelineParty returns the party whose capital stands in the dateline from byte start to the
// sentence, if the sentence names it first; else -1.
func (c *cutter) datelineParty(x *sentence, start int) int32 {
	if len(x.matches) == 0 || tooLong(text.Span{Start: start, End: x.place.Start}) {
		return -1
	}
	tokens := text.AppendTokens(nil, c.article[start:x.place.Start])
	first := c.g.party(x.matches[0])
	for _, m := range c.g.settle(c.g.appendMatches(nil, tokens), tokens, &c.support) {
		if c.g.party(m) == first && c.g.aliasOf(m).kind == capitalKind {
			return first
		}
	}
	return -1
}

// isHeadlineCase reports whether the sentence is a line in which capitals say nothing,
// or has no words in lower case at all.
func (x *sentence) isHeadlineCase() bool {
	capitals, small, long := 0, 0, 0
	for i, t := range x.tokens {
		switch {
		case t.Kind != text.Word:
		case t.Case == text.Lower:
			small++
			if t.End-t.Start > 4 {
				long++
			}
		case x.isCapital(i):
			capitals++
		}
	}
	ends := len(x.tokens) > 0 && strings.ContainsAny(x.tokens[len(x.tokens)-1].Of(x.text), ".?!\"”")
	return small == 0 || !ends && long == 0 && capitals >= headlineWords
}

// isCredits reports whether the sentence names those who made the article: "Reporting by
// Maria Ruiz; editing by John Doe".
func (x *sentence) isCredits() bool {
	for i := range min(len(x.tokens), 4) {
		if x.unlistedClass(i)&credit != 0 && x.is(i+1, "by") {
			return true
		}
	}
	return false
}
