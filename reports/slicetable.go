package reports

import (
	"fmt"
	"strconv"
)

func (r *Report) sliceTable() Table {
	t := Table{
		Name:   "slices",
		Title:  "By what the statements are like, the worst first (~ differs from the rest within the noise)",
		Header: []string{"slice", "rows", r.shortHeadline(), "95% interval", "minus that of all other rows", "note"},
		Align:  []Align{Left, Right, Right, Right, Right, Left},
	}
	for _, s := range r.Slices {
		row := []string{s.Name, strconv.Itoa(s.Rows), number(s.Headline.Value), s.Headline.Interval.String(), s.Gain.String(), few(s.Rows)}
		if !s.hasGold(r.Task, r.Labels) {
			row = []string{s.Name, strconv.Itoa(s.Rows), "-", "-", "-", few(s.Rows)}
		}
		t.Rows = append(t.Rows, row)
	}
	t.Notes = []string{
		"a row may stand in several slices; of 20 that are no harder than the rest, one differs by chance",
		"F1 is lower where a label is rarer, whatever the words: report.json has the gold counts",
	}
	if len(r.Slices) == 0 {
		t.Header, t.Notes = nil, []string{fmt.Sprintf("no slice has %d rows, and as many outside", minSlice)}
	}
	return t
}

// few returns the word beside a number that rests on so many rows.
func few(rows int) string {
	if rows < minMany {
		return "few"
	}
	return ""
}
