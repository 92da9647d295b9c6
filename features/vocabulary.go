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

	count Packed    // by column: distinct texts that have the feature
	idf   []float32 // inverse document frequency by count, as far as it goes

	// The column of a key is found in two steps: the top bits name a bucket,
	// within which the other bits are compared. Two reads, where a map takes more.
	//
	//	key  = bucket | rest
	//	rest[start[bucket]:start[bucket+1]]
	start Packed
	rest  Packed
	shift uint // bits of rest
}

// bucketSize is the mean number of columns in a bucket.
const bucketSize = 2

// mostCounts is how many counts have their inverse document frequency worked out
// ahead at most: few features stand in more texts.
const mostCounts = 1 << 16

// NewVocabulary returns the vocabulary of the given keys, ascending and distinct.
// count[i] is the number of distinct texts with the i-th key.
func NewVocabulary(keys iter.Seq[uint64], count []uint32, texts int) *Vocabulary {
	shift := keyBits - bucketBits(len(count))
	start := make([]uint32, buckets(len(count))+1)
	rest := make([]uint32, 0, len(count))
	for k := range keys {
		start[k>>shift+1]++
		rest = append(rest, uint32(k))
	}
	for b := 1; b < len(start); b++ {
		start[b] += start[b-1]
	}
	return newVocabulary(Tables{Start: Pack(start), Rest: Pack(rest), Count: Pack(count)}, texts)
}

func newVocabulary(t Tables, texts int) *Vocabulary {
	v := &Vocabulary{Texts: texts, count: t.Count, start: t.Start, rest: t.Rest, shift: keyBits - bucketBits(t.Count.Len())}
	v.idf = make([]float32, min(texts+1, mostCounts))
	for n := range v.idf {
		v.idf[n] = v.inverse(uint32(n))
	}
	return v
}

// bucketBits returns how many bits of a key name its bucket, for n columns.
func bucketBits(n int) uint { return uint(min(max(bits.Len(uint(n/bucketSize)), keyBits-32), 30)) }

func buckets(n int) int { return 1 << bucketBits(n) }

// Columns returns the number of columns.
func (v *Vocabulary) Columns() int { return v.rest.Len() }

// Keys returns the keys of the columns, ascending.
func (v *Vocabulary) Keys() iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		mask := uint64(1)<<v.shift - 1
		for b := range v.start.Len() - 1 {
			for i := v.start.At(b); i < v.start.At(b+1); i++ {
				if !yield(uint64(b)<<v.shift | uint64(v.rest.At(int(i)))&mask) {
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
	for i := v.start.At(int(b)); i < v.start.At(int(b)+1); i++ {
		if v.rest.At(int(i)) == rest {
			return int(i)
		}
	}
	return -1
}

// Count returns the number of distinct texts that have the feature of a column.
func (v *Vocabulary) Count(column int) uint32 { return v.count.At(column) }

// IDF returns the inverse document frequency of a column.
func (v *Vocabulary) IDF(column int) float32 {
	n := v.count.At(column)
	if int(n) < len(v.idf) {
		return v.idf[n]
	}
	return v.inverse(n)
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

// sortedVocabulary sorts what was counted.
func sortedVocabulary(found []counted, texts int) *Vocabulary {
	slices.SortFunc(found, func(a, b counted) int { return cmp.Compare(a.key, b.key) })
	keys, count := make([]uint64, len(found)), make([]uint32, len(found))
	for i, f := range found {
		keys[i], count[i] = f.key, f.texts
	}
	return NewVocabulary(slices.Values(keys), count, texts)
}
