package reports

import (
	"fmt"
	"math"

	"stance/datasets"
)

// A Ceiling is how well the coders of the gold agree with each other in the
// numbers that a model is judged by: no model can be shown to be better than
// that. All rows of two coders or more count, and none else.
type Ceiling struct {
	HeadlineName string   `json:"headline_name"`
	Coders       []string `json:"coders"`
	Rows         int      `json:"rows"`
	Groups       int      `json:"groups"`

	Human CeilingScores `json:"human"` // each coder against each other one, the mean
	Model CeilingScores `json:"model"` // the model against each coder, the mean
	Gold  CeilingScores `json:"gold"`  // the model against the gold, same rows
	Gain  struct {
		Headline Difference `json:"headline"`
		Accuracy Difference `json:"accuracy"`
	} `json:"gain"` // the model more than the coders, drawn together
	Alpha *Estimate `json:"alpha"` // Krippendorff's, of the coders; nil if not defined

	Notes []string `json:"notes"`
}

// CeilingScores are the numbers of one line of a Ceiling.
type CeilingScores struct {
	Headline Estimate `json:"headline"`
	Accuracy Estimate `json:"accuracy"`
}

// AddCeiling puts the human ceiling into the report. The outcomes are those of
// the report; labels[i] are what the coders gave outcome i, "" where one gave
// none. Without an outcome that two coders labelled it only adds a note.
func (r *Report) AddCeiling(coders []string, labels [][]datasets.Label, outcomes []Outcome) error {
	if len(labels) != len(outcomes) {
		return fmt.Errorf("reports: labels of coders for %d of %d outcomes; give one list each", len(labels), len(outcomes))
	}
	c := &ceiling{task: datasets.Task{Name: r.Task, Labels: r.Labels}, coders: len(coders)}
	c.book = newCodebook(c.task, c.coders+2)
	c.book.coders = c.coders // the model and the gold are no coders
	if err := c.take(labels, outcomes); err != nil {
		return err
	}
	if c.rows == 0 {
		r.Notes = append(r.Notes, "no human ceiling: no row has the labels of two coders")
		return nil
	}
	r.Ceiling = c.report(Options{Draws: r.Sampling.Draws, Seed: r.Sampling.Seed})
	r.Ceiling.HeadlineName, r.Ceiling.Coders = r.HeadlineName, coders
	return nil
}

// A ceiling is a Ceiling in the making. Its codings have two more places: behind
// the coders stand the model and the gold.
type ceiling struct {
	task   datasets.Task
	coders int
	book   *codebook

	cells        []uint64 // group<<32 | coding, of each row
	rows, groups int
}

// take keeps the outcomes that two coders labelled.
func (c *ceiling) take(labels [][]datasets.Label, outcomes []Outcome) error {
	number := map[int]int{}
	for i := range outcomes {
		o := &outcomes[i]
		coding, err := codingOf(c.task, o.ID, labels[i], c.coders)
		if err != nil {
			return err
		}
		if codes(coding) < 2 {
			continue
		}
		if _, known := number[o.Group]; !known {
			number[o.Group] = len(number)
		}
		coding = append(coding, c.task.Index(o.Prediction.Label), c.task.Index(o.Gold))
		c.cells = append(c.cells, uint64(number[o.Group])<<32|uint64(c.book.number(coding)))
		c.rows++
	}
	c.groups = len(number)
	return nil
}

// The positions of the numbers of measure.
const (
	humanHeadline = iota
	humanAccuracy
	modelHeadline
	modelAccuracy
	goldHeadline
	goldAccuracy
	humanAlpha
)

