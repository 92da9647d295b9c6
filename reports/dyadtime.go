package reports

import (
	"cmp"
	"fmt"
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
			"A against, F favor (net beyond 50 %), a f (less), ~ the interval holds 0, ? fewer than 6 articles, . " + r.nothing(),
		},
	}
	if cut > 0 {
		t.Notes = append(t.Notes, fmt.Sprintf("the last %d of %d; --out FILE.csv has all", len(all), cut+len(all)))
	}
	width := on.width - len("|  |  |") - max(len(all), len(t.Header[1])) - 2
	for i := range r.Dyads[:on.of(len(r.Dyads))] {
		d := &r.Dyads[i]
		t.Rows = append(t.Rows, []string{pairName(d.Source, d.Target, width), d.timeLine(all)})
	}
	return t, true
}

// timeLine returns the letters of the dyad in the periods named.
func (d *Dyad) timeLine(periods []string) string {
	letters := map[string]string{}
	for i := range d.Periods {
		letters[d.Periods[i].Name] = d.Periods[i].letter()
	}
	line := ""
	for _, name := range periods {
		line += cmp.Or(letters[name], mapNothing)
	}
	return line
}

// letter returns a position as one letter.
func (p *Position) letter() string {
	const strong = 0.5
	switch {
	case p.Leans == verdictNoise:
		return verdictNoise
	case p.Leans == verdictUnknown:
		return "?"
	case p.Net.Value <= -strong:
		return "A"
	case p.Net.Value < 0:
		return "a"
	case p.Net.Value < strong:
		return "f"
	}
	return "F"
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
