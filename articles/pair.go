package articles

import (
	"slices"

	"stance/datasets"
)

// A pair is a source and a target of a sentence.
type pair struct {
	source, target int32 // parties; source -1 = the author, or unknown
	from, to       int   // their mentions in the sentence, -1 for none
	how            string
	cue            int // the token by which the source was found, counted from 1; 0 = none
	reportedBy     string
	inferred       bool
	words          datasets.Span // the source's words where no mention has them: "she"
	standIn        datasets.Span // the target's words where no mention has them: "both sides", "the bloc"
}

// pair finds the pairs of the sentence at hand:
//
//  1. who speaks, toward every other party in what is said;
//  2. who acts, toward the parties acted on, reported by who speaks;
//  3. state media that speak, toward the parties left over;
//  4. where nobody speaks, the author toward the parties left over.
func (c *cutter) pair(x *sentence) {
	c.pairs, c.capped = c.pairs[:0], false
	c.actTogether(x)
	for k := range c.found {
		c.eachOther(x, k)
	}
	for k, f := range c.found {
		if f.speech && !f.media {
			c.speak(x, k, false)
		}
	}
	for k, f := range c.found {
		if !f.speech {
			c.act(x, k)
		}
	}
	c.nominal(x)
	c.charges(x)
	for k, f := range c.found {
		if f.speech && f.media {
			c.speak(x, k, c.anyReported())
		}
	}
	c.standIns(x)
	c.leftOver(x)
}

// speak adds the pairs of the speaker of claim k; where rest is true only those
// toward parties that are in no pair yet.
func (c *cutter) speak(x *sentence, k int, rest bool) {
	f := c.found[k]
	first, last := c.scope(x, k)
	by := c.reportedBy(x, k)
	if f.patient >= 0 { // "Venezuela, which Colombia has accused of lies, thanked Cuba"
		c.join(f.toward(c.g.party(x.matches[f.patient]), f.patient, by))
		first, last = f.first, x.commaAfter(f.verb)
	}
	for i, m := range x.matches {
		own := m.Start >= f.words.Start && m.End <= f.words.End // "the U.S. envoy to Moscow"
		switch {
		case f.party < 0, own, m.first < first, m.last > last:
		case c.reports(i, k), c.actsWith(i, k), x.isPlace(i), rest && c.covered(c.g.party(m)):
		default:
			c.join(f.toward(c.g.party(m), i, by))
		}
	}
}

// commaAfter returns the next comma or semicolon behind token i, or the end.
func (x *sentence) commaAfter(i int) int {
	for i++; i < len(x.tokens); i++ {
		if x.is(i, ",", ";") {
			return i
		}
	}
	return len(x.tokens)
}

// actsWith reports whether mention i does together with the actor of claim k what the
// claim says: "Gabon and Bahrain spoke against it".
func (c *cutter) actsWith(i, k int) bool {
	for _, f := range c.found {
		if f.verb == c.found[k].verb && f.match == i {
			return true
		}
	}
	return false
}

// act adds the pairs of the actor of claim k: toward the party that suffers the
// verb, or the parties behind it.
func (c *cutter) act(x *sentence, k int) {
	f := c.found[k]
	by := c.reportedBy(x, k)
	if f.patient >= 0 {
		c.join(f.toward(c.g.party(x.matches[f.patient]), f.patient, by))
		return
	}
	last := c.reach(x, k)
	for i, m := range x.matches {
		if m.first <= f.verb || m.first >= last || f.party < 0 || c.reports(i, k) || x.isPlace(i) {
			continue
		}
		if x.quoted[m.first] == x.quoted[f.verb] || by != "" && !x.quoted[f.verb] {
			c.join(f.toward(c.g.party(m), i, by))
		}
	}
}

// toward returns the pair of who speaks or acts with a party at its mention.
func (f *claim) toward(party int32, mention int, reportedBy string) pair {
	return pair{source: f.party, target: party, from: f.match, to: mention, how: f.how, cue: f.verb + 1, reportedBy: reportedBy, inferred: f.inferred, words: f.words}
}

// anyReported reports whether a pair is reported by somebody.
func (c *cutter) anyReported() bool {
	for _, p := range c.pairs {
		if p.reportedBy != "" {
			return true
		}
	}
	return false
}

// covered reports whether the party is in a pair.
func (c *cutter) covered(party int32) bool {
	for _, p := range c.pairs {
		if p.source == party || p.target == party {
			return true
		}
	}
	return false
}

// leftOver adds the pairs of the author, or of a speaker who is no party, toward the
// parties that are in no pair: also a speaker who names no other party.
func (c *cutter) leftOver(x *sentence) {
	how, by, cue := howNarrator, "", 0
	if x.hasSpeech() && x.beginsQuoted() && c.speaks() == nil {
		how = howUnknown
	}
	for _, f := range c.found {
		if f.speech && f.party < 0 && by == "" {
			how, by, cue = howUnknown, f.words.Of(x.text), f.verb+1
		}
	}
	if c.floor.words != "" && by == "" {
		how, by = howUnknown, c.floor.words
	}
	for i, m := range x.matches {
		if party := c.g.party(m); !c.covered(party) && party != c.floor.party && !c.speaksAs(x, i) && !x.isPlace(i) {
			c.join(pair{source: -1, target: party, from: -1, to: i, how: how, cue: cue, reportedBy: by})
		}
	}
}

// isPlace reports whether mention i is a capital where something happens, and no party:
// "residents of the city said in Yangon".
func (x *sentence) isPlace(i int) bool {
	m := x.matches[i]
	if x.kind(i) != capitalKind || m.first == 0 {
		return false
	}
	for _, word := range []string{"in", "near", "outside", "around", "at"} {
		if x.is(m.first-1, word) {
			return true
		}
	}
	return false
}

// speaksAs reports whether mention i only says who a speaker is: a medium that reports,
// the post of an envoy ("the U.S. envoy to Moscow said").
func (c *cutter) speaksAs(x *sentence, i int) bool {
	m := x.matches[i]
	for _, f := range c.found {
		if !f.speech || f.match < 0 {
			continue
		}
		if f.match == i && f.media {
			return true
		}
		if f.match != i && m.Start >= f.words.Start && m.End <= f.words.End && !c.isActor(i) {
			return true
		}
	}
	return false
}

// isActor reports whether mention i names who speaks or acts.
func (c *cutter) isActor(i int) bool {
	return slices.ContainsFunc(c.found, func(f claim) bool { return f.match == i })
}

// join adds the pair, unless it is one of a party with itself, is there already,
// or there are too many.
func (c *cutter) join(p pair) {
	if p.source == p.target {
		return
	}
	for _, q := range c.pairs {
		if q.source == p.source && q.target == p.target {
			return
		}
	}
	if len(c.pairs) == maxPairs {
		c.capped = true
		return
	}
	c.pairs = append(c.pairs, p)
}
