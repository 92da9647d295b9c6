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

// stopBefore returns the stop that stands at the end of the span.
func stopBefore(s string, p Span) (t stop, ok bool) {
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

// closersEnd returns the end of the closing brackets, footnote numbers in
// brackets and emoji from i on.
func closersEnd(s string, i, end int) int {
	for i < end {
		r, w := runeAt(s, i)
		switch {
		case r == ')' || r == ']' || r == '}' || r == '）' || r == '】':
			i += w
		case r == '[' && footnoteEnd(s, i) > 0:
			i = footnoteEnd(s, i)
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

// endsAt reports whether a sentence ends at the stop, given what follows.
func (c *cutter) endsAt(t *stop, next view) bool {
	switch {
	case next.r == 0:
		return false // the paragraph ends
	case t.wide:
		return true
	case !next.spaced:
		return c.endsWithoutSpace(t, next)
	case unicode.IsLower(next.r), isStop(next.r):
		return false
	case t.strong:
		return true
	case t.dots > 1:
		return c.ellipsisEnds(t, next)
	}
	return c.fullStopEnds(t, next)
}

func isStop(r rune) bool {
	var t stop
	return t.add(r)
}

// ellipsisEnds reports whether a sentence ends at "...". One with white space
// before it leaves words out: "the ... United States".
func (c *cutter) ellipsisEnds(t *stop, next view) bool {
	before, _ := runeBefore(c.s, t.Start)
	return !unicode.IsSpace(before) || t.dots > 3 || isStarter(wordAt(c.s, next.letter))
}

// endsWithoutSpace reports whether a sentence ends where a space was forgotten:
// "It was over.Then Seoul", but not "U.S.-led", "3.5", "www.Example.com".
func (c *cutter) endsWithoutSpace(t *stop, next view) bool {
	if t.after == t.End && t.dots == 1 && classAt(c.s, t.End) == digit {
		return false
	}
	before, _ := runeBefore(c.s, t.Start)
	word := wordAt(c.s, next.letter)
	if !unicode.IsLower(before) && t.after == t.End || !unicode.IsUpper(next.r) {
		return false
	}
	if len(word) < 2 && word != "I" && word != "A" || len(word) > 1 && word[1] < 'a' {
		return false
	}
	if r, _ := runeAt(c.s, next.letter+len(word)); r == '.' && isWordAt(c.s, next.letter+len(word)+1) {
		return false
	}
	return abbreviationOf(wordBefore(c.s, c.start, t.Start)) == notShort
}

func classAt(s string, i int) class {
	if i >= len(s) {
		return white
	}
	return classes[s[i]]
}

// fullStopEnds reports whether the single full stop at t, followed by white
// space and something not in lower case, ends a sentence.
func (c *cutter) fullStopEnds(t *stop, next view) bool {
	before, w := runeBefore(c.s, t.Start)
	switch {
	case unicode.IsDigit(before):
		return !c.isNumbering(t.Start)
	case unicode.IsSpace(before):
		return !c.isSpacedEllipsis(t.Start) || isStarter(wordAt(c.s, next.letter))
	case !unicode.IsLetter(before):
		return true
	}
	if r, _ := runeBefore(c.s, t.Start-w); !unicode.IsLetter(r) {
		return c.letterEnds(t, next, before)
	}
	word := wordBefore(c.s, c.start, t.Start)
	return abbreviationOf(word).ends(c.s, next)
}

// isNumbering reports whether the number that ends at i begins its sentence,
// as in "1. The".
func (c *cutter) isNumbering(i int) bool {
	j := i
	for j > c.start && i-j < 4 && classes[c.s[j-1]] == digit {
		j--
	}
	return firstLetter(c.s, c.start, i) == j
}

// isSpacedEllipsis reports whether another full stop stands before the white
// space before i, as in ". . .".
func (c *cutter) isSpacedEllipsis(i int) bool {
	for j := i - 1; j > c.start && i-j < 4; j-- {
		if classes[c.s[j]] != white {
			return c.s[j] == '.'
		}
	}
	return false
}

// letterEnds reports whether a sentence ends at the full stop after a single
// letter: of an acronym, an initial, a time, or a word of its own.
func (c *cutter) letterEnds(t *stop, next view, l rune) bool {
	word := wordBefore(c.s, c.start, t.Start)
	starts := isStarter(wordAt(c.s, next.letter))
	switch word {
	case "I":
		return true
	case "a.m", "p.m", "A.M", "P.M":
		return !unicode.IsDigit(next.r) && !isTimeWord(c.s, next.letter)
	case "e.g", "i.e", "v":
		return false
	case "D.C":
		return starts || c.followsComma(t.Start-len(word)) && unicode.IsUpper(next.r)
	}
	return starts
}

// followsComma reports whether ", " stands before i: after "Washington, D.C."
// no noun follows that it could belong to.
func (c *cutter) followsComma(i int) bool {
	return i >= 2 && c.s[i-2:i] == ", "
}

// isTimeWord reports whether the word at i goes on with a time of day: "5 p.m.
// Eastern", "5 p.m. Moscow time", "9 a.m. Monday".
func isTimeWord(s string, i int) bool {
	word := wordAt(s, i)
	switch word {
	case "Eastern", "Central", "Mountain", "Pacific", "ET", "EST", "EDT", "CT", "CST", "CDT", "PT", "PST", "PDT",
		"GMT", "UTC", "BST", "CET", "CEST", "MSK", "KST", "JST",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		"January", "February", "March", "April", "May", "June", "July", "August", "September",
		"October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return wordAt(s, i+len(word)+1) == "time"
}

// wordBefore returns the ASCII letters and the full stops between them that end
// at i, or "" where they go on with another letter.
func wordBefore(s string, start, i int) string {
	j := i
	for j > start && i-j < 12 && (classes[s[j-1]] == letter || s[j-1] == '.') {
		j--
	}
	if r, _ := runeBefore(s, j); j > start && unicode.IsLetter(r) {
		return ""
	}
	return s[j:i]
}
