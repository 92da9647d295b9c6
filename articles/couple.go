package articles

import (
	"sync"

	"stance/datasets"
)

// coupleReach is how many sentences "both sides" may stand behind the two.
const coupleReach = 8

// A couple is two parties that "both sides" stands for.
type couple struct {
	parties [2]int32
	number  int // of the sentence that named them; 0 = none
}

// coupleNouns follow "both" or "the two" where these stand for parties.
var coupleNouns = sync.OnceValue(func() *wordTable {
	return readWordLists([]wordList{{1, `sides parties countries nations governments neighbours neighbors states capitals leaders
		rivals allies delegations camps capitals peoples armies militaries presidents ministers`}})
})

// remember keeps the parties of a sentence that names exactly two.
func (p *couple) remember(c *cutter, x *sentence) {
	var two [2]int32
	n := 0
	for _, m := range x.matches {
		switch party := c.g.party(m); {
		case n > 0 && party == two[0], n > 1 && party == two[1]:
		case n == len(two):
			return
		default:
			two[n] = party
			n++
		}
	}
	if n == len(two) {
		*p = couple{two, x.number}
	}
}

// bothSides returns the words that stand for two parties, as tokens [first, last).
func (x *sentence) bothSides() (first, last int, ok bool) {
	for i := range x.tokens {
		two := x.is(i, "two") && x.has(i-1, determiner)
		if !two && !x.is(i, "both") && !x.is(i, "Both") && !x.is(i, "neither") && !x.is(i, "Neither") {
			continue
		}
		for j := i + 1; j < min(i+4, len(x.tokens)); j++ {
			if x.named(j) {
				break
			}
			if coupleNouns().of(x.tokens[j].Hash) != 0 {
				return i, j + 1, true
			}
		}
		if x.is(i, "both") && !two && x.endsClause(i+1) { // "and blamed neither", "thanked both"
			return i, i + 1, true
		}
	}
	return 0, 0, false
}

// endsClause reports whether nothing follows in the clause.
func (x *sentence) endsClause(i int) bool {
	return i >= len(x.tokens) || x.isPunct(i)
}

// pairBoth adds the pairs toward both sides: of who speaks or acts, else of the author.
func (c *cutter) pairBoth(x *sentence) {
	first, last, ok := x.bothSides()
	if !ok || c.both.number == 0 || x.number-c.both.number > coupleReach {
		return
	}
	p := pair{source: -1, from: -1, to: -1, how: howNarrator, both: datasets.Span{Start: x.tokens[first].Start, End: x.tokens[last-1].End}}
	for _, f := range c.found {
		if f.party >= 0 && f.verb < first && f.patient < 0 {
			p.source, p.from, p.how, p.cue, p.inferred, p.words = f.party, f.match, f.how, f.verb+1, f.inferred, f.words
			if f.speech && !f.media {
				break
			}
		}
	}
	for _, party := range c.both.parties {
		p.target = party
		c.join(p)
	}
}
