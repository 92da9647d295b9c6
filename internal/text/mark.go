package text

import (
	"unicode"
	"unicode/utf8"
)

// number returns the token that begins with the ASCII digit at i: digits with
// separators inside, then letters or a percent sign: "3,000.5", "20%", "1980s".
func number(s string, i int) Token {
	j := i + 1
	for j < len(s) {
		c := s[j]
		switch {
		case classes[c] == digit:
			j++
			continue
		case (c == ',' || c == '.' || c == ':' || c == '/') && j+1 < len(s) && classes[s[j+1]] == digit:
			j += 2
			continue
		case c == '%':
			j++
		case classes[c] == letter || c >= utf8.RuneSelf:
			j = runEnd(s, j, isWordRune)
		}
		break
	}
	return newToken(s, i, j, Number)
}

// runEnd returns the end of the runes from i on that satisfy is.
func runEnd(s string, i int, is func(rune) bool) int {
	for i < len(s) {
		r, w := runeAt(s, i)
		if !is(r) {
			break
		}
		i += w
	}
	return i
}

// asciiMark returns the token of the mark at i, with its repetitions except
// for brackets and double quotes, and the combining marks on it.
func asciiMark(s string, i int) Token {
	c, j := s[i], i+1
	if j == len(s) || s[j] != c && s[j] < utf8.RuneSelf {
		return Token{i, j, finish(mix(hashSeed, uint64(c))), Punct, NoCase}
	}
	if repeats(c) {
		for j < len(s) && s[j] == c {
			j++
		}
	}
	return newToken(s, i, runEnd(s, j, unicode.IsMark), Punct)
}

func repeats(c byte) bool {
	switch c {
	case '"', '(', ')', '[', ']', '{', '}':
		return false
	}
	return true
}

// specialMark returns the token that begins with the special byte at i.
func specialMark(s string, i int) Token {
	switch s[i] {
	case '\'':
		return apostropheToken(s, i, 1)
	case '@', '#':
		if t, ok := nameToken(s, i); ok {
			return t
		}
	default:
		if end := emoticonEnd(s, i); end > 0 {
			return newToken(s, i, end, Emoji)
		}
	}
	return asciiMark(s, i)
}

// apostropheToken returns the token that begins with the apostrophe of w bytes
// at i: a contraction such as "'s", or the mark alone.
func apostropheToken(s string, i, w int) Token {
	if n := contraction(s, i+w); n > 0 {
		return newToken(s, i, i+w+n, Word)
	}
	if w == 1 {
		return asciiMark(s, i)
	}
	return newToken(s, i, i+w, Punct)
}

// nameToken returns the "@name" or "#name" at i; a tag needs a letter, so that
// "#1" is none.
func nameToken(s string, i int) (Token, bool) {
	j := runEnd(s, i+1, func(r rune) bool { return r == '_' || isWordRune(r) || isIdeograph(r) })
	if j == i+1 {
		return Token{}, false
	}
	if s[i] == '@' {
		return newToken(s, i, j, User), true
	}
	if runEnd(s, i+1, func(r rune) bool { return !isLetter(r) }) >= j {
		return Token{}, false
	}
	return newToken(s, i, j, Tag), true
}

// wideToken returns the token that begins with the rune at i, which is not
// ASCII; white space and invisible runes are a gap.
func wideToken(s string, i int) Token {
	r, w := utf8.DecodeRuneInString(s[i:])
	switch {
	case isApostrophe(r):
		return apostropheToken(s, i, w)
	case isInvisible(r) || unicode.IsSpace(r):
		return Token{i, i + w, 0, gap, NoCase}
	case isIdeograph(r):
		return newToken(s, i, runEnd(s, i+w, unicode.IsMark), Word)
	case isWordRune(r):
		return wideWord(s, i, r, w)
	case isEmoji(r) || isEmojiAt(s, i+w):
		return newToken(s, i, emojiEnd(s, i), Emoji)
	}
	j := i + w
	for next, n := runeAt(s, j); next == r && n == w; next, n = runeAt(s, j) {
		j += n
	}
	return newToken(s, i, runEnd(s, j, unicode.IsMark), Punct)
}

func wideWord(s string, i int, r rune, w int) Token {
	if unicode.IsNumber(r) {
		return newToken(s, i, runEnd(s, i+w, isWordRune), Number)
	}
	t := newToken(s, i, wordEnd(s, i, i+w), Word)
	if t.End < len(s) && s[t.End] == '.' {
		return dotted(s, t)
	}
	return t
}
