package reports

import (
	"math"
	"slices"

	"stance/datasets"
)

// Accuracy returns the share of statements predicted right. It equals micro
// precision, recall and F1, which are therefore not reported.
func (c *Confusion) Accuracy() float64 { return ratio(c.Correct(), c.Total()) }

// Kappa returns the agreement beyond chance, in [-1, 1]; 0 where chance alone
// agrees always (one label in gold and predicted).
//
//	kappa = (po - pe) / (1 - pe)      Cohen (1960), p. 40
//
// with po the accuracy and pe the sum over labels of gold share * predicted share.
func (c *Confusion) Kappa() float64 {
	n, chance := c.Total(), 0
	for k := range c.Counts {
		chance += c.gold(k) * c.predicted(k)
	}
	return ratio(n*c.Correct()-chance, n*n-chance)
}

// MCC returns the multiclass Matthews correlation coefficient, in [-1, 1]; 0
// where gold or predicted has a single label.
//
//	MCC = cov(g, p) / sqrt(cov(g, g) cov(p, p))      Gorodkin (2004), the coefficient R_K
//
// with g and p the statements x labels indicator matrices; the covariances below
// are multiplied by the squared number of statements, so that they are integers.
func (c *Confusion) MCC() float64 {
	n := c.Total()
	both, gold, predicted := n*c.Correct(), n*n, n*n
	for k := range c.Counts {
		g, p := c.gold(k), c.predicted(k)
		both -= g * p
		gold -= g * g
		predicted -= p * p
	}
	if gold == 0 || predicted == 0 {
		return 0
	}
	return float64(both) / (math.Sqrt(float64(gold)) * math.Sqrt(float64(predicted)))
}

// Headline returns the number a task is judged by.
//
//   - stance: the mean of F1(favor) and F1(against); none counts only through
//     the errors it takes part in. Mohammad et al. (2016), SemEval-2016 Task 6:
//     Detecting Stance in Tweets.
//   - every other task: macro-F1.
func (c *Confusion) Headline() float64 {
	return c.Macro(headlineLabels(c.Task)...).F1
}

// HeadlineName returns what Headline computes for the task.
func HeadlineName(t datasets.Task) string {
	if t.Name == datasets.Stance.Name {
		return "F1(favor,against)"
	}
	return macroF1
}

const macroF1 = "macro-F1"

// hasHeadline reports whether there is gold of a label that the headline is about;
// gold(k) counts that of label k. Without it the headline is 0 and says nothing.
func hasHeadline(t datasets.Task, gold func(k int) int) bool {
	about := headlineLabels(t)
	for k, label := range t.Labels {
		if gold(k) > 0 && (about == nil || slices.Contains(about, label)) {
			return true
		}
	}
	return false
}

func (c *Confusion) hasHeadline() bool { return hasHeadline(c.Task, c.gold) }

// knownHeadline returns the headline, or NaN without gold that it is about.
func (c *Confusion) knownHeadline() float64 {
	if !c.hasHeadline() {
		return math.NaN()
	}
	return c.Headline()
}

// headlineLabels returns the labels of the headline; none means all that occur.
func headlineLabels(t datasets.Task) []datasets.Label {
	if t.Name == datasets.Stance.Name {
		return []datasets.Label{datasets.Favor, datasets.Against}
	}
	return nil
}
