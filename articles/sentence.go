package articles

import (
	"slices"
	"strings"
	"unicode/utf8"

	"stance/datasets"
	"stance/internal/text"
)

// A sentence is a sentence of an article as the source rules read it.
type sentence struct {
	g        *Gazetteer
	text     string
	place    datasets.Span // in the article
	number   int           // counts from 1
	tokens   []text.Token
	classes  []class // by token, 0 for those of a mention
	mentions []int   // by token: the match it belongs to, -1 for none
	quoted   []bool  // by token
	matches  []match // the parties named, settled
	headline bool    // its capitals say nothing; known only where unlisted names are looked for
}

// read finds what the words do; the tokens and the settled matches stand ready.
// The quotations are those of the article.
func (x *sentence) read(words *wordTable, quotes []text.Span) {
	n := len(x.tokens)
	x.classes, x.mentions, x.quoted = resize(x.classes, n), resize(x.mentions, n), resize(x.quoted, n)
	for i, t := range x.tokens {
		at := x.place.Start + t.Start
		for len(quotes) > 0 && quotes[0].End <= at {
			quotes = quotes[1:]
		}
		x.classes[i], x.mentions[i] = words.of(t.Hash), -1
		x.quoted[i] = len(quotes) > 0 && quotes[0].Start <= at
		if x.classes[i] == 0 && t.Case == text.Lower && t.End-t.Start > 5 && strings.HasSuffix(t.Of(x.text), "ed") {
			x.classes[i] = action | past
		}
	}
	for k, m := range x.matches {
		for i := m.first; i < m.last; i++ {
			x.classes[i], x.mentions[i] = 0, k
		}
	}
	for i := range x.tokens {
		if x.classes[i] == 0 && x.actsOn(i) {
			x.classes[i] = action | third
		}
	}
}

