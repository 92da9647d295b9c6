// Package plot draws numbers as SVG: lines with intervals, bars with intervals, and
// a heat map of counts. It knows nothing of what the numbers mean.
//
// A plot is 360 units wide, made for a telephone, and as readable twice as large. It
// has no script, no font and no colour of its own: CSS returns the classes that it
// uses, with variables for light and dark, which a page includes once. Every
// plot has a title and a description for those who cannot see it.
package plot

import (
	_ "embed"
	"fmt"
	"html"
	"html/template"
	"math"
	"strconv"
	"strings"
)

//go:embed plot.css
var style string

// CSS returns the style of all plots.
func CSS() string { return style }

// Width is that of every plot, in units of its viewBox.
const Width = 360

// File returns a plot as a file of its own, with its style.
func File(svg template.HTML) string {
	at := strings.IndexByte(string(svg), '>') + 1
	return string(svg[:at]) + "<style>" + style + "</style>" + string(svg[at:]) + "\n"
}

// Ticks returns round numbers in [low, high], about five of them.
func Ticks(low, high float64) []float64 {
	if !(high > low) {
		return []float64{low}
	}
	step := math.Pow(10, math.Floor(math.Log10((high-low)/5)))
	for _, m := range []float64{1, 2, 5, 10} {
		if (high-low)/(m*step) <= 6 {
			step *= m
			break
		}
	}
	var ticks []float64
	for i := math.Ceil(low/step - 1e-9); i*step <= high+1e-9*step; i++ {
		ticks = append(ticks, math.Round(i*step*1e9)/1e9+0) // + 0: no -0
	}
	return ticks
}

// canvas is an SVG in the making.
type canvas struct{ strings.Builder }

// open begins the SVG. id must be unique in the page.
func (c *canvas) open(id, title, description string, height float64) {
	fmt.Fprintf(c, `<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 %d %s" role="img" aria-labelledby="%s-t %s-d">`,
		Width, n(height), esc(id), esc(id))
	fmt.Fprintf(c, `<title id="%s-t">%s</title><desc id="%s-d">%s</desc>`, esc(id), esc(title), esc(id), esc(description))
}

// svg ends the SVG.
func (c *canvas) svg() template.HTML {
	c.WriteString("</svg>")
	return template.HTML(c.String()) // all text went through esc
}

func (c *canvas) line(class string, x1, y1, x2, y2 float64) {
	fmt.Fprintf(c, `<line class="%s" x1="%s" y1="%s" x2="%s" y2="%s"/>`, class, n(x1), n(y1), n(x2), n(y2))
}

// text writes words; class holds the anchor: start, middle or end.
func (c *canvas) text(class string, x, y float64, words string) {
	fmt.Fprintf(c, `<text class="%s" x="%s" y="%s">%s</text>`, class, n(x), n(y), esc(words))
}

// path draws through points; closed fills the inside.
func (c *canvas) path(class string, points [][2]float64, closed bool) {
	fmt.Fprintf(c, `<path class="%s" d="`, class)
	for i, p := range points {
		c.WriteString([]string{"L", "M"}[btoi(i == 0)] + n(p[0]) + " " + n(p[1]))
	}
	if closed {
		c.WriteString("Z")
	}
	c.WriteString(`"/>`)
}

// dot draws a point; a browser shows the note where the mouse rests on it.
func (c *canvas) dot(class string, x, y float64, note string) {
	fmt.Fprintf(c, `<circle class="%s" cx="%s" cy="%s" r="2.8">`, class, n(x), n(y))
	c.note(note)
	c.WriteString("</circle>")
}

// box draws a rectangle with a note.
func (c *canvas) box(class, extra string, at [4]float64, note string) {
	fmt.Fprintf(c, `<rect class="%s" x="%s" y="%s" width="%s" height="%s"%s>`, class, n(at[0]), n(at[1]), n(at[2]), n(at[3]), extra)
	c.note(note)
	c.WriteString("</rect>")
}

func (c *canvas) note(words string) {
	if words != "" {
		c.WriteString("<title>" + esc(words) + "</title>")
	}
}

// n prints a length with at most two decimals; what is not finite is 0.
func n(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	v = math.Round(v*100) / 100
	if v == 0 {
		return "0"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// number prints a value as short as it can be.
func number(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }

// esc makes text safe in an element or in a quoted attribute.
func esc(s string) string { return html.EscapeString(s) }

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// wide returns about how many letters' room a text takes.
func wide(s string) int {
	w := 0
	for _, r := range s {
		w++
		if r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0xffdc || r >= 0x1f300) {
			w++
		}
	}
	return w
}

// short returns s, or what fits into a number of letters with an ellipsis.
func short(s string, letters int) string {
	if wide(s) <= letters {
		return s
	}
	var b strings.Builder
	used := 1
	for _, r := range s {
		if used += wide(string(r)); used > letters {
			break
		}
		b.WriteRune(r)
	}
	return strings.TrimRight(b.String(), " ") + "…"
}
