package main

import (
	"io"

	"stance/reports"
)

// writeComparison prints the tables and writes the files that were asked for.
func (p *program) writeComparison(c *comparison) error {
	var tables []reports.Table
	for _, r := range c.contrasts {
		tables = append(tables, r.Tables()...)
	}
	return p.put(measurement{
		screen:  tables,
		numbers: c.contrasts,
		files: append(forms("compare", tables, c.contrasts),
			outputFile{"compare.csv", reports.ContrastTable(c.contrasts).WriteCSV},
			outputFile{"changed.csv", c.writeChanged}),
	}, c.flags.out, c.flags.json)
}

// writeChanged writes the rows of all tasks on which the systems differ.
func (c *comparison) writeChanged(w io.Writer) error {
	all := c.changed[0]
	for _, more := range c.changed[1:] {
		all.Rows = append(all.Rows, more.Rows...)
	}
	return all.WriteCSV(w)
}
