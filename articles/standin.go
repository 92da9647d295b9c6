package articles

import (
	"slices"

	"stance/datasets"
)

// standInReach is how many sentences a noun may stand behind the party it stands for.
const standInReach = 6

// Nouns that stand, with an article, for a party that the article has named.
const (
	blocNoun   class = 1 << iota // an organisation: "the bloc"
	armedNoun                    // an armed group or a party: "the rebels"
	stateNoun                    // a state: "the junta"
	personNoun                   // "him"
	partyNoun                    // "it"
	partner                      // a verb whose object is a party: "thanked it"
)

var standInNouns = wordLists([]wordList{
	{blocNoun, `bloc alliance organisation organization agency grouping`},
	{armedNoun, `guerrillas guerrilla rebels insurgents militants militia group movement faction jihadists paramilitaries fighters`},
	{stateNoun, `government junta regime ministry authorities generals army military kingdom emirate sultanate`},
	{personNoun, `him her`},
	{partyNoun, `it them`},
	{partner, `accuse accused accuses accusing thank thanked thanks thanking ask asked asks urge urged urges urging blame blamed blames blaming
		praise praised praises praising condemn condemned condemns condemning criticise criticised criticises
		criticize criticized criticizes warn warned warns warning mock mocked mocks mocking denounce denounced denounces
		denouncing defend defended defends defending trust trusts trusted distrust distrusts distrusted congratulate
		congratulated congratulates assure assured assures help helped helps assist assisted arm armed arms arming
		sanction sanctioned sanctions fault faulted faults scold scolded chide chided rebuke rebuked despise despised
		expel expelled expels expelling invade invaded invades attack attacked attacks attacking bomb bombed bombs shell shelled
		occupied occupies annexed betray betrayed betrays abandon abandoned abandons isolate isolated isolates punish
		punished punishes insult insulted insults humiliated provoke provoked provokes deceived deceives invited invites
		welcomed visited joined reassured protect protected protects shield shielded shields bankroll bankrolled fund
		funded funds commend commended commends recognise recognised recognize recognized reject rejected rejects
		oppose opposed opposes opposing support supported supports supporting threaten threatened threatens threatening`},
})

// recent are the parties that the article has named, the last one first.
type recent []named

// A named party is one that a sentence has named.
type named struct {
	party  int32
	number int // of the last sentence that named it
	person bool
}

// remember moves the parties of a sentence to the front.
func (r *recent) remember(c *cutter, x *sentence) {
	for i, m := range x.matches {
		r.put(named{c.g.party(m), x.number, x.kind(i) == personKind})
	}
}

func (r *recent) put(n named) {
	list := *r
	at := len(list)
	for i := range list {
		if list[i].party == n.party {
			at = i
			break
		}
	}
	if at == len(list) {
		list = append(list, n)
	}
	copy(list[1:at+1], list[:at])
	list[0] = n
	*r = list
}

// find returns the last party named that the noun may stand for, other than one, or -1.
func (r recent) find(g *Gazetteer, noun class, number int, other int32) int32 {
	for _, n := range r {
		if number-n.number > standInReach {
			break
		}
		if n.party != other && g.standsFor(noun, &n) {
			return n.party
		}
	}
	return -1
}

// standsFor reports whether a noun may stand for the party.
func (g *Gazetteer) standsFor(noun class, n *named) bool {
	switch noun {
	case stateNoun:
		return g.isState(n.party)
	case personNoun:
		return n.person
	case partyNoun:
		return !n.person
	}
	return !g.isState(n.party) && !n.person
}

// A standIn is words of a sentence that stand for parties which other sentences name.
type standIn struct {
	first, last int // tokens [first, last)
	noun        class
}

