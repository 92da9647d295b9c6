package articles

import (
	"strings"
	"unicode/utf8"

	"stance/internal/text"
)

// organisation returns the piece, widened to what belongs to it, if it names an
// organisation.
//
//	Democratic Unity Platform         a word of a body, and others
//	Polish Peasants' Party            ... with a listed party inside
//	the governing Forward Moldova party, the rebel group Ansaru
func (f *finder) organisation(p run) (run, bool) {
	if k := p.first - 1; f.x.ties(k) || f.x.named(k) && f.x.ties(f.startOf(k)-1) {
		return p, false // "Inter-American Press Club" is known by its beginning
	}
	if head := f.head(p); head >= 0 {
		return f.withBody(p, head)
	}
	return f.byNoun(p)
}

// head returns the body word of a piece: its last word, or one before "of" or "for"; -1
// if there is none.
func (f *finder) head(p run) int {
	x := f.x
	for i := p.first; i+1 < p.last; i++ {
		if x.unlistedClass(i)&bodyWord != 0 && x.is(i+1, "of", "for") {
			return i
		}
	}
	if x.unlistedClass(p.last-1)&bodyWord != 0 {
		return p.last - 1
	}
	return -1
}

// withBody judges a piece that has a body word. "Health Ministry" is none, since it may
// be of any state.
func (f *finder) withBody(p run, head int) (run, bool) {
	x := f.x
	organ := x.unlistedClass(head)&organWord != 0
	for organ && p.first < head && x.isInitial(p.first) {
		p.first++ // "U. S. Senate"
	}
	general, own, inside := 0, 0, false
	for i := p.first; i < p.last; i++ {
		switch c := x.unlistedClass(i); {
		case x.named(i):
			inside = true
		case i == head || !x.isCapital(i):
		case c&(genericWord|members|leaning|abstract|bodyWord) != 0, organ && c&thingWord != 0:
			general++
		default:
			own++
		}
	}
	if own == 0 && !inside && (organ && !f.isMembers(p, head) || general == 0) {
		return p, false
	}
	if general+own == 1 && p.first > 1 && x.is(p.first-1, "and") && x.isCapital(p.first-2) {
		return p, false // "Parks and Leisure Department"
	}
	if x.named(p.first-1) && !organ {
		k := x.mentions[p.first-1]
		if m := x.matches[k]; x.kind(k) == nameKind || x.kind(k) == demonymKind && own == 0 {
			p.first = m.first
		}
	}
	return p, true
}

// isInitial reports whether token i is a word with a capital that ends in a full stop: "U.".
func (x *sentence) isInitial(i int) bool {
	return x.isCapital(i) && x.tokens[i].Of(x.text)[x.tokens[i].End-x.tokens[i].Start-1] == '.'
}

// isMembers reports whether the piece says whose the body is: "Lord's Resistance Army".
func (f *finder) isMembers(p run, head int) bool {
	for i := p.first; i < head; i++ {
		if f.x.unlistedClass(i)&members != 0 && f.x.has(i+1, possessive) {
			return true
		}
	}
	return false
}

// byNoun judges a piece without a body word by the nouns beside it.
func (f *finder) byNoun(p run) (run, bool) {
	x := f.x
	if f.isMore(p) {
		if f.hasInitials(p) {
			return p, true
		}
		wide := p
		if x.named(p.last) && x.kind(x.mentions[p.last]) == nameKind {
			wide.last = x.matches[x.mentions[p.last]].last
		}
		if x.isBodyNoun(wide.last) && x.unlistedClass(wide.last)&bodyBehind != 0 && wide.last-wide.first > 1 && !f.isPersonal(p) {
			return wide, true
		}
	}
	if f.isPersonal(p) || !f.isMore(p) {
		return p, false
	}
	behind := x.has(p.last, anyVerb) && !x.has(p.last, speech)
	switch {
	case x.isBodyNoun(p.first-1) && !behind:
		return p, true
	case x.is(p.first-1, ",") && x.isBodyNoun(p.first-2) && x.is(p.last, ","):
		return p, true
	}
	if wide, ok := f.ofPhrase(p); ok && x.describesBody(wide.last) {
		return wide, true
	}
	return p, x.describesBody(p.last)
}

// ofPhrase widens a piece by "of the" and a name: "Banner of the South".
func (f *finder) ofPhrase(p run) (run, bool) {
	x, n := f.x, p.last
	if !x.is(n, "of") {
		return p, false
	}
	n++
	if x.is(n, "the") {
		n++
	}
	if n >= len(x.tokens) || !x.isCapital(n) || x.named(n) {
		return p, false
	}
	p.last = n + 1
	return p, true
}

// isPersonal reports whether the piece looks like a person: a title, a given name.
func (f *finder) isPersonal(p run) bool {
	return p.titled || f.isGiven(p.first)
}

// isMore reports whether a word of the piece is no common one.
func (f *finder) isMore(p run) bool {
	for i := p.first; i < p.last; i++ {
		if f.x.isCapital(i) && f.x.unlistedClass(i)&(genericWord|thingWord|leaning|members|personTitle|bodyWord) == 0 {
			return p.last-p.first > 1 || !isAdjective(f.x.tokens[i].Of(f.x.text))
		}
	}
	return false
}

// isAdjective reports whether a word looks like an adjective: "Democratic", "Tigrayan".
func isAdjective(word string) bool {
	for _, ending := range []string{"ic", "al", "ist", "an", "ish", "ese", "ive", "ary", "ian"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// isBodyNoun reports whether token i is "party", "group" and the like in lower case.
func (x *sentence) isBodyNoun(i int) bool {
	return x.unlistedClass(i)&bodyNoun != 0 && x.tokens[i].Case == text.Lower
}

// describesBody reports whether ", an alliance with ..." stands at token i.
func (x *sentence) describesBody(i int) bool {
	if !x.is(i, ",") || !x.has(i+1, determiner) {
		return false
	}
	for j := i + 2; j < min(i+7, len(x.tokens)); j++ {
		if x.isPunct(j) && !x.joins(j) || x.has(j, preposition|phrasePrep|relative) {
			return false
		}
		if x.isBodyNoun(j) {
			return j+1 == len(x.tokens) || x.isPunct(j+1) || x.has(j+1, preposition|phrasePrep|relative|past) || x.endsIn(j+1, "ing")
		}
	}
	return false
}

// acronym returns the token of the acronym in brackets at token i, or -1.
func (x *sentence) acronym(i int) int {
	if x.is(i, "(") && x.is(i+2, ")") && x.tokens[i+1].Kind == text.Word && (x.tokens[i+1].Case == text.Upper || x.tokens[i+1].Case == text.Mixed) {
		return i + 1
	}
	return -1
}

// hasInitials reports whether an acronym of the capitals of the piece stands behind it.
func (f *finder) hasInitials(p run) bool {
	x := f.x
	i := x.acronym(p.last)
	if i < 0 || p.last-p.first < 2 {
		return false
	}
	left := []rune(strings.ToUpper(x.tokens[i].Of(x.text)))
	long := len(left) > 1
	for k := p.first; k < p.last && len(left) > 0; k++ {
		if first, _ := utf8.DecodeRuneInString(x.tokens[k].Of(x.text)); x.isCapital(k) && first == left[0] {
			left = left[1:]
		}
	}
	return long && len(left) == 0
}
