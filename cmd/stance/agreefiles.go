package main

import (
	"io"
	"slices"

	"stance/datasets"
	"stance/reports"
)

// writeAgreement prints the tables and writes the files that were asked for.
func (p *program) writeAgreement(r *agreeRun) error {
	var tables []reports.Table
	var files []outputFile
	for _, a := range r.reports {
		tables = append(tables, a.Tables()...)
		files = append(files, csvFiles(a.Task, a.Tables())...)
	}
	files = slices.Concat(forms("agreement", tables, r.reports), []outputFile{{"disagreements.csv", r.writeDisagreements}}, files)
	if err := p.put(measurement{tables, r.reports, files}, r.flags.out, r.flags.json); err != nil || r.flags.out != "" {
		return err
	}
	for _, a := range r.reports {
		if n := a.Sampling.Divided; n > 0 {
			p.say("%s: coders differ on %d of %d statements; --out FOLDER lists them", a.Task, n, a.Sampling.Units)
		}
	}
	return nil
}

// disagreementHeader is the columns of disagreements.csv before those of the coders.
var disagreementHeader = []string{"id", "doc_id", "text", "source", "target", "task"}

// writeDisagreements writes a row for each statement and task on which coders
// differ, the most divided first.
func (r *agreeRun) writeDisagreements(w io.Writer) error {
	header := slices.Clone(disagreementHeader)
	for _, coder := range r.codings.Coders {
		if slices.Contains(disagreementHeader, coder) {
			coder = "coder " + coder
		}
		header = append(header, coder)
	}
	out := datasets.NewWriter(w, header, datasets.WriterOptions{})
	for i, t := range r.tasks {
		for _, u := range reports.Divided(t, r.units[i]) {
			s := &r.codings.Examples[u].Statement
			row := []string{s.ID, s.Article, s.Text, s.Source, s.Target, t.Name}
			for _, label := range r.units[i][u].Labels {
				row = append(row, string(label))
			}
			if err := out.Write(row); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}
