package articles

import (
	"slices"

	"stance/datasets"
)

// addUnlisted adds the places of unlisted parties to a sentence whose matches are settled. A
// name takes the place of parties that are a part of it: "Kenya Human Rights Network".
func (g *Gazetteer) addUnlisted(x *sentence) {
	if g.beyond == nil || x.isCredits() {
		return
	}
	x.headline = x.isHeadlineCase()
	known, next := len(x.matches), 0
	for i := 0; i < len(x.tokens); {
		for next < known && x.matches[next].last <= i {
			next++
		}
		last, id := g.longestUnlisted(x, i)
		over := next
		for over < known && x.matches[over].first < last {
			over++
		}
		if id < 0 || over > next && x.matches[over-1].withstands(i, last, g.beyond.aliases[id].wins) {
			if i++; next < known && x.matches[next].first < i {
				i = x.matches[next].last
			}
			continue
		}
		for ; next < over; next++ {
			x.matches[next].alias = -1
		}
		x.matches = append(x.matches, g.unlistedMatch(x, i, last, id))
		i = last
	}
	if len(x.matches) > known {
		x.matches = slices.DeleteFunc(x.matches, func(m match) bool { return m.alias < 0 })
		slices.SortFunc(x.matches, func(a, b match) int { return a.first - b.first })
	}
}

// withstands reports whether a listed party keeps its place against an unlisted name of the
// tokens [first, last), which begins before it or with it: it goes on behind the name, or it is
// the same words and the name does not win.
func (m *match) withstands(first, last int, wins bool) bool {
	return m.last > last || m.last == last && m.first == first && !wins
}

// unlistedMatch returns the match of a form at the tokens [first, last).
func (g *Gazetteer) unlistedMatch(x *sentence, first, last int, id int32) match {
	id, doubtful := g.beyond.at(id, x.place.Start+x.tokens[first].Start)
	span := datasets.Span{Start: x.tokens[first].Start, End: x.tokens[last-1].End}
	return match{Span: span, first: first, last: last, alias: int32(len(g.aliases)) + id, doubtful: doubtful}
}

// longestUnlisted returns the end of the longest form that begins at token i, and the
// form, or -1.
func (g *Gazetteer) longestUnlisted(x *sentence, i int) (last int, id int32) {
	id = -1
	if !g.beyond.trie.opens(x.tokens[i].Hash) {
		return 0, id
	}
	node, capitals := int32(0), uint32(0)
	for j := i; j < min(i+maxRun, len(x.tokens)); j++ {
		e := g.beyond.trie.slot(node, x.tokens[j].Hash)
		if e.next == 0 {
			break
		}
		node = e.next
		if x.isCapital(j) {
			capitals |= 1 << (j - i)
		}
		if k := g.beyond.trie.ends[node]; k >= 0 {
			if form := &g.beyond.aliases[k]; form.capitals&^capitals == 0 && (form.words > 1 || x.standsAlone(i, form.common)) {
				last, id = j+1, k
			}
		}
	}
	return last, id
}

// standsAlone reports whether the word at token i is a name by itself, and no part of
// another: not "Ruiz Street", "Carlos Ruiz", or "Rice prices" at the beginning. The
// sentence is not read yet.
func (x *sentence) standsAlone(i int, common bool) bool {
	if common && x.begins(i) || x.ties(i) {
		return false
	}
	if n := i + 1; n < len(x.tokens) && x.isCapital(n) && grammar().of(x.tokens[n].Hash) == 0 && x.unlistedClass(n)&personTitle == 0 && !x.headline {
		return false
	}
	p := i - 1
	if x.is(p, ".") {
		p--
	}
	return p < 0 || !x.isCapital(p) || x.begins(p) || grammar().of(x.tokens[p].Hash) != 0 || x.unlistedClass(p)&(personTitle|leaning) != 0 ||
		x.g.isAlias(x.tokens[p].Hash) || x.headline
}

// at returns which of the forms of the same words, chained from id, stands for its party
// at a byte of the article: the one introduced last, or failing that the first.
func (n *unlistedParties) at(id int32, place int) (best int32, doubtful bool) {
	best, doubtful = id, n.aliases[id].guessed
	for k := n.aliases[id].next; k >= 0; k = n.aliases[k].next {
		if since := n.aliases[k].since; since <= place && (since >= n.aliases[best].since || n.aliases[best].since > place) {
			best = k
		}
		doubtful = true
	}
	return best, doubtful
}

// unlistedHead returns the mention of the unlisted party that the noun phrase from first to
// last is about, or -1: "Kenya's opposition leader Raila Odinga", but not "a critic of
// Odinga".
func (x *sentence) unlistedHead(first, last int) int {
	if x.g.beyond == nil || first > last || !x.named(last) {
		return -1
	}
	k := x.mentions[last]
	m := x.matches[k]
	if int(m.alias) < len(x.g.aliases) || m.first < first {
		return -1
	}
	p := m.first - 1
	if x.has(p, determiner) {
		p--
	}
	if p >= first && (x.has(p, possessive|phrasePrep|preposition|coordinator) && !x.has(p, role) || x.isPunct(p) && !x.is(p, ".")) {
		return -1
	}
	return k
}

// unlistedBehind returns the mention of the unlisted party who is named behind the comma at
// token i, or -1: "said its founder, the former radio host Bishnu Tamang".
func (x *sentence) unlistedBehind(i int) int {
	if x.g.beyond == nil || !x.is(i, ",") {
		return -1
	}
	for j := i + 1; j < min(i+7, len(x.tokens)); j++ {
		if x.named(j) {
			return x.unlistedHead(i+1, x.matches[x.mentions[j]].last-1)
		}
		if x.isPunct(j) || x.has(j, anyVerb) && x.has(j, past|third|modal) || x.has(j, relative|breaker|preposition) {
			break
		}
	}
	return -1
}
