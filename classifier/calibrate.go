package classifier

import "math"

// leastScale keeps the order of the scores, also where they mislead.
const leastScale = 1e-6

// calibrate fits scale and shifts to the scores of each row and its class by
// Newton's method on the summed log loss, with a weak pull towards scale 1 and
// shift 0 that keeps it defined on few or separable rows. The scale stays above
// leastScale. Rows whose class their model had never seen are left out: one of them
// would outweigh all others.
func calibrate(scores [][]float64, y []int, seen []bool) Calibration {
	scores, y = possible(scores, y)
	c := uncalibrated(seen)
	for range 50 {
		step := c.newtonStep(scores, y)
		next, ok := c.search(step, scores, y)
		if !ok {
			break
		}
		if c = next; norm(step) < 1e-9 {
			break
		}
	}
	return c
}

// possible returns the rows whose class is not scored as impossible.
func possible(scores [][]float64, y []int) (keptScores [][]float64, keptY []int) {
	for i, s := range scores {
		if s[y[i]] > impossible/2 {
			keptScores, keptY = append(keptScores, s), append(keptY, y[i])
		}
	}
	return keptScores, keptY
}

// newtonStep returns what Newton's method takes off. A scale that would leave its
// bound is held there, and only the shifts move.
func (c *Calibration) newtonStep(scores [][]float64, y []int) []float64 {
	g, h := c.derivatives(scores, y)
	last := len(c.Shift)
	if c.Scale <= leastScale && g[last] > 0 {
		g[last] = 0
		for k := range last {
			h[k][last], h[last][k] = 0, 0
		}
	}
	return solveSymmetric(h, g)
}

// search halves the step until it does not raise the loss.
func (c *Calibration) search(step []float64, scores [][]float64, y []int) (next Calibration, ok bool) {
	before := c.loss(scores, y)
	for part := 1.0; part > 1e-6; part /= 2 {
		if next = c.moved(step, -part); next.loss(scores, y) <= before {
			return next, true
		}
	}
	return *c, false
}

// pull is the weight of the prior, in rows.
const pull = 1

// loss returns the penalised log loss, summed over rows.
func (c *Calibration) loss(scores [][]float64, y []int) float64 {
	total := pull / 2.0 * (c.Scale - 1) * (c.Scale - 1)
	for _, b := range c.Shift {
		total += pull / 2.0 * b * b
	}
	var p []float64
	for i, s := range scores {
		p = c.Probabilities(s, p)
		total -= math.Log(max(p[y[i]], 1e-300))
	}
	return total
}

// derivatives returns gradient and Hessian of loss in (shifts..., scale).
func (c *Calibration) derivatives(scores [][]float64, y []int) ([]float64, [][]float64) {
	n := len(c.Shift) + 1
	g := make([]float64, n)
	h := make([][]float64, n)
	for a := range h {
		h[a] = make([]float64, n)
		h[a][a] = pull
	}
	for k, b := range c.Shift {
		g[k] = pull * b
	}
	g[n-1] = pull * (c.Scale - 1)
	var p []float64
	for i, s := range scores {
		p = c.Probabilities(s, p)
		addRow(g, h, p, s, y[i])
	}
	return g, h
}

// addRow adds the derivatives of -log p[y]: with z_k = scale*s_k + shift_k,
// dz_k/dshift_k = 1 and dz_k/dscale = s_k.
func addRow(g []float64, h [][]float64, p, s []float64, y int) {
	last := len(p)
	mean := 0.0 // of s under p
	for k := range p {
		mean += p[k] * s[k]
	}
	for k := range p {
		e := p[k]
		if k == y {
			e--
		}
		g[k] += e
		g[last] += e * s[k]
		for j := range p {
			h[k][j] -= p[k] * p[j]
		}
		h[k][k] += p[k]
		h[k][last] += p[k] * (s[k] - mean)
		h[last][k] = h[k][last]
		h[last][last] += p[k] * s[k] * (s[k] - mean)
	}
}