// actsOn reports whether token i, which no list has, looks like a verb between a party
// and what it acts on: "Pyongyang scorns Seoul's offer".
func (x *sentence) actsOn(i int) bool {
	return x.named(i-1) && !x.adjective(i-1) && x.endsIn(i, "s") && !x.endsIn(i, "ss") && x.tokens[i].End-x.tokens[i].Start > 3 &&
		(x.named(i+1) || x.has(i+1, determiner|complement) || x.is(i+1, "to"))
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// is reports whether token i is printed as one of the words; i may be out of range.
func (x *sentence) is(i int, printed ...string) bool {
	return i >= 0 && i < len(x.tokens) && slices.Contains(printed, x.tokens[i].Of(x.text))
}

// has reports whether token i is of one of the classes; i may be out of range.
func (x *sentence) has(i int, c class) bool {
	return i >= 0 && i < len(x.tokens) && x.classes[i]&c != 0
}

// named reports whether token i belongs to a mention; i may be out of range.
func (x *sentence) named(i int) bool { return i >= 0 && i < len(x.tokens) && x.mentions[i] >= 0 }

func (x *sentence) isPunct(i int) bool { return x.tokens[i].Kind == text.Punct && !x.named(i) }

// isCapital reports whether token i is a word with a capital.
func (x *sentence) isCapital(i int) bool {
	c := x.tokens[i].Case
	return x.tokens[i].Kind == text.Word && (c == text.Title || c == text.Upper || c == text.Mixed)
}

// joins reports whether the mark at token i ties two words: a hyphen, "&", "/".
func (x *sentence) joins(i int) bool {
	return i > 0 && i+1 < len(x.tokens) && x.tokens[i-1].End == x.tokens[i].Start && x.tokens[i].End == x.tokens[i+1].Start
}

// isAdverb reports whether token i stands between a subject and its verb.
func (x *sentence) isAdverb(i int) bool {
	return x.has(i, adverb) || x.endsIn(i, "ly")
}

// endsIn reports whether token i is a word in lower case with that ending; i may
// be out of range.
func (x *sentence) endsIn(i int, ending string) bool {
	return i >= 0 && i < len(x.tokens) && x.tokens[i].Case == text.Lower && !x.named(i) &&
		strings.HasSuffix(x.tokens[i].Of(x.text), ending)
}

// isFinite reports whether token i is a verb with a subject of its own, as far as
// the words around it tell: not "the claims", "to condemn", "Moscow's reports".
func (x *sentence) isFinite(i int) bool {
	c := x.classes[i]
	switch {
	case c&being != 0:
		return x.isBound(i)
	case c&anyVerb == 0 || c&modal != 0 && x.tokens[i].Case == text.Title && i > 0:
		return false
	case c&past != 0 && x.qualifies(i):
		return false
	case x.has(i-1, determiner|possessive) && !x.has(i-1, adverb) || x.is(i-1, "to") || x.has(i-1, phrasePrep|preposition) && !x.has(i-2, timeWord):
		return false
	case c&(past|modal) != 0:
		return true
	case c&third != 0:
		return (!x.has(i+1, helper|past) || x.is(i+1, "having")) && !x.isNoun(i)
	}
	return x.afterPlural(i) && !x.isLet(i) || x.afterDo(i)
}

// isLet reports whether the base form at token i is what somebody lets a party do: "to let
// the United Nations visit the town".
func (x *sentence) isLet(i int) bool {
	for k := i - 1; k >= max(0, i-6); k-- {
		if x.is(k, "let", "lets", "letting", "make", "help", "helped") {
			return true
		}
	}
	return false
}

// qualifies reports whether the participle at token i qualifies a noun: "its internationally
// recognised borders".
func (x *sentence) qualifies(i int) bool {
	k := i - 1
	for ; k >= 0 && x.isAdverb(k) && !x.has(k, adverb); k-- {
	}
	return k < i-1 && x.has(k, determiner|possessive)
}

// afterDo reports whether a form of "do" makes the base form at token i finite: "does
// not trust", "did support".
func (x *sentence) afterDo(i int) bool {
	for i--; i >= 0 && x.isAdverb(i); i-- {
	}
	return x.is(i, "do", "does", "did")
}

// saysThat reports whether the verb at token i is followed by what its subject says or
// thinks: "babbled last week that the sale would ...".
func (x *sentence) saysThat(i int) bool {
	for i++; i < len(x.tokens) && (x.has(i, timeWord|timePrep) || x.isAdverb(i)); i++ {
	}
	return x.is(i, "that") && !x.has(i+1, past|third)
}

// isToCome reports whether token i is the verb of a headline about what is to come:
// "Kenya to host talks".
func (x *sentence) isToCome(i int) bool {
	return x.has(i, base) && x.has(i, anyVerb) && x.is(i-1, "to") && x.named(i-2)
}

// isBound reports whether the form of "be" at token i says what its subject does
// or feels: "is sending", "are ready", but not "is a threat".
func (x *sentence) isBound(i int) bool {
	for i++; i < len(x.tokens) && x.isAdverb(i); i++ {
	}
	return x.has(i, bound) || x.endsIn(i, "ing") && !x.is(i, "being") && !x.has(i, preposition)
}

// isNoun reports whether a form such as "claims" is a noun by the words before it:
// "Moscow's claims", "Chinese claims about", "rejected U.S. calls", but "the
// Chinese claims the islands".
func (x *sentence) isNoun(i int) bool {
	if x.named(i - 1) {
		before := x.matches[x.mentions[i-1]].first - 1
		if x.has(before, action) && x.has(before, past|third) {
			return true
		}
		modified := before > 0 && x.tokens[before].Case == text.Lower && x.classes[before] == 0 && !x.isPunct(before)
		if modified && !x.has(i+1, determiner|complement) && !x.named(i+1) {
			return true // "in latest Russia sanctions"
		}
	}
	return x.has(i-1, determiner|possessive) || x.adjective(i-1) && !x.has(i+1, determiner|complement)
}

// adjective reports whether token i is a demonym used as an adjective: "Chinese
// claims", "Russian attacks".
func (x *sentence) adjective(i int) bool {
	return x.named(i) && x.kind(x.mentions[i]) == demonymKind && !strings.HasSuffix(x.tokens[i].Of(x.text), "s")
}

// kind returns how mention i names its party.
func (x *sentence) kind(i int) kind { return x.g.aliasOf(x.matches[i]).kind }

// afterPlural reports whether the words before token i are a plural subject or a
// verb that a base form may follow.
func (x *sentence) afterPlural(i int) bool {
	for i--; i >= 0 && x.isAdverb(i); i-- {
	}
	if x.is(i, ",") {
		i = x.commaBefore(i) - 1
	}
	switch {
	case i < 0:
		return false
	case x.named(i):
		return x.isPluralParty(i)
	case x.has(i, pronoun):
		return x.is(i, "they", "They")
	}
	return x.has(i, role|outsider|reporter) && strings.HasSuffix(x.tokens[i].Of(x.text), "s")
}

// isPluralParty reports whether the mention that ends with token i is one of several, "Oman and
// Iran", or a people, "Russians".
func (x *sentence) isPluralParty(i int) bool {
	m := x.mentions[i]
	before := x.matches[m].first - 1
	return before > 0 && x.has(before, coordinator) && x.named(before-1) || m > 0 && x.listed(m, false) ||
		x.is(i, "Taliban") || strings.HasSuffix(x.tokens[i].Of(x.text), "ns") ||
		x.kind(m) == demonymKind && strings.HasSuffix(x.tokens[i].Of(x.text), "s")
}

// isPassive reports whether the verb at token i has its subject suffer: "was
// condemned", "has been accused", "condemned by".
func (x *sentence) isPassive(i int) bool {
	if !x.has(i, past) || x.has(i+1, agent) {
		return x.has(i, past) && !x.endsIn(i+2, "ing") // "responded by closing"
	}
	for i--; i >= 0 && x.isAdverb(i); i-- {
	}
	return x.has(i, being) || x.is(i, "been", "being")
}

// isHeading reports whether the sentence has no mark at its end, like a headline.
func (x *sentence) isHeading() bool {
	last, _ := utf8.DecodeLastRuneInString(x.text)
	return x.text != "" && !strings.ContainsRune(".!?\"”’", last)
}
