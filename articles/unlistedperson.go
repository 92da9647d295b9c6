package articles

import (
	"strconv"
	"strings"

	"stance/internal/text"
)

// A proof is what an article tells of a run of capitals, as a bit set.
type proof uint8

const (
	byTitle     proof = 1 << iota // "activist Maria Ruiz"
	byLoneTitle                   // "Mr Ruiz"
	bySpeech                      // "Maria Ruiz said"
	byAge                         // "Maria Ruiz, 54,"
	byClause                      // "Maria Ruiz, who ...", "Maria Ruiz, a lawyer"
	byGivenName                   // "Maria"
	byAction                      // "Maria Ruiz condemned"
)

// strongProof is each proof that will do for a name of two words.
const strongProof = byTitle | byLoneTitle | bySpeech | byAge | byClause

// person returns the piece without words of no name, if it may be a person's, and what
// proves it here.
func (f *finder) person(p run) (run, proof, bool) {
	x := f.x
	for p.first < p.last && (x.unlistedClass(p.first)&leaning != 0 || x.is(p.first, "-")) && !f.isGiven(p.first) {
		p.first++
	}
	words := 0
	for i := p.first; i < p.last; i++ {
		c := x.unlistedClass(i)
		switch t := x.tokens[i]; {
		case x.named(i) || x.is(i, "&", "of", "for"):
			return p, 0, false
		case !x.isCapital(i):
			continue
		case t.Case == text.Upper && t.End-t.Start > 2 && !strings.Contains(t.Of(x.text), "."):
			return p, 0, false
		case c&(bodyWord|genericWord|thingWord|members|ordinary|personTitle) != 0 && c&familyFirst == 0 && !p.lone:
			return p, 0, false
		case c&(bodyWord|organWord|personTitle) != 0, x.classes[i]&(timeWord|determiner) != 0 && !f.isGiven(i):
			return p, 0, false
		}
		words++
	}
	if words == 0 || words > 5 || x.isTied(p) || x.isInitial(p.last-1) {
		return p, 0, false
	}
	return p, f.proofs(p, words), true
}

// isTied reports whether a hyphen or stroke ties the piece to another word.
func (x *sentence) isTied(p run) bool {
	return x.ties(p.first-1) || x.ties(p.last)
}

// ties reports whether token i is a mark that ties the words beside it; i may be out of range.
func (x *sentence) ties(i int) bool {
	return i >= 0 && i < len(x.tokens) && x.tokens[i].Kind == text.Punct && x.joins(i) && !x.is(i, "'", "’", ",")
}

// proofs returns what stands around the piece that only a person has.
func (f *finder) proofs(p run, words int) (found proof) {
	x := f.x
	switch {
	case p.lone:
		found |= byTitle | byLoneTitle
	case p.titled:
		found |= byTitle
	}
	if f.isGiven(p.first) && words > 1 {
		found |= byGivenName
	}
	if x.saidBefore(p.first-1) && !x.is(p.first-1, "the") {
		found |= bySpeech
	}
	v := p.last
	if x.is(v, ",") && words > 1 {
		found |= x.described(v)
	}
	if x.has(p.first-1, preposition|phrasePrep|determiner) {
		return found // "a doctor in Uvira said"
	}
	if x.is(v, ",") {
		for v++; v < min(p.last+25, len(x.tokens)) && !x.is(v, ","); v++ {
		}
		v++
	}
	for v < len(x.tokens) && (x.isAdverb(v) || x.has(v, helper) && !x.has(v, modal)) {
		v++
	}
	if v < len(x.tokens) && x.quoted[v] == x.quoted[p.first] && x.has(v, anyVerb) && x.has(v, past|third) && x.tokens[v].Case == text.Lower {
		switch {
		case x.has(v, speech) && !strings.HasPrefix(x.tokens[v].Of(x.text), "report"):
			found |= bySpeech
		case v == p.last:
			found |= byAction
		}
	}
	return found
}

// saidBefore reports whether a verb of speech at token i has its subject behind it:
// "said Maria Ruiz", "according to Maria Ruiz".
func (x *sentence) saidBefore(i int) bool {
	if x.is(i, "to") && x.is(i-1, "according", "According") {
		return true
	}
	return i > 0 && x.has(i, speech) && x.has(i, past|third) && (x.is(i-1, ",") || x.inQuote(i-1) || x.inQuote(i-2)) && !x.quoted[i]
}

// described returns what the words behind the comma at token i prove: an age, "who",
// "a lawyer".
func (x *sentence) described(i int) proof {
	if i+1 >= len(x.tokens) {
		return 0
	}
	if t := x.tokens[i+1]; t.Kind == text.Number && t.End-t.Start == 2 && x.is(i+2, ",") {
		if age, err := strconv.Atoi(t.Of(x.text)); err == nil && age > 9 {
			return byAge
		}
	}
	if x.is(i+1, "who", "whose") {
		return byClause
	}
	for j := i + 1; j < min(i+8, len(x.tokens)); j++ {
		if x.isPunct(j) && !x.joins(j) || x.has(j, preposition|phrasePrep|relative) {
			break
		}
		if x.unlistedClass(j)&personTitle != 0 && x.tokens[j].Case == text.Lower {
			return byClause
		}
	}
	return 0
}
