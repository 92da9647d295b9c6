package text

import (
	"unicode"
	"unicode/utf8"
)

// A class says how a token that begins with a byte is read.
type class uint8

const (
	mark    class = iota // punctuation, symbols, control characters
	white                // white space
	letter               // ASCII letter
	digit                // ASCII digit
	special              // may begin a contraction, @name, #name or emoticon
	wide                 // first byte of a longer rune, or broken UTF-8
)

// classes gives the class of every first byte of a token.
var classes = classTable()

// joiners marks the bytes that may go on with a word of ASCII letters.
var joiners = joinerTable()

// markBytes marks the first bytes of quotation marks and apostrophes.
var markBytes = firstBytes("\"'\u0091“„‟‘’«»「」『』〝〞＂＇ʼ′´")

// stopBytes marks the first bytes of the marks that end sentences.
var stopBytes = firstBytes(".!?…‼⁇⁈⁉。！？．｡؟।॥۔።•")

func firstBytes(runes string) (t [256]bool) {
	for _, r := range runes {
		t[string(r)[0]] = true
	}
	return t
}

func classTable() (t [256]class) {
	for _, c := range " \t\n\v\f\r" {
		t[c] = white
	}
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = letter, letter
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = digit
	}
	for _, c := range "'@#:;=<>^-" {
		t[c] = special
	}
	for c := utf8.RuneSelf; c < len(t); c++ {
		t[c] = wide
	}
	return t
}

func joinerTable() (t [256]bool) {
	for _, c := range "0123456789'&.@:" {
		t[c] = true
	}
	for c := utf8.RuneSelf; c < len(t); c++ {
		t[c] = true
	}
	return t
}

// runeAt returns the rune that begins at byte i and its width; at the end of s
// it returns 0 and 0.
func runeAt(s string, i int) (rune, int) {
	if i >= len(s) {
		return 0, 0
	}
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// runeBefore returns the rune that ends at byte i and its width; at the start
// of s it returns 0 and 0.
func runeBefore(s string, i int) (rune, int) {
	if i <= 0 {
		return 0, 0
	}
	if c := s[i-1]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeLastRuneInString(s[:i])
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return classes[byte(r)] == letter
	}
	return unicode.IsLetter(r)
}

func isIdeograph(r rune) bool {
	return r >= 0x3400 && r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF
}

// isInvisible reports whether r has no width and no meaning of its own: soft
// hyphen, zero-width characters, direction marks, variation selectors.
func isInvisible(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0x180E, r == 0xFEFF:
		return true
	}
	return r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E ||
		r >= 0x2060 && r <= 0x206F || r >= 0xFE00 && r <= 0xFE0F
}
