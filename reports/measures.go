package reports

import "stance/datasets"

// PRF is precision, recall and F1 with their intervals.
type PRF struct {
	Precision Estimate `json:"precision"`
	Recall    Estimate `json:"recall"`
	F1        Estimate `json:"f1"`
}

// Scores are the numbers of one labelling of all statements.
type Scores struct {
	Headline Estimate      `json:"headline"` // see Confusion.Headline
	Macro    PRF           `json:"macro"`    // over the labels that occur in gold or predicted
	Weighted PRF           `json:"weighted"` // by support
	Accuracy Estimate      `json:"accuracy"`
	Kappa    Estimate      `json:"kappa"`
	MCC      Estimate      `json:"mcc"`
	ByLabel  []LabelScores `json:"by_label"` // in the order of the task's labels
}

// LabelScores are the numbers of one label.
type LabelScores struct {
	Label datasets.Label `json:"label"`
	PRF
	Support   int `json:"support"` // gold statements
	Predicted int `json:"predicted"`
	Correct   int `json:"correct"`
}

// The positions of the measures of a labelling. Those of label k stand at
// ofLabels + 3*k.
const (
	ofHeadline = 0
	ofAccuracy = 1
	ofKappa    = 2
	ofMCC      = 3
	ofMacro    = 4 // and recall, F1
	ofWeighted = 7 // and recall, F1
	ofLabels   = 10
)

// scoreMeasures lists the measures of a labelling, in the order above.
func scoreMeasures(t datasets.Task) []measure {
	all := sliceMeasures()
	all = append(all, (*Confusion).Kappa, (*Confusion).MCC)
	all = append(all, prf(func(c *Confusion) Score { return c.Macro() })...)
	all = append(all, prf((*Confusion).Weighted)...)
	for k := range t.Labels {
		all = append(all, prf(func(c *Confusion) Score { return c.Label(k) })...)
	}
	return all
}

// sliceMeasures lists the measures of a slice: the first two of a labelling.
func sliceMeasures() []measure {
	return []measure{(*Confusion).Headline, (*Confusion).Accuracy}
}

func prf(of func(*Confusion) Score) []measure {
	return []measure{
		func(c *Confusion) float64 { return of(c).Precision },
		func(c *Confusion) float64 { return of(c).Recall },
		func(c *Confusion) float64 { return of(c).F1 },
	}
}

// scores returns the numbers of a part with the measures of a labelling.
func (p *part) scores() Scores {
	s := Scores{
		Headline: p.estimate(ofHeadline),
		Macro:    p.prf(ofMacro),
		Weighted: p.prf(ofWeighted),
		Accuracy: p.estimate(ofAccuracy),
		Kappa:    p.estimate(ofKappa),
		MCC:      p.estimate(ofMCC),
	}
	for k, label := range p.confusion.Task.Labels {
		n := p.confusion.Label(k)
		s.ByLabel = append(s.ByLabel, LabelScores{label, p.prf(ofLabels + 3*k), n.Gold, n.Predicted, n.Correct})
	}
	return s
}

func (p *part) prf(m int) PRF {
	return PRF{p.estimate(m), p.estimate(m + 1), p.estimate(m + 2)}
}

// apart is minus for two parts of the same labelling, such as a slice and the rest.
// Where one of them never varies, nothing is known of how it would in other articles:
// the difference has no interval.
func (p *part) apart(q *part, m int) Difference {
	d := p.minus(q, m)
	if p.estimate(m).Interval == nil || q.estimate(m).Interval == nil {
		return Difference{Estimate{Value: d.Value}, verdictUnknown}
	}
	return d
}

// minus returns measure m of p minus that of q, draw by draw. A labelling that never
// varies, such as the majority's, is known for certain.
func (p *part) minus(q *part, m int) Difference {
	draws := make([]float64, len(p.draws[m]))
	for i := range draws {
		draws[i] = p.draws[m][i] - q.draws[m][i]
	}
	return newDifference(p.interval(p.measures[m](p.confusion)-q.measures[m](q.confusion), draws))
}
