package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"stance/datasets"
	"stance/reports"
)

// checkWritable makes the folder that is asked for, and tries the files.
func (f *evalFlags) checkWritable() error {
	if f.out != "" {
		if err := os.MkdirAll(f.out, 0o755); err != nil {
			return fmt.Errorf("cannot write to folder %s: %w", f.out, reason(err))
		}
	}
	return checkWritable(f.json, f.predictions)
}

// writeEvaluation prints the tables and writes the files that were asked for.
func (p *program) writeEvaluation(e *evaluation) error {
	if e.flags.json != "-" && e.flags.predictions != "-" {
		if err := e.writeScreen(p.out); err != nil {
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
		{"report.txt", func(w io.Writer) error { return writeTables(w, e.tables(), reports.Table.WriteText) }},
		{"report.md", func(w io.Writer) error { return writeTables(w, e.tables(), reports.Table.WriteMarkdown) }},
		{"report.json", func(w io.Writer) error { return writeJSON(w, e.reports) }},
		{"report.html", e.page().WriteHTML},
		{"predictions.csv", e.writePredictions},
		{"errors.csv", reports.ErrorFile(e.mistakes).WriteCSV},
	}
	for _, f := range files {
		if err := p.create(filepath.Join(e.flags.out, f.name), f.write); err != nil {
			return err
		}
	}
	for _, r := range e.reports {
		if err := p.writeTableFiles(e.flags.out, r); err != nil {
			return err
		}
	}
	p.say("wrote %s", e.flags.out)
	return nil
}

// writeTableFiles writes each table of a report as CSV: stance-confusion.csv ... Of
// columns whose names differ only in what a file name cannot hold, the second is -2.
func (p *program) writeTableFiles(folder string, r *reports.Report) error {
	used := map[string]int{}
	for _, t := range r.Files() {
		name := r.Task + "-" + t.FileName()
		if used[name]++; used[name] > 1 {
			name = fmt.Sprintf("%s-%d", name, used[name])
		}
		if err := p.create(filepath.Join(folder, name+".csv"), t.WriteCSV); err != nil {
			return err
		}
	}
	return nil
}

// writeText writes the summaries of reports.
func writeText(w io.Writer, all []*reports.Report) error {
	return writeTables(w, summaries(all), reports.Table.WriteText)
}

// summaries returns the head of the reports and the tables that are read first.
func summaries(all []*reports.Report) []reports.Table {
	tables := heads(all)
	for _, r := range all {
		tables = append(tables, r.Summary()...)
	}
	return tables
}

// heads returns what all the reports have in common, if anything.
func heads(all []*reports.Report) []reports.Table {
	if len(all) == 0 || len(all[0].Inputs) == 0 {
		return nil
	}
	return []reports.Table{all[0].Head()}
}

// writeTables writes tables, an empty line after each.
func writeTables(w io.Writer, tables []reports.Table, write func(reports.Table, io.Writer) error) error {
	for _, t := range tables {
		if err := write(t, w); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(w); err != nil {
			return err
		}
	}
	return nil
}

func writeJSON(w io.Writer, all []*reports.Report) error {
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	return e.Encode(all)
}
