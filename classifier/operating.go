package classifier

import (
	"math"
	"slices"

	"stance/datasets"
)

// headline returns the metric that the operating point is fitted for, from counts
// of gold, predicted and correct rows by class: the mean of F1(favor) and
// F1(against) for stance (SemEval-2016 Task 6), macro-F1 for other tasks. A class
// without gold rows is left out.
func headline(t datasets.Task, gold, predicted, correct []int) float64 {
	sum, n := 0.0, 0
	for k := range gold {
		if t.Name == datasets.Stance.Name && t.Labels[k] == datasets.None || gold[k] == 0 {
			continue
		}
		n++
		sum += 2 * float64(correct[k]) / float64(gold[k]+predicted[k])
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// Reach and steps of the search for offsets, in log probability.
const (
	coarseStep = 0.25
	fineStep   = 0.05
	offsetEnd  = 3.0
	fineTurns  = 2
)

// operatingPoint returns the offsets b for which argmax of log p + b has the best
// headline on held-out probabilities: a coarse grid over all offsets together, then
// finer steps on each. The last class keeps 0. Only what is better than
// no offset, and than smaller ones on the grid, replaces them.
func operatingPoint(t datasets.Task, p [][]float64, y []int) []float64 {
	s := offsetSearch{task: t, logs: logs(p), y: y, best: make([]float64, len(t.Labels))}
	s.value = headlineAt(t, s.logs, y, s.best)
	s.grid(make([]float64, len(t.Labels)), 0)
	for range fineTurns {
		for k := range len(s.best) - 1 {
			s.refine(k)
		}
	}
	return s.best
}

// An offsetSearch keeps the best offsets found so far.
type offsetSearch struct {
	task  datasets.Task
	logs  [][]float64
	y     []int
	best  []float64
	value float64 // headline at best
}

// try keeps the offsets if they are better than the best.
func (s *offsetSearch) try(offsets []float64) {
	if v := headlineAt(s.task, s.logs, s.y, offsets); v > s.value {
		s.value = v
		copy(s.best, offsets)
	}
}

// grid tries the coarse offsets of class k and those behind it.
func (s *offsetSearch) grid(offsets []float64, k int) {
	if k == len(offsets)-1 {
		s.try(offsets)
		return
	}
	for _, o := range outwards(offsetEnd, coarseStep) {
		offsets[k] = o
		s.grid(offsets, k+1)
	}
	offsets[k] = 0
}

// refine tries finer offsets of class k around its best.
func (s *offsetSearch) refine(k int) {
	offsets := slices.Clone(s.best)
	center := offsets[k]
	for _, o := range outwards(2*coarseStep, fineStep) {
		offsets[k] = center + o
		s.try(offsets)
	}
}

// outwards returns 0, step, -step, 2*step, -2*step ... up to end.
func outwards(end, step float64) []float64 {
	out := []float64{0}
	for i := 1.0; i*step <= end+step/2; i++ {
		out = append(out, i*step, -i*step)
	}
	return out
}

// headlineAt scores the answers at the given offsets.
func headlineAt(t datasets.Task, logs [][]float64, y []int, offsets []float64) float64 {
	var gold, predicted, correct [lanes]int
	for i, l := range logs {
		k := decide(l, offsets)
		gold[y[i]]++
		predicted[k]++
		if k == y[i] {
			correct[k]++
		}
	}
	n := len(t.Labels)
	return headline(t, gold[:n], predicted[:n], correct[:n])
}

// decide returns the class with the highest log probability plus offset; a tie
// goes to the first.
func decide(logs, offsets []float64) int {
	best := 0
	for k := range logs {
		if logs[k]+offsets[k] > logs[best]+offsets[best] {
			best = k
		}
	}
	return best
}

// logs returns the logarithm of every probability.
func logs(p [][]float64) [][]float64 {
	out := make([][]float64, len(p))
	for i := range p {
		out[i] = make([]float64, len(p[i]))
		for k, v := range p[i] {
			out[i][k] = math.Log(max(v, 1e-300))
		}
	}
	return out
}
