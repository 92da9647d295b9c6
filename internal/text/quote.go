package text

import (
	"strings"
	"unicode"
)

// AppendQuotes appends the quotations of s, ascending and not overlapping, as
// the spans inside the quotation marks without white space at their ends, and
// returns the extended slice. Marks are straight and curly double quotes,
// guillemets and CJK corner brackets, and single quotes where they cannot be
// apostrophes. A quotation inside another belongs to the outer one; one that is
// never closed ends with its paragraph, or where the next one opens.
func AppendQuotes(dst []Span, s string) []Span {
	paragraphs := paragraphReader{s: s}
	for p, ok := paragraphs.next(); ok; p, ok = paragraphs.next() {
		r := quoteReader{s: s, i: p.Start, end: p.End}
		for q, ok := r.next(); ok; q, ok = r.next() {
			if in := trim(s, q.in); !in.Empty() {
				dst = append(dst, in)
			}
		}
	}
	return dst
}

// trim returns the span without the white space at its ends.
func trim(s string, p Span) Span {
	left := strings.TrimLeftFunc(p.Of(s), unicode.IsSpace)
	p.Start = p.End - len(left)
	p.End = p.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return p
}

// A quotation is a quoted piece of a paragraph.
type quotation struct {
	open, end int  // with its marks
	in        Span // without
	closed    bool // has a closing mark
}

// A quoteReader finds the quotations of one paragraph.
type quoteReader struct {
	s      string
	i, end int  // rest of the paragraph
	flat   bool // marks do not balance: an opening mark ends the quotation before it
}

// next returns the next quotation, or false at the end of the paragraph. It
// reads every byte at most three times.
func (q *quoteReader) next() (quotation, bool) {
	for q.i < q.end {
		r, w := q.mark()
		switch {
		case w == 0:
		case isApostrophe(r):
			if found, ok := q.single(w); ok {
				q.i = found.end
				return found, true
			}
		case sideOf(q.s, q.i, r, w, 0, 0) == opens:
			found := q.double(r, w)
			q.i = found.end
			return found, true
		}
		q.i += w
	}
	return quotation{}, false
}

// mark moves to the next byte that may begin a mark and returns the rune there.
func (q *quoteReader) mark() (r rune, w int) {
	for q.i < q.end && !markBytes[q.s[q.i]] {
		q.i++
	}
	return runeAt(q.s[:q.end], q.i)
}

// double returns the quotation that the mark r of w bytes at q.i opens.
func (q *quoteReader) double(r rune, w int) quotation {
	open := q.i
	found := quotation{open: open, end: q.end, in: Span{open + w, q.end}}
	inner := false
	at := *q
	at.i += w
	for depth := 1; at.i < at.end; {
		c, n := at.mark()
		switch sideOf(q.s, at.i, c, n, r, depth) {
		case opens:
			if q.flat {
				found.end, found.in.End = at.i, at.i
				return found
			}
			inner = true
			depth++
		case closes:
			if depth--; depth == 0 {
				found.end, found.in.End, found.closed = at.i+n, at.i, true
				return found
			}
		}
		at.i += n
	}
	if inner {
		q.flat = true
		return q.double(r, w)
	}
	return found
}
