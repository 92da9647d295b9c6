package reports

import (
	"fmt"
	"math"
	"slices"

	"stance/datasets"
)

// AgreementSchema is the version of Agreement's JSON. Later versions only add keys.
const AgreementSchema = 1

// An Agreement says how well coders agree on one task, ready for encoding/json:
// its keys do not change with the data, and no number is NaN.
type Agreement struct {
	Schema    int               `json:"schema"`
	Signature string            `json:"signature"`
	Task      string            `json:"task"`
	Labels    []datasets.Label  `json:"labels"` // in reporting order
	Scale     []datasets.Label  `json:"scale"`  // ascending: the order of the ordinal alpha
	Sampling  AgreementSampling `json:"sampling"`
	Coders    []Coder           `json:"coders"`
	Overall   Coefficients      `json:"overall"`
	ByLabel   []LabelAgreement  `json:"by_label"`  // in the order of the labels
	ByTarget  []TargetAgreement `json:"by_target"` // by units descending, then name; pooled ones last
	ByPair    []PairAgreement   `json:"by_pair"`   // in the order of the coders
	Together  [][]float64       `json:"together"`  // Krippendorff's coincidences, [label][label]
	Notes     []string          `json:"notes"`     // what a reader should know before trusting the numbers
}

// An AgreementSampling says what was compared and how its intervals were drawn.
type AgreementSampling struct {
	Data      string `json:"data"`    // "" = not said
	Units     int    `json:"units"`   // with the labels of two coders or more
	Single    int    `json:"single"`  // units with one label: left out
	Uncoded   int    `json:"uncoded"` // units without any label: left out
	Divided   int    `json:"divided"` // units on which coders differ
	Opposed   int    `json:"opposed"` // units that got both ends of the scale
	Groups    int    `json:"groups"`
	GroupedBy string `json:"grouped_by"` // "" = not said
	Draws     int    `json:"draws"`
	Seed      uint64 `json:"seed"`
	Version   string `json:"version"` // "" = not said
}

// A Coder is one who labelled units.
type Coder struct {
	Name  string `json:"name"`
	Units int    `json:"units"` // labelled by this coder and at least one other
	Given []int  `json:"given"` // of these, by label
}

// Coefficients are the measures of agreement of some units; nil where one is not
// defined.
type Coefficients struct {
	Percent      *Estimate `json:"percent"`       // share of agreeing pairs of codes, in [0, 1]
	Cohen        *Estimate `json:"cohen_kappa"`   // of a pair; else the mean over the pairs
	Fleiss       *Estimate `json:"fleiss_kappa"`  //
	Alpha        *Estimate `json:"alpha"`         // Krippendorff's, nominal
	OrdinalAlpha *Estimate `json:"alpha_ordinal"` // Krippendorff's, labels in the order of the scale
	AC1          *Estimate `json:"ac1"`           // Gwet's
}

// A LabelAgreement is the agreement on one label against all others. Nothing is
// defined for a label that nobody gave.
type LabelAgreement struct {
	Label    datasets.Label `json:"label"`
	Given    int            `json:"given"`    // how often coders gave it
	Specific *Estimate      `json:"specific"` // given that one coder chose it, the share of others that did
	Coefficients
}

// A TargetAgreement is the agreement on the units of a target, or on all those
// whose target has fewer than 10, pooled.
type TargetAgreement struct {
	Target string `json:"target"`
	Pooled int    `json:"pooled"` // targets pooled here; 0 = the slice is one target
	Units  int    `json:"units"`
	Groups int    `json:"groups"`
	Coefficients
}

// A PairAgreement is the agreement of two coders on the units both labelled.
type PairAgreement struct {
	Coders [2]string `json:"coders"`
	Units  int       `json:"units"`
	Counts [][]int   `json:"counts"` // [label of the first][label of the second]
	Coefficients
}

// signature returns one line that lets anyone repeat the numbers.
func (a *Agreement) signature() string {
	s := a.Sampling
	drawn := Sampling{Data: s.Data, Groups: s.Groups, GroupedBy: s.GroupedBy, Draws: s.Draws, Seed: s.Seed, Version: s.Version}
	return drawn.sign("agreement", "task "+a.Task, fmt.Sprintf("coders %d", len(a.Coders)), fmt.Sprintf("units %d", s.Units))
}

