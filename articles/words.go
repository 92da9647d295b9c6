package articles

import (
	"math/bits"
	"strings"
	"sync"

	"stance/internal/text"
)

// A class is what a word does in a sentence, as far as a short list can tell.
type class uint32

// A wordTable maps the hashes of listed words to their classes, by open
// addressing in a table at most half full.
type wordTable struct {
	words []listed // their number is a power of two; class 0 = free
	mask  uint64
}

type listed struct {
	hash  uint64
	class class
}

// newWordTable returns a table with room for n words.
func newWordTable(n int) *wordTable {
	size := 1 << bits.Len(uint(2*n))
	return &wordTable{make([]listed, size), uint64(size - 1)}
}

func (w *wordTable) slot(hash uint64) *listed {
	i := hash & w.mask
	for w.words[i].class != 0 && w.words[i].hash != hash {
		i = (i + 1) & w.mask
	}
	return &w.words[i]
}

// of returns the classes of a word, 0 if it is not listed.
func (w *wordTable) of(hash uint64) class { return w.slot(hash).class }

func (w *wordTable) add(word string, c class) {
	h := text.Hash(word)
	e := w.slot(h)
	e.hash, e.class = h, e.class|c
}

// A wordList gives a class to words, all in folded form.
type wordList struct {
	class class
	words string
}

// wordLists returns the table of some lists, which is made when it is first asked for.
func wordLists(lists []wordList) func() *wordTable {
	return sync.OnceValue(func() *wordTable {
		w := newWordTable(countWords(lists))
		w.addLists(lists)
		return w
	})
}

// wordSet returns the table of words that are all of class 1.
func wordSet(words string) func() *wordTable { return wordLists([]wordList{{1, words}}) }

func countWords(lists []wordList) (n int) {
	for _, l := range lists {
		n += len(strings.Fields(l.words))
	}
	return n
}

// addLists adds the words of the lists with their classes.
func (w *wordTable) addLists(lists []wordList) {
	for _, l := range lists {
		for _, word := range strings.Fields(l.words) {
			w.add(word, l.class)
		}
	}
}
