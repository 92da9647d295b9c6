package articles

import "slices"

// Nouns that say what one party does to another, or says of it.
const (
	deedNoun class = 1 << iota // "Russia's invasion of Ukraine", "US sanctions on Iran"
	wordNoun                   // "Venezuela's claim that Guyana ..."
	feeling                    // "to the annoyance of Ethiopia"
	leading                    // a preposition before whom the deed is done to
)

// nominals are these nouns, and the prepositions behind them.
var nominals = wordLists([]wordList{
	{deedNoun, `support backing aid assistance help criticism condemnation denunciation praise attack attacks strike strikes
		airstrike airstrikes assault assaults bombardment shelling bombing invasion occupation annexation blockade
		siege sanctions tariffs duties embargo ban pressure threat threats aggression hostility war campaign offensive
		raid raids incursion incursions recognition endorsement opposition solidarity gratitude thanks loyalty
		commitment sales deliveries shipments loan loans warning warnings rebuke protest protests complaint lawsuit
		accusation accusations boycott retaliation interference meddling contempt sympathy admiration respect hatred
		mistrust distrust trust friendship dependence reliance claim claims objection objections veto mockery insult
		insults slur provocation provocations reprisal reprisals crackdown hints affection anger fury outrage
		cooperation collaboration collusion alliance dealings seizure killing arrest detention expulsion kidnapping
		abduction annexing encirclement appeal appeals apology apologies demand demands call calls ultimatum offer
		promise pledge vow`},
	{wordNoun, `claim claims assertion assertions accusation accusations allegation allegations charge charges demand demands
		call calls warning warnings insistence view argument complaint complaints threat threats promise promises
		pledge suggestion statement statements assurance assurances verdict belief conviction denial
		contention hint appeal`},
	{feeling, `annoyance displeasure anger fury delight relief dismay irritation alarm embarrassment horror consternation
		disappointment chagrin satisfaction joy outrage`},
	{leading, `of on against for to toward towards from in with`},
})

// maxAdjectives is the number of words that may stand between a party and its noun, or the
// preposition and its party.
const maxAdjectives = 3

// nominal adds the pairs of parties whose deeds and words are nouns.
//
//	Russia's full-scale invasion of Ukraine     [owner] 's ... [deed] [prep] [target]
//	the criticism of Beijing by Manila          [deed] of [target] by [owner]
//	Venezuela's claim that Guyana is ...        [owner] 's [word] that ... [target]
//	Cairo armed it, to the annoyance of Addis   [target] ... to the [feeling] of [owner]
func (c *cutter) nominal(x *sentence) {
	for i, t := range x.tokens {
		if len(c.pairs) == maxPairs {
			return
		}
		switch noun := nominals().of(t.Hash); {
		case noun&^leading == 0 || x.named(i) || c.isVerb(i):
		case noun&feeling != 0 && x.is(i-1, "the") && x.is(i-2, "to") && x.is(i+1, "of"):
			c.feels(x, i)
		default:
			owner, behind := x.ownerOf(i), i+1
			if owner < 0 {
				owner, behind = x.ownerBehind(i)
			}
			switch {
			case owner >= 0:
				c.owns(x, i, owner, behind, noun)
			case noun&deedNoun != 0:
				c.doneBy(x, i)
			}
		}
	}
}

// owns adds the pairs of the owner of the noun at token i, by what stands from token behind
// on: toward whom a deed leads to, and toward all who are named in what is claimed.
func (c *cutter) owns(x *sentence, i, owner, behind int, noun class) {
	by := c.reporterAt(x, i)
	if noun&deedNoun != 0 {
		if to := x.objectOf(behind); to >= 0 {
			c.join(c.nominalPair(i, owner, to, by))
		}
	}
	if noun&wordNoun == 0 || !x.is(behind, "that") {
		return
	}
	end := x.clauseEnd(i, i+maxBefore)
	for to := owner + 1; to < len(x.matches) && x.matches[to].first < end; to++ {
		if x.matches[to].first > i {
			c.join(c.nominalPair(i, owner, to, by))
		}
	}
}