// report computes all numbers and their intervals and puts them in order.
func (a *agreement) report() *Agreement {
	o := a.options
	s := a.sample()
	counts := s.all()
	all := a.book.tally(counts[:len(a.book.codings)])
	r := &Agreement{
		Schema: AgreementSchema,
		Task:   a.task.Name, Labels: a.task.Labels,
		Sampling: AgreementSampling{
			Data: o.Data, Units: len(a.units), Single: a.single, Uncoded: a.uncoded, Divided: len(Divided(a.task, a.units)), Opposed: a.opposed(),
			Groups: a.groups, GroupedBy: o.GroupedBy, Draws: o.Draws, Seed: o.Seed, Version: o.Version,
		},
		Coders:   a.codersOf(),
		ByLabel:  []LabelAgreement{},
		ByTarget: []TargetAgreement{},
		ByPair:   []PairAgreement{},
		Together: all.coincidences(),
	}
	for _, k := range scaleOf(a.task) {
		r.Scale = append(r.Scale, a.task.Labels[k])
	}
	r.Signature = r.signature()
	e := &estimates{values: a.measure(counts), draws: resample(s, o, a.measure)}
	a.fill(r, all, e)
	r.Notes = a.notes(r, all, e)
	return r
}

// fill takes the rows from the estimates in the order of measure.
func (a *agreement) fill(r *Agreement, all *tally, e *estimates) {
	r.Overall = e.next(a.groups)
	for k, label := range a.task.Labels {
		l := LabelAgreement{Label: label, Given: all.given(k), Specific: e.at(ofSpecific, a.groups), Coefficients: e.next(a.groups)}
		if l.Given == 0 { // that nobody gave it is no agreement
			l.Percent, l.AC1 = nil, nil
		}
		r.ByLabel = append(r.ByLabel, l)
	}
	for p, pair := range a.book.pairs {
		x, y := pair[0], pair[1]
		groups := a.groupsOf(func(u int) bool {
			coding := a.book.codings[a.coding[u]]
			return coding[x] >= 0 && coding[y] >= 0
		})
		c := confusionOver(a.task, all.pairCells(p))
		r.ByPair = append(r.ByPair, PairAgreement{[2]string{a.coders[x], a.coders[y]}, c.Total(), c.Counts, e.next(groups)})
	}
	for _, c := range a.cuts {
		groups := map[int]bool{}
		for _, u := range c.rows {
			groups[a.group[u]] = true
		}
		r.ByTarget = append(r.ByTarget, TargetAgreement{c.name, c.pooled, len(c.rows), len(groups), e.next(len(groups))})
	}
}

// opposed counts the units that got both ends of the scale.
func (a *agreement) opposed() int {
	scale := scaleOf(a.task)
	n := 0
	for _, c := range a.coding {
		coding := a.book.codings[c]
		if slices.Contains(coding, scale[0]) && slices.Contains(coding, scale[len(scale)-1]) {
			n++
		}
	}
	return n
}

// codersOf counts what each coder gave.
func (a *agreement) codersOf() []Coder {
	coders := make([]Coder, len(a.coders))
	for c := range coders {
		coders[c] = Coder{Name: a.coders[c], Given: make([]int, len(a.task.Labels))}
		for u := range a.units {
			if k := a.book.codings[a.coding[u]][c]; k >= 0 {
				coders[c].Units++
				coders[c].Given[k]++
			}
		}
	}
	return coders
}

// estimates are the numbers of measure with their draws, taken row by row.
type estimates struct {
	values []float64
	draws  [][]float64 // beside values
	row    int         // the next one
}

// next returns the coefficients of the next row. Within one group there are no
// intervals.
func (e *estimates) next(groups int) Coefficients {
	c := Coefficients{
		Percent: e.at(ofPercent, groups), Cohen: e.at(ofCohen, groups), Fleiss: e.at(ofFleiss, groups),
		Alpha: e.at(ofAlpha, groups), OrdinalAlpha: e.at(ofOrdinal, groups), AC1: e.at(ofAC1, groups),
	}
	e.row++
	return c
}

// at returns a coefficient of the next row, nil if it is not defined.
func (e *estimates) at(coefficient, groups int) *Estimate {
	i := e.row*coefficientCount + coefficient
	return estimateOf(e.values[i], e.draws[i], groups)
}

// estimateOf puts an interval beside a value; nil stands for NaN.
func estimateOf(value float64, draws []float64, groups int) *Estimate {
	if math.IsNaN(value) {
		return nil
	}
	return &Estimate{value, expanded(draws, groups)}
}
