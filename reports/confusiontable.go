package reports

import (
	"fmt"
	"slices"
	"strconv"

	"stance/datasets"
)

// confusionTable shows the counts, then each row again in percent of its total.
func (r *Report) confusionTable() Table {
	t := Table{
		Name:   "confusion",
		Title:  "Confusion (rows = gold, columns = predicted; % of the row)",
		Header: []string{`gold \ predicted`},
		Align:  []Align{Left},
	}
	for _, label := range r.Labels {
		t.Header = append(t.Header, string(label))
	}
	t.Header = append(t.Header, "total")
	for _, label := range r.Labels {
		t.Header = append(t.Header, string(label)+" %")
	}
	for range t.Header[1:] {
		t.Align = append(t.Align, Right)
	}
	totals := make([]int, len(r.Labels))
	for k, counts := range r.Confusion {
		t.Rows = append(t.Rows, confusionRow(string(r.Labels[k]), counts))
		for p, n := range counts {
			totals[p] += n
		}
	}
	t.Rows = append(t.Rows, confusionRow("total", totals))
	t.Notes = r.opposites()
	return t
}

func confusionRow(name string, counts []int) []string {
	row, total := []string{name}, 0
	for _, n := range counts {
		row = append(row, strconv.Itoa(n))
		total += n
	}
	row = append(row, strconv.Itoa(total))
	for _, n := range counts {
		row = append(row, percent(n, total))
	}
	return row
}

// opposites counts the errors that turn a position into its contrary.
func (r *Report) opposites() []string {
	for _, pair := range [][2]datasets.Label{{datasets.Favor, datasets.Against}, {datasets.Positive, datasets.Negative}} {
		a, b := slices.Index(r.Labels, pair[0]), slices.Index(r.Labels, pair[1])
		if a < 0 || b < 0 {
			continue
		}
		n := r.Confusion[a][b] + r.Confusion[b][a]
		return []string{fmt.Sprintf("%s and %s mixed up: %d of %d rows (%s %%)", pair[0], pair[1], n, r.Sampling.Rows, percent(n, r.Sampling.Rows))}
	}
	return nil
}
