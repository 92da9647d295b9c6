package main

import (
	"io"
	"path/filepath"

	"stance/datasets"
	"stance/reports"
)

// distinct refuses outputs that overwrite what is scored, or each other.
func (f *evalFlags) distinct(p *program, gold string) error {
	reads := []fileUse{{"the input", gold}, {"--model", f.model}, {"--predictions-from", f.from}}
	reads = append(reads, f.parties.uses()...)
	reads = append(reads, uses("--trained-on", f.trainedOn...)...)
	writes := []fileUse{{"--json", f.json}, {"--predictions", f.predictions}}
	for _, name := range []string{"report.txt", "report.md", "report.json", "report.html", "predictions.csv", "statements.csv", "errors.csv"} {
		if f.out != "" {
			writes = append(writes, fileUse{"--out", filepath.Join(f.out, name)})
		}
	}
	return p.distinct(reads, writes)
}

// writeEvaluation prints the tables and writes the files that were asked for.
func (p *program) writeEvaluation(e *evaluation) error {
	m := measurement{screen: e.screen(), numbers: e.reports}
	if e.flags.predictions == "-" {
		m.screen = nil
	}
	if e.flags.predictions != "" {
		if err := p.create(e.flags.predictions, e.writePredictions); err != nil {
			return err
		}
	}
	if e.flags.out != "" {
		m.files = e.files()
	}
	return p.put(m, e.flags.out, e.flags.json)
}

// files returns the report in every form.
func (e *evaluation) files() []outputFile {
	files := append(forms("report", e.tables(), e.reports),
		outputFile{"report.html", e.page().WriteHTML},
		outputFile{"predictions.csv", e.writePredictions},
		outputFile{"statements.csv", func(w io.Writer) error { return datasets.WriteStatements(w, e.corpus.Examples) }},
		outputFile{"errors.csv", reports.ErrorFile(e.mistakes).WriteCSV})
	for _, r := range e.reports {
		files = append(files, csvFiles(r.Task, r.Files())...)
	}
	return files
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

// writeText writes the summaries of reports that are not to be had in full.
func writeText(w io.Writer, all []*reports.Report) error {
	return writeTables(w, summaries(all, reports.More{}), reports.Table.WriteText)
}

// summaries returns the head of the reports and the tables that are read first.
func summaries(all []*reports.Report, more reports.More) []reports.Table {
	tables := heads(all)
	for _, r := range all {
		tables = append(tables, r.Summary(more)...)
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
