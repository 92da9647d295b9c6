package main

import (
	"io"
	"slices"

	"stance/reports"
)

// writeDyads prints the tables and writes the files that were asked for.
func (p *program) writeDyads(r *reports.DyadsReport, f dyadFlags) error {
	folder, file := f.place()
	if !slices.Contains([]string{file, f.json, f.dot, f.gexf}, "-") {
		if err := p.create("-", f.screen(r)); err != nil {
			return err
		}
	}
	if f.format == "csv" || file == "-" {
		p.sayAll(append([]string{r.Signature}, r.Notes...))
	}
	for _, o := range []outputFile{{file, r.List().WriteCSV}, {f.json, inJSON(r)}, {f.dot, r.WriteDOT}, {f.gexf, r.WriteGEXF}} {
		if o.name == "" {
			continue
		}
		if err := p.create(o.name, o.write); err != nil {
			return err
		}
		if o.name != "-" {
			p.say("wrote %s", o.name)
		}
	}
	return p.put(measurement{files: dyadFiles(r)}, folder, "")
}

// sayAll prints lines of talk: what a table without words leaves unsaid.
func (p *program) sayAll(lines []string) {
	for _, line := range lines {
		p.say("%s", line)
	}
}

// screen returns what standard output gets.
func (f *dyadFlags) screen(r *reports.DyadsReport) func(io.Writer) error {
	switch f.format {
	case "csv":
		return r.List().WriteCSV
	case "markdown":
		return asMarkdown(r.Cells(f.top))
	}
	return asText(r.Tables(f.top))
}

// dyadFiles are those of a folder: all rows of all lists.
func dyadFiles(r *reports.DyadsReport) []outputFile {
	files := []outputFile{
		{"dyads.txt", asText(r.Tables(0))},
		{"dyads.md", asMarkdown(r.Cells(0))},
		{"dyads.json", inJSON(r)},
		{"dyads.dot", r.WriteDOT},
		{"dyads.gexf", r.WriteGEXF},
	}
	for _, t := range r.Files() {
		files = append(files, outputFile{t.FileName() + ".csv", t.WriteCSV})
	}
	return files
}
