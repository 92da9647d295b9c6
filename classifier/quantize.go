package classifier

import "math"

// quantize rounds every weight to one of 2^16-1 steps of its class, as the model
// file stores it, so that a saved model answers exactly as the trained one did.
func (c *Classifier) quantize() {
	m := c.Linear
	c.Steps = m.steps()
	for k, s := range c.Steps {
		if s == 0 {
			continue
		}
		for i := k; i < len(m.Weights); i += m.Classes {
			m.Weights[i] = float32(math.Round(float64(m.Weights[i])/s) * s)
		}
	}
}

// steps returns the size of a step for each class: the largest weight / 32767.
func (m *Linear) steps() []float64 {
	steps := make([]float64, m.Classes)
	for i, w := range m.Weights {
		k := i % m.Classes
		steps[k] = max(steps[k], math.Abs(float64(w))/math.MaxInt16)
	}
	return steps
}
