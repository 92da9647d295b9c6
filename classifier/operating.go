package classifier

import (
	"math"

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

// Reach and step of the search for offsets, in log probability.
const (
	offsetStep  = 0.05
	offsetSteps = 60 // to each side
	offsetTurns = 3
)

// operatingPoint returns the offsets b for which argmax of log p + b has the best
// headline on held-out probabilities, by coordinate search. The last class keeps 0.
// Of offsets that are equally good the smallest change wins.
func operatingPoint(t datasets.Task, p [][]float64, y []int) []float64 {
	logs := logs(p)
	offsets := make([]float64, len(t.Labels))
	best := headlineAt(t, logs, y, offsets)
	for range offsetTurns {
		for k := range len(offsets) - 1 {
			best = searchOffset(t, logs, y, offsets, k, best)
		}
	}
	return offsets
}

// searchOffset moves offset k to its best place and returns the headline there.
func searchOffset(t datasets.Task, logs [][]float64, y []int, offsets []float64, k int, best float64) float64 {
	kept := offsets[k]
	for s := 1; s <= 2*offsetSteps; s++ {
		offset := float64((s+1)/2) * offsetStep // 0.05, -0.05, 0.10, -0.10 ...
		if s%2 == 0 {
			offset = -offset
		}
		offsets[k] = offset
		if v := headlineAt(t, logs, y, offsets); v > best {
			best, kept = v, offset
		}
	}
	offsets[k] = kept
	return best
}

// headlineAt scores the answers at the given offsets.
func headlineAt(t datasets.Task, logs [][]float64, y []int, offsets []float64) float64 {
	var gold, predicted, correct [8]int
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
