package features

import (
	"cmp"
	"math/bits"
	"runtime"
	"slices"
)

// Vocabulary returns the features that stand in at least minTexts distinct texts
// among the given rows. A sentence that stands there twice counts once.
func (b *Bags) Vocabulary(rows []int, minTexts int) *Vocabulary {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(i, j int) int { return cmp.Compare(b.Texts[i], b.Texts[j]) })
	shards := runtime.GOMAXPROCS(0)
	found := make([][]counted, shards)
	inParallel(shards, func(next func() (int, bool)) {
		for s, ok := next(); ok; s, ok = next() {
			found[s] = b.countShard(rows, uint64(s), uint64(shards), minTexts)
		}
	})
	var all []counted
	for _, f := range found {
		all = append(all, f...)
	}
	return sortedVocabulary(all, b.distinct(rows))
}

// distinct returns the number of texts among rows that are sorted by text.
func (b *Bags) distinct(rows []int) int {
	n := 0
	for i, r := range rows {
		if i == 0 || b.Texts[r] != b.Texts[rows[i-1]] {
			n++
		}
	}
	return n
}

// countShard counts the texts of the features whose key falls in the shard.
func (b *Bags) countShard(rows []int, shard, shards uint64, minTexts int) []counted {
	t := newCountTable(b.total() / int(shards))
	for _, r := range rows {
		id := uint32(b.Texts[r]) + 1
		hashes, _ := b.row(r)
		for _, h := range hashes {
			if k := key(h); (k*shards)>>keyBits == shard {
				t.add(k, id)
			}
		}
	}
	return t.atLeast(uint32(max(minTexts, 1)))
}

// A countTable counts distinct texts by key: open addressing, linear probing.
type countTable struct {
	slots []countSlot // text 0 marks a free slot
	used  int
	shift uint
}

type countSlot struct {
	key         uint64
	count, last uint32 // last text that had the key
}

// newCountTable returns a table for n keys, many of them equal.
func newCountTable(n int) *countTable {
	const repeats = 8 // of a key, at the least that is usual
	sizeBits := max(bits.Len(uint(n/repeats)), 10)
	t := &countTable{slots: make([]countSlot, 1<<sizeBits), shift: uint(64 - sizeBits)}
	clear(t.slots) // memory that is first read, then written, is mapped twice
	return t
}

// add counts key for a text, whose rows follow each other.
func (t *countTable) add(key uint64, text uint32) {
	s := t.slot(key)
	switch {
	case s.last == 0:
		*s = countSlot{key, 1, text}
		if t.used++; 2*t.used > len(t.slots) {
			t.grow()
		}
	case s.last != text:
		s.count++
		s.last = text
	}
}

func (t *countTable) slot(key uint64) *countSlot {
	mask := uint64(len(t.slots) - 1)
	for i := key * 0x9e3779b97f4a7c15 >> t.shift; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.last == 0 || s.key == key {
			return s
		}
	}
}

func (t *countTable) grow() {
	old := t.slots
	t.slots = make([]countSlot, 2*len(old))
	clear(t.slots)
	t.shift--
	for _, s := range old {
		if s.last != 0 {
			*t.slot(s.key) = s
		}
	}
}

// atLeast returns the keys that at least n texts have, n > 0, in no order.
func (t *countTable) atLeast(n uint32) []counted {
	var found []counted
	for _, s := range t.slots {
		if s.count >= n {
			found = append(found, counted{s.key, s.count})
		}
	}
	return found
}