// standIns adds the pairs toward the parties that words stand for: of who speaks or acts,
// else, for both sides, of the author.
func (c *cutter) standIns(x *sentence) {
	if first, last, ok := x.bothSides(0); ok {
		if next, end, more := x.bothSides(last); more && c.governs(first) < 0 {
			first, last = next, end
		}
		if two := c.bothOf(x, first); len(two) == 2 {
			c.joinAll(x, first, last, two, true)
		}
	}
	for i := range x.tokens {
		s, ok := x.standIn(i)
		if !ok || c.isActors(s) {
			continue
		}
		if k := c.governs(s.first); k >= 0 {
			if party := c.standsFor(x, s, c.found[k].party); party >= 0 {
				c.joinAll(x, s.first, s.last, []int32{party}, false)
			}
		}
	}
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

// joinStandIn adds a pair whose target is named by words that stand for it.
func (c *cutter) joinStandIn(p pair, words datasets.Span) {
	p.standIn = words
	c.join(p)
}

// bothOf returns the two parties that "both sides" at token first stands for: those of a joint
// statement, or the two that the article names most, besides who speaks of them. Where a third
// is named as often, the last two that one sentence named alone.
func (c *cutter) bothOf(x *sentence, first int) []int32 {
	if len(c.floor.with) == 1 {
		return []int32{c.floor.party, c.floor.with[0]}
	}
	speaker := int32(-1)
	if k := c.governs(first); k >= 0 {
		speaker = c.found[k].party
	}
	top := c.mostNamed(3, speaker)
	tie := len(top) == 3 && c.counts[top[1]] == c.counts[top[2]]
	if recent := c.both.number > 0 && x.number-c.both.number <= coupleReach; recent && (tie || len(top) < 2) {
		return c.both.parties[:]
	}
	if len(top) < 2 {
		return nil
	}
	return top[:2]
}

// mostNamed returns the n parties that the article names most, without one.
func (c *cutter) mostNamed(n int, without int32) (top []int32) {
	for range n {
		best := int32(-1)
		for p, count := range c.counts {
			if p := int32(p); count > 0 && p != without && !slices.Contains(top, p) && (best < 0 || count > c.counts[best]) {
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

// standsFor returns the party that the words stand for, other than one, or -1.
func (c *cutter) standsFor(x *sentence, s standIn, other int32) int32 {
	if s.noun == stateNoun && c.home >= 0 && c.home != other {
		return c.home
	}
	for i := len(x.matches) - 1; i >= 0; i-- {
		m := x.matches[i]
		n := named{c.g.party(m), x.number, x.kind(i) == personKind}
		if m.last <= s.first && n.party != other && c.g.standsFor(s.noun, &n) {
			return n.party
		}
	}
	return c.recent.find(c.g, s.noun, x.number, other)
}

// isActors reports whether the words name who speaks or acts.
func (c *cutter) isActors(s standIn) bool {
	for _, f := range c.found {
		if f.match < 0 && f.first <= s.first && s.last-1 < f.verb {
			return true
		}
	}
	return false
}

// standIn returns the words at token i that stand for a party.
//
//	accused the government of ...    the bloc had ignored ...    thanked it
func (x *sentence) standIn(i int) (s standIn, ok bool) {
	noun := standInNouns().of(x.tokens[i].Hash)
	switch {
	case noun&(personNoun|partyNoun) != 0:
		ok = i > 0 && standInNouns().of(x.tokens[i-1].Hash)&partner != 0 && !x.named(i-1)
		return standIn{i, i + 1, noun & (personNoun | partyNoun)}, ok
	case noun&(blocNoun|armedNoun|stateNoun) == 0, i == 0, x.named(i), !x.is(i-1, "the"):
		return s, false
	case i+1 < len(x.tokens) && (x.has(i+1, phrasePrep|role) && !x.endsIn(i+2, "ing") || x.named(i+1) || x.is(i+1, "-")):
		return s, false
	}
	return standIn{i - 1, i + 1, noun & (blocNoun | armedNoun | stateNoun)}, true
}

// governs returns the claim of who speaks, or else acts, toward what stands at a token, or -1.
func (c *cutter) governs(first int) int {
	best := -1
	for k, f := range c.found {
		if f.party >= 0 && f.verb < first && f.patient < 0 {
			best = k
			if f.speech && !f.media {
				break
			}
		}
	}
	return best
}

// joinAll adds the pairs toward parties that the tokens [first, last) stand for: of all who
// speak or act there, or of the author where nobody does.
func (c *cutter) joinAll(x *sentence, first, last int, parties []int32, author bool) {
	standIn := datasets.Span{Start: x.tokens[first].Start, End: x.tokens[last-1].End}
	k := c.governs(first)
	if k < 0 && !author {
		return
	}
	for _, party := range parties {
		if k < 0 {
			c.joinStandIn(pair{source: -1, target: party, from: -1, to: -1, how: howNarrator}, standIn)
			continue
		}
		for _, f := range c.found {
			if f.verb == c.found[k].verb && f.party >= 0 {
				c.joinStandIn(f.toward(party, -1, ""), standIn)
			}
		}
	}
}
