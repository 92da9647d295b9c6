package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"stance/datasets"
	"stance/reports"
)

// makeOutputs makes the folder that is asked for, and tries the file.
func makeOutputs(folder, file string) error {
	if folder != "" {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return fmt.Errorf("cannot write to folder %s: %w", folder, reason(err))
		}
	}
	return checkWritable(file)
}

// writeAgreement prints the tables and writes the files that were asked for.
func (p *program) writeAgreement(r *agreeRun) error {
	if r.flags.json != "-" {
		if err := r.writeTables(p.out, reports.Table.WriteText); err != nil {
			return err
		}
	}
	if r.flags.json != "" {
		if err := p.create(r.flags.json, r.writeJSON); err != nil {
			return err
		}
	}
	if r.flags.out != "" {
		return p.writeAgreementFolder(r)
	}
	for _, a := range r.reports {
		if n := a.Sampling.Divided; n > 0 {
			p.say("%s: coders differ on %d of %d statements; --out FOLDER lists them", a.Task, n, a.Sampling.Units)
		}
	}
	return nil
}

// writeAgreementFolder writes the report in every form to a folder.
func (p *program) writeAgreementFolder(r *agreeRun) error {
	text := func(w io.Writer) error { return r.writeTables(w, reports.Table.WriteText) }
	markdown := func(w io.Writer) error { return r.writeTables(w, reports.Table.WriteMarkdown) }
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"agreement.txt", text},
		{"agreement.md", markdown},
		{"agreement.json", r.writeJSON},
		{"disagreements.csv", r.writeDisagreements},
	} {
		if err := p.create(filepath.Join(r.flags.out, f.name), f.write); err != nil {
			return err
		}
	}
	for _, a := range r.reports {
		for _, t := range a.Tables() {
			name := filepath.Join(r.flags.out, a.Task+"-"+t.FileName()+".csv")
			if err := p.create(name, t.WriteCSV); err != nil {
				return err
			}
		}
	}
	p.say("wrote %s", r.flags.out)
	return nil
}

// writeTables writes all tables, an empty line after each.
func (r *agreeRun) writeTables(w io.Writer, write func(reports.Table, io.Writer) error) error {
	for _, a := range r.reports {
		for _, t := range a.Tables() {
			if err := write(t, w); err != nil {
				return err
			}
			if _, err := fmt.Fprintln(w); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *agreeRun) writeJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	return e.Encode(r.reports)
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
