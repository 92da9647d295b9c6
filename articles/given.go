package articles

import (
	"stance/datasets"
	"stance/internal/text"
)

// maxName is the number of tokens beyond which a given name is not searched: it
// is a sentence, not a name.
const maxName = 64

// A rank says how a place in the text came to name a party; higher wins.
type rank uint8

const (
	byGazetteer rank = iota // an alias of a party that is neither source nor target
	byPart                  // a part of the given name: "Trump" of "Donald Trump"
	byAlias                 // another alias of the same party
	byFold                  // the given name in another case
	byName                  // the given name itself
	bySpan                  // the place came with the statement
)

// A place is where a source, a target or another party is named.
type place struct {
	datasets.Span
	owner owner
	rank  rank
	alias int32 // for others: which alias it is
}

// An owner says whose name a place is.
type owner uint8

const (
	others owner = iota
	theSource
	theTarget
)

// A given is the name of a source or target as a statement gives it, ready to
// be searched for.
type given struct {
	name   string
	owner  owner
	tokens []text.Token // without an article before and marks behind
	day    int32        // of the gazetteer that was asked
	party  int32        // the party it stands for, -1 if it is not in the gazetteer
	person bool         // it names a person, who shares no alias with the state
	strict bool         // only as printed: "US", not "us"
	part   [2]int       // tokens that may stand for the whole, -1 for none: last, first
	places []place
}

// prepare makes ready to search for the name. The last name is remembered.
func (n *given) prepare(g *Gazetteer, name string) {
	if n.name == name && n.day == g.day && n.tokens != nil {
		return
	}
	n.name, n.day = name, g.day
	n.tokens = trim(text.AppendTokens(n.tokens[:0], name))
	n.party, n.person = -1, false
	if id := g.lookupCut(n.tokens, name); id >= 0 {
		n.party, n.person = g.aliases[id].party, g.aliases[id].kind == personKind
	}
	n.strict = len(n.tokens) == 1 && n.tokens[0].Case == text.Upper && n.tokens[0].End-n.tokens[0].Start <= 3
	n.part = n.parts()
}

// lookupCut is lookup, with a final "s" added where the name is not known:
// corpora cut "the United States" to "the United State".
func (g *Gazetteer) lookupCut(tokens []text.Token, name string) int32 {
	id := g.lookup(tokens)
	if id >= 0 || len(tokens) == 0 {
		return id
	}
	last := &tokens[len(tokens)-1]
	whole := last.Hash
	last.Hash = text.Hash(last.Of(name) + "s")
	id = g.lookup(tokens)
	last.Hash = whole
	return id
}

// trim drops articles before a name and marks behind it.
func trim(tokens []text.Token) []text.Token {
	for len(tokens) > 1 && tokens[len(tokens)-1].Kind == text.Punct {
		tokens = tokens[:len(tokens)-1]
	}
	for len(tokens) > 1 && isArticle(tokens[0].Hash) {
		copy(tokens, tokens[1:])
		tokens = tokens[:len(tokens)-1]
	}
	return tokens
}

// isArticle reports whether the token is "the", "a" or "an".
func isArticle(hash uint64) bool { return hash == theHash || hash == aHash || hash == anHash }

var theHash, aHash, anHash = text.Hash("the"), text.Hash("a"), text.Hash("an")

// parts returns the tokens of the name that may stand for all of it: the last
// word and, of two words, the first. An organisation known by its aliases has
// none: "Korea" is not North Korea.
func (n *given) parts() [2]int {
	none := [2]int{-1, -1}
	last := n.lastWord()
	if last < 1 || n.party >= 0 && !n.person {
		return none
	}
	if !n.isPart(last, 3) || n.tokens[last-1].Hash == ofHash {
		last = -1
	}
	first := -1
	if len(n.tokens) == 2 && n.isPart(0, 4) {
		first = 0
	}
	return [2]int{last, first}
}

var ofHash = text.Hash("of")

// lastWord returns the last token of the name, or the one before "Jr." and the like.
func (n *given) lastWord() int {
	last := len(n.tokens) - 1
	for last > 0 && isSuffix(n.tokens[last].Of(n.name)) {
		last--
	}
	return last
}

func isSuffix(word string) bool {
	switch word {
	case "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "'s", "’s", ",", ".":
		return true
	}
	return false
}

// isPart reports whether a token of the name has that many bytes and a capital.
func (n *given) isPart(i, least int) bool {
	t := n.tokens[i]
	return t.Kind == text.Word && t.Case != text.Lower && t.End-t.Start >= least
}
