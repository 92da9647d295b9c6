package features

import (
	"runtime"
	"sync"
	"sync/atomic"

	"stance/datasets"
	"stance/internal/text"
)

// Bags are the features of many statements, before the vocabulary that gives them
// columns.
type Bags struct {
	Texts []int32 // number of each row's text; rows of one folded text share it

	chunks []bag // of chunkRows rows each, but for the last
}

// A bag is the features of a few statements: row i is hashes[start[i]:start[i+1]].
type bag struct {
	start  []int32
	hashes []uint64  // the lowest bit holds the block
	values []float32 // beside hashes; nil where all are 1
}

// chunkRows is how many statements a goroutine takes at a time.
const chunkRows = 512

// total returns the number of features of all rows.
func (b *Bags) total() int {
	n := 0
	for i := range b.chunks {
		n += len(b.chunks[i].hashes)
	}
	return n
}

// row returns the features of row r.
func (b *Bags) row(r int) (hashes []uint64, values []float32) {
	c := &b.chunks[r/chunkRows]
	from, to := c.start[r%chunkRows], c.start[r%chunkRows+1]
	if c.values != nil {
		values = c.values[from:to]
	}
	return c.hashes[from:to], values
}

// Extract returns the features of the statements, on every core. Statements about
// one of the targets in copies get their own copy of each feature.
func Extract(families []Family, statements []*datasets.Statement, copies Copies) *Bags {
	return ExtractWith(families, nil, statements, copies)
}

// ExtractWith is Extract with another directed lexicon; nil is the shipped one.
func ExtractWith(families []Family, lexicon *Lexicon, statements []*datasets.Statement, copies Copies) *Bags {
	b := &Bags{chunks: make([]bag, (len(statements)+chunkRows-1)/chunkRows)}
	inParallel(len(b.chunks)+1, func(next func() (int, bool)) {
		w := bagger{x: NewExtractorWith(families, lexicon), copies: copies}
		for c, ok := next(); ok; c, ok = next() {
			if c == 0 {
				b.Texts = numberTexts(statements)
				continue
			}
			b.chunks[c-1] = w.bag(statements[(c-1)*chunkRows : min(c*chunkRows, len(statements))])
		}
	})
	return b
}

// A bagger makes bags. Its buffers grow once and are then used again: fresh memory
// is what costs most here.
type bagger struct {
	x      *Extractor
	copies Copies
	hashes []uint64
	values []float32
}

// bag returns the features of the statements.
func (w *bagger) bag(statements []*datasets.Statement) bag {
	w.hashes, w.values = w.hashes[:0], w.values[:0]
	b, plain := bag{start: make([]int32, 1, len(statements)+1)}, true
	for _, s := range statements {
		for _, f := range w.copies.Features(w.x, s) {
			w.hashes = append(w.hashes, f.Hash&^1|uint64(f.block))
			w.values = append(w.values, f.Value)
			plain = plain && f.Value == 1
		}
		b.start = append(b.start, int32(len(w.hashes)))
	}
	b.hashes = append(make([]uint64, 0, len(w.hashes)), w.hashes...)
	if !plain {
		b.values = append([]float32(nil), w.values...)
	}
	return b
}

// numberTexts numbers the distinct folded texts in order of appearance.
func numberTexts(statements []*datasets.Statement) []int32 {
	numbers := make([]int32, len(statements))
	exact := make(map[string]int32, len(statements))
	folded := make(map[string]int32, len(statements))
	for i, s := range statements {
		n, ok := exact[s.Text]
		if !ok {
			f := text.Fold(s.Text)
			if n, ok = folded[f]; !ok {
				n = int32(len(folded))
				folded[f] = n
			}
			exact[s.Text] = n
		}
		numbers[i] = n
	}
	return numbers
}

// Copies says which statements have their own copy of every feature (Daumé III 2007):
// those about a target, and for Author those in the author's own voice.
type Copies map[string]uint64

// Author stands among the targets for the statements that have no source.
const Author = ""

// authorHash stands for the author where targets have the hashes of their names.
var authorHash = text.Hash("<author>")

// NewCopies returns copies for the given targets, Author among them.
func NewCopies(targets []string) Copies {
	c := make(Copies, len(targets))
	for _, t := range targets {
		if c[t] = text.Hash(t); t == Author {
			c[t] = authorHash
		}
	}
	return c
}

// Features returns the features of s, with the copies that it has.
func (c Copies) Features(x *Extractor, s *datasets.Statement) []Feature {
	found := x.Features(s)
	n := len(found)
	if h, ok := c[s.Target]; ok && s.Target != "" {
		found = x.CopyFor(h, n)
	}
	if h, ok := c[Author]; ok && s.Source == "" {
		found = x.CopyFor(h, n)
	}
	return found
}

// inParallel runs work on every core; next hands out 0..n-1, each once.
func inParallel(n int, work func(next func() (int, bool))) {
	var counter atomic.Int64
	next := func() (int, bool) {
		i := int(counter.Add(1)) - 1
		return i, i < n
	}
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		group.Go(func() { work(next) })
	}
	group.Wait()
}
