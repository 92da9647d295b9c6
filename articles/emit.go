package articles

import "stance/datasets"

// emit appends a statement for every pair. The statements of a sentence share
// their mentions.
func (c *cutter) emit(x *sentence) {
	mentions := make([]datasets.Mention, len(x.matches))
	flags := wordFlags(flagWords(), x.tokens)
	for i, m := range x.matches {
		mentions[i] = datasets.Mention{Entity: c.g.parties[c.g.party(m)], Span: m.Span}
		if m.doubtful {
			flags |= datasets.FlagAmbiguous
		}
	}
	if manyParties(mentions) {
		flags |= datasets.FlagMultiParty
	}
	for _, p := range c.pairs {
		c.out = append(c.out, c.statement(x, p, mentions, flags))
	}
}

func (c *cutter) statement(x *sentence, p pair, mentions []datasets.Mention, flags datasets.Flags) datasets.Statement {
	s := datasets.Statement{
		Text: x.text, Target: c.g.parties[p.target], Mentions: mentions,
		Sentence: x.number, Place: x.place, SourceHow: p.how, ReportedBy: p.reportedBy, Flags: flags,
	}
	if p.source >= 0 {
		s.Source = c.g.parties[p.source]
		if p.from < 0 {
			s.Flags |= datasets.FlagSourceNotFound
		}
	}
	if p.from >= 0 {
		s.SourceSpan = mentions[p.from].Span
	}
	if p.inferred {
		s.Flags |= datasets.FlagPronoun
	}
	to := x.nearest(mentions, p)
	s.TargetSpan = mentions[to].Span
	if x.quoted[x.matches[to].first] {
		s.Flags |= datasets.FlagQuote
	}
	return s
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
