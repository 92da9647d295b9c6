package reports

import (
	"fmt"
	"strconv"
	"strings"
)

func (r *Report) calibrationTable() Table {
	c := r.Calibration
	t := Table{
		Name:   "calibration",
		Title:  fmt.Sprintf("Calibration by the probability of the printed label (%d bins of equal width, empty ones left out)", bins),
		Header: []string{"probability", "rows", "said", "right", "95% interval", "right - said", "right #  said |"},
		Align:  []Align{Left, Right, Right, Right, Right, Right, Left},
	}
	if c == nil {
		return Table{Name: t.Name, Title: t.Title, Notes: []string{needProbabilities}}
	}
	for _, b := range c.Bins {
		t.Rows = append(t.Rows, []string{
			fmt.Sprintf("%.1f-%.1f", b.From, b.To), strconv.Itoa(b.Rows), number(b.Said),
			number(b.Right.Value), b.Right.Interval.String(), signed(b.Right.Value - b.Said), bar(b.Right.Value, b.Said),
		})
	}
	return t
}

// withoutBars returns the calibration table for a reader with better plots.
func (t Table) withoutBars() Table {
	if len(t.Header) == 0 {
		return t
	}
	last := len(t.Header) - 1
	out := t
	out.Header, out.Rows = t.Header[:last], nil
	for _, row := range t.Rows {
		out.Rows = append(out.Rows, row[:last])
	}
	return out
}

// bar draws a share as #, and where a probability points as |.
func bar(right, said float64) string {
	const width = 20
	cells := []byte(strings.Repeat("#", int(right*width+0.5)) + strings.Repeat(".", width))[:width]
	cells[min(int(said*width), width-1)] = '|'
	return string(cells)
}

func (r *Report) probabilityTable() Table {
	c := r.Calibration
	t := Table{
		Name:   "probabilities",
		Title:  "How good the probabilities are (less is better)",
		Header: []string{"measure", "value", "95% interval", "compare"},
		Align:  []Align{Left, Right, Right, Left},
	}
	if c == nil {
		return Table{Name: t.Name, Title: t.Title, Notes: []string{needProbabilities}}
	}
	add := func(name string, e Estimate, compare string) {
		t.Rows = append(t.Rows, []string{name, number(e.Value), e.Interval.String(), compare})
	}
	add("ECE", c.ECE, "about "+number(c.ECEByChance)+" for faultless probabilities, by chance")
	add("Brier score", c.Brier, number(c.BrierOfShares)+" for the shares of the gold labels")
	add("log loss", c.LogLoss, number(c.LogLossOfShares)+" for the shares of the gold labels")
	t.Notes = []string{"ECE (Guo et al. 2017) of the printed label; drawing adds to it: its interval leans upward"}
	if c.Impossible > 0 {
		t.Notes = append(t.Notes, fmt.Sprintf("log loss: the gold label of %d rows had probability 0, counted as 2^-52", c.Impossible))
	}
	return t
}

// calibrated says in one line how good the probabilities are; "" without them.
func (r *Report) calibrated() string {
	c := r.Calibration
	if c == nil {
		return ""
	}
	return fmt.Sprintf("probabilities: ECE %s (about %s by chance alone), Brier %s, log loss %s", c.ECE, number(c.ECEByChance), c.Brier, c.LogLoss)
}
