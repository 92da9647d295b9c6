package text

import "unicode"

// longQuote is the length in bytes up to which a sentence with a quotation of
// several sentences stays whole.
const longQuote = 600

// AppendSentences appends the sentences of s, ascending, without the white
// space around them, and returns the extended slice; nothing else is allocated.
// Nothing but white space is left out.
//
// A quotation of several sentences stays in one piece with the words that
// introduce it or name its speaker; it is cut inside only where there are no
// such words, or past 600 bytes.
//
//	“We will never yield. We will fight,” the ministry said.     one sentence
//	“Will Beijing help?” Lavrov asked.                           one sentence
//	“We will never yield. We will fight.”                        two sentences
//
// But: the abbreviations and speech verbs are English, and a capital letter is
// taken to begin a sentence. Other scripts are cut at their own full stops.
func AppendSentences(dst []Span, s string) []Span {
	paragraphs := paragraphReader{s: s}
	for p, ok := paragraphs.next(); ok; p, ok = paragraphs.next() {
		c := cutter{dst: dst, s: s[:p.End], start: p.Start, blank: p.Start}
		c.paragraph()
		dst = c.dst
	}
	return dst
}

// A cutter cuts one paragraph into sentences.
type cutter struct {
	dst   []Span
	s     string // the text up to the end of the paragraph
	start int    // where the sentence begins that is being read
	blank int    // there is no letter or digit in s[start:blank]
}

func (c *cutter) paragraph() {
	quotes := quoteReader{s: c.s, i: c.start, end: len(c.s)}
	i := c.start
	for q, ok := quotes.next(); ok; q, ok = quotes.next() {
		c.plain(i, q.open, false)
		c.quote(q)
		i = q.end
	}
	c.plain(i, len(c.s), false)
	c.cut(len(c.s))
}

// cut ends the sentence at i.
func (c *cutter) cut(i int) {
	if p := trim(c.s, Span{c.start, i}); !p.Empty() {
		c.dst = append(c.dst, p)
	}
	c.start, c.blank = i, i
}

// hasWord reports whether the sentence has a letter or digit before i. Every
// byte is looked at once, however many marks stand in a row.
func (c *cutter) hasWord(i int) bool {
	for c.blank < i {
		r, w := runeAt(c.s, c.blank)
		if isWordRune(r) || isIdeograph(r) {
			return true
		}
		c.blank += w
	}
	return false
}

// plain cuts at the sentence ends in s[i:end], which has no quotation marks.
// Inside a quotation the last one is left to quote.
func (c *cutter) plain(i, end int, inside bool) {
	for i < end {
		if !stopBytes[c.s[i]] {
			i++
			continue
		}
		stop, ok := stopAt(c.s, i, end)
		if !ok {
			if c.isInlineBullet(i) {
				c.cut(i)
			}
			_, w := runeAt(c.s, i)
			i += w
			continue
		}
		next := lookAhead(c.s, stop.after)
		if (!inside || next.start < end) && c.endsAt(&stop, next) {
			c.cut(stop.after)
		}
		i = stop.End
	}
}

// isInlineBullet reports whether a bullet stands at i between two items.
func (c *cutter) isInlineBullet(i int) bool {
	r, _ := runeAt(c.s, i)
	before, _ := runeBefore(c.s, i)
	return r == '•' && unicode.IsSpace(before)
}

// quote cuts inside and after a quotation. Cuts inside are made first and taken
// back where the quotation turns out to belong to a longer sentence.
func (c *cutter) quote(q quotation) {
	start, sentences := c.start, len(c.dst)
	framed := c.hasWord(q.open) // words of the sentence stand before
	c.plain(q.in.Start, q.in.End, true)
	if !q.closed {
		return
	}
	after, ends := c.endsAfterQuote(q, framed)
	if (framed || !ends) && q.end-start <= longQuote {
		c.start, c.blank, c.dst = start, start, c.dst[:sentences]
	}
	if ends {
		c.cut(after)
	}
}

// endsAfterQuote reports whether a sentence ends with the closed quotation q,
// and where.
func (c *cutter) endsAfterQuote(q quotation, framed bool) (after int, ends bool) {
	stop, ok := stopBefore(c.s, q.in)
	if !ok {
		return q.end, false
	}
	stop.after = closersEnd(c.s, q.end, len(c.s))
	next := lookAhead(c.s, stop.after)
	if next.r == 0 {
		return stop.after, true
	}
	if r, _ := runeAt(c.s, stop.after); isClosingMark(r) || !c.endsAt(&stop, next) {
		return stop.after, false
	}
	return stop.after, framed || !isSpeaker(c.s, next.letter, stop.strong) && !isDashAt(c.s, next.start)
}

// isDashAt reports whether a dash stands at i; after a quotation it leads to
// the speaker: “We will win.” — Kim Jong Un
func isDashAt(s string, i int) bool {
	r, _ := runeAt(s, i)
	return r == '—' || r == '–'
}
