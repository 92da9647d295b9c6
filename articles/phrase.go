package articles

import "stance/datasets"

// opened returns the bracket that token i closes, or -1.
func (x *sentence) opened(i int) int {
	for k := i - 1; k >= 0 && k > i-10; k-- {
		if x.is(k, "(") {
			return k
		}
	}
	return -1
}

// phraseStart returns the first token of the noun phrase that ends at token last.
func (x *sentence) phraseStart(last int) int {
	i := last
	for i > 0 && last-i < maxPhrase && x.quoted[i-1] == x.quoted[last] && x.continues(i-1) {
		i--
	}
	return i
}

// headStart is phraseStart, but follows one preposition back to the noun that it
// belongs to: "Moscow's claims against Kyiv were ...".
func (x *sentence) headStart(last int) int {
	first := x.phraseStart(last)
	p := first - 1
	if p < 1 || !x.has(p, preposition|phrasePrep) || x.has(p, agent|breaker) || x.isPunct(p-1) || x.quoted[p] != x.quoted[last] ||
		x.has(p-1, past|helper|breaker|coordinator|timeWord) || x.endsIn(p-1, "ing") {
		return first
	}
	return x.phraseStart(p - 1)
}

// continues reports whether token p goes on into the phrase that begins behind it.
func (x *sentence) continues(p int) bool {
	c := x.classes[p]
	switch {
	case x.named(p):
		return !x.has(p+1, determiner)
	case c&coordinator != 0:
		return x.named(p-1) && (x.named(p+1) || x.has(p+1, determiner) && x.named(p+2))
	case x.has(p+1, determiner) && !x.named(p+1):
		return c&phrasePrep != 0 && x.attaches(p)
	case x.isPunct(p):
		return x.joins(p) || x.is(p, ".") && p > 0 && x.isCapital(p-1) && x.tokens[p-1].End-x.tokens[p-1].Start <= 4
	case c&possessive != 0:
		return true
	case c&phrasePrep != 0:
		return x.attaches(p)
	case c == 0 && x.endsIn(p, "ing"):
		return x.named(p-1) && !x.has(p+1, determiner) && !x.named(p+1) // "the U.N. peacekeeping force"
	case c&third != 0:
		return x.isNoun(p)
	case c&(past|modal) != 0:
		return x.has(p+1, role) && (x.named(p-1) || x.has(p-1, possessive|determiner))
	}
	return c&(helper|adverb|pronoun|breaker|preposition|relative|complement) == 0 || c&(role|reporter) != 0
}

// attaches reports whether the preposition at token p ties a phrase to the noun
// before it: "a spokesman for", "the city of", but not "a visit to".
func (x *sentence) attaches(p int) bool {
	if p == 0 {
		return false
	}
	return x.is(p, "of") || x.has(p-1, role|reporter|outsider) || x.named(p-1) && x.is(p, "to")
}

// phrase returns whom the tokens from first to last name: the first party in
// them, unless a noun sets it apart: "Putin's critics".
func (x *sentence) phrase(first, last int) actor {
	a := actor{party: -1, match: -1, first: first, words: x.wordsOf(first, last)}
	if k := x.unlistedHead(first, last); k >= 0 {
		a.party, a.match = x.g.party(x.matches[k]), k
		return a
	}
	for i := first; i <= last; i++ {
		if x.has(i, outsider) {
			return x.ofBody(a, i+1, last)
		}
		if a.match < 0 && x.named(i) {
			a.match = x.mentions[i]
		}
	}
	switch {
	case a.match >= 0 && x.has(last, reporter) && x.kind(a.match) == demonymKind && !x.ofTheState(first, last):
		a.match, a.media = -1, true // "one Japanese newspaper" speaks for itself
	case a.match >= 0:
		a.match = x.partyOf(a.match, last)
		a.party, a.media = x.g.party(x.matches[a.match]), x.kind(a.match) == mediaKind
		a.match = x.person(a.match, last)
	case first == last && x.has(first, pronoun):
		a.inferred = true
	case x.has(last, reporter):
		a.media, a.inferred = true, x.has(first, determiner)
	case x.has(first, determiner) && x.has(last, role) && !x.isElsewhere(first, last):
		a.inferred, a.organ = true, x.has(last, organ)
	case x.isTitled(first, last):
		a.inferred, a.titled = true, true
	}
	return a
}

