package plot

import (
	"html/template"
	"math"
	"slices"
)

// A Line is lines through points in one frame, such as a learning curve.
type Line struct {
	Title       string
	Description string // what it shows, in a sentence
	X, Y        Axis
	Series      []Series // at most six tell apart
	Guides      []Guide
	Columns     []Column
}

// An Axis is a direction of the frame. Where Low and High are equal they are chosen
// so that all points fit.
type Axis struct {
	Label     string
	Low, High float64
	Ticks     []float64 // nil: round numbers
}

// A Series is one line. Its points are joined in their order; those that are not
// finite are left out.
type Series struct {
	Name   string // in the legend; "" = not in it
	Points []Point
	Band   bool // intervals as a band behind the line, not as whiskers
	Plain  bool // no mark at the points
}

// A Point is a place with the interval of its Y, which is none where Low == High.
type Point struct {
	X, Y      float64
	Low, High float64
	Label     string // printed beside it
	Note      string // shown where the mouse rests on it
}

// A Guide is a straight line for comparison.
type Guide struct {
	X1, Y1, X2, Y2 float64
	Name           string // printed at its end
}

// A Column is a faint bar behind the lines, from the foot of the frame up: how much
// there is of what stands between From and To.
type Column struct{ From, To, Share float64 }

// The frame within the plot.
const (
	left   = 44.0
	right  = Width - 14.0
	inside = 230.0 // height of the frame
	legend = 17.0  // height of one line of it
)

// frame turns values into places.
type frame struct {
	x, y        Axis
	top, bottom float64
}

// SVG draws the lines. id must be unique in the page.
func (l Line) SVG(id string) template.HTML {
	var c canvas
	l.Series = finite(l.Series)
	f := frame{x: l.X.fitted(l.xs()), y: l.Y.fitted(l.ys())}
	f.top = 18 + legend*float64(l.named())
	f.bottom = f.top + inside
	c.open(id, l.Title, l.Description, f.bottom+44)
	l.legend(&c)
	f.grid(&c)
	for _, b := range l.Columns {
		height := (f.bottom - f.top) * b.Share
		c.box("column", "", [4]float64{f.px(b.From) + 1, f.bottom - height, f.px(b.To) - f.px(b.From) - 2, height}, "")
	}
	for _, g := range l.Guides {
		c.line("guide", f.px(g.X1), f.py(g.Y1), f.px(g.X2), f.py(g.Y2))
		c.text("tick end", f.px(g.X2)-4, f.py(g.Y2)-5, g.Name)
	}
	for i, s := range l.Series {
		s.draw(&c, f, i)
	}
	return c.svg()
}

// finite returns the series with the points that have a place.
func finite(all []Series) []Series {
	all = slices.Clone(all)
	for i := range all {
		all[i].Points = slices.DeleteFunc(slices.Clone(all[i].Points), func(p Point) bool {
			return math.IsNaN(p.X+p.Y) || math.IsInf(p.X+p.Y, 0)
		})
	}
	return all
}

func (l Line) named() int {
	n := 0
	for _, s := range l.Series {
		n += btoi(s.Name != "")
	}
	return n
}

// legend names the series above the frame, one a line.
func (l Line) legend(c *canvas) {
	y := 12.0
	for i, s := range l.Series {
		if s.Name != "" {
			c.line(series("line", i), left, y-4, left+22, y-4)
			c.text("label start", left+28, y, short(s.Name, 48))
			y += legend
		}
	}
}

// series returns the class of what is drawn for series i.
func series(what string, i int) string { return what + " s" + string(rune('0'+i%6)) }

func (s Series) draw(c *canvas, f frame, i int) {
	var line, band [][2]float64
	for _, p := range s.Points {
		line = append(line, [2]float64{f.px(p.X), f.py(p.Y)})
		band = append(band, [2]float64{f.px(p.X), f.py(p.High)})
	}
	for j := len(s.Points) - 1; j >= 0; j-- {
		band = append(band, [2]float64{f.px(s.Points[j].X), f.py(s.Points[j].Low)})
	}
	if s.Band && len(s.Points) > 1 {
		c.path(series("band", i), band, true)
	}
	if len(line) > 1 {
		c.path(series("line", i), line, false)
	}
	for _, p := range s.Points {
		s.mark(c, f, p, i)
	}
}

// mark draws a point with its whiskers and label.
func (s Series) mark(c *canvas, f frame, p Point, i int) {
	x := f.px(p.X)
	if !s.Band && p.High > p.Low {
		c.line(series("whisker", i), x, f.py(p.Low), x, f.py(p.High))
	}
	if !s.Plain || len(s.Points) == 1 {
		c.dot(series("dot", i), x, f.py(p.Y), p.Note)
	}
	if p.Label == "" {
		return
	}
	top := p.Y
	if !s.Band {
		top = math.Max(p.Y, p.High)
	}
	c.text("tick middle halo", x, f.py(top)-7, p.Label)
}

// grid draws axes, ticks and their labels.
func (f frame) grid(c *canvas) {
	for _, v := range f.y.Ticks {
		c.line("grid", left, f.py(v), right, f.py(v))
		c.text("tick end", left-6, f.py(v)+3.5, number(v))
	}
	c.line("axis", left, f.bottom, right, f.bottom)
	for _, v := range f.x.Ticks {
		c.line("axis", f.px(v), f.bottom, f.px(v), f.bottom+4)
		c.text("tick middle", f.px(v), f.bottom+16, number(v))
	}
	c.text("label middle", (left+right)/2, f.bottom+36, f.x.Label)
	c.WriteString(`<g transform="translate(12 ` + n((f.top+f.bottom)/2) + `) rotate(-90)">`)
	c.text("label middle", 0, 0, f.y.Label)
	c.WriteString("</g>")
}

func (f frame) px(v float64) float64 { return left + (right-left)*f.x.share(v) }
func (f frame) py(v float64) float64 { return f.bottom - (f.bottom-f.top)*f.y.share(v) }

// share returns where a value stands between Low and High, kept within the frame.
func (a Axis) share(v float64) float64 {
	return math.Min(math.Max((v-a.Low)/(a.High-a.Low), 0), 1)
}

// fitted returns the axis with its limits and ticks filled in.
func (a Axis) fitted(values []float64) Axis {
	if !(a.High > a.Low) {
		a.Low, a.High = math.Inf(1), math.Inf(-1)
		for _, v := range values {
			a.Low, a.High = math.Min(a.Low, v), math.Max(a.High, v)
		}
		switch room := (a.High - a.Low) * 0.06; {
		case len(values) == 0:
			a.Low, a.High = 0, 1
		case room == 0:
			a.Low, a.High = a.Low-0.5, a.High+0.5
		default:
			a.Low, a.High = a.Low-room, a.High+room
		}
	}
	if a.Ticks == nil {
		a.Ticks = Ticks(a.Low, a.High)
	}
	return a
}

func (l Line) xs() []float64 {
	var v []float64
	for _, s := range l.Series {
		for _, p := range s.Points {
			v = append(v, p.X)
		}
	}
	return v
}

func (l Line) ys() []float64 {
	var v []float64
	for _, s := range l.Series {
		for _, p := range s.Points {
			v = append(v, p.Y)
			if p.High > p.Low {
				v = append(v, p.Low, p.High)
			}
		}
	}
	return v
}
