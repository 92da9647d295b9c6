package datasets

import (
	"slices"

	"stance/internal/text"
)

// Shingles is the set of pairs of neighboring words of a text as hashes, ascending:
// its 2-shingling, after Broder (1997), "On the resemblance and containment of
// documents", section 2. Words are folded; marks and the possessiveHash 's are left
// out. The first and the last word also pair with the border, so that every word
// stands in two pairs:
//
//	"Moscow’s army left." -> |moscow moscow-army army-left left|
//
// But: only the first 512 words count, which bounds time and memory. A text
// without words has no shingles.
type Shingles []uint32

const (
	shingledWords = 512

	// border stands for the word before the first and after the last.
	border = 0x9E3779B97F4A7C15
)

// A shingler makes shingles and reuses its buffer.
type shingler struct{ tokens []text.Token }

// of returns the shingles of a text.
func (b *shingler) of(s string) Shingles {
	const letters = 16 * shingledWords // a longer prefix is not worth cutting into tokens
	if len(s) > letters {
		s = s[:letters]
	}
	b.tokens = text.AppendTokens(b.tokens[:0], s)
	var pairs Shingles
	last, words := uint64(border), 0
	for _, t := range b.tokens {
		if t.Kind == text.Punct || t.Hash == possessiveHash {
			continue
		}
		pairs = append(pairs, pair(last, t.Hash))
		last = t.Hash
		if words++; words == shingledWords {
			break
		}
	}
	if words > 0 {
		pairs = append(pairs, pair(last, border))
	}
	slices.Sort(pairs)
	return slices.Compact(pairs)
}

var possessiveHash = text.Hash("'s")

// pair hashes two words. The multiplier is that of SplitMix64.
func pair(a, b uint64) uint32 {
	h := (a ^ b>>1 ^ b<<63) * 0xBF58476D1CE4E5B9
	h ^= h >> 31
	h *= 0x94D049BB133111EB
	return uint32(h >> 32)
}

// ShinglesOf returns the shingles of a text.
func ShinglesOf(s string) Shingles { return new(shingler).of(s) }

// An Overlap is how much two texts have in common: the shingles of both, and of each.
type Overlap struct{ Shared, A, B int }

// Overlap counts what two sets have in common.
func (s Shingles) Overlap(t Shingles) Overlap { return Overlap{shared(s, t), len(s), len(t)} }

// shared counts the numbers that two ascending slices have in common.
func shared[T uint16 | uint32 | uint64](a, b []T) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// Resemblance returns |A and B| / |A or B|, the Jaccard coefficient; 0/0 is 0.
// Broder (1997), section 2.
func (o Overlap) Resemblance() float64 { return share(o.Shared, o.A+o.B-o.Shared) }

// Containment returns |A and B| / min(|A|, |B|): how much of the shorter text stands
// in the longer one; 0/0 is 0. Broder (1997), section 2, of the shorter in the longer.
func (o Overlap) Containment() float64 { return share(o.Shared, min(o.A, o.B)) }

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// When two texts are near duplicates. The numbers were chosen by reading pairs of
// the public corpora: news sentences that share less are other sentences on the same
// event, and headlines that share less are other headlines after the same pattern
// ("Zinc futures up on spot demand", "Maize futures up on spot demand").
const (
	nearResemblance = 0.75
	nearContainment = 0.8
	nearShared      = 11 // pairs; fewer in common are a phrase, or a pattern of headlines
)

// Near reports whether two texts are near duplicates: they resemble each other by
// 0.75 or more, which is one word in 13 replaced; or 0.8 of the shorter one and at
// least 11 pairs of words stand in the other, which is a sentence cut short, or one
// quoted in a longer one.
func (o Overlap) Near() bool {
	return o.Resemblance() >= nearResemblance || o.Shared >= nearShared && o.Containment() >= nearContainment
}
