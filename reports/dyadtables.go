package reports

import (
	"fmt"
	"slices"
	"strconv"
)

// Tables returns the report for a terminal, with at most so many rows of each list; 0 is
// all: the dyads, the map of sources and targets, and what happened over time.
func (r *DyadsReport) Tables(top int) []Table { return r.tables(page{top, maxWidth}) }

// Cells returns the same tables for Markdown, where letters do not stand below each other:
// the map is cells, and no name is shortened.
func (r *DyadsReport) Cells(top int) []Table { return r.tables(page{top, unlimited}) }

// A page is how much room the tables have: rows of a list, 0 is all, and columns of a
// terminal.
type page struct{ top, width int }

const unlimited = 1 << 20 // columns

func (r *DyadsReport) tables(on page) []Table {
	tables := []Table{r.dyadTable(on)}
	if len(r.Dyads) == 0 {
		return tables
	}
	if on.width == unlimited {
		tables = append(tables, r.matrix())
	} else {
		tables = append(tables, r.heatMap())
	}
	if t, ok := r.timeTable(on); ok {
		tables = append(tables, t)
	}
	if t := r.periodTable(on); len(t.Rows) > 0 {
		tables = append(tables, t)
	}
	return tables
}

// List returns the dyads in full, or the dyads by period if they are split, as a table for
// a program.
func (r *DyadsReport) List() Table {
	if r.Period != "" {
		return r.periodFile()
	}
	return r.wholeFile()
}

// Files returns the tables that are worth a file of their own.
func (r *DyadsReport) Files() []Table {
	files := []Table{r.wholeFile(), r.mapFile()}
	if r.Period != "" {
		files = append(files, r.periodFile())
	}
	return files
}

// howToRead explains the columns, in lines that fit on a terminal.
var howToRead = []string{
	"all = favor + against + none statements; art. = articles they are from",
	"net % = 100 (favor - against) / all [95% interval]; tone % = 100 (positive - negative) / statements",
	"~ no side: the number is 0, or its interval holds 0; ? fewer than 6 articles, too few to tell",
	"= no interval: the net is the same in every article; of one article there is none",
	"an interval knows that other articles could have been read, not that labels can be wrong",
}

// dyadHeader is the columns of the lists after the dyad's name.
var dyadHeader = []string{"all", "favor", "against", "none", "net %", "tone %", "art."}

// dyadAlign aligns name and columns.
var dyadAlign = []Align{Left, Right, Right, Right, Right, Right, Right, Right}

func (r *DyadsReport) dyadTable(on page) Table {
	t := Table{
		Name:  "dyads",
		Title: fmt.Sprintf("Who is for and against whom: %s, %s in %s", counted(len(r.Dyads), "dyad"), counted(r.Sampling.Rows, "statement"), counted(r.Sampling.Groups, "article")),
	}
	if len(r.Dyads) > 0 {
		t.Header, t.Align = append([]string{"source > target"}, dyadHeader...), dyadAlign
	}
	shown := r.Dyads[:on.of(len(r.Dyads))]
	names := make([][2]string, len(shown))
	for i := range shown {
		names[i] = [2]string{shown[i].Source, shown[i].Target}
		t.Rows = append(t.Rows, append([]string{""}, shown[i].cells()...))
	}
	width := on.spare(t)
	for i, name := range names {
		t.Rows[i][0] = pairName(name[0], name[1], width)
	}
	if n := len(r.Dyads) - len(shown); n > 0 {
		t.Notes = append(t.Notes, fmt.Sprintf("and %s of fewer statements: --top 0 shows all, --out FILE.csv writes all", counted(n, "dyad")))
	}
	if len(shown) > 0 {
		t.Notes = append(t.Notes, howToRead...)
	}
	if slices.ContainsFunc(shown, func(d Dyad) bool { return d.Tone == nil }) {
		t.Notes = append(t.Notes, "tone -: no statement has a sentiment")
	}
	t.Notes = append(t.Notes, r.Signature)
	t.Notes = append(t.Notes, r.Notes...)
	return t
}

// of returns how many of n rows the page shows.
func (on page) of(n int) int {
	if on.top > 0 {
		return min(n, on.top)
	}
	return n
}

// spare returns how wide the first column of a table may be, beside the others.
func (on page) spare(t Table) int {
	widths, total := t.widths()
	if len(widths) == 0 {
		return on.width
	}
	return on.width - total + widths[0]
}

// pairName returns "source > target" in a width: if it is too long, the longer of the
// two names is shortened first.
func pairName(source, target string, width int) string {
	const arrow = " > "
	source, target = clean(source), clean(target)
	a, b, room := displayWidth(source), displayWidth(target), width-len(arrow)
	if a+b > room && room > 2*minCell {
		half := room / 2
		switch {
		case a <= half:
			b = room - a
		case b <= room-half:
			a = room - b
		default:
			a, b = half, room-half
		}
		source, target = shorten(source, a), shorten(target, b)
	}
	return source + arrow + target
}

// cells returns a position as a row prints it.
func (p *Position) cells() []string {
	return []string{strconv.Itoa(p.Statements), strconv.Itoa(p.Favor), strconv.Itoa(p.Against), strconv.Itoa(p.None),
		p.net(), p.tone(), strconv.Itoa(p.Articles)}
}

// tone returns "-33", "~ -33", "-33 ?", and "-" where no statement has a sentiment.
func (p *Position) tone() string {
	if p.Tone == nil {
		return "-"
	}
	return withSign(netPercent(*p.Tone), p.ToneLeans)
}

// withSign returns what is printed of a number with its sign: none if it is on a side.
func withSign(number, leans string) string {
	switch leans {
	case neither:
		return neither + " " + number
	case tooFew:
		return number + " " + tooFew
	}
	return number
}

// net returns "-33 [-51, -4]", "~ -33 [-51, +10]", "-33 [-51, -4] ?" of too few articles,
// "-100 =" where it is the same in each, and "-33 ?" of a single one.
func (p *Position) net() string {
	const sameInEach = " ="
	s := netPercent(p.Net)
	switch i := p.Net.Interval; {
	case i != nil:
		s += fmt.Sprintf(" [%s, %s]", sidedPercent(i.Low), sidedPercent(i.High))
	case p.Articles > 1:
		s += sameInEach
	}
	return withSign(s, p.Leans)
}

// netPercent returns a number from -1 to 1 as "-33", "0", "+100".
func netPercent(e Estimate) string {
	s := fmt.Sprintf("%+.0f", 100*e.Value)
	if s == "+0" || s == "-0" {
		return "0"
	}
	return s
}

// sidedPercent is netPercent for the end of an interval: one that is rounded to nothing
// keeps its sign.
func sidedPercent(v float64) string {
	if v == 0 {
		return "0"
	}
	return fmt.Sprintf("%+.0f", 100*v)
}
