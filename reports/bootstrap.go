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
	terms     []term      // other parts whose counts add up to it; nil: it has cells of its own
	groups    int         // groups with a statement in the part
	draws     [][]float64 // measures x draws; NaN where the draw left the part empty
}

// A term is a part, by its number, whose counts are added (sign 1) or taken away (-1).
type term struct{ part, sign int }

// estimate returns measure m with its interval.
func (p *part) estimate(m int) Estimate {
	return p.interval(p.measures[m](p.confusion), p.draws[m])
}

// interval puts the interval of draws beside a value.
func (p *part) interval(value float64, draws []float64) Estimate {
	return Estimate{value, expanded(draws, p.groups)}
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
	kinds  []int32 // of each group, which of start it is, if groups that add the same share one; nil: each has its own
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

// A weighing is numbers that depend on more than a confusion, such as probabilities.
// begin is called once by each goroutine; what it returns computes the numbers of
// one draw from how often each group was drawn.
type weighing struct {
	size  int
	begin func() func(times []int32, numbers []float64)
	draws [][]float64 // numbers x draws
}

// A drawing is one bootstrap of all parts and weighings.
type drawing struct {
	task      datasets.Task
	parts     []*part
	weighings []*weighing
	sample    *sample
	draws     int
	seed      uint64
}

// draw draws as many groups as there are, with replacement.
func (s *sample) draw(rng *rand.Rand, times []int32) {
	clear(times)
	for range s.kinds {
		times[s.kinds[rng.IntN(len(s.kinds))]]++
	}
	if s.kinds != nil {
		return
	}
	for range times {
		times[rng.IntN(len(times))]++
	}
}

// count adds up the cells of the groups drawn.
func (s *sample) count(times []int32, counts []int) {
	clear(counts)
	for g, n := range times {
		if n == 0 {
			continue
		}
		for j := s.start[g]; j < s.start[g+1]; j++ {
			counts[s.cells[j]] += int(n) * int(s.counts[j])
		}
	}
}

// eachDraw draws from a sample so many times. begin is called once by each of several
// goroutines; what it returns is called for draw i with how often each group was drawn,
// after counts has been filled. Draw i depends on the seed and i alone, so that the
// number of cores changes nothing.
func (s *sample) eachDraw(draws int, seed uint64, begin func(counts []int) func(i int, times []int32)) {
	workers := min(runtime.GOMAXPROCS(0), draws)
	var wait sync.WaitGroup
	for w := range workers {
		from, to := w*draws/workers, (w+1)*draws/workers
		wait.Go(func() {
			times, counts := make([]int32, len(s.start)-1), make([]int, s.width)
			record := begin(counts)
			source := rand.NewPCG(seed, 0)
			rng := rand.New(source)
			for i := from; i < to; i++ {
				source.Seed(seed, uint64(i))
				s.draw(rng, times)
				s.count(times, counts)
				record(i, times)
			}
		})
	}
	wait.Wait()
}

// bootstrap fills the draws of all parts and weighings.
func (d *drawing) bootstrap() {
	for _, p := range d.parts {
		p.draws = matrix(len(p.measures), d.draws)
	}
	for _, w := range d.weighings {
		w.draws = matrix(w.size, d.draws)
	}
	d.sample.eachDraw(d.draws, d.seed, d.recorder)
}

// matrix returns rows of zeros.
func matrix(rows, columns int) [][]float64 {
	m := make([][]float64, rows)
	for i := range m {
		m[i] = make([]float64, columns)
	}
	return m
}

// recorder returns a function that keeps the measures and numbers of a draw.
func (d *drawing) recorder(counts []int) func(i int, times []int32) {
	drawn := make([]*Confusion, len(d.parts))
	cells := len(d.task.Labels) * len(d.task.Labels)
	for b := range d.parts {
		drawn[b] = confusionOver(d.task, counts[b*cells:(b+1)*cells])
	}
	weigh := make([]func([]int32, []float64), len(d.weighings))
	for i, w := range d.weighings {
		weigh[i] = w.begin()
	}
	return func(i int, times []int32) {
		for b, p := range d.parts {
			p.addTerms(drawn, drawn[b])
			p.record(i, drawn[b])
		}
		for j, w := range d.weighings {
			w.record(i, weigh[j], times)
		}
	}
}

// addTerms adds up the counts of a part that has none of its own.
func (p *part) addTerms(of []*Confusion, sum *Confusion) {
	for _, t := range p.terms {
		for g, row := range of[t.part].Counts {
			for k, n := range row {
				sum.Counts[g][k] += t.sign * n
			}
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

// record keeps the numbers of one draw.
func (w *weighing) record(i int, weigh func([]int32, []float64), times []int32) {
	numbers := make([]float64, w.size)
	weigh(times, numbers)
	for m, v := range numbers {
		w.draws[m][i] = v
	}
}
