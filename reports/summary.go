package reports

import (
	"fmt"
	"slices"
	"strings"
)

// How many rows of long tables a summary shows.
const (
	shownSlices = 8
	shownWorst  = 5
)

// More says how a command shows what a summary leaves out; what is empty it cannot.
type More struct {
	Rows string // how to see all rows of a table, such as "--full"
	All  string // how to see all tables: a half-sentence
}

// Summary returns what is read first, in two screens: the headline and its
// signature, the labels, the confusion, the baselines, the largest slices, the worst
// ones, and in words how far the probabilities can be trusted.
func (r *Report) Summary(more More) []Table {
	tables := []Table{r.headTable(), r.labelTable(), r.confusionTable()}
	if len(r.Baselines) > 0 {
		tables = append(tables, r.baselineTable())
	}
	if r.Leaks != nil && r.Leaks.Leaked != nil {
		tables = append(tables, r.leakTable())
	}
	if r.Ceiling != nil {
		tables = append(tables, r.Ceiling.table())
	}
	for _, b := range r.Breakdowns {
		if b.Column != "source" || r.asked(b.Column) {
			pooled := len(b.Slices) > 0 && b.Slices[len(b.Slices)-1].Pooled > 0
			tables = append(tables, r.breakdownTable(b).first(shownSlices, pooled, more))
		}
	}
	if len(r.Slices) > 0 {
		tables = append(tables, r.sliceTable().first(shownWorst, false, more))
	}
	return append(tables, r.closing(more))
}

// asked reports whether a table by the column was asked for.
func (r *Report) asked(column string) bool {
	for _, by := range r.By {
		if strings.EqualFold(by, column) {
			return true
		}
	}
	return false
}

// headTable is the headline with the other numbers of all rows, in words.
func (r *Report) headTable() Table {
	s := r.Scores
	var words []string
	if r.HeadlineName != macroF1 {
		words = append(words, macroF1+" "+s.Macro.F1.String())
	} else {
		words = append(words, "macro recall "+s.Macro.Recall.String())
	}
	words = append(words, "accuracy "+s.Accuracy.String(), "MCC "+s.MCC.String())
	return Table{Title: r.Headline(), Notes: append([]string{strings.Join(words, "   "), r.Signature}, r.Notes...)}
}

// closing says in words what else there is.
func (r *Report) closing(more More) Table {
	var t Table
	for _, line := range []string{r.sure(), r.calibrated(), r.mistaken(more)} {
		if line != "" {
			t.Notes = append(t.Notes, line)
		}
	}
	return t
}

// mistaken counts the errors.
func (r *Report) mistaken(more More) string {
	said := fmt.Sprintf("%d of %d rows wrong (%s %%)", r.Errors, r.Sampling.Rows, percent(r.Errors, r.Sampling.Rows))
	if more.All != "" {
		said += "; " + more.All
	}
	return said
}

// first returns the table with its first n rows, and the last if that is to be kept;
// how many are left out is said.
func (t Table) first(n int, keepLast bool, more More) Table {
	last := 0
	if keepLast {
		last = 1
	}
	left := len(t.Rows) - n - last
	if left <= 1 { // a row costs no more than to say that it is not there
		return t
	}
	t.Rows = slices.Concat(t.Rows[:n], t.Rows[len(t.Rows)-last:])
	note := fmt.Sprintf("%d more rows", left)
	if more.Rows != "" {
		note += " with " + more.Rows
	}
	t.Notes = append([]string{note}, t.Notes...)
	return t
}
