package reports

import (
	"fmt"

	"stance/datasets"
)

// CompareDraws is the number of bootstrap draws when CompareOptions.Draws is 0. It
// is more than Evaluate takes, because a p value corrected for eight metrics lies
// far out in the tails.
const CompareDraws = 10000

// MinCompareDraws is the number of draws below which the tails cannot be read.
const MinCompareDraws = 1000

// minMovers is the number of groups that must move a metric before a difference is
// tested. If fewer do, even all of them pointing one way is nothing rare: with 5
// the exact sign test gives 2/2^5 = 0.0625.
const minMovers = 6

// CompareOptions says how to compare. The zero value draws CompareDraws times with
// seed 0 and leaves names out of the signature.
type CompareOptions struct {
	Draws     int    // bootstrap draws
	Seed      uint64 // same seed, same intervals
	GroupedBy string // how the groups came about, such as doc_id
	A, B      string // names of the two systems
	Data      string // what was compared, such as file names and hashes
	Version   string // of the program
}

// Compare tells whether system B is better than system A. The groups stand beside
// the pairs; statements of one group, such as an article, are drawn together.
//
// Every metric of B minus A has a 95 % interval from a bootstrap over whole groups,
// paired: each draw scores both systems on the same statements. It is the expanded
// percentile interval (see expandedTail) of as many groups as move the metric: the
// others, where A and B do equally well, say nothing about which is better. The p
// value is that of the same draws, 1 minus the level at which the interval
// begins to contain 0, so that p < 0.05 where the 95 % interval leaves out 0 and
// nowhere else. The verdict is by the p value after Holm's correction for the
// number of metrics: it may be ~ where the interval of the metric alone leaves out
// 0, and is never better or worse where it does not.
func Compare(t datasets.Task, pairs []datasets.Pair, groups []int, o CompareOptions) (*Contrast, error) {
	if o.Draws == 0 {
		o.Draws = CompareDraws
	}
	switch {
	case len(pairs) == 0:
		return nil, fmt.Errorf("reports: no statement with %s gold to compare on; label some first", t.Name)
	case len(groups) != len(pairs):
		return nil, fmt.Errorf("reports: %d groups for %d pairs; give one each", len(groups), len(pairs))
	case o.Draws < MinCompareDraws:
		return nil, fmt.Errorf("reports: %d bootstrap draws; at least %d are needed", o.Draws, MinCompareDraws)
	}
	if err := tooManyDraws(o.Draws); err != nil {
		return nil, err
	}
	c := &contest{metrics: metricsOf(t), options: o}
	if err := c.count(t, pairs, groups); err != nil {
		return nil, err
	}
	c.draw(o.Draws, o.Seed)
	return c.contrast(), nil
}

// A metric is a measure by which systems are compared.
type metric struct {
	name  string
	of    measure
	label datasets.Label // of a metric of one label
}

// metricsOf lists the metrics of a task, the headline first.
func metricsOf(t datasets.Task) []metric {
	all := []metric{{name: HeadlineName(t), of: (*Confusion).Headline}}
	if all[0].name != macroF1 {
		all = append(all, metric{name: macroF1, of: func(c *Confusion) float64 { return c.Macro().F1 }})
	}
	all = append(all, metric{name: "accuracy", of: (*Confusion).Accuracy})
	for k, l := range t.Labels {
		all = append(all, metric{"F1 " + string(l), func(c *Confusion) float64 { return c.Label(k).F1 }, l})
	}
	return append(all, metric{name: "kappa", of: (*Confusion).Kappa}, metric{name: "MCC", of: (*Confusion).MCC})
}

// A contest is a comparison before its numbers are known.
type contest struct {
	evaluation
	options CompareOptions
	metrics []metric
	other   []int // label index that B predicted; A's are evaluation.predicted
	a, b    *part
	differ  int   // groups in which the predictions differ
	movers  []int // beside metrics: groups that move it, see countMovers
}

// count checks the labels and counts both systems.
func (c *contest) count(t datasets.Task, pairs []datasets.Pair, groups []int) error {
	c.task = t
	other := make([]datasets.Label, len(pairs))
	for i := range pairs {
		p := &pairs[i]
		c.outcomes = append(c.outcomes, Outcome{ID: p.ID, Group: groups[i], Gold: p.Gold, Prediction: datasets.Prediction{Label: p.A}})
		other[i] = p.B
	}
	var measures []measure
	for _, m := range c.metrics {
		measures = append(measures, m.of)
	}
	if err := c.addModel(measures); err != nil {
		return err
	}
	var err error
	if c.other, err = c.indexes("label of B", len(other), func(i int) datasets.Label { return other[i] }); err != nil {
		return err
	}
	c.a = c.parts[0]
	c.b = c.add(measures, c.rows(), c.other)
	c.countMovers()
	return nil
}
