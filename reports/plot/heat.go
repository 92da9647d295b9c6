package plot

import (
	"fmt"
	"html/template"
	"strconv"
)

// A Heat is a square of counts, darker where more of the row is.
type Heat struct {
	Title       string
	Description string
	Rows        string // what the rows are, such as gold
	Columns     string
	Names       []string // of rows and of columns
	Counts      [][]int  // rows x columns
}

// SVG draws the counts with their share of the row. id must be unique in the page.
func (h Heat) SVG(id string) template.HTML {
	var c canvas
	const x0, y0, gap = 84.0, 42.0, 3.0
	cell := (Width - 6 - x0) / float64(max(len(h.Names), 1))
	height := min(cell, 74)
	c.open(id, h.Title, h.Description, y0+height*float64(len(h.Names))+6)
	c.text("label middle", x0+cell*float64(len(h.Names))/2, 13, h.Columns)
	c.WriteString(`<g transform="translate(10 ` + n(y0+height*float64(len(h.Names))/2) + `) rotate(-90)">`)
	c.text("label middle", 0, 0, h.Rows)
	c.WriteString("</g>")
	for i, name := range h.Names {
		x, y := x0+cell*float64(i), y0+height*float64(i)
		c.text("value middle", x+cell/2, y0-10, short(name, 12))
		c.text("value end", x0-8, y+height/2+4, short(name, 9))
		total := 0
		for _, count := range h.Counts[i] {
			total += count
		}
		for k, count := range h.Counts[i] {
			share := float64(count) / float64(max(total, 1))
			h.cell(&c, [4]float64{x0 + cell*float64(k), y, cell - gap, height - gap}, cellOf{i, k, count, share, total})
		}
	}
	return c.svg()
}

// cellOf is what one cell shows.
type cellOf struct {
	row, column, count int
	share              float64
	total              int
}

func (h Heat) cell(c *canvas, at [4]float64, x cellOf) {
	note := fmt.Sprintf("%s %s, %s %s: %d of %d", h.Rows, h.Names[x.row], h.Columns, h.Names[x.column], x.count, x.total)
	class, ink := "cell wrong", ""
	if x.row == x.column {
		class = "cell"
	}
	if x.share > 0.75 { // white on dark
		ink = " on"
	}
	c.box("floor", ` rx="3"`, at, "")
	c.box(class, ` rx="3" fill-opacity="`+n(0.06+0.94*x.share)+`"`, at, note)
	middle := at[0] + at[2]/2
	c.text("count middle"+ink, middle, at[1]+at[3]/2+1, strconv.Itoa(x.count))
	words := "–"
	if x.total > 0 {
		words = fmt.Sprintf("%.1f %%", 100*x.share)
	}
	c.text("share middle"+ink, middle, at[1]+at[3]/2+17, words)
}
