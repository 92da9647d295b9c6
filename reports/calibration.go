package reports

import "math"

// bins is how many bins of equal width a calibration has. Guo et al. (2017) take 15
// for 10,000 images and more; 10 suit smaller gold.
const bins = 10

// A Calibration says whether probabilities mean what they say.
type Calibration struct {
	Bins []Bin `json:"bins"` // by the probability of the printed label; empty ones left out

	// ECE is the expected calibration error of the printed label's probability:
	// the mean over rows of the gap of their bin,
	//
	//	ECE = sum over bins of |B|/n * |right(B) - said(B)|      Guo et al. (2017), eq. 3
	//
	// But: Guo et al. look at the most probable label; here it is the printed one,
	// which an operating point can make another.
	ECE Estimate `json:"ece"`

	// ECEByChance is about what probabilities that are exactly right would show on
	// as many rows, because even then no bin comes out even: the mean of the absolute
	// value of a normal variable is sqrt(2/pi) times its standard deviation.
	ECEByChance float64 `json:"ece_by_chance"`

	Brier   Estimate `json:"brier"`    // mean over rows of sum over labels of (p - gold)^2, in [0, 2]: Brier (1950), eq. 2
	LogLoss Estimate `json:"log_loss"` // mean over rows of -ln p(gold), with p at least 2^-52 as scikit-learn has it

	// The same for one who knows the shares of the gold labels and nothing else.
	BrierOfShares   float64 `json:"brier_of_shares"`
	LogLossOfShares float64 `json:"log_loss_of_shares"`

	Impossible int `json:"impossible"` // rows whose gold label had probability 0
}

// A Bin is the rows whose printed label has a probability in (From, To].
type Bin struct {
	From  float64  `json:"from"`
	To    float64  `json:"to"`
	Rows  int      `json:"rows"`
	Said  float64  `json:"said"`  // mean probability of the printed label
	Right Estimate `json:"right"` // share whose label is right
}

// calibration collects what a Calibration is computed from.
type calibration struct {
	bin         []int     // of each row
	said        []float64 // probability of its printed label
	brier, loss []float64 // what each row adds
	impossible  int

	weighing *weighing
	parts    []*part // by bin; nil where it is empty
}

// The positions of the numbers of a calibration in a draw.
const (
	ofECE     = 0
	ofBrier   = 1
	ofLogLoss = 2
)

// addCalibration weighs the calibration in every draw, and counts each bin.
func (e *evaluation) addCalibration() {
	c := &calibration{parts: make([]*part, bins)}
	rows := make([][]int, bins)
	for i := range e.outcomes {
		p := e.outcomes[i].Prediction.Probabilities
		b := binOf(e.said(i))
		rows[b] = append(rows[b], i)
		c.bin, c.said = append(c.bin, b), append(c.said, e.said(i))
		c.brier, c.loss = append(c.brier, brier(p, e.gold[i])), append(c.loss, logLoss(p, e.gold[i]))
		if p[e.gold[i]] == 0 {
			c.impossible++
		}
	}
	for b := range rows {
		if len(rows[b]) > 0 {
			c.parts[b] = e.add([]measure{(*Confusion).Accuracy}, rows[b], e.predicted)
		}
	}
	c.weighing = &weighing{size: 3, begin: func() func([]int32, []float64) { return e.weighCalibration(c) }}
	e.weighings = append(e.weighings, c.weighing)
	e.calibrated = c
}

// weighCalibration returns a function that computes ECE, Brier score and log loss from
// how often each group was drawn.
func (e *evaluation) weighCalibration(c *calibration) func(times []int32, numbers []float64) {
	return func(times []int32, numbers []float64) {
		var gap [bins]float64 // right - said, summed over the rows of a bin
		rows := 0
		for i, b := range c.bin {
			n := times[e.group[i]]
			if n == 0 {
				continue
			}
			w := float64(n)
			rows += int(n)
			right := 0.0
			if e.gold[i] == e.predicted[i] {
				right = 1
			}
			gap[b] += float64(w * (right - c.said[i]))
			numbers[ofBrier] += float64(w * c.brier[i])
			numbers[ofLogLoss] += float64(w * c.loss[i])
		}
		for _, g := range gap {
			numbers[ofECE] += math.Abs(g)
		}
		for m := range numbers {
			numbers[m] /= float64(rows)
		}
	}
}

// binOf returns the bin (b/10, (b+1)/10] of a probability; 0 is in the first.
func binOf(p float64) int {
	for b := range bins - 1 {
		if p <= float64(b+1)/bins {
			return b
		}
	}
	return bins - 1
}

// brier returns the sum over labels of (p - gold)^2.
func brier(p []float64, gold int) float64 {
	sum := 0.0
	for k, v := range p {
		if k == gold {
			v--
		}
		sum += float64(v * v)
	}
	return sum
}

// logLoss returns -ln p(gold). Like scikit-learn 1.2's log_loss it first keeps the
// probabilities away from 0 and 1 and scales them to sum to 1.
func logLoss(p []float64, gold int) float64 {
	const least = 0x1p-52
	sum := 0.0
	for _, v := range p {
		sum += min(max(v, least), 1-least)
	}
	return -math.Log(min(max(p[gold], least), 1-least) / sum)
}

// calibration returns the numbers of the calibration, or nil without probabilities.
func (e *evaluation) calibration() *Calibration {
	c := e.calibrated
	if c == nil {
		return nil
	}
	values := make([]float64, c.weighing.size)
	e.weighCalibration(c)(once(e.groups), values)
	r := &Calibration{
		Bins:       []Bin{},
		ECE:        e.interval(values[ofECE], c.weighing.draws[ofECE]),
		Brier:      e.interval(values[ofBrier], c.weighing.draws[ofBrier]),
		LogLoss:    e.interval(values[ofLogLoss], c.weighing.draws[ofLogLoss]),
		Impossible: c.impossible,
	}
	r.BrierOfShares, r.LogLossOfShares = e.ofShares()
	for b, p := range c.parts {
		if p == nil {
			continue
		}
		said, variance := c.sums(b)
		n := p.confusion.Total()
		r.Bins = append(r.Bins, Bin{float64(b) / bins, float64(b+1) / bins, n, said / float64(n), p.estimate(0)})
		r.ECEByChance += math.Sqrt(2/math.Pi*variance) / float64(len(e.outcomes))
	}
	return r
}

// sums returns the sums over the rows of a bin of the probability and its variance.
func (c *calibration) sums(b int) (said, variance float64) {
	for i, p := range c.said {
		if c.bin[i] == b {
			said += p
			variance += float64(p * (1 - p))
		}
	}
	return said, variance
}

// ofShares returns the Brier score and log loss of always giving every label its
// share of the gold: 1 - sum of squared shares, and the entropy.
func (e *evaluation) ofShares() (brier, loss float64) {
	brier = 1
	c := e.parts[0].confusion
	for k := range c.Counts {
		if share := ratio(c.gold(k), c.Total()); share > 0 {
			brier -= float64(share * share)
			loss -= float64(share * math.Log(share))
		}
	}
	return max(brier, 0), max(loss, 0)
}
