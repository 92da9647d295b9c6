package plot

import (
	"encoding/xml"
	"html/template"
	"io"
	"math"
	"slices"
	"strings"
	"testing"
)

// checkXML demands that a plot is well-formed, has a title, and no number that is none.
func checkXML(t *testing.T, svg template.HTML) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	for {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
	}
	if strings.Contains(string(svg), "NaN") || strings.Contains(string(svg), "Inf") {
		t.Errorf("not a number in %s", svg)
	}
	for _, part := range []string{`role="img"`, `aria-labelledby="a-t a-d"`, `<title id="a-t">`, `<desc id="a-d">`} {
		if !strings.Contains(string(svg), part) {
			t.Errorf("no %s in %s", part, svg)
		}
	}
}

const wild = `<script>"'&]]>`

func TestPlotsAreWellFormed(t *testing.T) {
	points := []Point{{X: 10, Y: 0.5}, {X: 20, Y: 0.6, Low: 0.5, High: 0.7, Label: wild, Note: wild}, {X: 40, Y: 0.7, Low: 0.6, High: 0.8}}
	for name, svg := range map[string]template.HTML{
		"line": Line{Title: wild, Description: wild, X: Axis{Label: wild}, Y: Axis{Label: wild},
			Series: []Series{{Name: wild, Points: points}, {Name: "b", Points: points, Band: true}, {Points: points, Plain: true}},
			Guides: []Guide{{10, 0.5, 40, 0.8, wild}}, Columns: []Column{{10, 20, 0.5}}}.SVG("a"),
		"one point":    Line{Series: []Series{{Name: "a", Points: points[:1], Plain: true}}}.SVG("a"),
		"no point":     Line{Series: []Series{{Name: "a"}}}.SVG("a"),
		"nothing":      Line{}.SVG("a"),
		"not a number": Line{Series: []Series{{Points: []Point{{X: math.NaN(), Y: math.Inf(1)}, {X: 1, Y: 1}}}}}.SVG("a"),
		"bars": Bars{Title: wild, Label: wild, Reference: 0.3, Name: wild,
			Rows: []Bar{{Name: wild, Value: 0.4, Low: 0.2, High: 0.6, Text: wild}, {Name: "b", Unknown: true}, {Value: 2}, {Value: math.NaN()}}}.SVG("a"),
		"no bars": Bars{}.SVG("a"),
		"heat":    Heat{Title: wild, Rows: wild, Columns: wild, Names: []string{wild, "b"}, Counts: [][]int{{1, 0}, {0, 0}}}.SVG("a"),
		"no heat": Heat{}.SVG("a"),
	} {
		t.Run(name, func(t *testing.T) { checkXML(t, svg) })
	}
}

func TestLineDrawsPointsWhereTheyAre(t *testing.T) {
	svg := string(Line{X: Axis{High: 1}, Y: Axis{High: 1}, Series: []Series{{Points: []Point{{X: 0, Y: 0}, {X: 0.5, Y: 1}, {X: 1, Y: 0.5}}}}}.SVG("a"))
	// the frame spans 44 to 346 and, from the top, 18 to 248
	if want := `d="M44 248L195 18L346 133"`; !strings.Contains(svg, want) {
		t.Errorf("no %s in %s", want, svg)
	}
}

func TestTicksAreRound(t *testing.T) {
	check := func(low, high float64, want ...float64) {
		t.Helper()
		if got := Ticks(low, high); !slices.Equal(got, want) {
			t.Errorf("Ticks(%v, %v) = %v, want %v", low, high, got, want)
		}
	}
	check(0, 1, 0, 0.2, 0.4, 0.6, 0.8, 1)
	check(0.31, 0.58, 0.35, 0.4, 0.45, 0.5, 0.55)
	check(900, 12000, 2000, 4000, 6000, 8000, 10000, 12000)
	check(-1, 1, -1, -0.5, 0, 0.5, 1)
	check(3, 3, 3)
	if t0 := Ticks(0, 1)[0]; math.Signbit(t0) {
		t.Error("the first tick is -0")
	}
}

func TestLongNamesAreCutToTheirRoom(t *testing.T) {
	check := func(s string, letters int, want string) {
		t.Helper()
		if got := short(s, letters); got != want {
			t.Errorf("short(%q, %d) = %q, want %q", s, letters, got, want)
		}
	}
	check("", 3, "")
	check("Chad", 4, "Chad")
	check("Chadian", 4, "Cha…")
	check("朝鮮民主主義", 6, "朝鮮…")
	check("two words", 5, "two…")
}

func TestFileHoldsItsStyle(t *testing.T) {
	file := File(Heat{Names: []string{"a"}, Counts: [][]int{{1}}}.SVG("a"))
	checkXML(t, template.HTML(file))
	if !strings.HasPrefix(file, `<svg xmlns="http://www.w3.org/2000/svg"`) || !strings.Contains(file, ".plot .cell{") {
		t.Errorf("not a file of its own: %s", file)
	}
}
