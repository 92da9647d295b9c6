package classifier

import (
	"slices"

	"stance/datasets"
)

// maxEvidence is how many spans are shown at most.
const maxEvidence = 3

// Evidence returns the spans of the last statement that spoke most for label, the
// strongest first, at most three; none for a label that takes no side, because what
// speaks for it is that nothing speaks for another. Valid until the next call.
//
// Every feature's contribution, its weight for the label less the mean weight of
// the others, is shared out evenly over the tokens that show it. A word that no
// lexicon lists as polar needs a larger share. Neighbours that speak for the label,
// none of them much less than the strongest token of the statement, make a span,
// with the word that turns them: "refused to endorse".
func (l *Labeller) Evidence(label datasets.Label) []datasets.Span {
	return l.evidence(label, faintest)
}

// evidence is Evidence for spans of at least the given strength in log-odds.
func (l *Labeller) evidence(label datasets.Label, faintest float64) []datasets.Span {
	l.spans = l.spans[:0]
	if !label.Polar() {
		return l.spans
	}
	l.share(l.c.Recipe.Task.Index(label))
	var strength [maxEvidence]float64
	floor := l.floor()
	for i := 0; i < len(l.shares); {
		end, sum := l.run(i, floor)
		if end > i {
			l.keep(&strength, l.extractor.Passage(i, end), sum)
		}
		i = max(end, i+1)
	}
	if scale := l.c.Calibration.Scale; scale > 0 {
		faintest /= scale
	}
	n := len(l.spans)
	for n > 0 && strength[n-1] < max(minor*strength[0], faintest) {
		n--
	}
	return l.spans[:n]
}

// How strong a span must be to be shown. Below, weights are chance as often as meaning.
const (
	minor    = 0.3  // as a part of the strongest span's strength
	faintest = 0.06 // in log-odds, for the label that was predicted
	contrary = 0.25 // in log-odds, for another label
)

// What the share of a word counts that no lexicon lists as polar: its weight may be
// chance, and with a capital it is likely a name.
const (
	unlisted    = 0.4
	capitalised = 0.1
)

// share fills shares with the contribution of each token to class k.
func (l *Labeller) share(k int) {
	n := l.extractor.Tokens()
	l.shares = slices.Grow(l.shares[:0], n)[:n]
	clear(l.shares)
	found := l.extractor.Found()
	for i := range l.hits {
		h := &l.hits[i]
		f := &found[h.feature]
		if f.First < 0 {
			continue
		}
		each := l.contribution(h, k) / float64(f.Last-f.First+1)
		for t := f.First; t <= f.Last; t++ {
			l.shares[t] += each
		}
	}
	for i := range l.shares {
		switch {
		case l.extractor.Polar(i):
		case l.extractor.Capitalised(i):
			l.shares[i] *= capitalised
		default:
			l.shares[i] *= unlisted
		}
	}
}

// weakest is the least share that a token of a span has, as a part of the
// strongest token's.
const weakest = 0.3

// floor returns the share that a token needs to be part of a span.
func (l *Labeller) floor() float64 {
	top := 0.0
	for i, s := range l.shares {
		if s > top && l.extractor.Content(i) {
			top = s
		}
	}
	return weakest * top
}

// run returns the end of the run of tokens from i on that speak for the label, and
// their sum, which counts less if no lexicon lists any of them.
func (l *Labeller) run(i int, floor float64) (end int, sum float64) {
	x, polar := l.extractor, false
	for end = i; end < len(l.shares) && x.Content(end) && x.Evident(end) && l.shares[end] > floor; end++ {
		sum += l.shares[end]
		polar = polar || x.Polar(end)
	}
	if !polar {
		sum *= unlisted
	}
	return end, sum
}

// keep inserts a span by its strength, if it is among the strongest. The same words are
// shown once, and spans that overlap become one.
func (l *Labeller) keep(strength *[maxEvidence]float64, span datasets.Span, sum float64) {
	for i := 0; i < len(l.spans); {
		switch old := l.spans[i]; {
		case old.Overlaps(span):
			span = datasets.Span{Start: min(old.Start, span.Start), End: max(old.End, span.End)}
		case l.extractor.Text(old) != l.extractor.Text(span):
			i++
			continue
		}
		sum = max(sum, strength[i])
		copy(strength[i:], strength[i+1:])
		l.spans = slices.Delete(l.spans, i, i+1)
	}
	at := 0
	for at < len(l.spans) && strength[at] >= sum {
		at++
	}
	if at == maxEvidence {
		return
	}
	if len(l.spans) < maxEvidence {
		l.spans = append(l.spans, span)
	}
	copy(l.spans[at+1:], l.spans[at:])
	copy(strength[at+1:], strength[at:])
	l.spans[at], strength[at] = span, sum
}