// ofBody returns the actor whose tokens from i to last say whose the outsider is, if that
// is an organisation and speaks through him: "observers from the OSCE".
func (x *sentence) ofBody(a actor, i, last int) actor {
	if !x.is(i, "from", "for", "at") {
		return a
	}
	for i++; i <= last; i++ {
		if x.named(i) {
			if m := x.mentions[i]; !x.g.isState(x.g.party(x.matches[m])) {
				a.match, a.party = m, x.g.party(x.matches[m])
			}
			return a
		}
	}
	return a
}

// partyOf returns the mention of the party in "Lai's Democratic Progressive Party", given that
// of its leader or state, or that one.
func (x *sentence) partyOf(i, last int) int {
	k := i + 1
	if k < len(x.matches) && x.matches[k].last-1 == last && !x.g.isState(x.g.party(x.matches[k])) &&
		x.kind(k) != personKind && x.has(x.matches[i].last, possessive) && x.matches[k].first == x.matches[i].last+1 {
		return k
	}
	return i
}

// isElsewhere reports whether the tokens name somebody of a party that is not in the table: "a
// European ambassador".
func (x *sentence) isElsewhere(first, last int) bool {
	for i := first + 1; i < last; i++ {
		if x.isCapital(i) && x.classes[i] == 0 {
			return true
		}
	}
	return false
}

// isTitled reports whether the tokens are an office and a name: "Trade Minister Hadi
// Wiranegara", "the regional governor, Oleh Marchuk".
func (x *sentence) isTitled(first, last int) bool {
	if !x.isCapital(last) || x.classes[last] != 0 {
		return false
	}
	for i := first; i < last; i++ {
		if x.isAgainstState(i) {
			return false
		}
		if x.has(i, role) && x.classes[i]&(outsider|reporter) == 0 {
			return x.isCapital(i+1) || x.is(i+1, ",")
		}
	}
	return false
}

// ofTheState reports whether the tokens name media of a state: "Chinese state television".
func (x *sentence) ofTheState(first, last int) bool {
	for i := first; i <= last; i++ {
		if x.is(i, "state", "state-run", "government", "official", "party") {
			return true
		}
	}
	return false
}

// person returns the mention of the person in "Russian President Vladimir Putin",
// given the first mention of the phrase, or that one.
func (x *sentence) person(i, last int) int {
	for k := i + 1; k < len(x.matches) && x.matches[k].first <= last; k++ {
		if x.kind(k) == personKind && x.g.party(x.matches[k]) == x.g.party(x.matches[i]) {
			return k
		}
	}
	return i
}

// wordsOf returns the span of the tokens without determiners before them.
func (x *sentence) wordsOf(first, last int) datasets.Span {
	for first < last && x.has(first, determiner) {
		first++
	}
	return datasets.Span{Start: x.tokens[first].Start, End: x.tokens[last].End}
}

// following returns whom the words behind token v name: "said Lavrov", "according
// to a spokesman for the Kremlin".
func (x *sentence) following(v int) (actor, bool) {
	first := v + 1
	last := first
	for last < len(x.tokens) && last-first < maxPhrase && x.quoted[last] == x.quoted[v] && x.reaches(last, first) {
		last++
	}
	if last == first {
		return nobody, false
	}
	a := x.phrase(first, last-1)
	if k := x.unlistedBehind(last); k >= 0 && a.party < 0 {
		a.party, a.match, a.inferred = x.g.party(x.matches[k]), k, false
	}
	return a, a.party >= 0 || a.inferred || a.media || x.isCapital(last-1)
}

// reaches reports whether a phrase that began at token first goes on to token i.
func (x *sentence) reaches(i, first int) bool {
	c := x.classes[i]
	switch {
	case x.named(i):
		return true
	case x.is(i, ","):
		return x.has(i+1, role) || x.has(i+1, determiner) && x.has(i+2, role)
	case x.isPunct(i):
		return x.joins(i) || x.is(i, ".") && i > first && x.isCapital(i-1) && i+1 < len(x.tokens) && x.isCapital(i+1)
	case c&pronoun != 0:
		return i == first
	case c&phrasePrep != 0:
		return i > first && x.has(i-1, role|reporter|outsider) || x.is(i, "of")
	case c&anyVerb != 0 && c&(past|third|modal) != 0:
		return false
	}
	return c&(helper|breaker|coordinator|relative|preposition|complement|timeWord|adverb) == 0 || c&(role|reporter) != 0
}
