package reports

import (
	"fmt"

	"stance/datasets"
)

// An evaluation collects the parts that are counted once and drawn together: the
// model, the baselines, then the slices of each breakdown.
type evaluation struct {
	task      datasets.Task
	outcomes  []Outcome
	baselines []Baseline
	options   Options

	gold, predicted []int // label index of each outcome
	group           []int // of each outcome: 0, 1, ... in order of appearance
	groups          int

	parts      []*part
	pairs      []uint64 // group<<32 | cell: one for each statement of each part
	weighings  []*weighing
	breakdowns []breakdown
	special    []flagged    // slices by what the statements are like
	kept       []keptRows   // by the least probability of the printed label
	calibrated *calibration // nil without probabilities
	ranked     []ranking    // by label; nil without probabilities
	leaks      leakParts
}

// cells returns the number of cells of one confusion.
func (e *evaluation) cells() int { return len(e.task.Labels) * len(e.task.Labels) }

// addModel checks the labels of the outcomes and counts them as the first part.
func (e *evaluation) addModel(measures []measure) (err error) {
	e.numberGroups()
	n := len(e.outcomes)
	if e.gold, err = e.indexes("gold", n, func(i int) datasets.Label { return e.outcomes[i].Gold }); err != nil {
		return err
	}
	if e.predicted, err = e.indexes("prediction", n, func(i int) datasets.Label { return e.outcomes[i].Prediction.Label }); err != nil {
		return err
	}
	e.add(measures, e.rows(), e.predicted)
	return nil
}

// rows returns the numbers of all rows.
func (e *evaluation) rows() []int {
	rows := make([]int, len(e.outcomes))
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// addLabellings checks all labels and adds the parts of the model and the baselines.
func (e *evaluation) addLabellings() error {
	if err := e.addModel(scoreMeasures(e.task)); err != nil {
		return err
	}
	n, all := len(e.outcomes), e.rows()
	for _, b := range e.baselines {
		if len(b.Labels) != n {
			return fmt.Errorf("reports: baseline %s has %d labels for %d statements; give one each", b.Name, len(b.Labels), n)
		}
		labels, err := e.indexes("label of baseline "+b.Name, n, func(i int) datasets.Label { return b.Labels[i] })
		if err != nil {
			return err
		}
		e.add(scoreMeasures(e.task), all, labels)
	}
	return nil
}

// numberGroups gives the groups small numbers.
func (e *evaluation) numberGroups() {
	number := map[int]int{}
	for i := range e.outcomes {
		id := e.outcomes[i].Group
		g, known := number[id]
		if !known {
			g = len(number)
			number[id] = g
		}
		e.group = append(e.group, g)
	}
	e.groups = len(number)
}

// indexes returns the positions of n labels among the task's labels.
func (e *evaluation) indexes(what string, n int, label func(int) datasets.Label) ([]int, error) {
	found := make([]int, n)
	for i := range found {
		found[i] = e.task.Index(label(i))
		if found[i] < 0 {
			return nil, fmt.Errorf("reports: statement %s: %s %q is not a %s label; use one of %q",
				e.outcomes[i].ID, what, label(i), e.task.Name, e.task.Labels)
		}
	}
	return found, nil
}

// addAll adds everything that is counted or weighed.
func (e *evaluation) addAll() error {
	if err := e.addLabellings(); err != nil {
		return err
	}
	e.addBreakdowns()
	e.addSpecial()
	if err := e.checkProbabilities(); err != nil {
		return err
	}
	if e.withoutProbabilities() == 0 {
		e.addKept()
		e.addCalibration()
		e.addRankings()
	}
	return nil
}

// add counts the given rows as a new part.
func (e *evaluation) add(measures []measure, rows, predicted []int) *part {
	base, labels := len(e.parts)*e.cells(), len(e.task.Labels)
	p := &part{confusion: NewConfusion(e.task), measures: measures}
	for _, i := range rows {
		p.confusion.Counts[e.gold[i]][predicted[i]]++
		cell := base + e.gold[i]*labels + predicted[i]
		e.pairs = append(e.pairs, uint64(e.group[i])<<32|uint64(cell))
	}
	p.groups = e.groupsOf(rows)
	e.parts = append(e.parts, p)
	return p
}

// addSum adds a part of the model's predictions in the given rows whose counts are
// those of other parts, added up: the bootstrap need not count them again.
func (e *evaluation) addSum(measures []measure, rows []int, terms ...term) *part {
	p := &part{confusion: NewConfusion(e.task), measures: measures, terms: terms, groups: e.groupsOf(rows)}
	for _, i := range rows {
		p.confusion.Counts[e.gold[i]][e.predicted[i]]++
	}
	e.parts = append(e.parts, p)
	return p
}

// groupsOf returns how many groups the rows stand in.
func (e *evaluation) groupsOf(rows []int) int {
	seen, n := make([]bool, e.groups), 0
	for _, i := range rows {
		if !seen[e.group[i]] {
			seen[e.group[i]] = true
			n++
		}
	}
	return n
}

// interval puts an interval of draws beside a number of all rows.
func (e *evaluation) interval(value float64, draws []float64) Estimate {
	return e.parts[0].interval(value, draws)
}

// draw fills the draws of all parts.
func (e *evaluation) draw(draws int, seed uint64) {
	d := drawing{e.task, e.parts, e.weighings, newSample(e.pairs, e.groups, len(e.parts)*e.cells()), draws, seed}
	d.bootstrap()
}
