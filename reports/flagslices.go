package reports

import (
	"cmp"
	"slices"
	"strings"

	"stance/datasets"
)

// A FlagSlice is the statements that have something in common which makes them easy
// or hard, such as a negation. A statement may stand in several.
type FlagSlice struct {
	Slice
	Rest Estimate   `json:"rest"` // headline of all other statements
	Gain Difference `json:"gain"` // headline minus that of the rest, in the same draws
}

// The numbers of words at which a statement is called short or long.
const (
	shortWords = 12
	longWords  = 40
)

// A kind is a question about a statement that makes a slice of those who answer yes.
type kind struct {
	name string
	has  func(*Outcome) bool
}

// kinds lists the slices, in the order in which equal ones are printed.
func kinds(t datasets.Task) []kind {
	flag := func(f datasets.Flags) func(*Outcome) bool {
		return func(o *Outcome) bool { return o.Flags.Has(f) }
	}
	return []kind{
		{"target in a quotation", flag(datasets.FlagQuote)},
		{"negation", flag(datasets.FlagNegation)},
		{"three or more parties", flag(datasets.FlagMultiParty)},
		{"hedge", flag(datasets.FlagHedge)},
		{"no target", func(o *Outcome) bool { return o.Target == "" }},
		{"target not named", flag(datasets.FlagTargetNotFound)},
		{"target by alias", flag(datasets.FlagTargetByAlias)},
		{"unseen target", func(o *Outcome) bool { return o.Unseen }},
		{"no source", func(o *Outcome) bool { return o.Source == "" }},
		{"source not named", flag(datasets.FlagSourceNotFound)},
		{"source by alias", flag(datasets.FlagSourceByAlias)},
		{"ambiguous party", flag(datasets.FlagAmbiguous)},
		{"short (<= 12 words)", func(o *Outcome) bool { n := o.words(); return 0 < n && n <= shortWords }},
		{"long (>= 40 words)", func(o *Outcome) bool { return o.words() >= longWords }},
		{"not likeliest label", func(o *Outcome) bool { return o.Prediction.Weak(t) }},
	}
}

// words returns the number of words of the text, as blanks cut it.
func (o *Outcome) words() int {
	n := 0
	for range strings.FieldsSeq(o.Text) {
		n++
	}
	return n
}

// flagged is a FlagSlice before its intervals are known.
type flagged struct {
	name       string
	rows       int
	part, rest *part
}

// addSpecial adds the slices that have minSlice rows, and as many outside.
func (e *evaluation) addSpecial() {
	for _, k := range kinds(e.task) {
		var rows, others []int
		for i := range e.outcomes {
			if k.has(&e.outcomes[i]) {
				rows = append(rows, i)
			} else {
				others = append(others, i)
			}
		}
		if len(rows) < minSlice || len(others) < minSlice {
			continue
		}
		number := len(e.parts)
		f := flagged{name: k.name, rows: len(rows), part: e.add(sliceMeasures(), rows, e.predicted)}
		f.rest = e.addSum(sliceMeasures(), others, term{0, 1}, term{number, -1})
		e.special = append(e.special, f)
	}
}

// specialSlices returns the slices, the worst headline first; those of few rows, and
// those whose headline is not defined, come last.
func (e *evaluation) specialSlices() []FlagSlice {
	all := []FlagSlice{}
	for _, f := range e.special {
		all = append(all, FlagSlice{f.part.slice(f.name, f.rows), f.rest.estimate(ofHeadline), f.part.apart(f.rest, ofHeadline)})
	}
	last := func(s FlagSlice) int {
		switch {
		case !e.headlineKnown(s.Slice):
			return 2
		case s.Rows < minMany:
			return 1
		}
		return 0
	}
	slices.SortStableFunc(all, func(a, b FlagSlice) int {
		return cmp.Or(cmp.Compare(last(a), last(b)), cmp.Compare(a.Headline.Value, b.Headline.Value))
	})
	return all
}

func (e *evaluation) headlineKnown(s Slice) bool { return s.hasGold(e.task.Name, e.task.Labels) }

// hasGold reports whether a slice has gold of a label that the task's headline is
// about. Without it the headline says nothing, and is printed as "-".
func (s Slice) hasGold(task string, labels []datasets.Label) bool {
	return hasHeadline(datasets.Task{Name: task, Labels: labels}, func(k int) int { return s.Gold[k] })
}
