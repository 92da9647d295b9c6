package features

import (
	"unicode"
	"unicode/utf8"
)

// Character n-grams run from shortest to longest, counted in characters.
const (
	shortestGram = 2
	longestGram  = 5
)

// characters emits the n-grams of "^word$" for every unmasked token, so that an
// n-gram never crosses a word's border (char_wb of scikit-learn).
//
//	"ally" -> ^a al ll ly y$ ^al all lly ly$ ^all ally lly$ ^ally ally$
func characters(x *Extractor) {
	for i := range x.view.tokens {
		if t := &x.view.tokens[i]; t.role == plain {
			x.grams(x.text[t.start:t.end], i)
		}
	}
}

// grams emits the n-grams of one word.
func (x *Extractor) grams(word string, i int) {
	c := append(x.letters[:0], '^')
	for j := 0; j < len(word); {
		r, size := rune(word[j]), 1
		switch {
		case r >= utf8.RuneSelf:
			r, size = utf8.DecodeRuneInString(word[j:])
			r = foldWide(r)
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		}
		c = append(c, r)
		j += size
	}
	c = append(c, '$')
	x.letters = c
	for a := range c {
		var h uint64
		for b := a; b < min(a+longestGram, len(c)); b++ {
			h = (h + uint64(c[b])) * 0x9e3779b97f4a7c15
			h ^= h >> 29
			if b-a+1 >= shortestGram {
				x.emit(kindCharacters, b-a+1, h, 0, i, i)
			}
		}
	}
}

// foldWide returns the letter that stands for r, which is not ASCII: lower case,
// the apostrophe straight.
func foldWide(r rune) rune {
	if r == '’' || r == '‘' {
		return '\''
	}
	return unicode.ToLower(r)
}
