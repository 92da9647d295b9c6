package features

import (
	"math"
	"math/bits"
	"slices"
	"sort"
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

	keys  []uint64 // ascending
	count []uint32 // distinct texts that have the feature, beside keys

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

// NewVocabulary returns the vocabulary of the given keys, ascending and distinct,
// which it keeps. count[i] is the number of distinct texts with keys[i].
func NewVocabulary(keys []uint64, count []uint32, texts int) *Vocabulary {
	v := &Vocabulary{Texts: texts, keys: keys, count: count}
	bucketBits := min(max(bits.Len(uint(len(keys)/bucketSize)), keyBits-32), 30)
	v.shift = uint(keyBits - bucketBits)
	v.start = make([]uint32, 1<<bucketBits+1)
	v.rest = make([]uint32, len(keys))
	for i, k := range keys {
		v.start[k>>v.shift+1]++
		v.rest[i] = uint32(k)
	}
	for b := 1; b < len(v.start); b++ {
		v.start[b] += v.start[b-1]
	}
	return v
}

// Columns returns the number of columns.
func (v *Vocabulary) Columns() int { return len(v.keys) }

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

// Key returns the key of a column, Count the number of distinct texts that have it.
func (v *Vocabulary) Key(column int) uint64   { return v.keys[column] }
func (v *Vocabulary) Count(column int) uint32 { return v.count[column] }

// IDF returns the inverse document frequency of a column, ln((1+n)/(1+df)) + 1,
// as scikit-learn's TfidfTransformer smooths it.
func (v *Vocabulary) IDF(column int) float32 {
	return float32(math.Log(float64(1+v.Texts)/float64(1+v.count[column])) + 1)
}

// IDFs returns the inverse document frequency of every column.
func (v *Vocabulary) IDFs() []float32 {
	var known [1 << 12]float32 // most counts are small: a logarithm each is saved
	idfs := make([]float32, len(v.count))
	for c, n := range v.count {
		if int(n) >= len(known) {
			idfs[c] = v.IDF(c)
			continue
		}
		if known[n] == 0 {
			known[n] = v.IDF(c)
		}
		idfs[c] = known[n]
	}
	return idfs
}

// Keep returns the vocabulary of the columns for which keep is true, and where
// each of them was.
func (v *Vocabulary) Keep(keep func(column int) bool) (*Vocabulary, []int) {
	var columns []int
	for c := range v.keys {
		if keep(c) {
			columns = append(columns, c)
		}
	}
	keys, count := make([]uint64, len(columns)), make([]uint32, len(columns))
	for i, c := range columns {
		keys[i], count[i] = v.keys[c], v.count[c]
	}
	return NewVocabulary(keys, count, v.Texts), columns
}

// counted is a feature's key and the number of texts that have it.
type counted struct {
	key   uint64
	texts uint32
}

// newVocabulary sorts what was counted.
func newVocabulary(found []counted, texts int) *Vocabulary {
	if !sort.SliceIsSorted(found, func(i, j int) bool { return found[i].key < found[j].key }) {
		slices.SortFunc(found, func(a, b counted) int {
			if a.key < b.key {
				return -1
			}
			return 1
		})
	}
	keys, count := make([]uint64, len(found)), make([]uint32, len(found))
	for i, f := range found {
		keys[i], count[i] = f.key, f.texts
	}
	return NewVocabulary(keys, count, texts)
}
