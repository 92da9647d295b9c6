package articles

import "slices"

// coupleReach is how many sentences "both sides" may stand behind the two.
const coupleReach = 8

// A couple is two parties that "both sides" stands for.
type couple struct {
	parties [2]int32
	number  int // of the sentence that named them; 0 = none
}

// coupleNouns follow "both" or "the two" where these stand for parties.
var coupleNouns = wordSet(`side party neighbour neighbor country government sides parties countries nations governments neighbours
	neighbors states capitals leaders rivals allies camps peoples armies militaries presidents ministers
	signatories premiers delegations heads chiefs`)

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

// bothSides returns the words from a token on that stand for two parties, as tokens [first, last).
func (x *sentence) bothSides(from int) (first, last int, ok bool) {
	for i := from; i < len(x.tokens); i++ {
		two := x.is(i, "two") && x.has(i-1, determiner)
		if !two && !x.is(i, "both", "Both", "neither", "Neither", "either", "Either") {
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
		if i > 0 && x.is(i, "both") && (x.endsClause(i+1) || x.isAimed(i-1) && x.is(i+1, "to")) {
			return i, i + 1, true // "thanked both", "urged both to talk"
		}
	}
	return 0, 0, false
}

// endsClause reports whether nothing follows in the clause.
func (x *sentence) endsClause(i int) bool {
	return i >= len(x.tokens) || x.isPunct(i)
}

// bothOf returns the two parties that "both sides" at token first stands for: those of a joint
// statement, or the two that the article names most, besides who speaks of them. Where a third
// is named as often, the last two that one sentence named alone.
func (c *cutter) bothOf(x *sentence, first int) []int32 {
	if len(c.floor.with) == 1 {
		return []int32{c.floor.party, c.floor.with[0]}
	}
	speaker := int32(-1)
	if k := c.governor(first); k >= 0 {
		speaker = c.found[k].party
	}
	top := c.mostNamed(3, speaker)
	tied := len(top) == 3 && c.counts[top[1]] == c.counts[top[2]]
	if near := c.both.number > 0 && x.number-c.both.number <= coupleReach; near && (tied || len(top) < 2) {
		return c.both.parties[:]
	}
	if len(top) < 2 {
		return nil
	}
	return top[:2]
}

// actTogether gives the claims of "both sides" to the two, and their pairs with each other
// where they do it with each other.
func (c *cutter) actTogether(x *sentence) {
	first, last, ok := x.bothSides(0)
	if !ok {
		return
	}
	for k := len(c.found) - 1; k >= 0; k-- {
		f := &c.found[k]
		if f.match >= 0 || f.verb < last || f.first > first+1 || f.first < first-1 {
			continue
		}
		two := c.bothOf(x, first)
		if len(two) != 2 {
			return
		}
		f.party, f.how, f.inferred = two[0], howPronoun, true
		other := *f
		other.party = two[1]
		if x.isMutual(f.verb) || x.is(f.verb+1, "each") {
			c.joinStandIn(f.toward(two[1], -1, ""), f.words)
			c.joinStandIn(other.toward(two[0], -1, ""), f.words)
		}
		c.found = slices.Insert(c.found, k+1, other)
	}
}
