package reports

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// gexfKind returns the type of an attribute by its name in fileHeader.
func gexfKind(name string) string {
	switch name {
	case "statements", "articles", "favor", "against", "none":
		return "integer"
	case "leans", "tone_leans":
		return "string"
	}
	return "double"
}

// WriteGEXF writes the dyads as a graph in GEXF 1.3 (gexf.net), which Gephi
// opens: the numbers are attributes of the edges, whose weight is their statements.
func (r *DyadsReport) WriteGEXF(w io.Writer) error {
	b := bufio.NewWriter(w)
	b.WriteString(xml.Header)
	b.WriteString(`<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">` + "\n")
	fmt.Fprintf(b, "  <meta>\n    <creator>%s</creator>\n    <description>%s; %s</description>\n  </meta>\n",
		escapedXML("stance "+r.Sampling.Version), escapedXML(r.Signature), graphColours)
	b.WriteString("  <graph defaultedgetype=\"directed\" mode=\"static\">\n    <attributes class=\"edge\">\n")
	for i, name := range fileHeader {
		fmt.Fprintf(b, "      <attribute id=\"%d\" title=\"%s\" type=\"%s\"/>\n", i, name, gexfKind(name))
	}
	b.WriteString("    </attributes>\n    <nodes>\n")
	names, number := r.nodes()
	for i, name := range names {
		fmt.Fprintf(b, "      <node id=\"n%d\" label=\"%s\"/>\n", i, escapedXML(name))
	}
	b.WriteString("    </nodes>\n    <edges>\n")
	for i := range r.Dyads {
		d := &r.Dyads[i]
		fmt.Fprintf(b, "      <edge id=\"e%d\" source=\"n%d\" target=\"n%d\" label=\"%s\" weight=\"%d\">\n",
			i, number[d.Source], number[d.Target], escapedXML(d.label()), d.Statements)
		d.writeGEXF(b, r.most())
		b.WriteString("      </edge>\n")
	}
	b.WriteString("    </edges>\n  </graph>\n</gexf>\n")
	return b.Flush()
}

// writeGEXF writes what is inside the edge of a position. An absent number has no
// attribute.
func (p *Position) writeGEXF(b *bufio.Writer, most int) {
	b.WriteString("        <attvalues>\n")
	for i, cell := range p.file() {
		if cell != "" {
			fmt.Fprintf(b, "          <attvalue for=\"%d\" value=\"%s\"/>\n", i, escapedXML(cell))
		}
	}
	b.WriteString("        </attvalues>\n")
	shape := "solid"
	if !p.sure() {
		shape = "dashed"
	}
	c := p.colour()
	channel := func(at int) uint64 {
		v, _ := strconv.ParseUint(c[at:at+2], 16, 8)
		return v
	}
	fmt.Fprintf(b, "        <viz:color r=\"%d\" g=\"%d\" b=\"%d\"/>\n", channel(1), channel(3), channel(5))
	fmt.Fprintf(b, "        <viz:thickness value=\"%.2f\"/>\n        <viz:shape value=\"%s\"/>\n", p.pen(most), shape)
}

// escapedXML returns text for an element or an attribute.
func escapedXML(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(clean(s))) // a strings.Builder does not fail
	return b.String()
}
