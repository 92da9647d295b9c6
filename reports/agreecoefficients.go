package reports

import (
	"math"
	"slices"

	"stance/datasets"
)

// The positions of the coefficients of a tally.
const (
	ofPercent  = iota // share of agreeing code pairs
	ofCohen           // mean over the coder pairs
	ofFleiss          //
	ofAlpha           // nominal
	ofOrdinal         // alpha, ordinal
	ofAC1             //
	ofSpecific        // agreement on the first label; for collapsed tallies
	coefficientCount
)

// coefficients returns the coefficients in the order above, NaN where one is not
// defined. The scale is the labels in ascending order; without one there is no
// ordinal alpha.
func (t *tally) coefficients(scale []int) []float64 {
	o := t.coincidences()
	v := make([]float64, coefficientCount)
	v[ofPercent] = t.observed()
	v[ofCohen] = t.light()
	v[ofFleiss] = t.fleiss()
	v[ofAlpha] = o.alpha(nominal)
	v[ofOrdinal] = math.NaN()
	if scale != nil {
		v[ofOrdinal] = o.ordered(scale).ordinal()
	}
	v[ofAC1] = t.ac1()
	v[ofSpecific] = o.specific(0)
	return v
}

// scaleOf returns the indexes of the task's labels from the negative to the
// positive end: against < none < favor, negative < neutral < positive. Any other
// task is a scale as it stands.
func scaleOf(t datasets.Task) []int {
	var order []datasets.Label
	switch t.Name {
	case datasets.Stance.Name:
		order = []datasets.Label{datasets.Against, datasets.None, datasets.Favor}
	case datasets.Sentiment.Name:
		order = []datasets.Label{datasets.Negative, datasets.Neutral, datasets.Positive}
	default:
		order = t.Labels
	}
	scale := make([]int, len(order))
	for i, label := range order {
		scale[i] = t.Index(label)
	}
	return scale
}

// observed returns the percent agreement, in [0, 1]: of the pairs of codes of a
// unit, the share that are equal, as the mean over the units.
//
//	pa = 1/n sum_u sum_k r(u,k) (r(u,k)-1) / (r(u) (r(u)-1))      Fleiss (1971), eq. 4 and 5
//
// with r(u,k) the coders that gave unit u label k and r(u) all its coders, which
// may differ from unit to unit: Gwet (2014), Handbook of Inter-Rater Reliability,
// 4th ed., section 2.4.
func (t *tally) observed() float64 {
	agree := 0.0
	for m := 2; m < len(t.together); m++ {
		equal := 0
		for k := range t.labels {
			equal += t.together[m][k*t.labels+k]
		}
		agree += ratio(equal, m*(m-1))
	}
	return agree / float64(t.total())
}

// shares returns the share of each label: the mean over the units of the share
// of their codes.
func (t *tally) shares() []float64 {
	shares := make([]float64, t.labels)
	for k := range shares {
		for m := 2; m < len(t.together); m++ {
			shares[k] += ratio(sumInts(t.together[m][k*t.labels:(k+1)*t.labels]), m*(m-1))
		}
		shares[k] /= float64(t.total())
	}
	return shares
}

// fleiss returns the kappa of Fleiss (1971), Psychological Bulletin 76, eq. 7; it
// is not defined if all codes are one label. For two coders it is the pi of Scott
// (1955), not Cohen's kappa.
//
//	kappa = (pa - pe) / (1 - pe),  pe = sum_k share(k)^2
func (t *tally) fleiss() float64 {
	if t.single() {
		return math.NaN()
	}
	chance := 0.0
	for _, s := range t.shares() {
		chance += float64(s * s)
	}
	return beyond(t.observed(), chance)
}

// ac1 returns the AC1 of Gwet (2008), British Journal of Mathematical and
// Statistical Psychology 61, section 3. It is 1 where all codes are one label.
//
//	AC1 = (pa - pe) / (1 - pe),  pe = 1/(q-1) sum_k share(k) (1 - share(k))
//
// with q the labels of the task, whether they occur or not.
func (t *tally) ac1() float64 {
	chance := 0.0
	for _, s := range t.shares() {
		chance += float64(s * (1 - s))
	}
	return beyond(t.observed(), chance/float64(t.labels-1))
}

// beyond returns the agreement beyond chance.
func beyond(observed, chance float64) float64 { return (observed - chance) / (1 - chance) }

