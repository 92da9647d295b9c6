package datasets

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// ReadPredictions reads predictions of any maker, in the order of the file. The
// long form is what WritePredictions writes. The wide form has the columns id and
// stance, sentiment or both, one row a statement; an empty cell is no prediction;
// it may have gold_stance and gold_sentiment, as a labelled file has. The
// p_<label> columns of a task may be absent: Probabilities is nil then. Rounded
// ones are scaled to sum to 1. Other columns are ignored.
//
// Bad rows and ids that stand twice for a task are refused.
func ReadPredictions(name string, r io.Reader) ([]Predicted, error) {
	rd, err := NewReader(name, r)
	if err != nil {
		return nil, err
	}
	if err := rd.Need("id"); err != nil {
		return nil, err
	}
	if rd.Column("task") < 0 || rd.Column("predicted") < 0 {
		if err := rd.NeedOne("stance", "sentiment", "task"); err != nil {
			return nil, err
		}
	}
	f := newForecast(rd)
	if f.task >= 0 && f.tasks[0].label < 0 {
		return nil, rd.Need("predicted")
	}
	return f.all()
}

// A forecast is a file of predictions.
type forecast struct {
	*Reader
	task  int           // column of the task's name; -1 = the wide form
	tasks []taskColumns // in the order of Tasks
}

// taskColumns are the columns of the predictions of one task; -1 = absent.
type taskColumns struct {
	Task
	label, gold   int
	probabilities []int
}

func newForecast(r *Reader) *forecast {
	f := &forecast{Reader: r, task: r.Column("task")}
	for _, t := range Tasks {
		c := taskColumns{Task: t, label: r.Column(t.Name), gold: r.Column("gold_" + t.Name)}
		if f.task >= 0 {
			c.label, c.gold = r.Column("predicted"), r.Column("gold")
		}
		for _, name := range probabilityColumns(t) {
			c.probabilities = append(c.probabilities, r.Column(name))
		}
		f.tasks = append(f.tasks, c)
	}
	return f
}

// all reads all rows and checks that ids are unique.
func (f *forecast) all() ([]Predicted, error) {
	var all []Predicted
	var bad []error
	var ids idLines
	for {
		row, err := f.Read()
		if err == io.EOF {
			break
		}
		if ends(err) {
			return nil, err
		}
		var some []Predicted
		if err == nil {
			some, err = f.row(row)
		}
		if err != nil {
			bad = append(bad, err)
		}
		for _, p := range some {
			ids.add(p.Task+" "+p.ID, p.ID, row.Line)
		}
		all = append(all, some...)
	}
	if len(bad) > 0 {
		return nil, refuse(f.file, bad, "correct them")
	}
	return all, ids.refuse(f.file)
}

// row returns the predictions of a row: one in the long form, up to one a task
// in the wide form.
func (f *forecast) row(row Row) ([]Predicted, error) {
	if f.task < 0 {
		return f.wide(row)
	}
	name := strings.ToLower(strings.TrimSpace(row.cell(f.task)))
	for _, t := range f.tasks {
		if t.Name == name {
			p, err := f.predicted(row, t)
			return []Predicted{p}, err
		}
	}
	return nil, f.bad(row, fmt.Sprintf("%q is not a task", row.cell(f.task)), "use stance or sentiment")
}

func (f *forecast) wide(row Row) ([]Predicted, error) {
	var all []Predicted
	for _, t := range f.tasks {
		if strings.TrimSpace(row.cell(t.label)) == "" {
			continue
		}
		p, err := f.predicted(row, t)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

func (f *forecast) predicted(row Row, t taskColumns) (Predicted, error) {
	p := Predicted{ID: row.cell(f.at.id), Task: t.Name}
	var err error
	if p.Prediction.Label, err = f.labels.read(t.Task, row.cell(t.label), f.file, row.Line); err != nil {
		return p, err
	}
	if p.Gold, err = f.labels.read(t.Task, row.cell(t.gold), f.file, row.Line); err != nil {
		return p, err
	}
	if p.ID == "" {
		return p, f.bad(row, "the id is empty", "give every row the id of its gold row")
	}
	if p.Prediction.Label == "" {
		return p, f.bad(row, "no label is predicted", "fill the cell or delete the row")
	}
	var ok bool
	if p.Prediction.Probabilities, ok = t.read(row); !ok {
		return p, f.bad(row, fmt.Sprintf("the probabilities of %s are not numbers that sum to 1", t.Name),
			"correct them, or leave all of them empty")
	}
	return p, nil
}

func (f *forecast) bad(row Row, what, remedy string) error {
	return &RowError{File: f.file, Line: row.Line, What: what, Remedy: remedy}
}

// read returns the probabilities of a task in a row, nil if all cells are empty.
func (t taskColumns) read(row Row) (p []float64, ok bool) {
	sum, empty := 0.0, 0
	for _, column := range t.probabilities {
		cell := strings.TrimSpace(row.cell(column))
		if cell == "" {
			empty++
			continue
		}
		v, err := strconv.ParseFloat(cell, 64)
		if err != nil || !(v >= 0 && v <= 1) {
			return nil, false
		}
		p = append(p, v)
		sum += v
	}
	if empty > 0 {
		return nil, empty == len(t.probabilities)
	}
	return scaled(p, sum)
}

// scaled returns p divided by its sum, which rounding moved away from 1, but p
// itself if nothing was rounded. ok is false if rounding does not explain the sum.
func scaled(p []float64, sum float64) (_ []float64, ok bool) {
	const rounding, exact = 0.02, 1e-9
	off := math.Abs(sum - 1)
	if off > exact {
		for i := range p {
			p[i] /= sum
		}
	}
	return p, off <= rounding
}
