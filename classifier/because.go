package classifier

import (
	"cmp"
	"math"
	"slices"
)

// The reasons that are shown, and the names of those that are no words.
const (
	maxReasons = 5    // at most
	least      = 0.05 // in log-odds, at least

	priorName = "prior" // what a label has before any word is read
	restName  = "rest"  // all that is not shown
)

// because appends what decided about class k of the last statement: the strongest
// reasons by size, then prior and rest. They sum to its log-odds
//
//	log p(k) - mean over the other classes j seen in training of log p(j)
//
// by the calibrated probabilities. What a feature contributes is shared out evenly over
// the tokens that show it. Neighbours that pull the same way, none of them much less
// than the strongest that does, make one reason, with the word that turns them:
// `"refused to endorse"`. Words are quoted; TARGET, SOURCE and OTHER are the places of
// the parties; what no token shows goes by its topic: "lexicon".
func (l *Labeller) because(k int, dst []Weight) []Weight {
	l.reasons = l.reasons[:0]
	l.spread(k)
	l.groupWords()
	slices.SortStableFunc(l.reasons, func(a, b Weight) int { return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)) })
	prior := l.odds(l.c.Linear.Bias, k)
	left := l.odds(l.scores, k) - prior
	for _, r := range l.reasons[:min(maxReasons, len(l.reasons))] {
		if math.Abs(r.Weight) >= least {
			dst = append(dst, r)
			left -= r.Weight
		}
	}
	return append(dst, Weight{priorName, prior}, Weight{restName, left})
}

// odds returns the log-odds of class k, given the scores of all.
func (l *Labeller) odds(scores []float64, k int) float64 {
	var z [lanes]float64
	for j, s := range scores {
		z[j] = l.c.Calibration.Scale*s + l.c.Calibration.Shift[j]
	}
	return l.c.Calibration.ahead(&z, k)
}

// ahead returns number k less the mean of those of the other classes seen in training.
func (c *Calibration) ahead(z *[lanes]float64, k int) float64 {
	others, n := 0.0, 0
	for j, seen := range c.Seen {
		if seen && j != k {
			others += z[j]
			n++
		}
	}
	return z[k] - others/float64(max(n, 1))
}

// spread fills shares with what each token contributes to class k, and adds what the
// whole statement does to the reasons.
func (l *Labeller) spread(k int) {
	n := l.extractor.Tokens()
	l.shares = slices.Grow(l.shares[:0], n)[:n]
	clear(l.shares)
	found := l.extractor.Found()
	var z [lanes]float64
	for i := range l.hits {
		h := &l.hits[i]
		f := &found[h.feature]
		for j, w := range h.weights {
			z[j] = float64(w)
		}
		gain := l.c.Calibration.Scale * l.scales[f.Block()] * float64(h.value) * l.c.Calibration.ahead(&z, k)
		if f.First < 0 {
			l.reason(f.Topic(), gain)
			continue
		}
		gain /= float64(f.Last - f.First + 1)
		for t := f.First; t <= f.Last; t++ {
			l.shares[t] += gain
		}
	}
}

// reason adds to the reason of that name.
func (l *Labeller) reason(name string, weight float64) {
	for i := range l.reasons {
		if l.reasons[i].Feature == name {
			l.reasons[i].Weight += weight
			return
		}
	}
	l.reasons = append(l.reasons, Weight{name, weight})
}

// groupWords makes reasons of the shares of tokens.
func (l *Labeller) groupWords() {
	x := l.extractor
	up, down := l.floors()
	pulls := func(i int) bool { return x.Evident(i) && (l.shares[i] > up || l.shares[i] < down) }
	for i := 0; i < len(l.shares); {
		if mask := x.Mask(i); mask != "" {
			l.reason(mask, l.take(i, i+1))
			i++
			continue
		}
		end := i
		for end < len(l.shares) && pulls(end) && l.shares[end] > 0 == (l.shares[i] > 0) {
			end++
		}
		if end == i {
			i++
			continue
		}
		i = l.words(i, end)
	}
}

// words makes a reason of tokens [i, end), named by those of them that carry meaning if
// any does, and returns the token behind it.
func (l *Labeller) words(i, end int) int {
	x := l.extractor
	first, last := i, end
	for first < last && !x.Content(first) {
		first++
	}
	for last > first && !x.Content(last-1) {
		last--
	}
	if first == last {
		first, last = i, end
	}
	name := `"` + x.Text(x.Passage(first, last)) + `"`
	first, last = x.Whole(first, last)
	l.reason(name, l.take(min(i, first), max(end, last)))
	return max(end, last)
}

// floors returns the shares beyond which a token pulls up, and down.
func (l *Labeller) floors() (up, down float64) {
	for i, s := range l.shares {
		if l.extractor.Evident(i) {
			up, down = max(up, s), min(down, s)
		}
	}
	return weakest * up, weakest * down
}

// take returns the sum of the shares of tokens [first, last), which are spent then.
func (l *Labeller) take(first, last int) (sum float64) {
	for i := first; i < last; i++ {
		sum += l.shares[i]
		l.shares[i] = 0
	}
	return sum
}
