package text

import (
	"encoding/binary"
	"math/bits"
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
