package classifier

import (
	"math"

	"stance/datasets"
	"stance/features"
)

// A Classifier answers one task: families, vocabulary, linear model, calibration
// and operating point. It is not changed after training, and safe for many
// goroutines; each needs its own Labeller.
type Classifier struct {
	Recipe      Recipe // as used, defaults filled in
	Families    []features.Family
	Weighting   features.Weighting
	Vocabulary  *features.Vocabulary
	Copies      features.Copies // targets with their own features; usually none
	Linear      *Rounded
	Calibration Calibration
	Offsets     []float64 // by class, added to log p before the argmax
	Counts      []int     // training rows by label
	HeldOut     HeldOut
	Top         [][]Weight // by label, the features that speak most for it
}

// A Weight is a feature in words and what it weighs.
type Weight struct {
	Feature string
	Weight  float64
}

// Task returns the task that the classifier answers.
func (c *Classifier) Task() datasets.Task { return c.Recipe.Task }

// predict turns scores into a prediction, with its probabilities in p.
func (c *Classifier) predict(scores, p []float64) datasets.Prediction {
	p = c.Calibration.Probabilities(scores, p)
	best, bestValue := 0, math.Inf(-1)
	for k, v := range p {
		if value := math.Log(v) + c.Offsets[k]; c.Calibration.Seen[k] && value > bestValue {
			best, bestValue = k, value
		}
	}
	return datasets.Prediction{Label: c.Recipe.Task.Labels[best], Probabilities: p}
}