// measure returns the numbers of a ceiling, in the order above.
func (c *ceiling) measure(counts []int) []float64 {
	t := c.book.tally(counts)
	var human, model, gold []*Confusion
	for p, pair := range c.book.pairs {
		confusion := confusionOver(c.task, t.pairCells(p))
		switch {
		case pair[1] < c.coders:
			human = append(human, confusion)
		case pair[0] == c.coders: // the model and the gold
			gold = append(gold, confusion)
		case pair[1] == c.coders:
			model = append(model, confusion)
		}
	}
	v := make([]float64, humanAlpha+1)
	v[humanHeadline], v[humanAccuracy] = meanScores(human)
	v[modelHeadline], v[modelAccuracy] = meanScores(model)
	v[goldHeadline], v[goldAccuracy] = meanScores(gold)
	v[humanAlpha] = t.coincidences().alpha(nominal)
	return v
}

// meanScores returns the mean headline and accuracy of the confusions that count
// a statement. It does not matter which side is called gold: F1 is symmetric, so
// the mean of both directions is the score of one.
func meanScores(all []*Confusion) (headline, accuracy float64) {
	headlines, accuracies := make([]float64, len(all)), make([]float64, len(all))
	for i, c := range all {
		headlines[i], accuracies[i] = math.NaN(), math.NaN()
		if c.Total() > 0 {
			headlines[i], accuracies[i] = c.Headline(), c.Accuracy()
		}
	}
	return mean(headlines), mean(accuracies)
}

// report computes the numbers and their intervals.
func (c *ceiling) report(o Options) *Ceiling {
	s := newSample(c.cells, c.groups, len(c.book.codings))
	values, draws := c.measure(s.all()), resample(s, o, c.measure)
	at := func(i int) Estimate { return *estimateOf(values[i], draws[i], c.groups) }
	minus := func(i, j int) Difference {
		d := make([]float64, len(draws[i]))
		for b := range d {
			d[b] = draws[i][b] - draws[j][b]
		}
		return newDifference(*estimateOf(values[i]-values[j], d, c.groups))
	}
	r := &Ceiling{
		Rows: c.rows, Groups: c.groups,
		Human: CeilingScores{at(humanHeadline), at(humanAccuracy)},
		Model: CeilingScores{at(modelHeadline), at(modelAccuracy)},
		Gold:  CeilingScores{at(goldHeadline), at(goldAccuracy)},
		Alpha: estimateOf(values[humanAlpha], draws[humanAlpha], c.groups),
	}
	r.Gain.Headline = minus(modelHeadline, humanHeadline)
	r.Gain.Accuracy = minus(modelAccuracy, humanAccuracy)
	r.Notes = r.notes()
	return r
}

// notes says in words what the numbers rest on.
func (r *Ceiling) notes() []string {
	said := []string{"gold made from the coders' labels is nearer to them than they are to each other: compare the first two lines"}
	if r.Alpha == nil {
		said = append(said, "all labels given are the same: alpha is not defined (-)")
	}
	switch {
	case r.Groups < 2:
		said = append(said, "all rows in one group: no intervals")
	case r.Rows < minMany:
		said = append(said, fmt.Sprintf("few: %d rows; read the intervals, not the numbers", r.Rows))
	case r.Groups < minMany:
		said = append(said, fmt.Sprintf("few: %d groups; the intervals are rough", r.Groups))
	}
	return said
}

// table shows the ceiling beside the model.
func (r *Ceiling) table() Table {
	t := Table{
		Name:   "ceiling",
		Title:  fmt.Sprintf("Human ceiling: coders against each other, the model against each (%d rows of two coders or more)", r.Rows),
		Header: []string{"who", r.HeadlineName, "accuracy", "alpha"},
		Align:  []Align{Left, Right, Right, Right},
		Notes:  r.Notes,
	}
	alpha := "-"
	if r.Alpha != nil {
		alpha = r.Alpha.String()
	}
	add := func(name string, headline, accuracy fmt.Stringer, alpha string) {
		t.Rows = append(t.Rows, []string{name, headline.String(), accuracy.String(), alpha})
	}
	add("coders", r.Human.Headline, r.Human.Accuracy, alpha)
	add("model", r.Model.Headline, r.Model.Accuracy, "-")
	add("vs coders", r.Gain.Headline, r.Gain.Accuracy, "-")
	add("model on gold", r.Gold.Headline, r.Gold.Accuracy, "-")
	return t
}
