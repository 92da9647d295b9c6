package articles

import (
	"stance/datasets"
	"stance/internal/text"
)

const (
	maxPairs    = 6       // statements that one sentence gives at most
	maxSentence = 1 << 16 // bytes beyond which a sentence is none, but a table or a dump: it is left out
	memory      = 3       // sentences for which a pronoun finds its actor
)

// Cut returns the statements of an article in plain text: one for every sentence,
// source and target found, in the order of the text. Text is the exact span
// Place of the article, without a dateline. Source and Target are canonical
// names; Source "" is the author (SourceHow "narrator") or somebody who is no
// party ("unknown"). A sentence that names no party gives none.
//
//	The newspaper said Pyongyang sends its full support to Moscow.
//	-> source North Korea, target Russia, explicit, reported by "newspaper"
//
// But: there is no parser, only the order of words; English only.
func Cut(article string, g *Gazetteer) []datasets.Statement {
	statements, _ := CutAll(article, g)
	return statements
}

// CutAll returns what Cut does, and the passages that Cut leaves out: those over
// 64 KB without the end of a sentence, in the order of the text.
func CutAll(article string, g *Gazetteer) (statements []datasets.Statement, leftOut []datasets.Span) {
	c := &cutter{article: article, g: g, words: grammar(), last: nothing, medium: nothing, speaker: nothing}
	c.spans = text.AppendSentences(nil, article)
	c.quotes = text.AppendQuotes(nil, article)
	c.support.reset(len(g.parties))
	for _, span := range c.spans {
		if tooLong(span) {
			leftOut = append(leftOut, span)
		}
		c.load(&c.next, span)
		g.supported(&c.support, c.next.matches)
		c.strangers.note(&c.next)
		c.count(&c.next)
	}
	c.findHome()
	if g.unlisted {
		c.findUnlisted()
	}
	c.findVoice()
	for i := range c.spans {
		if c.open(&c.now, i) {
			c.cut(i)
		}
	}
	return c.out, leftOut
}

// tooLong reports whether a span between sentence ends is no sentence.
func tooLong(span text.Span) bool { return span.End-span.Start > maxSentence }

// A cutter cuts one article.
type cutter struct {
	article    string
	g          *Gazetteer
	words      *wordTable
	spans      []text.Span // the sentences
	quotes     []text.Span // the quotations that no sentence has passed yet
	support    support     // the parties that the article names without doubt
	now, next  sentence
	read       *sentence  // the one whose claims were found
	found      []claim    // of that sentence
	pairs      []pair     // of the sentence at hand
	capped     bool       // there were more
	last       remembered // whom a pronoun stands for
	medium     remembered // the state medium that "the newspaper" stands for
	speaker    remembered // whose quotation may go on
	lessons    lessons
	strangers  strangers
	both       couple  // whom "both sides" stands for
	recent     recent  // whom "the bloc", "him" stand for
	voice      int32   // in whose name the document speaks, -1 for nobody's
	transcript bool    // speakers take turns
	floor      floor   // who speaks now
	home       int32   // the state that the article is about most, -1 for none
	counts     []int32 // by party: how often the article names it
	out        []datasets.Statement
}

// A remembered party is one that an earlier sentence named.
type remembered struct {
	party  int32 // -1 = nobody
	number int   // of the sentence
}

// nothing is remembered at the start of an article.
var nothing = remembered{party: -1}

// load reads the tokens and aliases of the sentence at span. A dateline is left
// out, and so are its parties; a line that is one has no tokens left.
func (c *cutter) load(x *sentence, span text.Span) {
	if tooLong(span) {
		span.End = span.Start
	}
	x.g, x.text, x.place = c.g, span.Of(c.article), span
	x.tokens = text.AppendTokens(x.tokens[:0], x.text)
	if n := datelineEnd(c.g, x.text, x.tokens); n > 0 {
		if n == len(x.tokens) {
			x.place.Start = x.place.End
		} else {
			x.place.Start += x.tokens[n].Start
		}
		x.text = x.place.Of(c.article)
		x.tokens = text.AppendTokens(x.tokens[:0], x.text)
	}
	x.matches = c.g.appendMatches(x.matches[:0], x.tokens)
}

// open reads sentence i and reports whether it holds words.
func (c *cutter) open(x *sentence, i int) bool {
	c.load(x, c.spans[i])
	x.number = i + 1
	quotes := c.quotes
	for len(quotes) > 0 && quotes[0].End <= x.place.Start {
		quotes = quotes[1:]
	}
	if x == &c.now {
		c.quotes = quotes
	}
	x.matches = c.g.settle(x.matches, x.tokens, &c.support)
	x.dropPrivate()
	c.strangers.drop(x)
	c.g.addUnlisted(x)
	c.lessons.apply(x)
	x.read(c.words, quotes)
	if x == &c.now {
		c.lessons.learn(x)
		c.lessons.learnMinisters(x, c.last.party)
	}
	return len(x.tokens) > 0
}

// cut appends the statements of the sentence at hand, sentence i.
func (c *cutter) cut(i int) {
	x := &c.now
	if c.last.number+memory < x.number {
		c.last.party = c.voice
	}
	c.takeTurn(x)
	c.lookAhead(i)
	c.claims(x)
	c.remember(x)
	if len(x.matches) > 0 || c.both.number > 0 || len(c.recent) > 0 {
		c.pair(x)
		c.emit(x)
	}
	c.both.remember(c, x)
	c.recent.remember(c, x)
}

// lookAhead finds the speaker of a quotation whose speaker is named only in the
// next sentence.
func (c *cutter) lookAhead(i int) {
	if c.speaker.party >= 0 && c.speaker.number == i || !c.now.beginsQuoted() || i+1 == len(c.spans) {
		return
	}
	if c.claims(&c.now); c.speaks() != nil {
		return
	}
	if c.open(&c.next, i+1) && c.next.beginsQuoted() {
		c.claims(&c.next)
		if k := c.speaks(); k != nil && k.party >= 0 && !k.inferred {
			c.speaker = remembered{k.party, i}
		}
	}
}

// speaks returns the first claim found in which somebody speaks, or nil.
func (c *cutter) speaks() *claim {
	for k := range c.found {
		if c.found[k].speech {
			return &c.found[k]
		}
	}
	return nil
}

// remember keeps the actor of the sentence for pronouns and the speaker of its
// quotation for the next sentence.
func (c *cutter) remember(x *sentence) {
	quote := x.hasSpeech()
	for k := range c.found {
		f := &c.found[k]
		if x.inQuote(f.verb) {
			continue
		}
		if f.party < 0 {
			if f.speech && x.nameAtEnd(f) >= 0 {
				c.last = remembered{-1, x.number} // "she" is not who spoke before
			}
			continue
		}
		if f.titled {
			c.lessons.learnTitled(x, f)
		}
		if f.match >= 0 && x.kind(f.match) == mediaKind {
			c.medium = remembered{f.party, x.number}
		}
		if f.speech && quote {
			c.speaker = remembered{f.party, x.number}
			if f.how == howExplicit {
				f.how = howQuote
			}
		}
		if f.speech || c.last.number != x.number && !f.inferred {
			c.last = remembered{f.party, x.number}
		}
	}
}

// inQuote reports whether token i stands in a quotation; i may be out of range.
func (x *sentence) inQuote(i int) bool { return i >= 0 && i < len(x.tokens) && x.quoted[i] }
