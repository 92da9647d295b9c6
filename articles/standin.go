package articles

import "stance/datasets"

// Words that stand for a party that the article has named, nouns with "the" before them.
const (
	blocNoun      class = 1 << iota // an organisation: "the bloc"
	armedNoun                       // an armed group or a party: "the rebels"
	stateNoun                       // a state: "the junta"
	personPronoun                   // "him"
	partyPronoun                    // "it"
	aimed                           // a verb whose object is a party: "thanked it"
)

// standInWords are the words that stand for parties, and the verbs before them.
var standInWords = wordLists([]wordList{
	{blocNoun, `bloc alliance organisation organization agency grouping`},
	{armedNoun, `guerrillas guerrilla rebels insurgents militants militia group movement faction jihadists paramilitaries fighters`},
	{stateNoun, `government junta regime ministry authorities generals army military kingdom emirate sultanate`},
	{personPronoun, `him her`},
	{partyPronoun, `it them`},
	{aimed, `accuse accused accuses accusing thank thanked thanks thanking ask asked asks urge urged urges urging blame blamed blames blaming
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

// A standIn is words of a sentence that stand for parties which other sentences name.
type standIn struct {
	first, last int // tokens [first, last)
	noun        class
}

// standIns adds the pairs toward the parties that words stand for: of who speaks or acts,
// else, for both sides, of the author.
func (c *cutter) standIns(x *sentence) {
	if first, last, ok := x.bothSides(0); ok {
		if next, end, more := x.bothSides(last); more && c.governor(first) < 0 {
			first, last = next, end
		}
		if two := c.bothOf(x, first); len(two) == 2 {
			c.joinAll(x, first, last, two, true)
		}
	}
	for i := range x.tokens {
		s, ok := x.standIn(i)
		if !ok || c.namesActor(s) {
			continue
		}
		if k := c.governor(s.first); k >= 0 {
			if party := c.meantBy(x, s, c.found[k].party); party >= 0 {
				c.joinAll(x, s.first, s.last, []int32{party}, false)
			}
		}
	}
}

// joinStandIn adds a pair whose target is named by words that stand for it.
func (c *cutter) joinStandIn(p pair, words datasets.Span) {
	p.standIn = words
	c.join(p)
}

// meantBy returns the party that the words stand for, other than one, or -1.
func (c *cutter) meantBy(x *sentence, s standIn, other int32) int32 {
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

// namesActor reports whether the words name who speaks or acts.
func (c *cutter) namesActor(s standIn) bool {
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
	noun := standInWords().of(x.tokens[i].Hash)
	switch {
	case noun&(personPronoun|partyPronoun) != 0:
		ok = i > 0 && x.isAimed(i-1) && !x.named(i-1)
		return standIn{i, i + 1, noun & (personPronoun | partyPronoun)}, ok
	case noun&(blocNoun|armedNoun|stateNoun) == 0, i == 0, x.named(i), !x.is(i-1, "the"):
		return s, false
	case i+1 < len(x.tokens) && (x.has(i+1, phrasePrep|role) && !x.endsIn(i+2, "ing") || x.named(i+1) || x.is(i+1, "-")):
		return s, false
	}
	return standIn{i - 1, i + 1, noun & (blocNoun | armedNoun | stateNoun)}, true
}

// isAimed reports whether token i is a verb whose object is a party.
func (x *sentence) isAimed(i int) bool { return standInWords().of(x.tokens[i].Hash)&aimed != 0 }

// governor returns the claim of who speaks, or else acts, toward what stands at a token, or -1.
func (c *cutter) governor(first int) int {
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
	k := c.governor(first)
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
