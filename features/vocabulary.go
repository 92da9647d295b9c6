package features

import (
	"cmp"
	"iter"
	"math"
	"math/bits"
	"slices"
)

// keyBits is how much of a feature's hash the vocabulary keeps. With 2^19
// columns an unknown feature is taken for a known one once in two million.
const keyBits = 40

// KeyLimit is more than any key.
const KeyLimit = 1 << keyBits

// key returns the part of a hash that names a column.
func key(hash uint64) uint64 { return hash >> (64 - keyBits) }

// A Vocabulary gives known features a column, in ascending order of their keys.
// It is not changed once built, and safe for many goroutines.
type Vocabulary struct {
	Texts int // distinct texts it was counted on

	count []uint32  // by column: distinct texts that have the feature
	idf   []float32 // inverse document frequency by count, as far as it goes

	// The column of a key is found in two steps: the top bits name a bucket,
	// within which the other bits are compared. Two reads, where a map takes more.
	//
	//	key  = bucket | rest
	//	rest[start[bucket]:start[bucket+1]]
	start []uint32
	rest  []uint32
	shift uint // bits of rest
}

// bucketSize is the mean number of columns in a bucket.
const bucketSize = 2

// commonCounts is how many counts have their inverse document frequency worked out
// ahead: nearly all features stand in fewer texts.
const commonCounts = 1 << 12

// NewVocabulary returns the vocabulary of the given keys, ascending and distinct.
// count[i], which it keeps, is the number of distinct texts with the i-th key.
func NewVocabulary(keys iter.Seq[uint64], count []uint32, texts int) *Vocabulary {
	v := &Vocabulary{Texts: texts, count: count}
	bucketBits := min(max(bits.Len(uint(len(count)/bucketSize)), keyBits-32), 30)
	v.shift = uint(keyBits - bucketBits)
	v.start = make([]uint32, 1<<bucketBits+1)
	v.rest = make([]uint32, 0, len(count))
	for k := range keys {
		v.start[k>>v.shift+1]++
		v.rest = append(v.rest, uint32(k))
	}
	for b := 1; b < len(v.start); b++ {
		v.start[b] += v.start[b-1]
	}
	v.idf = make([]float32, commonCounts)
	for n := range v.idf {
		v.idf[n] = v.inverse(uint32(n))
	}
	return v
}

// Columns returns the number of columns.
func (v *Vocabulary) Columns() int { return len(v.rest) }

// Keys returns the keys of the columns, ascending.
func (v *Vocabulary) Keys() iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		mask := uint64(1)<<v.shift - 1
		for b := range len(v.start) - 1 {
			for _, rest := range v.rest[v.start[b]:v.start[b+1]] {
				if !yield(uint64(b)<<v.shift | uint64(rest)&mask) {
					return
				}
			}
		}
	}
}

// Column returns the column of a feature's hash, or -1.
func (v *Vocabulary) Column(hash uint64) int {
	k := key(hash)
	b, rest := k>>v.shift, uint32(k)
	for i := v.start[b]; i < v.start[b+1]; i++ {
		if v.rest[i] == rest {
			return int(i)
		}
	}
	return -1
}

// Count returns the number of distinct texts that have the feature of a column.
func (v *Vocabulary) Count(column int) uint32 { return v.count[column] }

// IDF returns the inverse document frequency of a column.
func (v *Vocabulary) IDF(column int) float32 {
	if n := v.count[column]; int(n) < len(v.idf) {
		return v.idf[n]
	}
	return v.inverse(v.count[column])
}

// inverse returns the inverse document frequency of a feature that n texts have,
// ln((1+Texts)/(1+n)) + 1, as scikit-learn's TfidfTransformer smooths it.
func (v *Vocabulary) inverse(n uint32) float32 {
	return float32(math.Log(float64(1+v.Texts)/float64(1+n)) + 1)
}

// counted is a feature's key and the number of texts that have it.
type counted struct {
	key   uint64
	texts uint32
}

// newVocabulary sorts what was counted.
func newVocabulary(found []counted, texts int) *Vocabulary {
	slices.SortFunc(found, func(a, b counted) int { return cmp.Compare(a.key, b.key) })
	keys, count := make([]uint64, len(found)), make([]uint32, len(found))
	for i, f := range found {
		keys[i], count[i] = f.key, f.texts
	}
	return NewVocabulary(slices.Values(keys), count, texts)
}
