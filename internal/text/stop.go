package text

import (
	"unicode"
	"unicode/utf8"
)

// A stop is a run of the marks that end sentences, with what surrounds it.
type stop struct {
	Span
	after  int  // after the brackets and footnote marks that follow
	strong bool // has an exclamation or question mark
	wide   bool // ends a sentence of a script without capital letters
	dots   int  // full stops; an ellipsis counts three
}

// stopAt returns the stop that begins at i, read up to end.
func stopAt(s string, i, end int) (t stop, ok bool) {
	t.Span = Span{i, i}
	for t.End < end {
		r, w := runeAt(s, t.End)
		if !t.add(r) {
			break
		}
		t.End += w
	}
	t.after = closersEnd(s, t.End, end)
	return t, t.End > i
}

// stopBefore returns the stop that stands at the end of the span, before white
// space and the closing marks of what is quoted inside.
func stopBefore(s string, p Span) (t stop, ok bool) {
	for p.End > p.Start {
		r, w := runeBefore(s, p.End)
		if !unicode.IsSpace(r) && !isStray(r) && r != ')' && r != ']' {
			break
		}
		p.End -= w
	}
	t.Span = Span{p.End, p.End}
	for t.Start > p.Start {
		r, w := runeBefore(s, t.Start)
		if !t.add(r) {
			break
		}
		t.Start -= w
	}
	return t, t.Start < p.End
}

// add counts r, or returns false if it does not end sentences.
func (t *stop) add(r rune) bool {
	switch r {
	case '.':
		t.dots++
	case '…':
		t.dots += 3
	case '!', '?', '‼', '⁇', '⁈', '⁉':
		t.strong = true
	case '。', '！', '？', '．', '｡', '؟', '।', '॥', '۔', '።':
		t.wide = true
	default:
		return false
	}
	return true
}

// closersEnd returns the end of the closing brackets, closing quotation marks
// without a partner, footnote numbers in brackets and emoji from i on.
func closersEnd(s string, i, end int) int {
	for i < end {
		r, w := runeAt(s, i)
		switch {
		case r == ')' || r == ']' || r == '}' || r == '）' || r == '】':
			i += w
		case r == '[' && footnoteEnd(s, i) > 0:
			i = footnoteEnd(s, i)
		case isStray(r):
			i += w
		case r == ' ' && i+1 < end && s[i+1] >= utf8.RuneSelf && isEmojiRune(s, i+1):
			i = emojiEnd(s, i+1)
		default:
			return i
		}
	}
	return i
}

func isEmojiRune(s string, i int) bool {
	r, _ := runeAt(s, i)
	return isEmoji(r)
}

// isStray reports whether r, just after a full stop and outside quotations, can
// only be a closing mark.
func isStray(r rune) bool {
	switch r {
	case '"', '”', '\'', '’', '»', 0x92, 0x94:
		return true
	}
	return false
}

// footnoteEnd returns the end of "[12]" at i, or 0.
func footnoteEnd(s string, i int) int {
	j := i + 1
	for j < len(s) && j < i+4 && classes[s[j]] == digit {
		j++
	}
	if j == i+1 || j == len(s) || s[j] != ']' {
		return 0
	}
	return j + 1
}

// A view is what follows a stop.
type view struct {
	start  int  // first byte that is not white space
	letter int  // first letter or other telling rune after opening marks
	r      rune // the rune there, 0 at the end of the paragraph
	spaced bool // white space stands before start
}

func lookAhead(s string, i int) view {
	v := view{start: runEnd(s, i, unicode.IsSpace)}
	v.spaced = v.start > i
	v.letter = firstLetter(s, v.start, len(s))
	v.r, _ = runeAt(s, v.letter)
	return v
}

// firstLetter returns the place of the first rune of s[i:end] that is not white
// space, an opening mark, a dash or a currency sign, or end.
func firstLetter(s string, i, end int) int {
	for i < end {
		r, w := runeAt(s, i)
		if !isOpeningMark(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Sc, r) {
			return i
		}
		i += w
	}
	return end
}

func isOpeningMark(r rune) bool {
	switch r {
	case '"', '\'', '“', '‘', '«', '„', '”', '’', '»', '(', '[', '{', '-', '–', '—', '*', '•', '¿', '¡', '「', '『':
		return true
	}
	return isInvisible(r)
}
