package reports

import (
	"fmt"
	"math"
)

// checkProbabilities refuses probabilities that are not some, one for each label.
func (e *evaluation) checkProbabilities() error {
	for i := range e.outcomes {
		p := e.outcomes[i].Prediction.Probabilities
		if len(p) != 0 && len(p) != len(e.task.Labels) {
			return fmt.Errorf("reports: statement %s: %d probabilities for %d labels; give one each, or none",
				e.outcomes[i].ID, len(p), len(e.task.Labels))
		}
		sum := 0.0
		for _, v := range p {
			if !(v >= 0) {
				return fmt.Errorf("reports: statement %s: probability %v; give numbers from 0 to 1", e.outcomes[i].ID, v)
			}
			sum += v
		}
		if len(p) > 0 && !(math.Abs(sum-1) <= 1e-6) {
			return fmt.Errorf("reports: statement %s: the probabilities sum to %v; scale them to sum to 1", e.outcomes[i].ID, sum)
		}
	}
	return nil
}

// withoutProbabilities returns how many outcomes have none.
func (e *evaluation) withoutProbabilities() int {
	n := 0
	for i := range e.outcomes {
		if len(e.outcomes[i].Prediction.Probabilities) == 0 {
			n++
		}
	}
	return n
}

// said returns the probability of the label that outcome i was given.
func (e *evaluation) said(i int) float64 {
	return e.outcomes[i].Prediction.Probabilities[e.predicted[i]]
}
