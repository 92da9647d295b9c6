package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// The map's measures on a terminal.
const (
	mapRows    = 12 // sources
	mapName    = 18 // terminal columns of a source's name
	mapCell    = 8  // ... at least, of a target's and of the numbers below it
	mapWide    = 14 // ... at most
	mapNothing = "."
	mapCorner  = `source \ target`
)

// heatMap returns nets with sources as rows and targets as columns, those of most
// statements first, as many as fit into 100 terminal columns. Signs, ~ and ? say what
// colours would.
func (r *DyadsReport) heatMap() Table {
	t := Table{Name: "map", Title: "Net % of sources (rows) toward targets (columns)"}
	sources := r.parties(func(d *Dyad) string { return d.Source })
	targets := r.parties(func(d *Dyad) string { return d.Target })
	label := 0
	for _, name := range sources[:min(mapRows, len(sources))] {
		label = max(label, min(displayWidth(clean(name)), mapName))
	}
	rows, columns := min(mapRows, len(sources)), min((maxWidth-label)/(mapCell+1), len(targets))
	width := mapWidth(targets[:columns], label)
	t.Notes = mapHead(targets[:columns], label, width)
	for _, source := range sources[:rows] {
		var line strings.Builder
		line.WriteString(padded(shorten(clean(source), label), label))
		for _, target := range targets[:columns] {
			line.WriteString(" " + leftPadded(r.mapCell(source, target), width))
		}
		t.Notes = append(t.Notes, line.String())
	}
	t.Notes = append(t.Notes, r.mapLegend())
	if rows < len(sources) || columns < len(targets) {
		t.Notes = append(t.Notes, fmt.Sprintf("shown: %d of %s and %d of %s, those of most statements; --source, --target choose",
			rows, counted(len(sources), "source"), columns, counted(len(targets), "target")))
	}
	return t
}

// matrix returns the map as a table of cells for a reader, with at most mapRows rows and as
// many columns.
func (r *DyadsReport) matrix() Table {
	sources := r.parties(func(d *Dyad) string { return d.Source })
	targets := r.parties(func(d *Dyad) string { return d.Target })
	sources, targets = sources[:min(mapRows, len(sources))], targets[:min(mapRows, len(targets))]
	t := Table{
		Name: "map", Title: "Net % of sources (rows) toward targets (columns)",
		Header: append([]string{mapCorner}, targets...), Align: []Align{Left},
		Notes: []string{r.mapLegend()},
	}
	for _, source := range sources {
		row := []string{source}
		for _, target := range targets {
			row = append(row, r.mapCell(source, target))
		}
		t.Rows = append(t.Rows, row)
	}
	for range targets {
		t.Align = append(t.Align, Right)
	}
	return t
}

// mapLegend says what the marks of the map mean.
func (r *DyadsReport) mapLegend() string {
	return "~ no side: 0, or its interval holds 0; ? fewer than 6 articles; " + mapNothing + emptyPlace(r.Min)
}

// emptyPlace says what an empty place means, if those of fewer statements are left out.
func emptyPlace(least int) string {
	if least > 1 {
		return fmt.Sprintf(" fewer than %d statements", least)
	}
	return " no statement"
}

// parties returns the sources or the targets of the dyads, those of most statements
// first, then by name.
func (r *DyadsReport) parties(of func(*Dyad) string) []string {
	total := map[string]int{}
	var names []string
	for i := range r.Dyads {
		name := of(&r.Dyads[i])
		if _, known := total[name]; !known {
			names = append(names, name)
		}
		total[name] += r.Dyads[i].Statements
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(total[b], total[a]), cmp.Compare(a, b))
	})
	return names
}

// mapCell returns the net of a dyad as "-33", "~-33" or "-100?".
func (r *DyadsReport) mapCell(source, target string) string {
	i := slices.IndexFunc(r.Dyads, func(d Dyad) bool { return d.Source == source && d.Target == target })
	if i < 0 {
		return mapNothing
	}
	return r.Dyads[i].mark()
}

// mark returns the net in one word.
func (p *Position) mark() string {
	switch s := netPercent(p.Net); p.Leans {
	case neither:
		return neither + s
	case tooFew:
		return s + tooFew
	default:
		return s
	}
}

// mapWidth returns how wide the columns of the map are: as wide as the longest word of
// their names, if there is room.
func mapWidth(names []string, label int) int {
	longest := 0
	for _, name := range names {
		for _, word := range strings.Fields(clean(name)) {
			longest = max(longest, displayWidth(word))
		}
	}
	return max(mapCell, min(longest, mapWide, (maxWidth-label)/len(names)-1))
}

// mapHead returns the names of the columns in as many lines as it takes, at most three,
// the last words lowest.
func mapHead(names []string, label, width int) []string {
	const most = 3
	var heads [][]string
	lines := 1
	for _, name := range names {
		head := broken(clean(name), width)
		if len(head) > most {
			head = append(head[:most-1], shorten(strings.Join(head[most-1:], " "), width))
		}
		heads = append(heads, head)
		lines = max(lines, len(head))
	}
	out := make([]string, lines)
	for l := range out {
		line := strings.Repeat(" ", label)
		for _, head := range heads {
			word := ""
			if at := l - (lines - len(head)); at >= 0 {
				word = head[at]
			}
			line += " " + leftPadded(word, width)
		}
		out[l] = strings.TrimRight(line, " ")
	}
	return out
}

// broken returns a name in lines of a width, broken between words; longer words are
// shortened.
func broken(name string, width int) []string {
	lines := []string{""}
	for _, word := range strings.Fields(name) {
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = shorten(word, width)
		case displayWidth(*last)+1+displayWidth(word) <= width:
			*last += " " + word
		default:
			lines = append(lines, shorten(word, width))
		}
	}
	return lines
}

func padded(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-displayWidth(s)))
}

func leftPadded(s string, width int) string {
	return strings.Repeat(" ", max(0, width-displayWidth(s))) + s
}
