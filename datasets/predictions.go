package datasets

import (
	"fmt"
	"io"
	"slices"
	"strconv"
)

// A Predicted is the prediction of one task for the statement with an id, beside
// its gold label where that is known.
type Predicted struct {
	ID         string
	Task       string
	Gold       Label
	Prediction Prediction // Probabilities may be nil: not known
}

// WritePredictions writes the long form: one row a prediction, with the columns
// id, task, gold, predicted, and p_<label> for the labels of every task that
// occurs, in the order of Tasks; cells of the other task are empty. Probabilities
// are written in full precision: reading gives the same numbers back.
func WritePredictions(w io.Writer, predictions []Predicted) error {
	header := []string{"id", "task", "gold", "predicted"}
	first := map[string]int{} // column of a task's first label
	for _, t := range Tasks {
		if slices.ContainsFunc(predictions, func(p Predicted) bool { return p.Task == t.Name }) {
			first[t.Name] = len(header)
			header = append(header, probabilityColumns(t)...)
		}
	}
	out := NewWriter(w, header, WriterOptions{})
	for i := range predictions {
		p := &predictions[i]
		at, ok := first[p.Task]
		if !ok || at+len(p.Prediction.Probabilities) > len(header) {
			return fmt.Errorf("datasets: prediction %s: %q is not a task with %d labels", p.ID, p.Task, len(p.Prediction.Probabilities))
		}
		if err := out.Write(p.cells(at, len(header))); err != nil {
			return err
		}
	}
	return out.Flush()
}

// cells returns the row of a prediction whose task's probabilities begin at column at.
func (p *Predicted) cells(at, width int) []string {
	cells := make([]string, width)
	copy(cells, []string{p.ID, p.Task, string(p.Gold), string(p.Prediction.Label)})
	for i, v := range p.Prediction.Probabilities {
		cells[at+i] = strconv.FormatFloat(v, 'g', -1, 64)
	}
	return cells
}

func probabilityColumns(t Task) []string {
	var names []string
	for _, l := range t.Labels {
		names = append(names, "p_"+string(l))
	}
	return names
}
