package text

import "unicode"

// maxSingle is the length in bytes of the longest quotation in single quotes;
// past it an opening mark is taken for an apostrophe.
const maxSingle = 1000

// single returns the quotation in single quotes that the mark of w bytes at
// q.i opens, if it clearly opens one.
//
//	‘We will win,’ he said.      the states' rights      the '90s, 'tis
//	^quotation    ^              apostrophe              apostrophes
func (q *quoteReader) single(w int) (quotation, bool) {
	if !opensSingle(q.s, q.i, w) {
		return quotation{}, false
	}
	at := *q
	at.i += w
	at.end = min(q.end, q.i+maxSingle)
	for at.i < at.end && q.s[at.end-1] >= 0x80 { // leave the limit at the border of a rune
		at.end--
	}
	possessive, width := -1, 0 // a mark after "s" may be either
	for at.i < at.end {
		r, n := at.mark()
		if isApostrophe(r) {
			if opensSingle(q.s, at.i, n) {
				break
			}
			switch closesSingle(q.s, at.i, n) {
			case surely:
				return quotation{q.i, at.i + n, Span{q.i + w, at.i}, true}, true
			case perhaps:
				if possessive < 0 {
					possessive, width = at.i, n
				}
			}
		}
		at.i += n
	}
	if possessive < 0 {
		return quotation{}, false
	}
	return quotation{q.i, possessive + width, Span{q.i + w, possessive}, true}, true
}

// opensSingle reports whether the mark of w bytes at i opens a quotation: free
// on the left, a word on the right that is not cut short by an apostrophe.
func opensSingle(s string, i, w int) bool {
	if r, _ := runeAt(s, i); r != '\'' && r != '‘' && r != 0x91 {
		return false
	}
	next, _ := runeAt(s, i+w)
	if !isFree(s, i) || !isLetter(next) {
		return false
	}
	switch wordAt(s, i+w) {
	case "tis", "Tis", "twas", "Twas", "em", "Em", "til", "Til", "cause", "bout", "n", "round",
		"s", "S", "ll", "re", "ve", "d", "m", "t":
		return false
	}
	return true
}

// An answer to a question that letters alone cannot settle.
type answer uint8

const (
	no answer = iota
	perhaps
	surely
)

// closesSingle says whether the apostrophe of w bytes at i closes a quotation.
func closesSingle(s string, i, w int) answer {
	before, _ := runeBefore(s, i)
	after, _ := runeAt(s, i+w)
	switch {
	case unicode.IsSpace(before) || isWordRune(after):
		return no
	case (before == 's' || before == 'S') && unicode.IsSpace(after):
		return perhaps
	}
	return surely
}
