package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Widths of lines, in runes.
const (
	shortLine = 50  // a shorter line is a headline, a byline or the end of a paragraph
	longLine  = 120 // a longer line was not wrapped: every newline ends a paragraph
)

// A line is a piece of a text between newlines.
type line struct {
	Span       // without the newline
	width  int // in runes
	follow int // start of the next line
}

// lineAt returns the line that begins at i. "\n", "\r" and "\r\n" end a line.
func lineAt(s string, i int) line {
	n := strings.IndexAny(s[i:], "\r\n")
	if n < 0 {
		return line{Span{i, len(s)}, utf8.RuneCountInString(s[i:]), len(s)}
	}
	end := i + n
	follow := end + 1
	if s[end] == '\r' && follow < len(s) && s[follow] == '\n' {
		follow++
	}
	return line{Span{i, end}, utf8.RuneCountInString(s[i:end]), follow}
}

// A paragraphReader reads the paragraphs of a text, one after the other. The zero value
// with s set is at its beginning.
type paragraphReader struct {
	s     string
	i     int  // start of the next paragraph
	inner bool // it stands in a block of lines that has begun
	list  bool // the block is a list: every line is a paragraph
}

// next returns the next paragraph: one line, or the lines of one text that was wrapped
// at a width.
func (r *paragraphReader) next() (p Span, ok bool) {
	if r.i >= len(r.s) {
		return Span{}, false
	}
	if !r.inner {
		r.list = isList(r.s, r.i)
	}
	first := r.i
	last := lineAt(r.s, first)
	for widest := last.width; last.follow < len(r.s) && !r.list; {
		next := lineAt(r.s, last.follow)
		widest = max(widest, next.width)
		if !isWrapped(r.s, last, next, widest) {
			break
		}
		last = next
	}
	p = Span{first, last.End}
	r.i, r.inner = last.follow, !trim(r.s, p).Empty()
	return p, true
}

// isList reports whether the lines from i to the next empty one are a list, such as
// the headlines of a day: three or more, each beginning as a sentence does, few with
// a full stop. Where a text was wrapped, most lines begin with a small letter.
func isList(s string, i int) bool {
	lines, stops := 0, 0
	for i < len(s) {
		l := lineAt(s, i)
		words := strings.TrimSpace(l.Of(s))
		if words == "" {
			break
		}
		if first, _ := runeAt(words, firstLetter(words, 0, len(words))); unicode.IsLower(first) {
			return false
		}
		if strings.ContainsRune(".!?", rune(words[len(words)-1])) {
			stops++
		}
		lines++
		i = l.follow
	}
	return lines >= 3 && 4*stops <= lines
}

// isWrapped reports whether the newline between two lines stands there only
// because the line was full; widest is the width of the paragraph so far.
func isWrapped(s string, a, b line, widest int) bool {
	before := strings.TrimRightFunc(a.Of(s), unicode.IsSpace)
	after := strings.TrimLeftFunc(b.Of(s), unicode.IsSpace)
	if before == "" || after == "" || isBullet(before, after) {
		return false
	}
	first, _ := runeAt(after, firstLetter(after, 0, len(after)))
	switch {
	case unicode.IsLower(first):
		return true
	case a.width > longLine:
		return false
	case isUnfinished(before):
		return true
	case a.width < shortLine:
		return false
	}
	word, _, _ := strings.Cut(after, " ")
	return a.width+1+utf8.RuneCountInString(word) > widest
}

// isBullet reports whether the line after begins an item of a list. A number
// does so only where the line before is finished.
func isBullet(before, after string) bool {
	r, w := utf8.DecodeRuneInString(after)
	switch r {
	case '•', '◦', '▪', '■', '‣', '●', '·', '*', '-', '–':
		next, _ := runeAt(after, w)
		return unicode.IsSpace(next)
	}
	n := runEnd(after, 0, unicode.IsDigit)
	if n == 0 || n > 2 || n == len(after) || after[n] != '.' && after[n] != ')' {
		return false
	}
	return strings.ContainsRune(".:;!?", rune(before[len(before)-1]))
}

// isUnfinished reports whether a line ends in the middle of a sentence: with a
// comma or with a word that cannot end one.
func isUnfinished(s string) bool {
	if s[len(s)-1] == ',' {
		return true
	}
	switch s[strings.LastIndexByte(s, ' ')+1:] {
	case "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "that",
		"than", "as", "its", "his", "her", "their", "is", "was", "has", "between", "against", "Mr.", "Mrs.", "Gen.", "Sen.":
		return true
	}
	return false
}
