package reports

import (
	"fmt"
	"slices"
	"strings"

	"stance/datasets"
)

// notes says in words where a comparison rests on a convention or on little.
func (c *contest) notes(r *Contrast) []string {
	said := c.conventions()
	say := func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) }
	if r.Sampling.GroupedBy == datasets.ByRow {
		say("articles not known: every row is drawn by itself, and if some share an article the intervals are too narrow")
	}
	if names := r.named(func(x MetricContrast) bool { return x.Absent }); names != "" {
		say("not compared: %s; no gold statement has the label", names)
	}
	if r.Changed.Rows == 0 {
		say("A and B predict the same label for every row")
		return said
	}
	if r.Changed.Groups < minMany && c.groups >= minMany {
		say("few: the predictions differ in %s only; small differences cannot be told from noise", counted(r.Changed.Groups, "group"))
	}
	few := func(x MetricContrast) bool { return x.P == nil && !x.Absent }
	if names := r.named(few); names != "" {
		say("not tested: %s; fewer than %d groups move it, and that few can point one way by chance", names, minMovers)
	}
	if names := r.named(r.outOfReach); names != "" {
		say("no verdict possible: %s; the smallest p value that %d draws of so few groups can give is above 0.05 after Holm's correction", names, r.Sampling.Draws)
	}
	corrected := func(x MetricContrast) bool {
		return x.Verdict == verdictNoise && x.P != nil && *x.P < significance && !r.outOfReach(x)
	}
	if names := r.named(corrected); names != "" {
		say("~ by Holm's correction: %s; alone p < 0.05, but of %d metrics one is so by chance too often", names, r.tested())
	}
	return said
}

// conventions returns the notes on the confusions of A and B; what holds for both
// is said once.
func (c *contest) conventions() []string {
	ofA, ofB := notes(c.a.confusion, c.groups), notes(c.b.confusion, c.groups)
	said := []string{}
	for _, note := range ofA {
		if !slices.Contains(ofB, note) {
			note = "A: " + note
		}
		said = append(said, note)
	}
	for _, note := range ofB {
		if !slices.Contains(ofA, note) {
			said = append(said, "B: "+note)
		}
	}
	return said
}

// outOfReach reports whether the verdict is ~ where not even draws that all point one way would make a
// verdict on the metric, were it the first that Holm's correction looks at.
func (r *Contrast) outOfReach(x MetricContrast) bool {
	return x.P != nil && x.Movers >= minMovers && x.Verdict == verdictNoise &&
		float64(r.tested())*tailsOf(1/float64(r.Sampling.Draws+1), x.Movers) >= significance
}

// named lists the metrics that are so.
func (r *Contrast) named(so func(MetricContrast) bool) string {
	var names []string
	for _, x := range r.Metrics {
		if so(x) {
			names = append(names, x.Metric)
		}
	}
	return strings.Join(names, ", ")
}
