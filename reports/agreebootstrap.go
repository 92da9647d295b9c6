package reports

import (
	"math/rand/v2"
	"runtime"
	"sync"
)

// resample returns what measure makes of every bootstrap draw of a sample: for
// each of its numbers, the values in the order of the draws. Draw i depends on
// the seed and i alone. measure is called from several goroutines.
func resample(s *sample, o Options, measure func(counts []int) []float64) [][]float64 {
	byDraw := make([][]float64, o.Draws)
	workers := min(runtime.GOMAXPROCS(0), o.Draws)
	var wait sync.WaitGroup
	for w := range workers {
		from, to := w*o.Draws/workers, (w+1)*o.Draws/workers
		wait.Go(func() {
			times, counts := make([]int32, len(s.start)-1), make([]int, s.width)
			source := rand.NewPCG(o.Seed, 0)
			rng := rand.New(source)
			for i := from; i < to; i++ {
				source.Seed(o.Seed, uint64(i))
				s.draw(rng, times)
				s.count(times, counts)
				byDraw[i] = measure(counts)
			}
		})
	}
	wait.Wait()
	return transposed(byDraw)
}

// transposed turns rows into columns.
func transposed(rows [][]float64) [][]float64 {
	columns := make([][]float64, len(rows[0]))
	for c := range columns {
		columns[c] = make([]float64, len(rows))
		for r := range rows {
			columns[c][r] = rows[r][c]
		}
	}
	return columns
}

// all returns the counts of the whole sample: every group once.
func (s *sample) all() []int {
	counts := make([]int, s.width)
	for j, cell := range s.cells {
		counts[cell] += int(s.counts[j])
	}
	return counts
}
