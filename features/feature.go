package features

import "math/bits"

// A Feature is one thing seen in a statement.
type Feature struct {
	Hash        uint64
	Value       float32
	First, Last int32 // tokens of the view that show it; First < 0: the whole statement
	kind        kind
	n           uint8
	block       uint8
}

// Features of one block are scaled to unit length together.
const (
	blockTokens = iota
	blockCharacters
	Blocks
)

// Block returns the block that the feature is scaled with.
func (f Feature) Block() int { return int(f.block) }

// mix hashes two 64-bit words to one: the folded 128-bit product of wyhash
// (Wang Yi 2019).
func mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a^0xa0761d6478bd642f, b^0xe7037ed1a0b428db)
	return hi ^ lo
}

// emit adds the feature (k, n, a, b), shown by tokens first to last. A feature
// counts once a statement.
func (x *Extractor) emit(k kind, n int, a, b uint64, first, last int) {
	h := mix(mix(a, uint64(k)<<8|uint64(n)), b)
	if !x.seen.add(h) {
		return
	}
	block := uint8(blockTokens)
	if k == kindCharacters {
		block = blockCharacters
	}
	x.found = append(x.found, Feature{h, 1, int32(first), int32(last), k, uint8(n), block})
}

// one emits a feature of a single token.
func (x *Extractor) one(k kind, n int, hash uint64, i int) { x.emit(k, n, hash, 0, i, i) }

// flag emits a feature that is only a number, shown by token i, or by the whole
// statement for i < 0.
func (x *Extractor) flag(k kind, n, i int) { x.emit(k, n, 0, 0, i, i) }

// thermometer emits n = base+1, base+2 ... base+count, at most limit of them: a
// count of three is also at least one and at least two.
func (x *Extractor) thermometer(k kind, base, count, limit int) {
	for c := 1; c <= min(count, limit); c++ {
		x.flag(k, base+c, -1)
	}
}
