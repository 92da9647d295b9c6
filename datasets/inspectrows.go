package datasets

import (
	"fmt"
	"slices"
	"strings"

	"stance/internal/text"
)

// wholeFile finds a file that is refused.
func wholeFile(in *inspection) {
	if in.Refused != nil && len(in.Header) != 1 {
		in.addFile(in.Refused.Line, in.Refused.What)
	}
}

// oneColumn finds a file whose cells were not told apart.
func oneColumn(in *inspection) {
	if in.Refused != nil && len(in.Header) == 1 {
		in.addFile(in.Refused.Line, in.Refused.What)
	}
}

// badRows returns a check for rows that are refused for one reason.
func badRows(kind string) func(*inspection) {
	return func(in *inspection) {
		for i, b := range in.Bad {
			if b.Kind == kind {
				in.add(i, b.What, "")
			}
		}
	}
}

// fewLabels finds a training file that teaches nothing.
func fewLabels(in *inspection) {
	if in.at > 0 || in.Refused != nil {
		return
	}
	for _, t := range Tasks {
		seen := map[Label]bool{}
		in.each(func(_ int, e *Example) { seen[e.Gold(t)] = true })
		delete(seen, "")
		if len(seen) >= 2 {
			return
		}
	}
	in.addFile(0, "at least two are needed to train")
}

func unlabelled(in *inspection) {
	in.each(func(i int, e *Example) {
		if e.Stance == "" && e.Sentiment == "" {
			in.add(i, "", "")
		}
	})
}

// leastShare is the share of the rows of a task, in per cent, below which a label is
// called rare.
const leastShare = 5

func imbalance(in *inspection) {
	for _, t := range Tasks {
		for _, c := range in.counts(t) {
			if 100*c.Rows < leastShare*c.Of {
				in.addFile(0, fmt.Sprintf("%s: %s of %d", c.Label, count(c.Rows, "row"), c.Of))
			}
		}
	}
}

// wordsForLabels finds words read as labels.
func wordsForLabels(in *inspection) {
	for _, t := range Tasks {
		in.each(func(i int, e *Example) {
			word := in.cell(i, t.Name)
			if label, exact, ok := t.ParseLabel(word); ok && !exact {
				in.add(i, fmt.Sprintf("%s %q read as %s", t.Name, word, label), "")
			}
		})
	}
}

func noArticle(in *inspection) {
	without := 0
	in.each(func(_ int, e *Example) {
		if e.Article == "" {
			without++
		}
	})
	if without > 0 {
		in.addFile(0, fmt.Sprintf("%d of %s without one", without, count(len(in.Examples), "row")))
	}
}

// oddColumns finds columns that look like another one, and what the reader noticed of
// columns and encoding.
func oddColumns(in *inspection) {
	for _, n := range in.Notices {
		in.addFile(0, strings.TrimPrefix(n, in.Name+": "))
	}
	if in.columns == nil { // a column is missing, which says more
		return
	}
	for _, free := range in.columns.free(in.Header) {
		for _, column := range []string{"text", "source", "target", "stance", "sentiment", "doc_id", "target_start", "target_end"} {
			if in.columns.index(column) < 0 && nearest(namesOf(column), []string{free}) != "" {
				in.addFile(0, fmt.Sprintf("%q is not read; is it %s?", free, column))
				break
			}
		}
	}
}

func repeatedIDs(in *inspection) {
	first := map[string]int{}
	for i := range in.Examples {
		id := in.id(i)
		if id == "" {
			continue
		}
		if earlier, ok := first[id]; ok {
			in.add(i, "", in.where(earlier))
			continue
		}
		first[id] = i
	}
}

func offsetsElsewhere(in *inspection) {
	in.each(func(i int, e *Example) {
		if in.elsewhere[i] != "" {
			in.add(i, fmt.Sprintf("they cover %q, the target is %q", in.elsewhere[i], e.Target), "")
		}
	})
}

func targetsAbsent(in *inspection) {
	in.each(func(i int, e *Example) {
		if e.Flags.Has(FlagTargetNotFound) {
			in.add(i, missing(e.Target, e.Text, e.Flags.Has(FlagTargetByAlias)), "")
		}
	})
}

func sourcesAbsent(in *inspection) {
	in.each(func(i int, e *Example) {
		if e.Flags.Has(FlagSourceNotFound) {
			in.add(i, missing(e.Source, e.Text, e.Flags.Has(FlagSourceByAlias)), "")
		}
	})
}

// missing says how a name is not in a text.
func missing(name, s string, byAlias bool) string {
	if byAlias {
		return fmt.Sprintf("%q; an alias or a part of it is", name)
	}
	if strings.Contains(text.Fold(s), text.Fold(name)) {
		return fmt.Sprintf("%q stands inside a longer word", name)
	}
	return fmt.Sprintf("%q", name)
}

// The lengths of a statement, in words.
const fewestWords, mostWords = 3, 150

func shortTexts(in *inspection) {
	in.each(func(i int, e *Example) {
		if n := wordsIn(e.Text); n < fewestWords {
			in.add(i, count(n, "word"), "")
		}
	})
}

func longTexts(in *inspection) {
	in.each(func(i int, e *Example) {
		if n := wordsIn(e.Text); n > mostWords {
			in.add(i, count(n, "word"), "")
		}
	})
}

// wordsIn returns the number of words and numbers of a text.
func wordsIn(s string) int {
	n := 0
	for _, t := range text.AppendTokens(nil, s) {
		if t.Kind != text.Punct && t.Hash != possessiveHash {
			n++
		}
	}
	return n
}

// middle returns the median, of two middle ones the smaller, and the largest; 0 and 0
// of nothing.
func middle(numbers []int) (median, largest int) {
	if len(numbers) == 0 {
		return 0, 0
	}
	sorted := slices.Sorted(slices.Values(numbers))
	return sorted[(len(sorted)-1)/2], sorted[len(sorted)-1]
}
