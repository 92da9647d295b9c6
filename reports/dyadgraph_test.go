package reports

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

// nastyNames are names that DOT and XML must quote.
var nastyNames = []string{`"Rocket" \N Man`, "<b>A&B</b>", "two\nlines\x1b[2J", "朝鮮", `ends in \`, "]]>", "it's"}

func hostileDyads(t *testing.T) *DyadsReport {
	t.Helper()
	var rows []datasets.LabelledRow
	for i, name := range nastyNames {
		for a := range 7 {
			rows = append(rows, says(a, name, nastyNames[(i+1)%len(nastyNames)], datasets.Against))
		}
	}
	rows = append(rows, says(0, nastyNames[0], nastyNames[0], datasets.Favor)) // a loop, of one article
	return countedDyads(t, DyadOptions{}, Options{Draws: 20, Version: "<1>"}, rows)
}

// dotString is a quoted string of DOT: a quote inside has a backslash before it.
var dotString = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

func TestDOTQuotesEveryName(t *testing.T) {
	got := written(t, func(b *strings.Builder) error { return hostileDyads(t).WriteDOT(b) })
	for _, line := range strings.Split(got, "\n") {
		if rest := dotString.ReplaceAllString(line, ""); !strings.HasPrefix(line, "//") && strings.ContainsAny(rest, `"\<&'`) {
			t.Errorf("not quoted: %s", line)
		}
	}
	for _, want := range []string{
		`n0 [label="\"Rocket\" \\N Man"];`, `[label="<b>A&B</b>"];`, `[label="two lines[2J"];`, `[label="ends in \\"];`,
		`n0 -> n0 [label="  +100? (1)  ", color="#878787"`, `n0 -> n1 [label="  -100 (7)  ", color="#b2182b"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

// A gexf is what a reader of GEXF looks at.
type gexf struct {
	XMLName    xml.Name `xml:"http://gexf.net/1.3 gexf"`
	Version    string   `xml:"version,attr"`
	Attributes []struct {
		ID    string `xml:"id,attr"`
		Title string `xml:"title,attr"`
	} `xml:"graph>attributes>attribute"`
	Nodes []struct {
		ID    string `xml:"id,attr"`
		Label string `xml:"label,attr"`
	} `xml:"graph>nodes>node"`
	Edges []struct {
		Source string  `xml:"source,attr"`
		Target string  `xml:"target,attr"`
		Weight float64 `xml:"weight,attr"`
		Values []struct {
			For   string `xml:"for,attr"`
			Value string `xml:"value,attr"`
		} `xml:"attvalues>attvalue"`
		Color struct {
			R int `xml:"r,attr"`
			G int `xml:"g,attr"`
			B int `xml:"b,attr"`
		} `xml:"http://gexf.net/1.3/viz color"`
	} `xml:"graph>edges>edge"`
}

func TestGEXFReadsBack(t *testing.T) {
	r := hostileDyads(t)
	got := written(t, func(b *strings.Builder) error { return r.WriteGEXF(b) })
	var g gexf
	if err := xml.Unmarshal([]byte(got), &g); err != nil {
		t.Fatalf("%v in\n%s", err, got)
	}
	var names []string
	for _, n := range g.Nodes {
		names = append(names, n.Label)
	}
	want := cleanAll(nastyNames)
	slices.Sort(names)
	slices.Sort(want)
	if !slices.Equal(names, want) {
		t.Errorf("nodes %q, want %q", names, want)
	}
	if len(g.Edges) != len(r.Dyads) || g.Version != "1.3" {
		t.Fatalf("%d edges of version %s, want %d of 1.3", len(g.Edges), g.Version, len(r.Dyads))
	}
	e := g.Edges[0]
	values := map[string]string{}
	for _, v := range e.Values {
		for _, a := range g.Attributes {
			if a.ID == v.For {
				values[a.Title] = v.Value
			}
		}
	}
	if e.Weight != 7 || values["net"] != "-1.000" || values["leans"] != "against" || values["statements"] != "7" {
		t.Errorf("weight %v, values %v", e.Weight, values)
	}
	if _, ok := values["net_low"]; ok {
		t.Error("an interval that is not known has a value")
	}
	if e.Color.R != 0xb2 || e.Color.G != 0x18 || e.Color.B != 0x2b {
		t.Errorf("colour %v, want #b2182b", e.Color)
	}
}
