package reports

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/olekukonko/tablewriter"
)

// Align is the side that the cells of a column lean to.
type Align byte

// Text leans left, numbers right.
const (
	Left Align = iota
	Right
)

// FileName returns the table's name with nothing in it that a file system or a
// shell could trip over: "by outlet/desk" -> "by-outlet-desk".
func (t Table) FileName() string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '-'
	}, t.Name)
}

// A Table is rows of cells under a header. Titles, notes and cells may hold any
// text: every writer makes it safe for its medium.
type Table struct {
	Name   string // short, for a file name; "" = none
	Title  string
	Header []string
	Align  []Align // beside Header; missing ones are Left
	Rows   [][]string
	Notes  []string
}

// maxWidth is the number of terminal columns that a table in text may take.
const maxWidth = 100

// minCell is the number of terminal columns below which no cell is cut.
const minCell = 8

// WriteText writes the table for a terminal: title, ASCII frame, notes. Control
// characters and bidirectional marks are taken out of all text, so that a name in
// the news cannot take over the screen. If the table is wider than 100 columns
// its widest left-leaning columns are cut, which "..." shows.
func (t Table) WriteText(w io.Writer) error {
	t = t.clean()
	t.fit()
	var b bytes.Buffer
	if t.Title != "" {
		fmt.Fprintln(&b, t.Title)
	}
	if len(t.Header) > 0 {
		t.frame(&b)
	}
	for _, note := range t.Notes {
		fmt.Fprintln(&b, note)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// frame draws the table with its header-mangling and wrapping switched off.
func (t Table) frame(w io.Writer) {
	tw := tablewriter.NewWriter(w)
	tw.SetAutoFormatHeaders(false)
	tw.SetAutoWrapText(false)
	tw.SetHeaderAlignment(tablewriter.ALIGN_LEFT)
	align := make([]int, len(t.Header))
	for c := range align {
		align[c] = tablewriter.ALIGN_LEFT
		if t.align(c) == Right {
			align[c] = tablewriter.ALIGN_RIGHT
		}
	}
	tw.SetColumnAlignment(align)
	tw.SetHeader(t.Header)
	tw.AppendBulk(t.Rows)
	tw.Render()
}

func (t Table) align(c int) Align {
	if c < len(t.Align) {
		return t.Align[c]
	}
	return Left
}

// clean returns a copy with cleaned text, every row as long as the header.
func (t Table) clean() Table {
	out := Table{Title: clean(t.Title), Align: t.Align, Header: cleanAll(t.Header), Notes: cleanAll(t.Notes)}
	for _, row := range t.Rows {
		cells := make([]string, len(t.Header))
		copy(cells, cleanAll(row))
		out.Rows = append(out.Rows, cells)
	}
	return out
}

// fit takes from the widest left-leaning columns until the table is narrow enough
// or none of them can give.
func (t Table) fit() {
	widths, total := t.widths()
	left := slices.Clone(widths)
	for c := range left {
		if t.align(c) != Left {
			left[c] = 0
		}
	}
	for total > maxWidth && len(left) > 0 && slices.Max(left) > minCell {
		left[slices.Index(left, slices.Max(left))]--
		total--
	}
	for c := range left {
		if t.align(c) == Left && left[c] < widths[c] {
			t.narrow(c, left[c])
		}
	}
}

// widths returns the width of each column and of the table with its frame.
func (t Table) widths() (widths []int, total int) {
	widths = make([]int, len(t.Header))
	total = 1
	for c := range t.Header {
		widths[c] = tablewriter.DisplayWidth(t.Header[c])
		for _, row := range t.Rows {
			widths[c] = max(widths[c], tablewriter.DisplayWidth(row[c]))
		}
		total += widths[c] + 3
	}
	return widths, total
}

// displayWidth returns how many terminal columns a text takes.
func displayWidth(s string) int { return tablewriter.DisplayWidth(s) }

// narrow shortens the cells of column c to a width.
func (t Table) narrow(c, width int) {
	t.Header[c] = shorten(t.Header[c], width)
	for _, row := range t.Rows {
		row[c] = shorten(row[c], width)
	}
}

// shorten returns s, or as much of it as fits into a width with "..." behind.
func shorten(s string, width int) string {
	if tablewriter.DisplayWidth(s) <= width {
		return s
	}
	var b strings.Builder
	used := len("...")
	for _, r := range s {
		used += tablewriter.DisplayWidth(string(r))
		if used > width {
			break
		}
		b.WriteRune(r)
	}
	return b.String() + "..."
}
