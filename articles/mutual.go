package articles

// Words for what several parties do with each other.
const (
	mutualVerb   class = 1 << iota // agree, trade, clash
	mutualOpener                   // begin, if what they begin is done together
	mutualNoun                     // talks, drills
)

// mutualWords are these words.
var mutualWords = wordLists([]wordList{
	{mutualVerb, `agree agrees agreed sign signs signed ink inks inked trade trades traded exchange exchanges exchanged swap
		swaps swapped clash clashes clashed spar feud meet meets met hold holds held seal seals sealed reopen reopened
		resume resumes resumed restore restored renew renewed reaffirm reaffirmed share shared strike struck conclude
		concluded close closed fight fought pledge pledged vow vowed launch launched establish established conduct
		conducted stage staged mend mended cement cemented`},
	{mutualOpener, `begin begins began start starts started open opens opened`},
	{mutualNoun, `drills talks exercises negotiations patrols dialogue manoeuvres maneuvers consultations`},
})

// mutualReach is how many tokens behind "begin" the thing may stand that is begun.
const mutualReach = 5

// eachOther adds the pairs of the actor of claim k with those who act together with it,
// where the verb is one of what they do with each other: "Oman and Iran agreed".
func (c *cutter) eachOther(x *sentence, k int) {
	f := c.found[k]
	if f.match < 0 || !x.isMutual(f.verb) && !x.is(f.verb+1, "each") && !(x.is(f.verb+1, "one") && x.is(f.verb+2, "another")) {
		return
	}
	for _, g := range c.found {
		if g.verb == f.verb && g.match >= 0 && g.party != f.party {
			c.join(f.toward(g.party, g.match, c.reportedBy(x, k)))
		}
	}
}

// isMutual reports whether the verb at token i is one of what several do with each other,
// and not with others, "agreed with Moscow", or each for himself, "agreed".
func (x *sentence) isMutual(i int) bool {
	if i < 0 || i+1 >= len(x.tokens) {
		return false
	}
	switch table := mutualWords(); {
	case table.of(x.tokens[i].Hash)&mutualOpener != 0:
		for k := i + 1; k < min(len(x.tokens), i+1+mutualReach); k++ {
			if table.of(x.tokens[k].Hash) == mutualNoun {
				return true
			}
		}
		return false
	case table.of(x.tokens[i].Hash)&mutualVerb == 0 || x.named(i):
		return false
	}
	return !x.is(i+1, "with") && (!x.isPunct(i+1) || x.is(i+1, ":"))
}
