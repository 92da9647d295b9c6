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
	if words == 0 || words > 5 || x.joined(p) || x.isInitial(p.last-1) {
		return p, 0, false
	}
	return p, f.proofs(p, words), true
}

// joined reports whether a hyphen or stroke ties the piece to another word.
func (x *sentence) joined(p run) bool {
	return x.ties(p.first-1) || x.ties(p.last)
}

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

// An office is what somebody stands for: a listed party, or an organisation of the
// article.
type office struct {
	party   int32 // -1 = none
	body    *candidate
	guessed bool // from the dateline
}

func (o office) none() bool { return o.party < 0 && o.body == nil }

const officeReach = 12 // tokens between a name and whose office it is

// officeOf returns whose office the words around a person's name say that he holds.
//
//	Kenya's interior minister, Joseph Mutai      Joseph Mutai, spokesman for Nova Party,
//	[party] ...      [role]    [name------]      [name------]  [role]        [party---]
//
// An "opposition leader" or "former president" holds none.
func (f *finder) officeOf(p run) office {
	if o := f.officeBefore(p); !o.none() {
		return o
	}
	if o := f.officeBehind(p); !o.none() {
		return o
	}
	if i := p.first - 1; f.home >= 0 && f.x.unlistedClass(i)&stateOffice != 0 && f.x.isCapital(i) && (i == 0 || f.x.unlistedClass(i-1)&notInOffice == 0) {
		return office{party: f.home, guessed: true} // "TOKYO - Japan lifted curbs. Foreign Minister Keiko Morinaga ..."
	}
	return noOffice
}

var noOffice = office{party: -1}

func (f *finder) officeBefore(p run) office {
	x, held := f.x, false
	for i := p.first - 1; i >= 0 && i >= p.first-officeReach; i-- {
		if o := f.officeAt(i); !o.none() {
			if !(held || f.heldBefore(i)) || x.unlistedClass(f.startOf(i)-1)&notInOffice != 0 {
				return noOffice
			}
			return o
		}
		switch {
		case x.is(i, ","):
			if i != p.first-1 {
				return noOffice
			}
		case x.unlistedClass(i)&notInOffice != 0:
			return noOffice
		case x.has(i, role) || x.unlistedClass(i)&delegate != 0:
			held = true
		case x.unlistedClass(i)&personTitle != 0, x.has(i, outsider|reporter):
			return noOffice
		case !x.inOfficeName(i):
			return noOffice
		}
	}
	return noOffice
}

// heldBefore reports whether an office stands before the party that token i belongs to:
// "a spokesman for the Nova Party, Idris Wako".
func (f *finder) heldBefore(i int) bool {
	i = f.startOf(i) - 1
	if f.x.has(i, determiner) {
		i--
	}
	return (f.x.is(i, "for") || f.x.is(i, "of")) && (f.x.has(i-1, role) || f.x.unlistedClass(i-1)&delegate != 0) && f.x.unlistedClass(i-2)&notInOffice == 0
}

// inOfficeName reports whether token i may stand between an office and whose it is.
func (x *sentence) inOfficeName(i int) bool {
	return x.has(i, possessive|determiner) || x.is(i, "of", "for") || i > 0 && x.is(i, "and") && x.isCapital(i-1) || x.isPunct(i) && x.joins(i) ||
		x.is(i, ".") && x.unlistedClass(i-1)&personTitle != 0 ||
		x.tokens[i].Kind == text.Word && x.classes[i]&^(role|base|anyVerb&^modal|organ|setting|phrasePrep) == 0 && !x.has(i, phrasePrep)
}

func (f *finder) officeBehind(p run) office {
	x, i := f.x, p.last
	if !x.is(i, ",") {
		return noOffice
	}
	if i+2 < len(x.tokens) && x.tokens[i+1].Kind == text.Number && x.is(i+2, ",") {
		i += 2
	}
	held := x.is(i+1, "who") && x.is(i+2, "leads", "heads", "led", "headed")
	if held {
		i += 2
	}
	found := noOffice
	for i++; i < min(p.last+officeReach, len(x.tokens)); i++ {
		if o := f.officeAt(i); !o.none() && found.none() {
			if found = o; x.unlistedClass(f.startOf(i)-1)&notInOffice != 0 {
				return noOffice
			}
			continue
		}
		switch {
		case x.named(i) || !f.officeAt(i).none():
		case x.unlistedClass(i)&notInOffice != 0, x.has(i, outsider|reporter):
			return noOffice
		case x.has(i, role) || x.unlistedClass(i)&delegate != 0:
			held = true
		case x.unlistedClass(i)&personTitle != 0:
			return noOffice
		case !x.inOfficeName(i):
			i = len(x.tokens)
		}
	}
	if !held {
		return noOffice
	}
	return found
}

// officeAt returns the party that token i belongs to.
func (f *finder) officeAt(i int) office {
	for _, h := range f.here {
		if i >= h.first && i < h.last {
			return office{party: -1, body: h.body}
		}
	}
	if c := f.acronyms[f.x.tokens[i].Hash]; c != nil && f.x.isCapital(i) {
		return office{party: -1, body: c}
	}
	if f.x.named(i) {
		return office{party: f.x.g.party(f.x.matches[f.x.mentions[i]])}
	}
	return noOffice
}

// startOf returns the first token of what token i, which officeAt knows, belongs to.
func (f *finder) startOf(i int) int {
	for _, h := range f.here {
		if i >= h.first && i < h.last {
			return h.first
		}
	}
	if k := f.x.mentions[i]; k >= 0 {
		return f.x.matches[k].first
	}
	return i
}
