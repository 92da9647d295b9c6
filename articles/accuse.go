package articles

// chargeVerbs name somebody and, behind "of" or "for", what he is charged with.
var chargeVerbs = wordSet(`accuse accuses accused accusing blame blames blamed blaming suspect suspects suspected fault faults faulted
	denounce denounces denounced criticise criticises criticised criticize criticizes criticized condemn condemns condemned
	chide chided rebuke rebuked charge charged`)

// charges adds the pairs of those who are charged with a deed: toward whom it is done, or else
// toward who charges them.
//
//	Kinshasa accused Rwanda of sending troops to M23      Rwanda > M23, by DR Congo
//	Guyana accuses Venezuela of firing on a supply boat   Venezuela > Guyana
func (c *cutter) charges(x *sentence) {
	for _, f := range c.found {
		if f.verb < 0 || f.party < 0 || f.patient >= 0 || chargeVerbs().of(x.tokens[f.verb].Hash) == 0 {
			continue
		}
		charged := x.firstMention(f.verb+1, f.verb+1+maxAdjectives)
		if charged < 0 || c.g.party(x.matches[charged]) == f.party {
			continue
		}
		of := x.matches[charged].last
		if !x.is(of, "of", "for") || !x.endsIn(of+1, "ing") {
			continue
		}
		by, end := c.g.nameOf(f.party), x.clauseEnd(of, of+maxBefore)
		done := false
		for to := charged + 1; to < len(x.matches) && x.matches[to].first < end && !x.has(x.matches[to].first-1, coordinator); to++ {
			c.join(c.nominalPair(of, charged, to, by))
			done = true
		}
		if !done {
			p := c.nominalPair(of, charged, charged, by)
			p.target, p.to = f.party, f.match
			c.joinStandIn(p, f.words)
		}
	}
}

// firstMention returns the first mention whose first token is one of [from, to), or -1.
func (x *sentence) firstMention(from, to int) int {
	for i := from; i < min(to, len(x.tokens)); i++ {
		if x.named(i) {
			return x.mentions[i]
		}
		if x.isPunct(i) && !x.joins(i) {
			break
		}
	}
	return -1
}
