package articles

import "stance/internal/text"

// Words that stand beside a name.
const (
	titleWord class = 1 << iota // "President", "former": what follows is a surname
	stateName                   // "Ohio": after a comma, what stands before is a town
	stateHalf                   // "North" of "North Carolina"
)

// nameWords returns the words that stand beside a name. Georgia and Washington are no
// states here: "Moscow, Washington and Beijing".
var nameWords = wordLists([]wordList{
	{titleWord, `president presidents minister ministers premier chancellor secretary king queen prince princess sheikh emperor
		pope chairman chairwoman speaker senator senators sen sen. rep rep. gov gov. governor gen gen. general marshal admiral
		colonel captain leader mr mr. mrs mrs. ms ms. dr dr. sir lord lady madame ambassador spokesman spokeswoman envoy
		candidate comrade supreme foreign prime deputy vice former ex acting defense defence justice judge director chief
		but and or when then meanwhile while as if for in on at yet so today since after before although because how why what
		that this both even with like under from by did does do will would can could should has have is are was were said says
		the a an to of not no than whether`},
	{stateName, `alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana
		iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
		nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario
		ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. mass. md. mich. minn. miss. mo. mont.
		neb. nev. okla. ore. pa. tenn. tex. va. vt. wis. wyo.`},
	{stateHalf, `carolina dakota hampshire jersey`},
})

// isNamesake reports whether the words beside the match say that it is somebody or
// something else of the same name.
//
//	Ginny Park, Reggie Bush      a surname that needs support, after another first name
//	Paris Hilton                 a place that is also a first name, before a surname
//	Lebanon, Ohio                a town in the United States
//	Social Democratic Party      a body whose name goes on to the left
func (g *Gazetteer) isNamesake(a *alias, m match, tokens []text.Token) bool {
	switch {
	case m.last-m.first > 1 && bodyWords().of(tokens[m.last-1].Hash) != 0:
		return m.first > 1 && g.isName(tokens, m.first-1) && isNext(tokens, m.first) && !isHeadline(tokens, m)
	case a.kind == personKind && a.doubt == needsSupport && m.last == m.first+1:
		return m.first > 0 && g.isName(tokens, m.first-1) && isNext(tokens, m.first) && !isHeadline(tokens, m)
	case a.kind > capitalKind:
		return false
	case a.firstName && m.last < len(tokens) && isNext(tokens, m.last) && g.isName(tokens, m.last) && !isHeadline(tokens, m):
		return true
	}
	return beforeState(tokens, m.last)
}

// isName reports whether token i may be a part of a person's name.
func (g *Gazetteer) isName(tokens []text.Token, i int) bool {
	t := tokens[i]
	return t.Kind == text.Word && (t.Case == text.Title || t.Case == text.Mixed) &&
		nameWords().of(t.Hash)&titleWord == 0 && !g.isAlias(t.Hash)
}

// isAlias reports whether the word alone names a party.
func (g *Gazetteer) isAlias(hash uint64) bool {
	e := g.trie.slot(0, hash)
	return e.next != 0 && g.trie.ends[e.next] >= 0
}

// isNext reports whether one space at most stands before token i.
func isNext(tokens []text.Token, i int) bool { return tokens[i].Start-tokens[i-1].End <= 1 }

// How isHeadline looks around.
const (
	headlineWindow = 8 // tokens on each side
	headlineWords  = 4 // capitalised ones that make a headline
)

// isHeadline reports whether the words around the match are all capitalised, so that
// a capital says nothing. Short words do not count.
func isHeadline(tokens []text.Token, m match) bool {
	capitals := 0
	for i := max(0, m.first-headlineWindow); i < min(len(tokens), m.last+headlineWindow); i++ {
		switch t := tokens[i]; {
		case t.Kind != text.Word:
		case t.Case == text.Lower && t.End-t.Start > 4:
			return false
		case t.Case == text.Title || t.Case == text.Upper:
			capitals++
		}
	}
	return capitals >= headlineWords
}

var commaHash = text.Hash(",")

// beforeState reports whether a comma and a state of the United States follow token i.
func beforeState(tokens []text.Token, i int) bool {
	if i+1 >= len(tokens) || tokens[i].Hash != commaHash || tokens[i+1].Case == text.Lower {
		return false
	}
	if i+2 < len(tokens) && nameWords().of(tokens[i+2].Hash)&stateHalf != 0 && isNext(tokens, i+2) {
		return true
	}
	return nameWords().of(tokens[i+1].Hash)&stateName != 0
}
