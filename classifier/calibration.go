package classifier

import "math"

// A Calibration turns scores into probabilities: p = softmax(Scale*score + Shift)
// over the classes seen in training, and 0 for the others. It is temperature
// scaling with a bias per class (Guo, Pleiss, Sun and Weinberger 2017, "On
// Calibration of Modern Neural Networks", section 4.2), fitted on scores of rows
// that the model was not trained on.
type Calibration struct {
	Scale float64
	Shift []float64 // by class
	Seen  []bool    // by class: it had rows in training
}

// Probabilities writes the probability of each class to out, and returns it.
func (c *Calibration) Probabilities(scores, out []float64) []float64 {
	out = out[:0]
	top := math.Inf(-1)
	for k, s := range scores {
		z := c.Scale*s + c.Shift[k]
		out = append(out, z)
		if c.Seen[k] {
			top = max(top, z)
		}
	}
	sum := 0.0
	for k := range out {
		if !c.Seen[k] {
			out[k] = 0
			continue
		}
		out[k] = math.Exp(out[k] - top)
		sum += out[k]
	}
	for k := range out {
		out[k] /= sum
	}
	return out
}

// uncalibrated returns the calibration that only applies softmax.
func uncalibrated(seen []bool) Calibration {
	return Calibration{Scale: 1, Shift: make([]float64, len(seen)), Seen: seen}
}

func (c *Calibration) clone() Calibration {
	return Calibration{c.Scale, append([]float64(nil), c.Shift...), c.Seen}
}

// moved returns the calibration by * step further, its scale within bounds.
func (c *Calibration) moved(step []float64, by float64) Calibration {
	m := c.clone()
	for k := range m.Shift {
		m.Shift[k] += by * step[k]
	}
	m.Scale = max(m.Scale+by*step[len(m.Shift)], leastScale)
	return m
}
