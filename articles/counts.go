package articles

import "slices"

// count counts how often a sentence, whose matches are not settled, names each party.
func (c *cutter) count(x *sentence) {
	if c.counts == nil {
		c.counts = make([]int32, len(c.g.parties))
	}
	for _, m := range x.matches {
		if a := &c.g.aliases[m.alias]; a.party >= 0 && a.kind != noneKind {
			c.counts[a.party]++
		}
	}
}

// findHome finds the state that the article names most.
func (c *cutter) findHome() {
	c.home = -1
	for p, n := range c.counts {
		if n > 0 && c.g.isState(int32(p)) && (c.home < 0 || n > c.counts[c.home]) {
			c.home = int32(p)
		}
	}
}

// hasNamed reports whether the article has named the party so far.
func (c *cutter) hasNamed(party int32) bool {
	return slices.ContainsFunc(c.recent, func(n named) bool { return n.party == party }) ||
		slices.ContainsFunc(c.read.matches, func(m match) bool { return c.g.party(m) == party })
}

// mostNamed returns the n parties that the article, so far as it is read, names most, without
// one.
func (c *cutter) mostNamed(n int, without int32) (top []int32) {
	for range n {
		best := int32(-1)
		for p, count := range c.counts {
			if p := int32(p); count > 0 && p != without && c.hasNamed(p) && !slices.Contains(top, p) && (best < 0 || count > c.counts[best]) {
				best = p
			}
		}
		if best < 0 {
			break
		}
		top = append(top, best)
	}
	return top
}
