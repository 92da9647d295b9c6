package main

import (
	"fmt"
	"slices"
	"strings"

	"stance/datasets"
)

// outputNames returns, for each column of an input, what it is called in the output,
// or "" if it is one of ours and nothing of it would be lost. No two names are
// spellings of each other, so that the output can be read back. A column whose name
// no other column has a better right to keeps it. because are the columns of --explain.
func outputNames(r *datasets.Reader, because []string) []string {
	names := make([]string, len(r.Header()))
	taken := make(map[string]bool)
	later := yielding(r)
	for _, i := range r.Extra() {
		name := r.Header()[i]
		switch {
		case isLabelled(r) && datasets.FirstNamed(labelReasons, []string{name}) >= 0: // those of the labels before
		case isLabelled(r) && datasets.FirstNamed(because, []string{name}) >= 0:
			names[i] = name
		case datasets.FirstNamed(because, []string{name}) >= 0:
			later[i] = "input_" + name
		case strings.TrimSpace(name) == "":
			later[i] = fmt.Sprintf("column_%d", i+1)
		case taken[datasets.ColumnKey(name)]:
			later[i] = name
		default:
			names[i] = name
			taken[datasets.ColumnKey(name)] = true
		}
	}
	repeats := make(map[string]int)
	for i := range names {
		if name, ok := later[i]; ok {
			names[i] = unique(name, taken, repeats)
		}
	}
	return names
}

// yielding returns the columns of an input that make room for ours, by index, with
// their new names: labels that a person gave are gold_stance and gold_sentiment from
// now on; what was predicted, or stands beside a column of that name, is
// previous_stance and previous_sentiment; other columns that happen to be called like
// one of ours are input_flags and so on. A file that label wrote has all of our
// columns: those are written anew.
func yielding(r *datasets.Reader) map[int]string {
	names := make(map[int]string)
	for _, t := range datasets.Tasks {
		i := r.Column(t.Name)
		if i < 0 {
			continue
		}
		names[i] = "gold_" + t.Name
		if r.Predicted(t) || r.Column(names[i]) >= 0 {
			names[i] = "previous_" + t.Name
		}
	}
	if isLabelled(r) {
		return names
	}
	for _, ours := range replaced {
		if i := r.Column(datasets.LabelHeader[ours]); i >= 0 {
			names[i] = "input_" + r.Header()[i]
		}
	}
	return names
}

// isLabelled reports whether label wrote a file: it has all of our columns.
func isLabelled(r *datasets.Reader) bool {
	return !slices.ContainsFunc(datasets.LabelHeader, func(name string) bool { return r.Column(name) < 0 })
}

// replaced are our columns, the labels aside, in which nothing of the input is kept.
var replaced = []int{
	colStanceP, colFavor, colFavor + 1, colFavor + 2, colSentimentP, colPositive, colPositive + 1, colPositive + 2,
	colEvidence, colFlags, colSourceMention, colTargetMention,
}

// unique returns a name that is not taken, and takes it: of two columns "note" the
// second is "note_2". repeats remembers how far each name has been counted.
func unique(name string, taken map[string]bool, repeats map[string]int) string {
	free := name
	for n := max(repeats[name], 2); taken[datasets.ColumnKey(free)]; n++ {
		free = fmt.Sprintf("%s_%d", name, n)
		repeats[name] = n
	}
	taken[datasets.ColumnKey(free)] = true
	return free
}
