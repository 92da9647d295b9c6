package articles

import (
	"stance/datasets"
	"stance/internal/text"
)

// An actor is who says or does something in a sentence.
type actor struct {
	party    int32         // -1 = a party not in the gazetteer, or none
	match    int           // its mention in the sentence, -1 for none
	first    int           // first token of the words that name it
	words    datasets.Span // the words that name it, for a party of no name
	media    bool          // state media, or an unnamed reporter
	organ    bool          // "the ministry": what it does, the state does
	titled   bool          // an office and a name, of no party named with them
	inferred bool          // by a pronoun or "the ministry", from an earlier sentence
}

// nobody is the actor that was not found.
var nobody = actor{party: -1, match: -1}

const (
	maxPhrase = 14 // tokens that a phrase is followed
	maxBefore = 40 // tokens between a subject and its verb
)

// subject returns who does what the verb at token v says, by the words before
// it; found is false where no words can be its subject.
//
//	Russia's Foreign Ministry, in a statement on Monday, also condemned ...
//	[---- phrase ----------]  [aside] [setting] [time]   [..] verb
func (x *sentence) subject(v int) (a actor, found bool) {
	last, aside := x.beforeVerb(v)
	if last < 0 || x.isPunct(last) || x.quoted[last] != x.quoted[v] {
		return nobody, false
	}
	if x.goesOn(last) {
		return nobody, true // "and said": the subject of the verb before
	}
	a = x.phrase(x.headStart(last), last)
	if k := x.unlistedHead(aside.Start, aside.End-1); k >= 0 && x.matches[k].first == aside.Start && a.party < 0 {
		a.party, a.match, a.inferred = x.g.party(x.matches[k]), k, false // "its leader, Maria Ruiz, said"
	}
	if (a.party < 0 || x.isBesideParty(last)) && aside.End > aside.Start {
		if b := x.phrase(aside.Start, aside.End-1); b.match >= 0 {
			b.first, b.words.Start = a.first, a.words.Start
			return b, true
		}
	}
	return a, true
}

// isBesideParty reports whether token i is a noun for a party or an armed group, whose name may
// stand in the aside behind it: "Taiwan's main opposition party, the Kuomintang".
func (x *sentence) isBesideParty(i int) bool {
	return x.is(i, "party") || standInWords().of(x.tokens[i].Hash)&armedNoun != 0
}

// goesOn reports whether token i ties a verb to the subject of the verb before: "and said",
// "but asked".
func (x *sentence) goesOn(i int) bool {
	return x.has(i, coordinator) || x.is(i, "but", "or", "nor")
}

// beforeVerb returns the last token of the subject of the verb at token v, or
// -1, and the tokens of an aside between commas before the verb.
func (x *sentence) beforeVerb(v int) (last int, aside text.Span) {
	i := v - 1
	for i >= 0 && v-i < maxBefore {
		switch {
		case x.named(i):
			return i, aside
		case i == v-1 && x.isToCome(v):
			i--
		case x.has(i, relative) && x.is(i-1, ","):
			i -= 2
		case x.has(i, helper|timeWord|relative|complement) || x.isAdverb(i):
			i--
		case x.inTime(i):
			i--
		case x.has(i, setting) && x.settingStart(i) > 0:
			i = x.settingStart(i) - 1
		case x.is(i, ","):
			k := x.relativeBefore(i)
			switch {
			case k > 0:
				aside = text.Span{Start: k + 1, End: i}
				i = k - 1
			case i > 0 && x.phraseStart(i-1) == 0: // a comma too many: "President Khan, called"
				return i - 1, aside
			default:
				return -1, aside
			}
		case x.is(i, ")") && x.opened(i) > 0:
			i = x.opened(i) - 1
		default:
			return i, aside
		}
	}
	return -1, aside
}

// inTime reports whether token i belongs to a time that ends further right: "on"
// of "on Monday", "3" of "Nov. 3".
func (x *sentence) inTime(i int) bool {
	switch {
	case x.has(i, timePrep):
		return x.has(i+1, timeWord|timePrep) && (x.has(i+1, timeWord) || x.inTime(i+1))
	case x.tokens[i].Kind == text.Number:
		return x.has(i-1, timeWord) || x.is(i-1, ".") && x.has(i-2, timeWord)
	case x.is(i, "."):
		return x.has(i-1, timeWord)
	}
	return false
}

// settingStart returns the first token of "in a joint statement", given the noun
// at token i, or -1.
func (x *sentence) settingStart(i int) int {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch {
		case x.is(k, "in"), x.is(k, "In"), x.is(k, "at"), x.is(k, "during"), x.is(k, "on"):
			return k
		case x.named(k) || x.isPunct(k) || x.has(k, anyVerb&^speech):
			return -1
		}
	}
	return -1
}

// relativeBefore returns the comma that opens the relative clause which the comma at token i
// closes, "Boulos, who has met Egypt, Qatar and Jordan, said", or else the comma before.
func (x *sentence) relativeBefore(i int) int {
	for k := i - 2; k > 0 && k > i-maxBefore; k-- {
		switch {
		case x.quoted[k] || x.is(k, ";", "."):
			return x.commaBefore(i)
		case x.is(k, ",") && (x.has(k+1, relative) || x.is(k+1, "whose")):
			return k
		}
	}
	return x.commaBefore(i)
}

// commaBefore returns the comma that opens the aside which token i closes, or -1.
func (x *sentence) commaBefore(i int) int {
	for k := i - 1; k >= 0 && k > i-25; k-- {
		if x.is(k, ",") {
			return k
		}
		if x.quoted[k] || x.is(k, ";") {
			return -1
		}
	}
	return -1
}
