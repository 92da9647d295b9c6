package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stance/datasets"
)

// Mistakes are the statements of a task that were predicted wrong.
type Mistakes struct {
	Task datasets.Task
	Rows []Mistake // the most probable wrong label first
}

// A Mistake is one of them, with the words that spoke for the wrong label.
type Mistake struct {
	Outcome
	Evidence []string
}

// Wrong returns the indexes of the outcomes that were predicted wrong, the one whose
// wrong label had the highest probability first; equal ones keep their order.
func Wrong(t datasets.Task, outcomes []Outcome) []int {
	var wrong []int
	for i := range outcomes {
		if outcomes[i].Gold != outcomes[i].Prediction.Label {
			wrong = append(wrong, i)
		}
	}
	said := func(i int) float64 { return outcomes[i].Prediction.Probability(t) }
	slices.SortStableFunc(wrong, func(a, b int) int { return cmp.Compare(said(b), said(a)) })
	return wrong
}

// Table returns the first mistakes for reading, two rows each: who speaks about whom,
// with the words that decided, and the text.
func (m Mistakes) Table(first int) Table {
	shown := m.Rows[:min(first, len(m.Rows))]
	t := Table{
		Name:   "errors",
		Title:  "Errors, the most probable wrong labels first",
		Header: []string{"gold", "predicted", "p", `source > target: "words that decided", text`},
		Align:  []Align{Left, Left, Right, Left},
	}
	for i := range shown {
		x := &shown[i]
		row := []string{string(x.Gold), string(x.Prediction.Label), x.said(m.Task), x.parties()}
		if len(x.Evidence) > 0 {
			row[3] += ": " + x.quoted()
		}
		t.Rows = append(t.Rows, row, []string{"", "", "", x.Text})
	}
	t.Notes = []string{m.counted(len(shown)) + "; --out DIR writes all of them to errors.csv"}
	if len(m.Rows) == 0 {
		t.Header, t.Notes = nil, []string{"none"}
	}
	return t
}

// counted says how many errors are shown.
func (m Mistakes) counted(shown int) string {
	return strconv.Itoa(shown) + " of " + strconv.Itoa(len(m.Rows)) + " errors"
}

// said prints the probability of the wrong label, "-" if it is not known.
func (x *Mistake) said(t datasets.Task) string {
	if len(x.Prediction.Probabilities) == 0 {
		return "-"
	}
	return number(x.Prediction.Probability(t))
}

func (o *Outcome) parties() string {
	if o.Source == "" {
		return o.Target
	}
	return o.Source + " > " + o.Target
}

// quoted prints the evidence as label does: "full support" | "denounced".
func (x *Mistake) quoted() string {
	words := make([]string, len(x.Evidence))
	for i, w := range x.Evidence {
		words[i] = `"` + w + `"`
	}
	return strings.Join(words, " | ")
}

// ErrorFile returns the mistakes of all tasks as one table for a file.
func ErrorFile(all []Mistakes) Table {
	t := Table{Name: "errors", Header: []string{"id", "doc_id", "task", "gold", "predicted", "probability"}}
	width := len(t.Header)
	for _, m := range all {
		for _, l := range m.Task.Labels {
			t.Header = append(t.Header, "p_"+string(l))
		}
	}
	for _, m := range all {
		for i := range m.Rows {
			t.Rows = append(t.Rows, m.Rows[i].cells(m.Task, width, len(t.Header)))
		}
		width += len(m.Task.Labels)
	}
	t.Header = append(t.Header, "source", "target", "text", "evidence", "flags")
	return t
}

// cells returns the row of a mistake up to column end; the probabilities begin at
// column from.
func (x *Mistake) cells(t datasets.Task, from, end int) []string {
	row := make([]string, end)
	copy(row, []string{x.ID, x.Article, t.Name, string(x.Gold), string(x.Prediction.Label)})
	if len(x.Prediction.Probabilities) > 0 {
		row[5] = number(x.Prediction.Probability(t))
	}
	for k, p := range x.Prediction.Probabilities {
		row[from+k] = number(p)
	}
	flags := x.Flags
	if x.Prediction.Weak(t) {
		flags |= datasets.FlagWeak
	}
	return append(row, x.Source, x.Target, x.Text, x.quoted(), flags.String())
}
