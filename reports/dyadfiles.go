package reports

import (
	"strconv"
	"strings"
)

// wholeFile returns all dyads for a program: an absent number is an empty cell.
func (r *DyadsReport) wholeFile() Table {
	t := Table{Name: "dyads", Header: append([]string{"source", "target"}, fileHeader...)}
	for i := range r.Dyads {
		d := &r.Dyads[i]
		t.Rows = append(t.Rows, append([]string{d.Source, d.Target}, d.file()...))
	}
	return t
}

// periodFile returns a row for each dyad and period.
func (r *DyadsReport) periodFile() Table {
	t := Table{Name: "dyads by " + r.Period, Header: append([]string{"source", "target", periodColumn(r.Period)}, fileHeader...)}
	for i := range r.Dyads {
		d := &r.Dyads[i]
		for j := range d.Periods {
			p := &d.Periods[j]
			t.Rows = append(t.Rows, append([]string{d.Source, d.Target, p.Name}, p.file()...))
		}
	}
	return t
}

// mapFile returns nets with sources as rows and targets as columns, all of them: numbers
// and empty cells, no signs.
func (r *DyadsReport) mapFile() Table {
	targets := r.parties(func(d *Dyad) string { return d.Target })
	t := Table{Name: "map", Header: append([]string{mapCorner}, targets...)}
	nets := map[[2]string]string{}
	for i := range r.Dyads {
		d := &r.Dyads[i]
		nets[[2]string{d.Source, d.Target}] = number(d.Net.Value)
	}
	for _, source := range r.parties(func(d *Dyad) string { return d.Source }) {
		row := []string{source}
		for _, target := range targets {
			row = append(row, nets[[2]string{source, target}])
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// periodColumn returns the name of the column of periods, different from the others.
func periodColumn(name string) string {
	for _, other := range append([]string{"source", "target"}, fileHeader...) {
		if strings.EqualFold(name, other) {
			return "by_" + name
		}
	}
	return name
}

// fileHeader is the numbers of a position, from -1 to 1, not in percent.
var fileHeader = []string{"statements", "articles", "favor", "against", "none", "net", "net_low", "net_high", "leans",
	"expected_net", "expected_net_low", "expected_net_high", "tone", "tone_low", "tone_high", "tone_leans"}

// file returns the cells under fileHeader.
func (p *Position) file() []string {
	cells := []string{strconv.Itoa(p.Statements), strconv.Itoa(p.Articles), strconv.Itoa(p.Favor), strconv.Itoa(p.Against), strconv.Itoa(p.None)}
	add := func(e *Estimate) {
		three := []string{"", "", ""}
		if e != nil {
			three[0] = number(e.Value)
			if i := e.Interval; i != nil {
				three[1], three[2] = number(i.Low), number(i.High)
			}
		}
		cells = append(cells, three...)
	}
	add(&p.Net)
	cells = append(cells, p.Leans)
	add(p.Expected)
	add(p.Tone)
	return append(cells, p.ToneLeans)
}
