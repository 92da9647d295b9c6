package articles

import (
	"slices"

	"stance/datasets"
)

// emit appends a statement for every pair. The statements of a sentence share
// their mentions.
func (c *cutter) emit(x *sentence) {
	mentions := make([]datasets.Mention, len(x.matches))
	flags := wordFlags(flagWords(), x.tokens)
	for i, m := range x.matches {
		mentions[i] = datasets.Mention{Entity: c.g.nameOf(c.g.party(m)), Span: m.Span}
		if m.doubtful {
			flags |= datasets.FlagAmbiguous
		}
	}
	if manyParties(mentions) {
		flags |= datasets.FlagMultiParty
	}
	if c.capped {
		flags |= datasets.FlagCapped
	}
	for _, p := range c.pairs {
		c.out = append(c.out, c.statement(x, p, mentions, flags))
	}
}

func (c *cutter) statement(x *sentence, p pair, mentions []datasets.Mention, flags datasets.Flags) datasets.Statement {
	s := datasets.Statement{
		Text: x.text, Target: c.g.nameOf(p.target), Mentions: mentions,
		Sentence: x.number, Place: x.place, SourceHow: p.how, ReportedBy: p.reportedBy, Flags: flags,
	}
	if p.cue > 0 {
		s.SourceCue = x.cue(p.cue - 1)
	}
	if p.source >= 0 {
		s.Source = c.g.nameOf(p.source)
	}
	if c.g.isUnlisted(p.target) || c.g.isUnlisted(p.source) {
		s.Flags |= datasets.FlagUnlisted
	}
	switch {
	case p.from >= 0:
		s.SourceSpan = mentions[p.from].Span
	case p.source >= 0 && !p.words.Empty() && free(mentions, p.words):
		s.SourceSpan = p.words
		s.Mentions = withMention(mentions, datasets.Mention{Entity: s.Source, Span: p.words})
	case p.source >= 0 && p.how != howHeading:
		s.Flags |= datasets.FlagSourceNotFound
	}
	if p.inferred || p.from >= 0 && x.matches[p.from].learnt || p.to >= 0 && x.matches[p.to].learnt {
		s.Flags |= datasets.FlagPronoun
	}
	if p.to < 0 {
		s.TargetSpan = p.standIn
		s.Mentions = withMention(s.Mentions, datasets.Mention{Entity: s.Target, Span: p.standIn})
		s.Flags |= datasets.FlagPronoun
		return s
	}
	to := x.nearest(mentions, p)
	s.TargetSpan = mentions[to].Span
	if x.quoted[x.matches[to].first] {
		s.Flags |= datasets.FlagQuote
	}
	return s
}

// cue returns the span of the token by which a source was found; "to" belongs to
// "according".
func (x *sentence) cue(i int) datasets.Span {
	last := i
	if x.is(i+1, "to") && x.is(i, "according", "According") {
		last++
	}
	return datasets.Span{Start: x.tokens[i].Start, End: x.tokens[last].End}
}

// free reports whether no mention stands in the span.
func free(mentions []datasets.Mention, s datasets.Span) bool {
	for _, m := range mentions {
		if m.Overlaps(s) {
			return false
		}
	}
	return true
}

// withMention returns a copy of the mentions with m in its place.
func withMention(mentions []datasets.Mention, m datasets.Mention) []datasets.Mention {
	at := 0
	for at < len(mentions) && mentions[at].Start < m.Start {
		at++
	}
	return slices.Insert(slices.Clone(mentions), at, m)
}

// nearest returns the mention of the target that stands nearest to the mention of
// the source, the one behind it of two as near.
func (x *sentence) nearest(mentions []datasets.Mention, p pair) int {
	best := p.to
	if p.from < 0 {
		return best
	}
	for i, m := range mentions {
		if m.Entity == mentions[best].Entity &&
			distance(m.Span, mentions[p.from].Span) <= distance(mentions[best].Span, mentions[p.from].Span) {
			best = i
		}
	}
	return best
}
