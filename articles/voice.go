package articles

import (
	"slices"

	"stance/internal/text"
)

// Words that tell what speaks in somebody's name.
const (
	statementWord  class = 1 << iota // one speaker from beginning to end
	transcriptWord                   // speakers take turns
	questioner                       // a label of one who asks
)

// documents are the words that a document in somebody's name is known by.
var documents = wordLists([]wordList{
	{statementWord, `statement communique communiqué declaration readout verbale release remarks conclusions`},
	{transcriptWord, `transcript briefing interview`},
	{questioner, `reporter question q journalist moderator host interviewer correspondent audience`},
})

// headSentences is how many sentences at the beginning may say whose document it is.
const headSentences = 2

// findVoice finds in whose name the document speaks, and whether it is a transcript.
//
//	Statement by the Ministry of Foreign Affairs of Chile on the situation at the border
//	[word---] by [------------- phrase ----------------]
//	Chinese Foreign Ministry statement on the visit
//	[------- phrase -------] [word---]
//	Philippines: Statement of the Department of Foreign Affairs
//	[label----]  [word---]
func (c *cutter) findVoice() {
	c.voice, c.floor = -1, nobodys
	x := &c.next
	for i := 0; i < min(headSentences, len(c.spans)) && c.voice < 0; i++ {
		if !c.open(x, i) {
			continue
		}
		k := x.documentWord()
		if k < 0 {
			continue
		}
		c.transcript = documents().of(x.tokens[k].Hash) == transcriptWord
		c.voice = x.issuer(k)
		if c.voice >= 0 && x.isJoint(k) {
			c.floor.with = x.issuers(k, c.voice)
		}
	}
	if c.voice < 0 && !c.transcript {
		c.voice = c.firstPerson()
	}
	if !c.transcript && c.voice >= 0 {
		c.floor.party, c.floor.how = c.voice, howHeading
	}
}

// isJoint reports whether the document named at token k is one of several: "Joint Communiqué".
func (x *sentence) isJoint(k int) bool {
	for i := range k {
		if x.is(i, "Joint", "JOINT", "joint") {
			return true
		}
	}
	return false
}

// issuers returns the states that issue a joint document named at token k besides the first.
func (x *sentence) issuers(k int, first int32) (others []int32) {
	for _, m := range x.matches {
		party := x.g.party(m)
		if party != first && x.g.isState(party) && !slices.Contains(others, party) && !x.has(m.first-1, preposition) {
			others = append(others, party)
		}
	}
	if len(others) > 2 {
		return nil // a list of what it is about
	}
	return others
}

// enoughWe is how many times a document that does not call itself a statement says "we".
const enoughWe = 3

// firstPerson returns the party whose ministry is the subject of the first or second sentence of
// an article that says "we" outside quotations, or -1: a statement that does not call itself one.
func (c *cutter) firstPerson() int32 {
	we := 0
	party := int32(-1)
	x := &c.next
	for i := range c.spans {
		if !c.open(x, i) {
			continue
		}
		for k := range x.tokens {
			if !x.quoted[k] && x.is(k, "We", "we", "our", "Our") {
				we++
			}
		}
		if i < headSentences && party < 0 {
			party = x.ministry()
		}
		if i >= headSentences && party < 0 {
			return -1
		}
	}
	if we < enoughWe {
		return -1
	}
	return party
}

// ministry returns the party whose ministry the sentence begins with, or -1: "The Ministry of
// Foreign Affairs of the Republic of Türkiye condemns".
func (x *sentence) ministry() int32 {
	for i := range min(len(x.tokens), 4) {
		named := x.named(i) && x.kind(x.mentions[i]) == institutionKind
		if x.is(i, "Ministry", "Department", "Government") || named {
			if a := x.phrase(0, min(len(x.tokens)-1, maxPhrase)); a.party >= 0 {
				return a.party
			}
		}
	}
	return -1
}

// documentWord returns the token that names the document, or -1: it has a capital, and
// stands at the beginning, behind a label or behind a party's words.
func (x *sentence) documentWord() int {
	for k, t := range x.tokens {
		if documents().of(t.Hash)&(statementWord|transcriptWord) == 0 || x.mentions[k] >= 0 {
			continue
		}
		begins := t.Case != text.Lower && (k < 4 || x.is(k-2, ":")) || k > 0 && x.is(k-1, ":")
		if begins || k > 0 && x.has(k-1, role) && k+1 < len(x.tokens) && x.is(k+1, "on", "about", "regarding") {
			return k
		}
	}
	return -1
}

// issuer returns the party that issues the document named at token k, or -1.
func (x *sentence) issuer(k int) int32 {
	for i := k + 1; i < min(len(x.tokens), k+8) && !x.named(i); i++ {
		if x.is(i, "by", "of", "from") {
			if a, ok := x.following(i); ok && a.party >= 0 {
				return a.party
			}
		}
	}
	if x.is(k+1, "of", "by", "from") { // "of the 12th meeting of the Peace and Security Council of the African Union"
		for i := k + 2; i < min(len(x.tokens), k+2+maxPhrase) && !x.has(i, preposition); i++ {
			if x.named(i) {
				return x.g.party(x.matches[x.mentions[i]])
			}
		}
	}
	if k > 0 && !x.isPunct(k-1) {
		if a := x.phrase(x.phraseStart(k-1), k-1); a.party >= 0 {
			return a.party
		}
	}
	if len(x.matches) > 0 { // "Philippines: Statement", "COMMUNIQUE: Summit of the ECOWAS Authority"
		if m := x.matches[0]; m.last <= k || x.is(k+1, ":") {
			return x.g.party(m)
		}
	}
	return -1
}
