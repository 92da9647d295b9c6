package features

// A wordCache remembers the descriptions of words already met, so that each is
// stemmed once. Open addressing; it grows to a bound, and is emptied when that is
// half full.
type wordCache struct {
	words []word // hash 0 marks a free slot; the length is a power of two
	used  int
}

// Size of a word cache, in words.
const (
	firstCacheSize = 1 << 10
	lastCacheSize  = 1 << 16
)

func newWordCache() *wordCache { return &wordCache{words: make([]word, firstCacheSize)} }

// slot returns where the word of that hash is, or where it belongs.
func (c *wordCache) slot(hash uint64) *word {
	mask := uint64(len(c.words) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if w := &c.words[i]; w.hash == hash || w.hash == 0 {
			return w
		}
	}
}

// put stores w, whose slot must be free, and returns it.
func (c *wordCache) put(w word) word {
	if 2*c.used >= len(c.words) {
		c.makeRoom()
	}
	c.used++
	*c.slot(w.hash) = w
	return w
}

// makeRoom doubles the cache, or empties it where it is at its bound.
func (c *wordCache) makeRoom() {
	old := c.words
	if len(old) == lastCacheSize {
		clear(old)
		c.used = 0
		return
	}
	c.words = make([]word, 2*len(old))
	for _, w := range old {
		if w.hash != 0 {
			*c.slot(w.hash) = w
		}
	}
}
