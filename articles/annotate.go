package articles

import (
	"slices"

	"stance/datasets"
	"stance/internal/text"
)

// An Annotator finds the parties that statements name. Its buffers are used
// again and again, so that a statement costs no allocation beyond its Mentions;
// one goroutine, one Annotator.
type Annotator struct {
	g       *Gazetteer
	dated   Gazetteer // g as of the day of the last statement that has one
	words   *wordTable
	tokens  []text.Token
	matches []match
	quotes  []text.Span
	support support
	source  given
	target  given
	places  []place // of all parties, ascending, not overlapping
}

// NewAnnotator returns an annotator that knows the parties of g.
func NewAnnotator(g *Gazetteer) *Annotator {
	return &Annotator{g: g, words: flagWords(), source: given{owner: theSource}, target: given{owner: theTarget}}
}

// Annotate fills the mentions, the spans of source and target and the flags of
// a statement. The names of source and target stay as they are.
//
// A span that came with the statement is widened to token borders. Otherwise
// the name is searched: as given, then by another alias of the same party, then
// by a part of it; of several places, the one nearest to the other party counts.
// All places of source and target become mentions with their names as given,
// every other party one with its canonical name. The day of the statement, where it is
// known, settles whom a name of several persons means, see Gazetteer.At. A statement cut
// from an article (Sentence > 0) has been annotated by Cut and is left as it is.
func (a *Annotator) Annotate(s *datasets.Statement) {
	if s.Sentence > 0 && len(s.Mentions) > 0 {
		return
	}
	g := a.g
	if !s.Published.IsZero() {
		a.dated = *g
		a.dated.day = dayNumber(s.Published)
		a.g = &a.dated
	}
	a.read(s)
	a.g = g
	a.lay(s)
	flags := wordFlags(a.words, a.tokens) | a.mention(s) | a.point(s)
	s.Flags = s.Flags&^ownFlags | flags
	if manyParties(s.Mentions) {
		s.Flags |= datasets.FlagMultiParty
	}
	if !s.TargetSpan.Empty() && hasQuoteMark(s.Text) {
		a.quotes = text.AppendQuotes(a.quotes[:0], s.Text)
		if inside(a.quotes, s.TargetSpan) {
			s.Flags |= datasets.FlagQuote
		}
	}
}

// read finds the tokens, the aliases and the names given.
func (a *Annotator) read(s *datasets.Statement) {
	a.tokens = text.AppendTokens(a.tokens[:0], s.Text)
	for i := range a.tokens {
		if t := &a.tokens[i]; t.Kind == text.Tag {
			t.Hash = text.Hash(s.Text[t.Start+1 : t.End])
		}
	}
	a.matches = a.g.appendMatches(a.matches[:0], a.tokens)
	a.source.prepare(a.g, s.Source)
	a.target.prepare(a.g, s.Target)
	if len(a.matches) > 0 {
		a.support.reset(len(a.g.parties))
		a.support.add(a.source.party)
		a.support.add(a.target.party)
		a.g.supported(&a.support, a.matches)
		a.matches = a.g.settle(a.matches, a.tokens, &a.support)
	}
	aliases := a.source.party != a.target.party
	a.target.search(a.g, s.Text, a.tokens, a.matches, aliases)
	a.source.places = a.source.places[:0]
	if s.Source != s.Target {
		a.source.search(a.g, s.Text, a.tokens, a.matches, aliases)
	}
	s.TargetSpan = a.insert(&a.target, s.TargetSpan)
	s.SourceSpan = a.insert(&a.source, s.SourceSpan)
}

// insert puts the span that came with the statement among the places of its
// party, widened to token borders. A span that holds no token is dropped.
func (a *Annotator) insert(n *given, span datasets.Span) datasets.Span {
	span = widen(a.tokens, span)
	if span.Empty() || n.name == "" {
		return datasets.Span{}
	}
	kept := n.places[:0]
	for _, p := range n.places {
		if !p.Overlaps(span) {
			kept = append(kept, p)
		}
	}
	i, _ := slices.BinarySearchFunc(kept, span.Start, func(p place, start int) int { return p.Start - start })
	n.places = slices.Insert(kept, i, place{span, n.owner, bySpan, -1})
	return span
}

// widen returns the span of the tokens that share a byte with the span.
func widen(tokens []text.Token, span datasets.Span) datasets.Span {
	if span.Empty() {
		return datasets.Span{}
	}
	i, _ := slices.BinarySearchFunc(tokens, span.Start+1, func(t text.Token, at int) int { return t.End - at })
	if i == len(tokens) || tokens[i].Start >= span.End {
		return datasets.Span{}
	}
	first := i
	for i+1 < len(tokens) && tokens[i+1].Start < span.End {
		i++
	}
	return datasets.Span{Start: tokens[first].Start, End: tokens[i].End}
}

// mention writes the places into s.Mentions and returns the flags of doubt.
func (a *Annotator) mention(s *datasets.Statement) (f datasets.Flags) {
	s.Mentions = s.Mentions[:0]
	for _, p := range a.places {
		entity := s.Target
		switch p.owner {
		case theSource:
			entity = s.Source
		case others:
			entity = a.g.parties[a.g.aliases[p.alias].party]
		}
		s.Mentions = append(s.Mentions, datasets.Mention{Entity: entity, Span: p.Span})
	}
	for _, m := range a.matches {
		if m.doubtful {
			f = datasets.FlagAmbiguous
		}
	}
	return f
}
