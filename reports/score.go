package reports

import (
	"slices"

	"stance/datasets"
)

// A Score is precision, recall and F1 in [0, 1], with the counts they come from.
// A ratio 0/0 is 0, as scikit-learn's zero_division=0 has it.
type Score struct {
	Precision float64 // Correct / Predicted
	Recall    float64 // Correct / Gold
	F1        float64 // 2*Correct / (Gold + Predicted)

	Gold      int // gold statements of the label: its support
	Predicted int // statements predicted as the label
	Correct   int // statements that are both
}

// newScore divides once, after all counting is done.
func newScore(gold, predicted, correct int) Score {
	return Score{
		Precision: ratio(correct, predicted),
		Recall:    ratio(correct, gold),
		F1:        ratio(2*correct, gold+predicted),
		Gold:      gold,
		Predicted: predicted,
		Correct:   correct,
	}
}

// Present reports whether the label occurs at all, in gold or predicted.
func (s Score) Present() bool { return s.Gold+s.Predicted > 0 }

// Label returns the score of label k of the task.
func (c *Confusion) Label(k int) Score {
	return newScore(c.gold(k), c.predicted(k), c.Counts[k][k])
}

// Macro returns the unweighted mean of the scores of the given labels; a given
// label that does not occur counts as 0. Without labels it is the mean over the
// labels that occur in gold or predicted, which is what scikit-learn's
// average="macro" does when it is not told the labels. The counts are sums.
//
// F1 is the mean of the labels' F1s, not the F1 of the mean precision and mean
// recall: see Opitz and Burst (2019), "Macro F1 and Macro F1".
func (c *Confusion) Macro(labels ...datasets.Label) Score {
	var sum Score
	n := 0
	for k, label := range c.Task.Labels {
		s := c.Label(k)
		if len(labels) == 0 && s.Present() || slices.Contains(labels, label) {
			sum.add(s, 1)
			n++
		}
	}
	return sum.over(max(n, len(labels)))
}

// Weighted returns the mean of the scores of all labels, weighted by support. Its
// recall is the accuracy. Its F1 need not lie between its precision and recall.
func (c *Confusion) Weighted() Score {
	var sum Score
	for k := range c.Task.Labels {
		s := c.Label(k)
		sum.add(s, s.Gold)
	}
	return sum.over(sum.Gold)
}

// add adds the counts of t, and its ratios with a weight.
func (s *Score) add(t Score, weight int) {
	w := float64(weight)
	s.Precision += float64(w * t.Precision)
	s.Recall += float64(w * t.Recall)
	s.F1 += float64(w * t.F1)
	s.Gold += t.Gold
	s.Predicted += t.Predicted
	s.Correct += t.Correct
}

// over returns the score with its ratios divided by n; divided by 0 they are 0.
func (s Score) over(n int) Score {
	if n == 0 {
		n = 1
	}
	s.Precision /= float64(n)
	s.Recall /= float64(n)
	s.F1 /= float64(n)
	return s
}

// ratio returns a/b, and 0 for 0/0.
func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}