// single reports whether all codes are one label, or there are none.
func (t *tally) single() bool {
	used := 0
	for k := range t.labels {
		if t.given(k) > 0 {
			used++
		}
	}
	return used < 2
}

// light returns the mean of Cohen's kappa over the coder pairs that have one:
// Light (1971), Psychological Bulletin 76, 365-377.
func (t *tally) light() float64 {
	kappas := make([]float64, t.pairs())
	for p := range kappas {
		kappas[p] = cohen(t.pairCells(p), t.labels)
	}
	return mean(kappas)
}

// cohen returns the kappa of two coders, labels x labels cells; NaN if both gave
// the same single label or share no unit. See Confusion.Kappa for the formula.
func cohen(cells []int, labels int) float64 {
	n, equal, chance := sumInts(cells), 0, 0
	for k := range labels {
		first, second := 0, 0
		for g := range labels {
			first += cells[k*labels+g]
			second += cells[g*labels+k]
		}
		equal += cells[k*labels+k]
		chance += first * second
	}
	if chance == n*n {
		return math.NaN()
	}
	return ratio(n*equal-chance, n*n-chance)
}

// coincidences are the code pairs by label, o(c,k), of Krippendorff (2011),
// "Computing Krippendorff's Alpha-Reliability", section C: symmetric, and a unit
// of m codes adds m. Their sum is the number of codes.
type coincidences [][]float64

func (t *tally) coincidences() coincidences {
	o := make(coincidences, t.labels)
	for c := range o {
		o[c] = make([]float64, t.labels)
		for k := range o[c] {
			for m := 2; m < len(t.together); m++ {
				o[c][k] += ratio(t.together[m][c*t.labels+k], m-1)
			}
		}
	}
	return o
}

// ordered returns the coincidences with the labels in another order.
func (o coincidences) ordered(scale []int) coincidences {
	to := make(coincidences, len(scale))
	for i, c := range scale {
		for _, k := range scale {
			to[i] = append(to[i], o[c][k])
		}
	}
	return to
}

// totals returns n(c): how many codes are each label.
func (o coincidences) totals() []float64 {
	totals := make([]float64, len(o))
	for c, row := range o {
		for _, v := range row {
			totals[c] += v
		}
	}
	return totals
}

// alpha returns Krippendorff's alpha for a squared difference of labels; NaN if
// no difference can be expected because all codes are one label.
//
//	alpha = 1 - (n-1) sum_c sum_k>c o(c,k) d(c,k) / sum_c sum_k>c n(c) n(k) d(c,k)
//
// Krippendorff (2011), section C to E.
func (o coincidences) alpha(difference func(c, k int) float64) float64 {
	n := o.totals()
	observed, expected, all := 0.0, 0.0, 0.0
	for c := range o {
		all += n[c]
		for k := c + 1; k < len(o); k++ {
			d := difference(c, k)
			observed += float64(o[c][k] * d)
			expected += float64(float64(n[c]*n[k]) * d)
		}
	}
	if expected == 0 {
		return math.NaN()
	}
	return 1 - float64((all-1)*observed)/expected
}

// nominal is 1 for any two labels: one is as far from another as any.
func nominal(c, k int) float64 { return 1 }

// ordinal returns alpha for labels in ascending order. Two labels are as far
// apart as there are codes between them, each end counted half:
//
//	d(c,k) = (sum_g=c..k n(g) - (n(c) + n(k))/2)^2      Krippendorff (2011), section D
func (o coincidences) ordinal() float64 {
	n := o.totals()
	return o.alpha(func(c, k int) float64 {
		between := 0.0
		for g := c; g <= k; g++ {
			between += n[g]
		}
		between -= (n[c] + n[k]) / 2
		return float64(between * between)
	})
}

// specific returns the agreement on label k: given that a coder chose it, how
// often another one did, too. NaN if nobody chose it. For two coders it is the F1
// of one against the other: Cicchetti and Feinstein (1990), J Clin Epidemiol 43.
func (o coincidences) specific(k int) float64 {
	if n := o.totals()[k]; n > 0 {
		return o[k][k] / n
	}
	return math.NaN()
}

// skew returns the most frequent label and its share of the codes.
func (t *tally) skew() (label int, share float64) {
	n := make([]int, t.labels)
	for k := range n {
		n[k] = t.given(k)
	}
	label = slices.Index(n, slices.Max(n))
	return label, ratio(n[label], sumInts(n))
}
