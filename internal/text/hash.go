package text

import "unicode/utf8"

// The hash takes the folded bytes eight at a time, the last chunk padded with
// zeros. Each step can be undone, so two folded words of at most eight bytes
// never share a hash. The multipliers are those of SplitMix64's mixer: Steele,
// Lea and Flood (2014), "Fast Splittable Pseudorandom Number Generators".
const (
	hashSeed = 0x9E3779B97F4A7C15
	hashStep = 0xBF58476D1CE4E5B9
	hashLast = 0x94D049BB133111EB
)

func mix(h, chunk uint64) uint64 {
	h = (h ^ chunk) * hashStep
	return h ^ h>>32
}

func finish(h uint64) uint64 {
	h *= hashLast
	return h ^ h>>31
}

// Hash returns the hash of a word as the tokenizer gives it to a token: that of
// the folded text, so that Hash("Don’t") equals Hash("don't"). White space
// counts as printed.
//
// But: of "can't", "won't" and "shan't" the tokenizer hashes the verb in full,
// so the token [ca] carries Hash("can").
func Hash(word string) uint64 {
	var h hasher
	h.sum = hashSeed
	h.write(word)
	return h.finish()
}

// A hasher hashes folded text piece by piece and counts its letters by case.
type hasher struct {
	sum, chunk   uint64
	shift        uint // bits of chunk in use
	cased, upper int  // letters that have a case; those in upper case
	first        bool // the first cased letter is in upper case
}

func (h *hasher) write(s string) {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			h.ascii(c)
			i++
			continue
		}
		r, w := utf8.DecodeRuneInString(s[i:])
		h.rune(r)
		i += w
	}
}

func (h *hasher) ascii(c byte) {
	if classes[c] == letter {
		h.count(c < 'a')
		c |= 0x20
	}
	h.byte(c)
}

func (h *hasher) rune(r rune) {
	if long := expansion(r); long != "" {
		for i := 0; i < len(long); i++ {
			h.byte(long[i])
		}
		return
	}
	f := foldRune(r)
	if f < 0 {
		return
	}
	if p := propertiesOf(r); p&hasCase != 0 {
		h.count(p&inUpper != 0)
	}
	var b [utf8.UTFMax]byte
	for _, c := range b[:utf8.EncodeRune(b[:], f)] {
		h.byte(c)
	}
}

func (h *hasher) byte(c byte) {
	h.chunk |= uint64(c) << h.shift
	if h.shift += 8; h.shift == 64 {
		h.sum, h.chunk, h.shift = mix(h.sum, h.chunk), 0, 0
	}
}

func (h *hasher) count(upper bool) {
	if upper {
		h.first = h.first || h.cased == 0
		h.upper++
	}
	h.cased++
}

func (h *hasher) finish() uint64 {
	if h.shift > 0 {
		return finish(mix(h.sum, h.chunk))
	}
	return finish(h.sum)
}

func (h *hasher) letterCase() Case { return letterCase(h.cased, h.upper, h.first) }

// letterCase returns the case of a token with that many cased letters, of them
// upper in upper case; first says whether the first one is.
func letterCase(cased, upper int, first bool) Case {
	switch {
	case cased == 0:
		return NoCase
	case upper == 0:
		return Lower
	case upper == 1 && first:
		return Title
	case upper == cased:
		return Upper
	}
	return Mixed
}

// newToken returns the token s[i:j], hashed rune by rune.
func newToken(s string, i, j int, kind Kind) Token {
	h := hasher{sum: hashSeed}
	h.write(s[i:j])
	return Token{i, j, h.finish(), kind, h.letterCase()}
}
