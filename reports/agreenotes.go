package reports

import (
	"fmt"
	"math"
)

// highSkew is the share of one label from which on kappa and alpha are known to
// be low whatever the coders do: Feinstein and Cicchetti (1990), "High agreement
// but low kappa".
const highSkew = 0.8

// notes says in words what the numbers rest on.
func (a *agreement) notes(r *Agreement, all *tally, e *estimates) []string {
	said := []string{}
	say := func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) }
	if out := a.single + a.uncoded; out > 0 {
		say("left out: %d of %d units, %d with the label of one coder and %d with none", out, out+len(a.units), a.single, a.uncoded)
	}
	k, share := all.skew()
	switch {
	case all.single():
		say("all labels given are %s: no disagreement can be expected, so kappa and alpha are not defined (-)", a.task.Labels[k])
	case share >= highSkew:
		say("%s has %.1f %% of the labels given: kappa and alpha come out low where one label is so frequent; read AC1 beside them", a.task.Labels[k], 100*share)
	}
	if n := undefined(e.draws[ofAlpha]); n > 0 && !all.single() && a.groups > 1 {
		say("kappa and alpha are not defined in %d of %d draws (one label only); their intervals leave these out", n, a.options.Draws)
	}
	said = append(said, a.pairNotes(r)...)
	switch n := len(a.units); {
	case n == 1:
		say("one unit: it says nothing of how coders agree")
	case a.groups < 2:
		say("all units in one group: no intervals")
	case n < minMany:
		say("few: %d units; read the intervals, not the numbers", n)
	case a.groups < minMany:
		say("few: %d groups; the intervals are rough", a.groups)
	}
	if r.Overall.Alpha != nil {
		say("a custom, not a law: rely on alpha >= 0.800, and from 0.667 on draw tentative conclusions (Krippendorff 2004, p. 241)")
	}
	return said
}

// pairNotes says which coder pairs count nothing.
func (a *agreement) pairNotes(r *Agreement) []string {
	apart, undefined := 0, 0
	for _, p := range r.ByPair {
		switch {
		case p.Units == 0:
			apart++
		case p.Cohen == nil:
			undefined++
		}
	}
	var said []string
	if apart > 0 {
		said = append(said, fmt.Sprintf("%d of %d coder pairs share no unit", apart, len(r.ByPair)))
	}
	if undefined > 0 && r.Overall.Cohen != nil {
		said = append(said, fmt.Sprintf("Cohen's kappa is the mean over the other pairs: in %d of %d both gave one and the same label only", undefined, len(r.ByPair)))
	}
	return said
}

// undefined returns how many of the draws are NaN.
func undefined(draws []float64) int {
	n := 0
	for _, d := range draws {
		if math.IsNaN(d) {
			n++
		}
	}
	return n
}
