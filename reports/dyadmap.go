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
	mapNarrow  = 8  // ... at least, of a target's and of the numbers below it
	mapWide    = 14 // ... at most
	mapNothing = "."
)

// heatMap returns nets with sources as rows and targets as columns, those of most
// statements first, as many as fit into 100 terminal columns. Signs, ~ and ? say what
// colours would.
func (r *DyadsReport) heatMap() Table {
	t := Table{Name: "map", Title: "Net % of sources (rows) toward targets (columns)"}
	allSources, allTargets := r.sources(), r.targets()
	sources, label := allSources[:min(mapRows, len(allSources))], 0
	for _, name := range sources {
		label = max(label, min(displayWidth(clean(name)), mapName))
	}
	targets := allTargets[:min((maxWidth-label)/(mapNarrow+1), len(allTargets))]
	width := mapWidth(targets, label)
	t.Notes = mapHead(targets, label, width)
	for _, source := range sources {
		line := padded(shorten(clean(source), label), label)
		for _, target := range targets {
			line += " " + leftPadded(r.mapCell(source, target), width)
		}
		t.Notes = append(t.Notes, line)
	}
	t.Notes = append(t.Notes, r.mapLegend())
	if len(sources) < len(allSources) || len(targets) < len(allTargets) {
		t.Notes = append(t.Notes, fmt.Sprintf("shown: %d of %s and %d of %s, those of most statements; --source, --target choose",
			len(sources), counted(len(allSources), "source"), len(targets), counted(len(allTargets), "target")))
	}
	return t
}

// matrix returns the map as a table of cells, with at most so many rows and columns; 0 is
// all.
func (r *DyadsReport) matrix(rows, columns int) Table {
	sources, targets := r.sources(), r.targets()
	sources, targets = sources[:page{top: rows}.of(len(sources))], targets[:page{top: columns}.of(len(targets))]
	t := Table{
		Name: "map", Title: "Net % of sources (rows) toward targets (columns)",
		Header: append([]string{`source \ target`}, targets...), Align: []Align{Left},
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
	return "~ the interval holds 0; ? fewer than 6 articles, too few to say; " + mapNothing + " " + r.nothing()
}

// nothing says what an empty cell of the map means.
func (r *DyadsReport) nothing() string {
	if r.Min > 1 {
		return fmt.Sprintf("fewer than %d statements", r.Min)
	}
	return "no statement"
}

func (r *DyadsReport) sources() []string { return r.parties(func(d *Dyad) string { return d.Source }) }
func (r *DyadsReport) targets() []string { return r.parties(func(d *Dyad) string { return d.Target }) }

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
func (p *Position) mark() string { return judged(netPercent(p.Net), p.Leans, "") }

// mapWidth returns how wide the columns of the map are, beside labels of a width: as wide as the longest word of
// their names, if there is room.
func mapWidth(names []string, label int) int {
	longest := 0
	for _, name := range names {
		for _, word := range strings.Fields(clean(name)) {
			longest = max(longest, displayWidth(word))
		}
	}
	return max(mapNarrow, min(longest, mapWide, (maxWidth-label)/len(names)-1))
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

// padded returns s with spaces behind it, to a width on the terminal.
func padded(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-displayWidth(s)))
}

// leftPadded is padded with the spaces before s.
func leftPadded(s string, width int) string {
	return strings.Repeat(" ", max(0, width-displayWidth(s))) + s
}
