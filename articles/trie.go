package articles

import (
	"math/bits"

	"stance/internal/text"
)

// A trie holds sequences of token hashes. Its edges stand in one open-addressing
// table, at most half full; node 0 is the root.
//
//	root -north-> 1 -korea-> 2*      "North Korea" ends at node 2
//	     -kim---> 3* -jong-> 4 -un-> 5*
type trie struct {
	edges []edge          // their number is a power of two; next 0 = free
	shift uint            // 64 - log2(len(edges))
	ends  []int32         // of every node: the first alias that ends there, -1 for none
	first [1 << 10]uint64 // bit set over the low 16 bits of the hashes that leave the root
}

type edge struct {
	hash       uint64
	from, next int32
}

// newTrie returns an empty trie with room for n edges; it grows beyond.
func newTrie(n int) *trie {
	t := &trie{ends: append(make([]int32, 0, n+1), -1)}
	t.resize(1 << bits.Len(uint(2*n+1)))
	return t
}

// resize moves the edges to a table of the given size, a power of two.
func (t *trie) resize(size int) {
	old := t.edges
	t.edges, t.shift = make([]edge, size), uint(64-bits.Len(uint(size-1)))
	for _, e := range old {
		if e.next != 0 {
			*t.slot(e.from, e.hash) = e
		}
	}
}

// slot returns the slot of the edge, or the free slot where it belongs.
func (t *trie) slot(from int32, hash uint64) *edge {
	i := (hash ^ uint64(from)*0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9 >> t.shift
	for {
		e := &t.edges[i]
		if e.next == 0 || e.hash == hash && e.from == from {
			return e
		}
		i = (i + 1) & uint64(len(t.edges)-1)
	}
}

// insert adds the sequence and returns its last node.
func (t *trie) insert(tokens []text.Token) int32 {
	node := int32(0)
	for _, token := range tokens {
		if node == 0 {
			t.first[token.Hash>>6&1023] |= 1 << (token.Hash & 63)
		}
		e := t.slot(node, token.Hash)
		if e.next == 0 {
			if 2*len(t.ends) > len(t.edges) {
				t.resize(2 * len(t.edges))
				e = t.slot(node, token.Hash)
			}
			*e = edge{token.Hash, node, int32(len(t.ends))}
			t.ends = append(t.ends, -1)
		}
		node = e.next
	}
	return node
}

// opens reports whether a sequence may begin with the hash: false is sure.
func (t *trie) opens(hash uint64) bool {
	return t.first[hash>>6&1023]&(1<<(hash&63)) != 0
}
