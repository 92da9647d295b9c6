package text

import "unicode"

// A side says what a quotation mark does.
type side uint8

const (
	neither side = iota
	opens
	closes
)

// sideOf returns what the rune r of w bytes at i does inside depth quotations,
// the outermost opened by opener.
func sideOf(s string, i int, r rune, w int, opener rune, depth int) side {
	switch r {
	case '„', '「', '『', '〝', '‟', 0x93:
		return opens
	case '”', '」', '』', '〞', 0x94:
		return closes
	case '“':
		if opener == '„' {
			return closes
		}
		return opens
	case '«':
		if opener == '»' {
			return closes
		}
		return opens
	case '»':
		if depth == 0 && isFree(s, i) && isWordAt(s, i+w) {
			return opens
		}
		return closes
	case '"', '＂':
		return straightSide(s, i, w, depth)
	}
	return neither
}

// straightSide returns what the straight mark of w bytes at i does, judged by
// the runes around it and, where they leave it open, by depth.
func straightSide(s string, i, w, depth int) side {
	before, _ := runeBefore(s, i)
	after, _ := runeAt(s, i+w)
	left, right := isSpaceOrEnd(before), isSpaceOrEnd(after)
	other := opens
	if depth > 0 {
		other = closes
	}
	switch {
	case left && (right || isClosingMark(after)):
		return other
	case left || before == '(' || before == '[' || before == '{':
		return opens
	case right:
		return closes
	case isWordRune(before) && isWordRune(after):
		return neither // an inch mark, or damage
	case isWordRune(before):
		return closes
	}
	return other
}

func isSpaceOrEnd(r rune) bool { return r == 0 || unicode.IsSpace(r) }

func isClosingMark(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', ')', ']', '…':
		return true
	}
	return false
}

// isFree reports whether a mark at i may open something: nothing but space,
// a bracket, a dash or another mark stands before it.
func isFree(s string, i int) bool {
	r, _ := runeBefore(s, i)
	if isSpaceOrEnd(r) {
		return true
	}
	switch r {
	case '(', '[', '{', '-', '–', '—', '"', '“', '„', '«', ':':
		return true
	}
	return false
}

func isWordAt(s string, i int) bool {
	r, _ := runeAt(s, i)
	return isWordRune(r) || isIdeograph(r)
}
