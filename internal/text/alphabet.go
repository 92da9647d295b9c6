package text

import "unicode"

// alphabetEnd is past the runes of the Latin, Greek, Cyrillic, Armenian, Hebrew
// and Arabic alphabets, which are looked up in a table; the others are searched
// for in the tables of package unicode, which takes five times as long.
const alphabetEnd = 0x700

// A property says what a rune is, as a set of bits.
type property uint8

const (
	ofWord  property = 1 << iota // part of a word, see isWordRune
	hasCase                      // a letter with a case
	inUpper                      // in upper case
)

type alphabetEntry struct {
	fold  int16 // folded rune, -1 where it is left out
	props property
}

var alphabet = alphabetTable()

func alphabetTable() (t [alphabetEnd]alphabetEntry) {
	for r := range rune(alphabetEnd) {
		t[r] = alphabetEntry{int16(searchFold(r)), searchProperties(r)}
	}
	return t
}

// propertiesOf returns what r is.
func propertiesOf(r rune) property {
	if uint32(r) < alphabetEnd {
		return alphabet[r].props
	}
	if r >= 0x2010 && r <= 0x205E { // dashes, quotation marks, ellipsis
		return 0
	}
	return searchProperties(r)
}

func searchProperties(r rune) (p property) {
	if isIdeograph(r) || isInvisible(r) {
		return 0
	}
	if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) {
		p |= ofWord
	}
	switch {
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return p | hasCase | inUpper
	case unicode.IsLower(r):
		return p | hasCase
	}
	return p
}

// isWordRune reports whether r is part of a word wherever it stands in it:
// letters, combining marks and numbers of every script except ideographs, which
// are words by themselves.
func isWordRune(r rune) bool { return propertiesOf(r)&ofWord != 0 }

// isUpper reports whether r is a letter in upper or title case.
func isUpper(r rune) bool { return propertiesOf(r)&inUpper != 0 }
