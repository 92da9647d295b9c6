package articles

import (
	"slices"

	"stance/internal/text"
)

// A floor is who speaks although no verb says so: the ministry whose statement it is,
// the speaker whose turn it is in a transcript.
type floor struct {
	party int32   // -1 = nobody, or nobody known
	with  []int32 // others in whose name he speaks, too: a joint statement
	how   string  // it was found
	words string  // of the label, for a speaker who is no party: "Reporter"
}

// nobodys is the floor of a text in nobody's name.
var nobodys = floor{party: -1}

// longestLabel is the number of tokens that the label of a turn has at most.
const longestLabel = 7

// takeTurn gives the floor to whom the label at the beginning of a sentence of a
// transcript names: "Prime Minister: We changed our name."
func (c *cutter) takeTurn(x *sentence) {
	if !c.transcript {
		return
	}
	end := x.label()
	if end < 0 {
		return
	}
	words := x.text[x.tokens[0].Start:x.tokens[end-1].End]
	c.floor = floor{party: -1, how: howExplicit, words: words}
	switch {
	case documents().of(x.tokens[end-1].Hash) == questioner:
		c.floor.how = howUnknown
	case x.named(end-1) || x.named(0):
		c.floor.party = x.phrase(0, end-1).party
	default:
		c.floor.party = c.holder(x.tokens[:end])
	}
}

// label returns the colon behind the label that the sentence begins with, or -1.
func (x *sentence) label() int {
	for i := 0; i < min(len(x.tokens), longestLabel); i++ {
		switch {
		case x.is(i, ":") && i > 0:
			return i
		case x.tokens[i].Case == text.Lower && !x.has(i, phrasePrep|determiner) || x.isPunct(i) && !x.joins(i) && !x.is(i, "."):
			return -1
		}
	}
	return -1
}

// holder returns the party whose office the words of a label name in the head of the
// article, the party named nearest to them there, or else the document's voice.
func (c *cutter) holder(label []text.Token) int32 {
	var head sentence
	best, nearest := c.voice, longestLabel
	for i := 0; i < min(headSentences, len(c.spans)); i++ {
		if !c.open(&head, i) {
			continue
		}
		for k := range head.tokens {
			if !sameWords(head.tokens[k:], label) {
				continue
			}
			for _, m := range head.matches {
				d := max(m.first-(k+len(label)), k-m.last)
				if d < nearest {
					best, nearest = c.g.party(m), d
				}
			}
		}
	}
	return best
}

// sameWords reports whether tokens begin with the words of a label.
func sameWords(tokens, label []text.Token) bool {
	return len(tokens) >= len(label) && slices.EqualFunc(tokens[:len(label)], label, func(a, b text.Token) bool { return a.Hash == b.Hash })
}

// holdsFloor adds the claim of who has the floor: all that the sentence says is said by
// him, whoever else speaks in it.
func (c *cutter) holdsFloor() {
	if c.floor.party < 0 {
		return
	}
	for _, party := range append([]int32{c.floor.party}, c.floor.with...) {
		a := actor{party: party, match: -1}
		c.found = append(c.found, claim{actor: a, verb: -1, speech: true, how: c.floor.how, patient: -1})
	}
}
