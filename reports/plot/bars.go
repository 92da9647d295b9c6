package plot

import (
	"html/template"
	"math"
)

// Bars is one bar a row with its interval, on one axis from 0 to 1.
type Bars struct {
	Title       string
	Description string
	Label       string // of the axis
	Rows        []Bar
	Reference   float64 // a line through all rows; 0 = none
	Name        string  // of the reference
}

// A Bar is a value in [0, 1], with an interval unless Low == High.
type Bar struct {
	Name      string
	Value     float64
	Low, High float64
	Text      string // printed at the right: the value in words
	Unknown   bool   // there is no value: the row is named and left empty
	Strong    bool   // stands out
}

// rowHeight is the height of a bar with its name above.
const rowHeight = 33.0

// SVG draws the bars. id must be unique in the page.
func (b Bars) SVG(id string) template.HTML {
	var c canvas
	const from, to = 6.0, Width - 6.0
	at := func(v float64) float64 { return from + (to-from)*math.Min(math.Max(v, 0), 1) }
	top := 8.0
	if b.Reference > 0 {
		top += 14
	}
	bottom := top + rowHeight*float64(len(b.Rows))
	c.open(id, b.Title, b.Description, bottom+40)
	for _, v := range Ticks(0, 1) {
		c.line("grid", at(v), top, at(v), bottom)
		c.text("tick "+anchor(v), at(v), bottom+14, number(v))
	}
	for i, r := range b.Rows {
		r.draw(&c, at, top+rowHeight*float64(i))
	}
	if b.Reference > 0 {
		c.line("guide", at(b.Reference), top-4, at(b.Reference), bottom)
		c.text("tick "+side(b.Reference), at(b.Reference), top-8, b.Name)
	}
	c.text("label middle", Width/2, bottom+33, b.Label)
	return c.svg()
}

// anchor keeps the labels of the outer ticks within the plot.
func anchor(v float64) string {
	switch v {
	case 0:
		return "start"
	case 1:
		return "end"
	}
	return "middle"
}

// side returns the anchor of a label that may stand near an edge.
func side(v float64) string {
	switch {
	case v < 0.25:
		return "start"
	case v > 0.75:
		return "end"
	}
	return "middle"
}

func (r Bar) draw(c *canvas, at func(float64) float64, y float64) {
	c.text("label start", at(0), y+13, short(r.Name, 38))
	c.text("value end", at(1), y+13, r.Text)
	if r.Unknown {
		return
	}
	class := "bar"
	if r.Strong {
		class = "bar strong"
	}
	c.box(class, "", [4]float64{at(0), y + 18, at(r.Value) - at(0), 8}, r.Name+": "+r.Text)
	if r.High > r.Low {
		c.line("interval", at(r.Low), y+22, at(r.High), y+22)
		c.line("interval", at(r.Low), y+19, at(r.Low), y+25)
		c.line("interval", at(r.High), y+19, at(r.High), y+25)
	}
}
