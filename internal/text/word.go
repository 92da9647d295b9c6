package text

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// Eight bytes of a string are looked at together, one byte of a uint64 each;
// the top bit of a byte carries the answer for it.
const (
	ones = 0x0101010101010101
	tops = ones << 7
)

// load returns the eight bytes of s from i, the first one lowest, zeros after
// the end of s.
func load(s string, i int) uint64 {
	if len(s)-i >= 8 {
		return binary.LittleEndian.Uint64([]byte(s[i : i+8]))
	}
	return loadTail(s[i:])
}

func loadTail(s string) (x uint64) {
	for k := len(s) - 1; k >= 0; k-- {
		x = x<<8 | uint64(s[k])
	}
	return x
}

// letterBits returns the top bit of every byte of x that is an ASCII letter.
func letterBits(x uint64) uint64 {
	y := (x | ones*0x20) &^ tops
	return (y + ones*(0x80-'a')) &^ (y + ones*(0x80-'z'-1)) &^ x & tops
}

// asciiWord returns the end, hash and case of the ASCII letters from i on.
//
// Note: a loop byte by byte over the same table is clearer but half as fast.
func asciiWord(s string, i int) (end int, hash uint64, printed Case) {
	h, upper, j := uint64(hashSeed), 0, i
	for {
		x := load(s, j)
		letters := letterBits(x)
		n := bits.TrailingZeros64(^letters&tops) / 8 // letters before the first other byte
		if n == 0 {
			break
		}
		keep := uint64(1)<<(8*n) - 1
		capitals := letters &^ (x << 2) & keep // bit 0x20 is what makes a letter small
		h = mix(h, (x|capitals>>2)&keep)
		upper += bits.OnesCount64(capitals)
		if j += n; n < 8 {
			break
		}
	}
	return j, finish(h), letterCase(j-i, upper, s[i] < 'a')
}

// longerWord returns the whole token that begins with the ASCII word t, where
// the byte after t may belong to it: "U" of "U.S.", "don" of "don't", "caf" of
// "café".
func longerWord(s string, t Token) Token {
	switch s[t.End] {
	case '.':
		if t.End-t.Start > 1 && !isLetterAt(s, t.End+1) {
			return t
		}
	case ':', '@':
		return address(s, t)
	}
	end := wordEnd(s, t.Start, t.End)
	if end != t.End {
		t = newToken(s, t.Start, end, Word)
		t.Hash = fullVerb(s, t)
	}
	if end < len(s) && s[end] == '.' {
		return dotted(s, t)
	}
	return t
}

func isLetterAt(s string, i int) bool {
	r, _ := runeAt(s, i)
	return isLetter(r)
}

// wordEnd returns where the word s[start:i], which may go on, ends.
func wordEnd(s string, start, i int) int {
	for i < len(s) {
		r, w := runeAt(s, i)
		switch {
		case isApostrophe(r):
			if end, done := apostrophe(s, start, i, w); done {
				return end
			}
		case isWordRune(r):
		case r == '&' && isCapitalBefore(s, i) && isCapitalAt(s, i+1):
		case isInvisible(r):
			if next, _ := runeAt(s, i+w); !isWordRune(next) {
				return i
			}
		default:
			return i
		}
		i += w
	}
	return i
}

// apostrophe returns where the word s[start:i] ends, given the apostrophe of w
// bytes at i; done is false where the word goes on: "O'Brien", "Sana’a".
func apostrophe(s string, start, i, w int) (end int, done bool) {
	if next, _ := runeAt(s, i+w); !isLetter(next) {
		return i, true
	}
	if endsContraction(s, i+w, "t") && i > start && s[i-1]|0x20 == 'n' {
		if i-1 == start {
			return i + w + 1, true // the token [n't] itself
		}
		return i - 1, true
	}
	return i, contraction(s, i+w) > 0
}

// contraction returns the number of letters of the short verb or possessive at
// i, just after an apostrophe, or 0 if there is none.
func contraction(s string, i int) int {
	for _, short := range [...]string{"s", "ll", "re", "ve", "d", "m"} {
		if endsContraction(s, i, short) {
			return len(short)
		}
	}
	return 0
}

// endsContraction reports whether the word at i is short, which is ASCII.
func endsContraction(s string, i int, short string) bool {
	if len(s)-i < len(short) {
		return false
	}
	for k := 0; k < len(short); k++ {
		if s[i+k]|0x20 != short[k] {
			return false
		}
	}
	r, _ := runeAt(s, i+len(short))
	return !isWordRune(r)
}

// fullVerb returns the hash of t, the verb in full where "n't" has cut it:
// "ca" hashes as "can", "wo" as "will", "sha" as "shall".
func fullVerb(s string, t Token) uint64 {
	if t.End == len(s) || s[t.End]|0x20 != 'n' {
		return t.Hash
	}
	for _, v := range [...][2]string{{"ca", "can"}, {"wo", "will"}, {"sha", "shall"}} {
		if t.Hash == Hash(v[0]) {
			return Hash(v[1])
		}
	}
	return t.Hash
}

func isCapitalAt(s string, i int) bool {
	r, _ := runeAt(s, i)
	return isUpper(r)
}

func isCapitalBefore(s string, i int) bool {
	r, _ := runeBefore(s, i)
	return isUpper(r)
}

// dotted returns the token that begins with the word t and the full stop after
// it: an acronym, an initial, a bare domain, or t alone.
func dotted(s string, t Token) Token {
	if utf8.RuneCountInString(s[t.Start:min(t.End, t.Start+utf8.UTFMax+1)]) > 1 {
		return domain(s, t)
	}
	end, letters := acronymEnd(s, t.End)
	switch {
	case letters > 1:
		return newToken(s, t.Start, end, Word)
	case isInitial(s, t):
		return newToken(s, t.Start, t.End+1, Word)
	}
	return domain(s, t)
}

// acronymEnd returns the end of the letters with full stops between them whose
// first stop stands at i, and their number: "U.S.", "D.P.R.K.", "a.m", "J.D."
// of "J.D.Vance".
func acronymEnd(s string, i int) (end, letters int) {
	for letters = 1; ; letters++ {
		r, w := runeAt(s, i+1)
		if !isLetter(r) {
			return i + 1, letters
		}
		next, _ := runeAt(s, i+1+w)
		switch {
		case next == '.':
			i += 1 + w
		case isWordRune(next) || isApostrophe(next):
			return i + 1, letters
		default:
			return i + 1 + w, letters + 1
		}
	}
}

// isInitial reports whether the single letter t with the full stop after it
// stands for a name: "N. Korea", "J. D. Vance", "N.Korea", but not "Plan B. The".
func isInitial(s string, t Token) bool {
	if isLetterAt(s, t.End+1) {
		return true
	}
	if s[t.Start] == 'I' || t.End+1 >= len(s) || s[t.End+1] != ' ' || !isCapitalAt(s, t.End+2) {
		return false
	}
	return !startsAt(s, t.End+2)
}
