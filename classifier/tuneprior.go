package classifier

import "math"

// The prior's weights count for less than they do where they were learnt: it was sure of
// other texts than these. priorScale is what they count unless the rows say otherwise,
// scaleGrid what is tried.
const priorScale = 0.2

var scaleGrid = []float64{0, 0.1, 0.3, 0.5, 1}

// clearly is how many standard errors make a difference between two scales count.
const clearly = 2

// tunePrior sets the scale of the prior: that with the lowest log loss out of fold if it
// is clearly lower than that of priorScale, else priorScale. A scale chosen by the data, 0
// among the choices, keeps a prior of another kind of text from doing harm: Tommasi, Orabona
// and Caputo (2010), "Safety in numbers: learning categories from few examples with multi
// model knowledge transfer".
// Note: the headline is what counts in the end, but a hundred rows have too few of a rare
// label to choose by it; and by the lowest log loss alone they choose at random.
func (m *material) tunePrior() error {
	scale := m.recipe.PriorScale
	usual, err := m.operate()
	if err != nil {
		return err
	}
	m.operated = usual
	chosen, best := scale, 0.0
	for _, m.recipe.PriorScale = range scaleGrid {
		op, err := m.operate()
		if err != nil {
			return err
		}
		if gain, noise := saved(usual.losses, op.losses); gain > clearly*noise && gain > best {
			m.operated, chosen, best = op, m.recipe.PriorScale, gain
		}
	}
	m.recipe.PriorScale = chosen
	return nil
}

// losses returns -log p of the class of each row.
func losses(p [][]float64, y []int) []float64 {
	all := make([]float64, len(y))
	for i, k := range y {
		all[i] = -math.Log(max(p[i][k], 1e-12))
	}
	return all
}

// saved returns by how much the losses of b are lower than those of a in the mean, and the
// standard error of that: the root of the mean squared deviation over n-1 rows.
func saved(a, b []float64) (gain, noise float64) {
	n := float64(len(a))
	for i := range a {
		gain += (a[i] - b[i]) / n
	}
	for i := range a {
		d := a[i] - b[i] - gain
		noise += d * d
	}
	return gain, math.Sqrt(noise / n / max(n-1, 1))
}
