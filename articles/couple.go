package articles

// coupleReach is how many sentences "both sides" may stand behind the two.
const coupleReach = 8

// A couple is two parties that "both sides" stands for.
type couple struct {
	parties [2]int32
	number  int // of the sentence that named them; 0 = none
}

// coupleNouns follow "both" or "the two" where these stand for parties.
var coupleNouns = wordSet(`side party neighbour neighbor country government sides parties countries nations governments neighbours neighbors states capitals leaders
	rivals allies camps peoples armies militaries presidents ministers signatories premiers delegations heads chiefs`)

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
		if x.is(i, "both") && !two && i > 0 && (x.endsClause(i+1) || standInNouns().of(x.tokens[i-1].Hash)&partner != 0 && x.is(i+1, "to")) { // "and blamed neither", "thanked both"
			return i, i + 1, true
		}
	}
	return 0, 0, false
}

// endsClause reports whether nothing follows in the clause.
func (x *sentence) endsClause(i int) bool {
	return i >= len(x.tokens) || x.isPunct(i)
}
