package reports

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"

	"stance/datasets"
)

// A measure is a number computed from a confusion.
type measure func(*Confusion) float64

// A part is one confusion of an evaluation (the model, a baseline, the
// statements about one target) with the measures wanted of it.
type part struct {
	confusion *Confusion
	measures  []measure
	groups    int         // groups with a statement in the part
	draws     [][]float64 // measures x draws; NaN where the draw left the part empty
}

// estimate returns measure m with its interval.
func (p *part) estimate(m int) Estimate {
	return p.interval(p.measures[m](p.confusion), p.draws[m])
}

// interval puts the expanded percentile interval (see expandedTail) beside a value;
// within one group there is none.
func (p *part) interval(value float64, draws []float64) Estimate {
	if p.groups < 2 {
		return Estimate{Value: value}
	}
	return Estimate{value, middle(ascending(draws), expandedTail(p.groups))}
}

// A sample holds what each group adds to the confusions of all parts, whose
// cells lie side by side. Groups are drawn whole, because statements of one
// article are not independent, and for all parts at once, so that differences
// between parts are paired.
type sample struct {
	start  []int   // groups+1: group g adds to cells[start[g]:start[g+1]]
	cells  []int32 // ascending within a group
	counts []int32 // beside cells
	width  int     // cells of all parts
}

// newSample counts equal pairs. A pair is group<<32 | cell; pairs are sorted.
func newSample(pairs []uint64, groups, width int) *sample {
	slices.Sort(pairs)
	s := &sample{start: make([]int, groups+1), width: width}
	for i, pair := range pairs {
		if i > 0 && pair == pairs[i-1] {
			s.counts[len(s.counts)-1]++
			continue
		}
		s.cells = append(s.cells, int32(pair&math.MaxUint32))
		s.counts = append(s.counts, 1)
		s.start[pair>>32+1] = len(s.cells)
	}
	return s
}

// draw counts as many groups as there are, drawn with replacement.
func (s *sample) draw(rng *rand.Rand, counts []int) {
	clear(counts)
	groups := len(s.start) - 1
	for range groups {
		g := rng.IntN(groups)
		for j := s.start[g]; j < s.start[g+1]; j++ {
			counts[s.cells[j]] += int(s.counts[j])
		}
	}
}

// bootstrap fills the draws of all parts. Draw i depends on seed and i alone, so
// that the number of cores changes nothing.
func bootstrap(t datasets.Task, parts []*part, s *sample, draws int, seed uint64) {
	for _, p := range parts {
		p.draws = make([][]float64, len(p.measures))
		for m := range p.draws {
			p.draws[m] = make([]float64, draws)
		}
	}
	workers := min(runtime.GOMAXPROCS(0), draws)
	var wait sync.WaitGroup
	for w := range workers {
		from, to := w*draws/workers, (w+1)*draws/workers
		wait.Go(func() { drawRange(t, parts, s, seed, from, to) })
	}
	wait.Wait()
}

// drawRange fills the draws [from, to) of all parts.
func drawRange(t datasets.Task, parts []*part, s *sample, seed uint64, from, to int) {
	counts := make([]int, s.width)
	drawn := make([]*Confusion, len(parts))
	cells := len(t.Labels) * len(t.Labels)
	for b := range parts {
		drawn[b] = confusionOver(t, counts[b*cells:(b+1)*cells])
	}
	source := rand.NewPCG(seed, 0)
	rng := rand.New(source)
	for i := from; i < to; i++ {
		source.Seed(seed, uint64(i))
		s.draw(rng, counts)
		for b, p := range parts {
			p.record(i, drawn[b])
		}
	}
}

// record keeps the measures of one draw.
func (p *part) record(i int, c *Confusion) {
	empty := c.Total() == 0
	for m, of := range p.measures {
		if empty {
			p.draws[m][i] = math.NaN()
			continue
		}
		p.draws[m][i] = of(c)
	}
}
