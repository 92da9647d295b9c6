package articles

import (
	"stance/datasets"
	"stance/internal/text"
)

// search fills n.places with the places of s that name the given party,
// ascending and not overlapping. Its aliases count only where aliases is true.
func (n *given) search(g *Gazetteer, s string, tokens []text.Token, matches []match, aliases bool) {
	n.places = n.places[:0]
	if len(n.tokens) == 0 || len(n.tokens) > maxName {
		return
	}
	exact := false
	for i := 0; i < len(tokens); {
		for len(matches) > 0 && matches[0].first < i {
			matches = matches[1:]
		}
		r, last := n.at(s, tokens, i)
		if len(matches) > 0 && matches[0].first == i && matches[0].last > last && n.sharesAlias(g, matches[0], tokens, aliases) {
			r, last = n.within(s, tokens, matches[0]), matches[0].last
		}
		if last == i {
			i++
			continue
		}
		exact = exact || r == byName
		span := datasets.Span{Start: tokens[i].Start, End: tokens[last-1].End}
		n.places = append(n.places, place{span, n.owner, r, -1})
		i = last
	}
	if exact && len(n.tokens) == 1 && n.tokens[0].Case != text.Lower {
		n.dropLower(s)
	}
}

// at returns how tokens from i on name the party and the token behind them, or
// i if they do not.
func (n *given) at(s string, tokens []text.Token, i int) (rank, int) {
	if end := n.whole(tokens, i); end > i {
		switch same := n.sameCase(tokens[i:end]); {
		case same:
			return byName, end
		case !n.strict:
			return byFold, end
		}
	}
	t := tokens[i]
	switch {
	case n.isCut(s, tokens, i):
		return byPart, i + len(n.tokens)
	case t.Kind == text.Tag && n.isTag(t.Of(s)):
		return byPart, i + 1
	case t.Case == text.Lower || t.Kind != text.Word && t.Kind != text.Tag:
	case n.part[0] >= 0 && t.Hash == n.tokens[n.part[0]].Hash, n.part[1] >= 0 && t.Hash == n.tokens[n.part[1]].Hash:
		return byPart, i + 1
	}
	return byGazetteer, i
}

// whole returns the token behind the name that begins at token i, or i.
func (n *given) whole(tokens []text.Token, i int) int {
	if len(tokens)-i < len(n.tokens) {
		return i
	}
	for k := range n.tokens {
		if tokens[i+k].Hash != n.tokens[k].Hash {
			return i
		}
	}
	return i + len(n.tokens)
}

func (n *given) sameCase(tokens []text.Token) bool {
	for k := range n.tokens {
		if tokens[k].Case != n.tokens[k].Case {
			return false
		}
	}
	return true
}

// isCut reports whether the name begins at token i but for one "s" or two, cut
// off its end: "Los Angele" in "Los Angeles".
func (n *given) isCut(s string, tokens []text.Token, i int) bool {
	last := len(n.tokens) - 1
	if len(tokens)-i <= last || n.tokens[last].Kind != text.Word {
		return false
	}
	for k := 0; k < last; k++ {
		if tokens[i+k].Hash != n.tokens[k].Hash {
			return false
		}
	}
	cut, word := n.tokens[last].Of(n.name), tokens[i+last].Of(s)
	if len(cut) < 3 || len(word) <= len(cut) || len(word) > len(cut)+2 || word[:len(cut)] != cut {
		return false
	}
	return isAll(word[len(cut):], 's', 'S')
}

func isAll(s string, a, b byte) bool {
	for i := 0; i < len(s); i++ {
		if s[i] != a && s[i] != b {
			return false
		}
	}
	return true
}

// isTag reports whether the tag is the name without its spaces:
// "#HillaryClinton".
func (n *given) isTag(tag string) bool {
	i := 1
	for k := 0; k < len(n.name); k++ {
		c := n.name[k]
		if c == ' ' || c == '-' || c == '\'' || c == '.' {
			continue
		}
		if i >= len(tag) || lower(tag[i]) != lower(c) {
			return false
		}
		i++
	}
	return i == len(tag)
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// sharesAlias reports whether the match names the given party. Of a person only
// a part of the name does: "Moon" of "Moon Jae-in".
func (n *given) sharesAlias(g *Gazetteer, m match, tokens []text.Token, aliases bool) bool {
	switch {
	case g.party(m) != n.party:
		return false
	case !n.person:
		return aliases
	}
	for _, t := range tokens[m.first:m.last] {
		if !hasHash(n.tokens, t.Hash) {
			return false
		}
	}
	return true
}

func hasHash(tokens []text.Token, hash uint64) bool {
	for i := range tokens {
		if tokens[i].Hash == hash {
			return true
		}
	}
	return false
}

// within returns the rank of a match that names the given party: as good as the
// name where it holds the name, "Iran" in "Islamic Republic of Iran".
func (n *given) within(s string, tokens []text.Token, m match) rank {
	for i := m.first; i < m.last; i++ {
		if n.whole(tokens[:m.last], i) > i {
			r, _ := n.at(s, tokens, i)
			return max(r, byAlias)
		}
	}
	if n.person {
		return byPart
	}
	return byAlias
}

// dropLower drops the places in lower case: where "Bush" is named, "bush" is a plant.
func (n *given) dropLower(s string) {
	kept := n.places[:0]
	for _, p := range n.places {
		if c := s[p.Start]; p.rank != byFold || c < 'a' || c > 'z' {
			kept = append(kept, p)
		}
	}
	n.places = kept
}
