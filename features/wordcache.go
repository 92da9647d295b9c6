package features

// A wordCache remembers the description of words already met, so that each is
// stemmed once. Open addressing; emptied when it is half full.
type wordCache struct {
	words []word // hash 0 marks a free slot
	used  int
}

const wordCacheSize = 1 << 16

func newWordCache() *wordCache { return &wordCache{words: make([]word, wordCacheSize)} }

// slot returns where the word of that hash is, or where it belongs.
func (c *wordCache) slot(hash uint64) *word {
	for i := hash & (wordCacheSize - 1); ; i = (i + 1) & (wordCacheSize - 1) {
		if w := &c.words[i]; w.hash == hash || w.hash == 0 {
			return w
		}
	}
}

// put stores w, whose slot must be free, and returns it.
func (c *wordCache) put(w word) word {
	if 2*c.used >= wordCacheSize {
		clear(c.words)
		c.used = 0
	}
	c.used++
	*c.slot(w.hash) = w
	return w
}
