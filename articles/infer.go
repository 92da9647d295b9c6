package articles

// infer finds whom a pronoun or "the ministry" stands for: the last actor of the
// sentence, "Beijing said it supports", or else of the sentences before. Who acts in
// a quotation is not who speaks it: `"Moscow has failed," he said`. "The newspaper"
// stands for the last one named; "Trade Minister Hadi Wiranegara", unless a state acted
// last, for the state that the article names most.
func (c *cutter) infer(k *claim) {
	if k.media {
		k.party, k.how = c.medium.party, howPronoun
		k.inferred = k.party >= 0
		return
	}
	if at := c.inCapital(k); at >= 0 {
		k.party, k.how, k.inferred = at, howPronoun, true
		return
	}
	if k.titled && c.home >= 0 && !c.g.isState(c.last.party) {
		k.party, k.how, k.inferred = c.home, howPronoun, true
		return
	}
	if before := c.before(k.verb); before != nil && before.speech && before.party < 0 && c.read.has(k.first, pronoun) {
		k.party, k.inferred = -1, false // "a trader said he had voted": nobody's view
		return
	}
	if before := c.before(k.verb); before != nil && before.party >= 0 {
		k.party, k.match, k.inferred = before.party, before.match, before.inferred
		if k.inferred {
			k.how = howPronoun
		}
		return
	}
	k.party, k.how = c.last.party, howPronoun
	k.inferred = k.party >= 0
}

// inCapital returns the party of "In Bucharest, the president ...", -1 where no place
// is named before the actor.
func (c *cutter) inCapital(k *claim) int32 {
	x := c.read
	if x.is(0, "In", "From") && x.named(1) && x.has(k.first, determiner) {
		if m := x.matches[x.mentions[1]]; x.is(m.last, ",") && m.last < k.first {
			return c.g.party(m)
		}
	}
	return -1
}

// before returns the last claim found that stands in a quotation if, and only if, the
// verb does, or nil.
func (c *cutter) before(verb int) *claim {
	for n := len(c.found) - 1; n >= 0; n-- {
		if f := &c.found[n]; c.read.inQuote(f.verb) == c.read.inQuote(verb) {
			return f
		}
	}
	return nil
}

// carried returns the actor of the last claim before token i.
func (c *cutter) carried(x *sentence, i int) actor {
	for k := len(c.found) - 1; k >= 0; k-- {
		if v := c.found[k].verb; c.found[k].patient < 0 && x.inQuote(v) == x.inQuote(i) {
			a := c.found[k].actor
			a.first = i
			return a
		}
	}
	return nobody
}
