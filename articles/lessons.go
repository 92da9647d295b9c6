package articles

import (
	"slices"

	"stance/datasets"
	"stance/internal/text"
)

// lessons are what words stand for within one article, learnt as it is read: "Mutai"
// after "Kenya's interior minister, Joseph Mutai", "the Council" after "the Security
// Council".
type lessons struct {
	persons map[uint64]int32 // by the hash of the last name: an alias of the party
	bodies  map[uint64]int32 // by the hash of the last word of the body's name
}

// bodyWords are the last words of names that are used alone afterwards.
var bodyWords = wordSet(`council commission union committee court agency alliance organization organisation bank fund
	forum league authority assembly secretariat front movement army party congress coalition bloc federation tribunal community`)

// learn keeps what the sentence, which has been read, teaches.
func (l *lessons) learn(x *sentence) {
	for k, m := range x.matches {
		last := x.tokens[m.last-1]
		if m.last-m.first > 1 && last.Case == text.Title && bodyWords().of(last.Hash) != 0 {
			put(&l.bodies, last.Hash, m.alias)
		}
		l.surname(x, m)
		if i := x.officer(m); i >= 0 {
			put(&l.persons, x.tokens[i].Hash, x.plainAlias(k))
		}
	}
}

// surnameFirst are the states whose people are called by their first word: "Lin Jian", "Mr Lin".
var surnameFirst = []string{"China", "North Korea", "South Korea", "Taiwan", "Vietnam"}

// surname keeps the surname of a leader who is named in full, where it is no alias by itself.
func (l *lessons) surname(x *sentence, m match) {
	a := x.g.aliasOf(m)
	if a.kind != personKind || m.last-m.first < 2 {
		return
	}
	i := m.last - 1
	if slices.Contains(surnameFirst, x.g.nameOf(a.party)) {
		i = m.first
	}
	if t := x.tokens[i]; x.isCapital(i) && !x.g.isAlias(t.Hash) && t.End-t.Start > 2 {
		put(&l.persons, t.Hash, m.alias)
	}
}

// learnTitled keeps whom an office and a name stand for, whose party was inferred:
// "Wiranegara" after "Trade Minister Hadi Wiranegara".
func (l *lessons) learnTitled(x *sentence, f *claim) {
	if last := x.nameAtEnd(f); last >= 0 {
		put(&l.persons, x.tokens[last].Hash, x.g.plainAliasOf(f.party))
	}
}

// nameAtEnd returns the last token of the words of who speaks or acts, if it is a name and
// of no party; else -1.
func (x *sentence) nameAtEnd(f *claim) int {
	last := -1
	for i := f.first; i < len(x.tokens) && x.tokens[i].End <= f.words.End; i++ {
		last = i
	}
	if last >= 0 && x.isCapital(last) && x.classes[last] == 0 && !x.named(last) {
		return last
	}
	return -1
}

// plainAliasOf returns an alias of the party that is a name, -1 if there is none.
func (g *Gazetteer) plainAliasOf(party int32) int32 {
	return int32(slices.IndexFunc(g.aliases, func(a alias) bool { return a.party == party && a.kind == nameKind }))
}

// put keeps a value in a map that is made when it is needed: most articles teach nothing.
func put[V any](to *map[uint64]V, hash uint64, value V) {
	if *to == nil {
		*to = make(map[uint64]V)
	}
	(*to)[hash] = value
}

// plainAlias returns an alias of the party of mention k that is a name, not an
// adjective: a person is not "Kenyan claims".
func (x *sentence) plainAlias(k int) int32 {
	if x.kind(k) != demonymKind {
		return x.matches[k].alias
	}
	return x.g.plainAliasOf(x.g.party(x.matches[k]))
}

// isAgainstState reports whether token i says that who holds the office does not speak for the
// state: "Ghana's opposition leader".
func (x *sentence) isAgainstState(i int) bool {
	return x.is(i, "opposition", "Opposition", "former", "exiled", "rebel")
}

// officer returns the last token of the name of somebody in office who is introduced
// behind the mention, or -1.
//
//	Kenya's interior minister, Joseph Mutai
//	[mention] ... [role]     , [name------]
func (x *sentence) officer(m match) int {
	inOffice, comma := false, false
	i := m.last
	for ; i < len(x.tokens) && i < m.last+8; i++ {
		switch {
		case x.isAgainstState(i):
			return -1
		case x.has(i, role):
			inOffice = true
		case x.has(i, possessive), !inOffice && x.tokens[i].Case == text.Lower && x.classes[i] == 0:
		case x.is(i, ",") && inOffice && !comma:
			comma = true
		default:
			return x.fullName(i, inOffice)
		}
	}
	return -1
}

// learnMinisters keeps who is introduced behind "its foreign minister": an officer of the party
// named before, or else of the last actor.
func (l *lessons) learnMinisters(x *sentence, last int32) {
	for i := range x.tokens {
		if !x.is(i, "its", "Its", "their", "Their") {
			continue
		}
		name := x.officer(match{last: i + 1})
		if name < 0 || x.named(name) {
			continue
		}
		party := last
		for _, m := range x.matches {
			if m.last <= i {
				party = x.g.party(m)
			}
		}
		if party >= 0 {
			put(&l.persons, x.tokens[name].Hash, x.g.plainAliasOf(party))
		}
	}
}

// fullName returns the last token of two or more words with capitals from token i on
// that name no party, -1 if there are none or they are not to be trusted.
func (x *sentence) fullName(i int, trusted bool) int {
	first := i
	for i < len(x.tokens) && x.isCapital(i) && !x.named(i) && x.classes[i] == 0 {
		i++
	}
	if !trusted || i-first < 2 || i-first > 4 {
		return -1
	}
	return i - 1
}

// apply adds the mentions that the sentence, whose matches are settled, has by what was
// learnt.
func (l *lessons) apply(x *sentence) {
	if l.persons == nil && l.bodies == nil {
		return
	}
	known := len(x.matches)
	next := 0
	for i, t := range x.tokens {
		for next < known && x.matches[next].last <= i {
			next++
		}
		if next < known && x.matches[next].first <= i || t.Kind != text.Word || t.Case == text.Lower {
			continue
		}
		alias, ok := l.persons[t.Hash]
		if !ok && i > 0 && isArticle(x.tokens[i-1].Hash) {
			alias, ok = l.bodies[t.Hash]
		}
		if ok && alias >= 0 {
			x.matches = append(x.matches, match{Span: datasets.Span{Start: t.Start, End: t.End}, first: i, last: i + 1, alias: alias, learnt: true})
		}
	}
	if len(x.matches) > known {
		slices.SortFunc(x.matches, func(a, b match) int { return a.first - b.first })
	}
}
