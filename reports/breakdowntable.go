package reports

import (
	"fmt"
	"slices"
	"strconv"

	"stance/datasets"
)

func (r *Report) breakdownTable(b Breakdown) Table {
	t := Table{
		Name:   "by " + b.Column,
		Title:  "By " + b.Column,
		Header: []string{b.Column, "rows"},
		Align:  []Align{Left, Right},
	}
	for _, label := range r.Labels {
		t.Header, t.Align = append(t.Header, string(label)), append(t.Align, Right)
	}
	t.Header = append(t.Header, r.shortHeadline(), "95% interval", "note")
	t.Align = append(t.Align, Right, Right, Left)
	var alone []float64 // headlines that the mean is of
	unknown := 0
	for _, s := range b.Slices {
		known := s.hasGold(r.Task, r.Labels)
		t.Rows = append(t.Rows, s.row(known))
		switch {
		case s.Pooled > 0:
			t.Title += fmt.Sprintf(" (%d rows or more; smaller ones pooled in the last row)", minSlice)
		case known:
			alone = append(alone, s.Headline.Value)
		default:
			unknown++
		}
	}
	if b.Mean != nil && len(alone) > 1 {
		note := fmt.Sprintf("mean over the %d not pooled: %s; from %s to %s", len(alone), b.Mean, number(slices.Min(alone)), number(slices.Max(alone)))
		if unknown > 0 {
			note += fmt.Sprintf("; %d without such gold (-) not counted", unknown)
		}
		t.Notes = append(t.Notes, note)
	}
	return t
}

// shortHeadline returns the headline's name for a narrow column.
func (r *Report) shortHeadline() string {
	if r.Task == datasets.Stance.Name {
		return "F1(f,a)"
	}
	return r.HeadlineName
}

// row returns the cells of a slice; a headline without gold that it is about is "-".
func (s Slice) row(known bool) []string {
	row := []string{s.title(), strconv.Itoa(s.Rows)}
	for _, n := range s.Gold {
		row = append(row, strconv.Itoa(n))
	}
	if !known {
		return append(row, "-", "-", few(s.Rows))
	}
	return append(row, number(s.Headline.Value), s.Headline.Interval.String(), few(s.Rows))
}

func (s Slice) title() string {
	switch {
	case s.Pooled == 1:
		return "(1 other)"
	case s.Pooled > 1:
		return fmt.Sprintf("(%d others)", s.Pooled)
	case s.Name == "":
		return "(empty)"
	}
	return s.Name
}