// feels adds the pair of who feels at token i what somebody did, instead of the pair of that
// one toward him.
func (c *cutter) feels(x *sentence, i int) {
	who := x.objectOf(i + 1)
	if who < 0 {
		return
	}
	party := c.g.party(x.matches[who])
	for k := len(c.found) - 1; k >= 0; k-- {
		if f := c.found[k]; f.verb >= 0 && f.verb < i && f.party >= 0 && !f.speech {
			c.pairs = slices.DeleteFunc(c.pairs, func(p pair) bool { return p.source == f.party && p.to == who })
			p := pair{cue: i + 1, source: party, target: f.party, from: who, to: f.match, how: howExplicit, reportedBy: c.reportedBy(x, k)}
			c.joinStandIn(p, f.words)
			return
		}
	}
}

// isVerb reports whether token i is the verb of a claim.
func (c *cutter) isVerb(i int) bool {
	for _, f := range c.found {
		if f.verb == i {
			return true
		}
	}
	return false
}

// ownerOf returns the mention whose noun token i is by the words before it, or -1:
// "Russia's", "US".
func (x *sentence) ownerOf(i int) int {
	k := i - 1
	for ; k >= 0 && k >= i-maxAdjectives && !x.named(k); k-- {
		if x.has(k, possessive) {
			continue
		}
		if x.isPunct(k) && !x.joins(k) || x.classes[k] != 0 && !x.has(k, adverb) {
			return -1
		}
	}
	if k >= 0 && x.named(k) && (x.has(k+1, possessive) || x.kind(x.mentions[k]) == demonymKind || k == i-1) {
		return x.mentions[k]
	}
	return -1
}

// doneBy adds the pairs of a deed at token i whose doers stand last: "the seizure of an Emirati
// boat by Iran".
func (c *cutter) doneBy(x *sentence, i int) {
	to := x.objectOf(i + 1)
	if to < 0 {
		return
	}
	for k := x.matches[to].last; k < min(len(x.tokens), x.matches[to].last+maxAdjectives); k++ {
		if x.is(k, "by") {
			if by := x.firstMention(k+1, k+1+maxAdjectives); by >= 0 {
				c.join(c.nominalPair(i, by, to, c.reporterAt(x, i)))
			}
			return
		}
		if x.classes[k] != 0 || x.isPunct(k) {
			return
		}
	}
}

// ownerBehind returns the mention whose noun token i is by the words behind it, and the token
// that follows: "a claim by Australia that ...", "attacks by Israel on Lebanon"; or -1.
func (x *sentence) ownerBehind(i int) (owner, behind int) {
	if !x.is(i+1, "by", "from") {
		return -1, i + 1
	}
	if owner = x.firstMention(i+2, i+2+maxAdjectives); owner < 0 {
		return -1, i + 1
	}
	return owner, x.matches[owner].last
}

// objectOf returns the mention that the preposition at token i leads to, or -1.
func (x *sentence) objectOf(i int) int {
	if i >= len(x.tokens) || nominals().of(x.tokens[i].Hash)&leading == 0 {
		return -1
	}
	for k := i + 1; k < len(x.tokens) && k <= i+1+maxAdjectives; k++ {
		switch {
		case x.named(k):
			return x.mentions[k]
		case x.isPunct(k) && !x.joins(k) || x.classes[k]&^(determiner|timePrep|adverb|role) != 0:
			return -1
		}
	}
	return -1
}

// reporterAt returns who says what stands at token i, "" for nobody.
func (c *cutter) reporterAt(x *sentence, i int) string {
	for k := range c.found {
		f := &c.found[k]
		first, last := c.scope(x, k)
		if !f.speech || i < first || i >= last {
			continue
		}
		return c.reporterName(x, f)
	}
	return ""
}

// nominalPair returns the pair of two mentions that the word at token i ties.
func (c *cutter) nominalPair(i, from, to int, by string) pair {
	x := c.read
	p := pair{cue: i + 1, source: c.g.party(x.matches[from]), target: c.g.party(x.matches[to]), from: from, to: to, how: howExplicit, reportedBy: by}
	if by == c.g.nameOf(p.source) {
		p.reportedBy = ""
	}
	return p
}
