package reports

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// shownPeriods is how many periods a line of time has at most.
const shownPeriods = 48

// timeTable returns a letter for each period, so that a turn can be seen at a glance; ok
// is false if the periods are no dates, or there are none.
func (r *DyadsReport) timeTable(on page) (t Table, ok bool) {
	all, ok := r.calendar()
	if !ok {
		return t, false
	}
	cut := max(0, len(all)-shownPeriods)
	all = all[cut:]
	t = Table{
		Name:   "time",
		Title:  fmt.Sprintf("Over time: a letter each %s, from %s to %s", r.Period, all[0], all[len(all)-1]),
		Header: []string{"source > target", "net by " + r.Period}, Align: []Align{Left, Left},
		Notes: []string{
			"A against, F favor, ~ no side: 0, or its interval holds 0; of fewer than 6 articles, too few to say:",
			"a 0 f net below, at, above 0; " + mapNothing + emptyPlace(r.MinPart),
		},
	}
	if cut > 0 {
		t.Notes = append(t.Notes, fmt.Sprintf("the last %d of %d; --out FILE.csv has all", len(all), cut+len(all)))
	}
	width := on.width - len("|  |  |") - max(len(all), len(t.Header[1])) - 2
	for i := range r.Dyads[:on.of(len(r.Dyads))] {
		d := &r.Dyads[i]
		letters := map[string]string{}
		for j := range d.Periods {
			letters[d.Periods[j].Name] = d.Periods[j].letter()
		}
		line := ""
		for _, period := range all {
			if letters[period] == "" {
				letters[period] = mapNothing
			}
			line += letters[period]
		}
		t.Rows = append(t.Rows, []string{pairName(d.Source, d.Target, width), line})
	}
	return t, true
}

// letter returns a position as one letter: small ones, and 0, of too few articles.
func (p *Position) letter() string {
	side := [...]string{"a", "0", "f"}[1+cmp.Compare(p.Net.Value, 0)]
	switch p.Leans {
	case neither:
		return neither
	case tooFew:
		return side
	}
	return strings.ToUpper(side)
}

// calendar returns all periods from the first to the last of the report, those without
// statements too; ok is false if they are no dates of one form, or too many.
func (r *DyadsReport) calendar() (all []string, ok bool) {
	const most = 10_000
	first, last := "", ""
	for i := range r.Dyads {
		for _, p := range r.Dyads[i].Periods {
			if first == "" || p.Name < first {
				first = p.Name
			}
			last = max(last, p.Name)
			if len(p.Name) != len(first) {
				return nil, false
			}
		}
	}
	step := map[int][3]int{4: {1, 0, 0}, 7: {0, 1, 0}, 10: {0, 0, 1}}[len(first)]
	layout := time.DateOnly[:min(len(first), len(time.DateOnly))]
	at, err := time.Parse(layout, first)
	end, err2 := time.Parse(layout, last)
	if first == "" || err != nil || err2 != nil {
		return nil, false
	}
	for ; !at.After(end) && len(all) < most; at = at.AddDate(step[0], step[1], step[2]) {
		all = append(all, at.Format(layout))
	}
	return all, len(all) < most
}

// periodTable returns the dyads with their periods below them: whole dyads until so many
// rows are full.
func (r *DyadsReport) periodTable(on page) Table {
	t := Table{
		Name: "periods", Title: "By " + clean(r.Period),
		Header: append([]string{"source > target"}, dyadHeader...), Align: dyadAlign,
	}
	var names []func(width int) string
	left := 0
	for i := range r.Dyads {
		d := &r.Dyads[i]
		if len(d.Periods) == 0 {
			continue
		}
		if left > 0 || on.top > 0 && len(t.Rows) > 0 && len(t.Rows)+1+len(d.Periods) > on.top {
			left++
			continue
		}
		names = append(names, func(width int) string { return pairName(d.Source, d.Target, width) })
		t.Rows = append(t.Rows, append([]string{""}, d.cells()...))
		for j := range d.Periods {
			p := &d.Periods[j]
			names = append(names, func(width int) string { return "  " + shorten(clean(p.Name), width-2) })
			t.Rows = append(t.Rows, append([]string{""}, p.cells()...))
		}
	}
	width := on.spare(t)
	for i, name := range names {
		t.Rows[i][0] = name(width)
	}
	if left > 0 {
		t.Notes = append(t.Notes, fmt.Sprintf("and %s: --top 0 shows all, --out FILE.csv writes all, --source and --target choose", counted(left, "dyad")))
	}
	return t
}
