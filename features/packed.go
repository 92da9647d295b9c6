package features

import "encoding/binary"

// Packed is 32-bit numbers as they stand in a model file, little-endian: a model
// answers from the bytes of its file, and nothing is decoded when it is opened.
type Packed []byte

// packedSize is the size of a packed number, in bytes.
const packedSize = 4

// Pack packs numbers.
func Pack(numbers []uint32) Packed {
	p := make(Packed, 0, packedSize*len(numbers))
	for _, n := range numbers {
		p = binary.LittleEndian.AppendUint32(p, n)
	}
	return p
}

// Len returns how many numbers there are.
func (p Packed) Len() int { return len(p) / packedSize }

// At returns number i.
func (p Packed) At(i int) uint32 { return binary.LittleEndian.Uint32(p[packedSize*i:]) }

// has reports whether there are exactly n numbers.
func (p Packed) has(n int) bool { return len(p)%packedSize == 0 && p.Len() == n }
