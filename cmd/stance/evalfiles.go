package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"

	"stance/datasets"
	"stance/reports"
)

// distinct refuses outputs that overwrite what is scored, or each other.
func (f *evalFlags) distinct(p *program, gold string) error {
	reads := []fileUse{{"the input", gold}, {"--model", f.model}, {"--predictions-from", f.from}}
	writes := []fileUse{{"--json", f.json}, {"--predictions", f.predictions}}
	for _, name := range []string{"report.txt", "report.md", "report.json", "predictions.csv", "statements.csv"} {
		if f.out != "" {
			writes = append(writes, fileUse{"--out", filepath.Join(f.out, name)})
		}
	}
	return p.distinct(reads, writes)
}

// checkWritable makes the folder that is asked for, and tries the files.
func (f *evalFlags) checkWritable() error {
	if err := makeFolder(f.out); err != nil {
		return err
	}
	return checkWritable(f.json, f.predictions)
}

// writeEvaluation prints the tables and writes the files that were asked for.
func (p *program) writeEvaluation(e *evaluation) error {
	if e.flags.json != "-" && e.flags.predictions != "-" {
		if err := writeText(p.out, e.reports); err != nil {
			return err
		}
	}
	if e.flags.json != "" {
		if err := p.create(e.flags.json, func(w io.Writer) error { return writeJSON(w, e.reports) }); err != nil {
			return err
		}
	}
	if e.flags.predictions != "" {
		if err := p.create(e.flags.predictions, e.writePredictions); err != nil {
			return err
		}
	}
	if e.flags.out != "" {
		return p.writeFolder(e)
	}
	return nil
}

// writePredictions writes the prediction of every example for every task.
func (e *evaluation) writePredictions(w io.Writer) error {
	var rows []datasets.Predicted
	for _, t := range datasets.Tasks {
		for i, p := range e.predicted[t.Name] {
			if p.Label != "" {
				x := &e.corpus.Examples[i]
				rows = append(rows, datasets.Predicted{ID: x.ID, Task: t.Name, Gold: x.Gold(t), Prediction: p})
			}
		}
	}
	return datasets.WritePredictions(w, rows)
}

// writeFolder writes the report in every form to a folder.
func (p *program) writeFolder(e *evaluation) error {
	files := []struct {
		name  string
		write func(io.Writer) error
	}{
		{"report.txt", func(w io.Writer) error { return writeText(w, e.reports) }},
		{"report.md", func(w io.Writer) error { return writeMarkdown(w, e.reports) }},
		{"report.json", func(w io.Writer) error { return writeJSON(w, e.reports) }},
		{"predictions.csv", e.writePredictions},
		{"statements.csv", func(w io.Writer) error { return datasets.WriteStatements(w, e.corpus.Examples) }},
	}
	for _, f := range files {
		if err := p.create(filepath.Join(e.flags.out, f.name), f.write); err != nil {
			return err
		}
	}
	for _, r := range e.reports {
		if err := p.writeTables(e.flags.out, r); err != nil {
			return err
		}
	}
	p.say("wrote %s", e.flags.out)
	return nil
}

// writeTables writes each table of a report as CSV: stance-confusion.csv ...
func (p *program) writeTables(folder string, r *reports.Report) error {
	for _, t := range r.Tables() {
		name := filepath.Join(folder, r.Task+"-"+t.FileName()+".csv")
		if err := p.create(name, t.WriteCSV); err != nil {
			return err
		}
	}
	return nil
}

func writeText(w io.Writer, all []*reports.Report) error {
	return eachTable(w, all, reports.Table.WriteText)
}

func writeMarkdown(w io.Writer, all []*reports.Report) error {
	return eachTable(w, all, reports.Table.WriteMarkdown)
}

// eachTable writes every table of the reports, an empty line after each.
func eachTable(w io.Writer, all []*reports.Report, write func(reports.Table, io.Writer) error) error {
	for _, r := range all {
		for _, t := range r.Tables() {
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

func writeJSON(w io.Writer, all []*reports.Report) error {
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	return e.Encode(all)
}
