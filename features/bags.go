package features

import (
	"runtime"
	"sync"
	"sync/atomic"

	"stance/datasets"
	"stance/internal/text"
)

// Bags are the features of many statements, before the vocabulary that gives them
// columns. Row i is Hashes[Start[i]:Start[i+1]].
type Bags struct {
	Start  []int
	Hashes []uint64  // the lowest bit holds the block
	Values []float32 // beside Hashes; nil where all are 1
	Texts  []int32   // number of each row's text; rows of one folded text share it
}

// Rows returns the number of statements.
func (b *Bags) Rows() int { return len(b.Start) - 1 }

// chunkRows is how many statements a goroutine takes at a time.
const chunkRows = 512

// Extract returns the features of the statements, on every core. Statements about
// one of the targets in copies get their own copy of each feature.
func Extract(families []Family, statements []*datasets.Statement, copies Copies) *Bags {
	chunks := make([]Bags, (len(statements)+chunkRows-1)/chunkRows)
	inParallel(len(chunks), func(next func() (int, bool)) {
		x := NewExtractor(families)
		for c, ok := next(); ok; c, ok = next() {
			chunks[c] = extractChunk(x, statements[c*chunkRows:min((c+1)*chunkRows, len(statements))], copies)
		}
	})
	return join(chunks, statements)
}

func extractChunk(x *Extractor, statements []*datasets.Statement, copies Copies) Bags {
	b := Bags{Start: make([]int, 1, len(statements)+1)}
	for _, s := range statements {
		found := copies.Features(x, s)
		for _, f := range found {
			b.Hashes = append(b.Hashes, f.Hash&^1|uint64(f.block))
			if f.kind == kindRule {
				b.Values = append(b.Values, f.Value)
			}
		}
		b.Start = append(b.Start, len(b.Hashes))
	}
	return b
}

// join puts the chunks together and numbers the texts.
func join(chunks []Bags, statements []*datasets.Statement) *Bags {
	total, values := 0, 0
	for _, c := range chunks {
		total += len(c.Hashes)
		values += len(c.Values)
	}
	b := &Bags{Start: make([]int, 1, len(statements)+1), Hashes: make([]uint64, 0, total), Texts: numberTexts(statements)}
	for i := range chunks {
		c := &chunks[i]
		for r := 1; r < len(c.Start); r++ {
			b.Start = append(b.Start, len(b.Hashes)+c.Start[r])
		}
		b.Hashes = append(b.Hashes, c.Hashes...)
		if values == total {
			b.Values = append(b.Values, c.Values...)
		}
		*c = Bags{}
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

// Copies says which targets have their own copy of every feature (Daumé III 2007).
type Copies map[string]uint64

// NewCopies returns copies for the given targets.
func NewCopies(targets []string) Copies {
	c := make(Copies, len(targets))
	for _, t := range targets {
		c[t] = text.Hash(t)
	}
	return c
}

// Features returns the features of s, with the copies of its target where it has them.
func (c Copies) Features(x *Extractor, s *datasets.Statement) []Feature {
	found := x.Features(s)
	if h, ok := c[s.Target]; ok {
		return x.CopyFor(h)
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
