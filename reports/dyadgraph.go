package reports

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strings"
)

// graphColours says how the graphs are to be read.
const graphColours = "blue: favor, red: against, grey and dashed: no side (~), or fewer than 6 articles (?); width: statements"

// widest is the pen of the dyad of most statements; the thinnest is 1.
const widest = 6

// colour returns the colour of a position, safe for the colour-blind: RdBu of
// ColorBrewer. Nets beyond 50 % are strong.
func (p *Position) colour() string {
	const strong = 0.5
	switch {
	case !p.sure():
		return "#878787"
	case p.Net.Value <= -strong:
		return "#b2182b"
	case p.Net.Value < 0:
		return "#ef8a62"
	case p.Net.Value < strong:
		return "#67a9cf"
	}
	return "#2166ac"
}

// sure reports whether a position is on one side for sure.
func (p *Position) sure() bool { return p.Leans != neither && p.Leans != tooFew }

// pen returns how wide the line of a position is, its area growing with statements.
func (p *Position) pen(most int) float64 {
	return max(1, widest*math.Sqrt(float64(p.Statements)/float64(most)))
}

// label returns the net as it stands in the map, and the statements: "~-33 (12)".
func (p *Position) label() string { return fmt.Sprintf("%s (%d)", p.mark(), p.Statements) }

// nodes numbers the parties of the dyads in order of first appearance.
func (r *DyadsReport) nodes() (names []string, number map[string]int) {
	number = map[string]int{}
	for i := range r.Dyads {
		for _, name := range []string{r.Dyads[i].Source, r.Dyads[i].Target} {
			if _, known := number[name]; !known {
				number[name] = len(names)
				names = append(names, name)
			}
		}
	}
	return names, number
}

// most returns the statements of the largest dyad.
func (r *DyadsReport) most() int {
	if len(r.Dyads) == 0 {
		return 1
	}
	return r.Dyads[0].Statements
}

// WriteDOT writes the dyads as a graph in the language of Graphviz: an arrow from source
// to target, labelled with net % and statements.
func (r *DyadsReport) WriteDOT(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "// %s\n", clean(r.Signature))
	fmt.Fprintf(b, "digraph dyads {\n\tlabel=%s;\n", quotedDOT("net % (statements)  "+graphColours))
	b.WriteString("\tgraph [fontname=\"Helvetica\", fontsize=10, overlap=false, splines=true];\n" +
		"\tnode [shape=box, style=rounded, fontname=\"Helvetica\"];\n\tedge [fontname=\"Helvetica\", fontsize=10];\n")
	names, number := r.nodes()
	for i, name := range names {
		fmt.Fprintf(b, "\tn%d [label=%s];\n", i, quotedDOT(name))
	}
	for i := range r.Dyads {
		d := &r.Dyads[i]
		style := "solid"
		if !d.sure() {
			style = "dashed"
		}
		fmt.Fprintf(b, "\tn%d -> n%d [label=%s, color=\"%s\", fontcolor=\"%s\", penwidth=%.2f, style=%s, weight=%d];\n",
			number[d.Source], number[d.Target], quotedDOT("  "+d.label()+"  "), d.colour(), d.colour(), d.pen(r.most()), style, d.Statements)
	}
	b.WriteString("}\n")
	return b.Flush()
}

// quotedDOT returns text as a quoted string of the DOT language, in which a backslash
// begins an escape.
func quotedDOT(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(clean(s)) + `"`
}
