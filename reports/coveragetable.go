package reports

import (
	"fmt"
	"strconv"
)

// needProbabilities is what a table says that cannot be made without them.
const needProbabilities = "needs the probabilities of every prediction; the file of predictions has none, or not all"

func (r *Report) coverageTable() Table {
	polar := polarWords(r.Labels)
	t := Table{
		Name:   "coverage",
		Title:  "Coverage and precision: what is kept from a probability of the printed label on",
		Header: []string{"from", "rows", "coverage", "right", "95% interval", polar, "right", "95% interval"},
		Align:  []Align{Right, Right, Right, Right, Right, Right, Right, Right},
	}
	if len(r.Coverage) == 0 {
		return Table{Name: t.Name, Title: t.Title, Notes: []string{needProbabilities}}
	}
	for _, k := range r.Coverage {
		row := []string{fmt.Sprintf("%.2f", k.From), strconv.Itoa(k.Rows), number(k.Coverage.Value), number(k.Right.Value), k.Right.Interval.String()}
		if k.PolarRows == 0 {
			row = append(row, "0", "-", "-")
		} else {
			row = append(row, strconv.Itoa(k.PolarRows), number(k.Polar.Value), k.Polar.Interval.String())
		}
		t.Rows = append(t.Rows, row)
	}
	t.Notes = []string{fmt.Sprintf("right: share of the rows kept with the gold label: of all, and of those labelled %s", polar)}
	return t
}

// sure says in one line what labels that take a side can be kept, for example
//
//	favor or against from probability 0.80 on: 62 of 306 such labels, 0.823 [0.720, 0.910] right
//
// It takes the lowest threshold from which 9 of 10 are right or, where none is, the
// most precise one that keeps enough rows to say so. "" where nothing can be said.
func (r *Report) sure() string {
	var best *Kept
	for i := range r.Coverage {
		k := &r.Coverage[i]
		if k.PolarRows < minMany {
			continue
		}
		if best == nil || k.Polar.Value > best.Polar.Value {
			best = k
		}
		if k.Polar.Value >= goodPrecision {
			break
		}
	}
	if best == nil {
		return ""
	}
	return fmt.Sprintf("%s from probability %.2f on: %d of %d such labels, %s right",
		polarWords(r.Labels), best.From, best.PolarRows, r.Coverage[0].PolarRows, best.Polar)
}

// goodPrecision is what an analyst may want before trusting a label unread.
const goodPrecision = 0.9
