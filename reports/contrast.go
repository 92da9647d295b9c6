package reports

import (
	"fmt"

	"stance/datasets"
)

// A Contrast is the outcome of a comparison of two systems, ready for
// encoding/json: its keys do not change with the data, and no number is NaN.
type Contrast struct {
	Schema       int              `json:"schema"`
	Signature    string           `json:"signature"`
	Task         string           `json:"task"`
	Labels       []datasets.Label `json:"labels"` // in reporting order
	HeadlineName string           `json:"headline_name"`
	A            string           `json:"a"`
	B            string           `json:"b"`
	Sampling     Sampling         `json:"sampling"`
	Metrics      []MetricContrast `json:"metrics"` // the headline first
	RightWrong   RightWrong       `json:"right_wrong"`
	Changed      Changed          `json:"changed"`
	Notes        []string         `json:"notes"` // what a reader should know before trusting the numbers
}

// A MetricContrast is a number of two systems.
type MetricContrast struct {
	Metric     string   `json:"metric"`
	Absent     bool     `json:"absent"` // the label has no gold statement: nothing to compare
	A          Estimate `json:"a"`
	B          Estimate `json:"b"`
	Difference Estimate `json:"difference"` // B minus A
	Movers     int      `json:"movers"`     // groups in which the other labels make another number, of A or of B
	P          *float64 `json:"p"`          // nil where too few groups move the metric
	Holm       *float64 `json:"p_holm"`     // corrected for the number of metrics
	Verdict    string   `json:"verdict"`    // on B, by p_holm: better, worse, ~ or - (not known)
}

// Changed counts where the predictions differ.
type Changed struct {
	Rows   int `json:"rows"`
	Groups int `json:"groups"`
}

// significance is the p value below which a difference is said to be one.
const significance = 1 - Level

// contrast puts the drawn numbers in order.
func (c *contest) contrast() *Contrast {
	o, t := c.options, c.task
	r := &Contrast{
		Schema: Schema, Task: t.Name, Labels: t.Labels, HeadlineName: HeadlineName(t), A: o.A, B: o.B,
		Sampling: Sampling{o.Data, len(c.outcomes), c.groups, o.GroupedBy, o.Draws, o.Seed, o.Version},
		Changed:  Changed{Groups: c.differ},
	}
	for m := range c.metrics {
		r.Metrics = append(r.Metrics, c.metricContrast(m))
	}
	r.judge()
	for i, gold := range c.gold {
		r.RightWrong.add(c.predicted[i] == gold, c.other[i] == gold)
		if c.predicted[i] != c.other[i] {
			r.Changed.Rows++
		}
	}
	r.RightWrong.P = McNemar(r.RightWrong.OnlyA, r.RightWrong.OnlyB)
	r.Signature = "B - A of " + Signature(t, r.Sampling) + fmt.Sprintf(" | Holm over %d metrics", r.tested())
	r.Notes = c.notes(r)
	return r
}

func (n *RightWrong) add(a, b bool) {
	switch {
	case a && b:
		n.Both++
	case a:
		n.OnlyA++
	case b:
		n.OnlyB++
	default:
		n.Neither++
	}
}

// metricContrast returns a metric without its verdict.
func (c *contest) metricContrast(m int) MetricContrast {
	x := MetricContrast{Metric: c.metrics[m].name, A: c.a.estimate(m), B: c.b.estimate(m), Movers: c.movers[m]}
	x.Difference.Value = x.B.Value - x.A.Value
	if l := c.metrics[m].label; l != "" && c.a.confusion.Label(c.task.Index(l)).Gold == 0 {
		x.Absent = true
		return x
	}
	if x.Movers >= minMovers {
		x.Difference.Interval, x.P = pairedTest(c.a.draws[m], c.b.draws[m], x.Movers)
	} else if x.Movers == 0 {
		one := 1.0
		x.P = &one
	}
	return x
}

// judge corrects the p values and says the verdicts. A metric that could not be
// tested counts among those corrected for.
func (r *Contrast) judge() {
	var p []float64
	var tested []*MetricContrast
	for i := range r.Metrics {
		x := &r.Metrics[i]
		if x.Absent {
			x.Verdict = verdictUnknown
			continue
		}
		tested = append(tested, x)
		if x.P != nil {
			p = append(p, *x.P)
		} else {
			p = append(p, 1)
		}
	}
	for i, holm := range Holm(p) {
		tested[i].judge(holm)
	}
}

func (x *MetricContrast) judge(holm float64) {
	if x.P != nil {
		x.Holm = &holm
	}
	switch {
	case x.P == nil && x.Difference.Value != 0:
		x.Verdict = verdictUnknown
	case x.P == nil || holm >= significance:
		x.Verdict = verdictNoise
	case x.Difference.Value > 0:
		x.Verdict = verdictBetter
	default:
		x.Verdict = verdictWorse
	}
}

// tested returns the number of metrics corrected for.
func (r *Contrast) tested() int {
	n := 0
	for _, x := range r.Metrics {
		if !x.Absent {
			n++
		}
	}
	return n
}

// Headline returns the contrast of the number that the task is judged by.
func (r *Contrast) Headline() MetricContrast { return r.Metrics[0] }

// WorseBy reports whether B fails a gate: the verdict on its headline is worse, and
// it is more than so many points, hundredths, below that of A. It says why.
func (r *Contrast) WorseBy(points float64) (fails bool, why string) {
	x := r.Headline()
	drop := -100 * x.Difference.Value
	fails = x.Verdict == verdictWorse && drop > points
	switch {
	case fails:
		why = fmt.Sprintf("%.2f points worse than A, more than %v", drop, points)
	case x.Verdict == verdictWorse:
		why = fmt.Sprintf("%.2f points worse than A, not more than %v", drop, points)
	case drop > 0:
		why = fmt.Sprintf("%.2f points below A, verdict %s", drop, x.Verdict)
	default:
		why = fmt.Sprintf("%.2f points above A, verdict %s", 0-drop, x.Verdict)
	}
	return fails, fmt.Sprintf("%s %s of B is %s", r.Task, x.Metric, why)
}
