package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"stance"
	"stance/datasets"
	"stance/reports"
)

// shownErrors is how many mistakes of a task --full prints.
const shownErrors = 20

// addColumn adds a column that a table is asked for by.
func (e *evaluation) addColumn(name string) error {
	cells, ok := e.corpus.Column(name)
	if !ok {
		return e.corpus.NoColumn(name, "--by")
	}
	e.by = append(e.by, cells)
	return nil
}

// findUnseen finds the targets that the files of --trained-on do not have.
func (p *program) findUnseen(e *evaluation) error {
	if len(e.flags.trainedOn) == 0 {
		return nil
	}
	examples, files, err := p.readCorpora(e.flags.trainedOn, true)
	if err != nil {
		return err
	}
	e.unseen = stance.Unseen(e.corpus.Examples, examples)
	for _, f := range files {
		e.inputs = append(e.inputs, reports.Input{Role: "trained on", Name: f.Name, SHA256: f.SHA256, Note: fmt.Sprintf("%d rows", f.Rows)})
	}
	return nil
}

// gold says which file was scored against.
func (e *evaluation) gold() reports.Input {
	n := make(map[string]int)
	for i := range e.corpus.Examples {
		for _, t := range datasets.Tasks {
			if e.corpus.Examples[i].Gold(t) != "" {
				n[t.Name]++
			}
		}
	}
	note := fmt.Sprintf("%d rows: %d with stance, %d with sentiment", len(e.corpus.Examples), n[datasets.Stance.Name], n[datasets.Sentiment.Name])
	return reports.Input{Role: "gold", Name: filepath.Base(e.corpus.Name), SHA256: e.corpus.SHA256, Note: note}
}

// signature names the gold, the model or the predictions scored, and a table of parties
// of one's own, by their hashes.
func (e *evaluation) signature() string {
	return signature(filepath.Base(e.corpus.Name), e.corpus.SHA256) + " | " + e.scored + e.flags.parties.inSignature(e.parties)
}

// addModel says which model was scored.
func (e *evaluation) addModel() error {
	hash, err := hashModel(e.model)
	if err != nil {
		return err
	}
	name, short := "shipped model", "shipped"
	switch {
	case e.flags.loaded != nil:
		name, short = "the model just trained", "just trained"
	case e.flags.model != "":
		name = filepath.Base(e.flags.model)
		short = name
	}
	e.scored = "model " + signature(short, hash)
	var files []string
	rows := 0
	for _, f := range e.model.File().Training {
		files = append(files, f.Name)
		rows += f.Rows
	}
	note := fmt.Sprintf("trained on %d rows: %s", rows, strings.Join(files, ", "))
	if prior := e.model.File().Prior; prior != nil {
		note += "; from the prior " + prior.Name
	}
	e.inputs = append([]reports.Input{{Role: "model", Name: name, SHA256: hash, Note: note}}, e.inputs...)
	return nil
}

// addPredictions says which file of predictions was scored.
func (e *evaluation) addPredictions(n int, hash string) {
	name := filepath.Base(inputName(e.flags.from))
	e.scored = "predictions " + signature(name, hash)
	e.inputs = append([]reports.Input{{
		Role: "predictions", Name: name, SHA256: hash, Note: fmt.Sprintf("%d predictions", n),
	}}, e.inputs...)
}

// addMistakes collects what was predicted wrong, if it is to be shown.
func (e *evaluation) addMistakes(t datasets.Task, outcomes []reports.Outcome, rows []int) {
	if !e.flags.full && e.flags.out == "" {
		return
	}
	m := reports.Mistakes{Task: t}
	var statements []*datasets.Statement
	for _, i := range reports.Wrong(t, outcomes) {
		m.Rows = append(m.Rows, reports.Mistake{Outcome: outcomes[i]})
		statements = append(statements, &e.corpus.Examples[rows[i]].Statement)
	}
	if e.model != nil {
		for i, words := range e.model.Evidence(statements, t) {
			m.Rows[i].Evidence = words
		}
	}
	e.mistakes = append(e.mistakes, m)
}

// tables returns all tables of the evaluation.
func (e *evaluation) tables() []reports.Table {
	tables := heads(e.reports)
	for i, r := range e.reports {
		tables = append(append(tables, r.Tables()...), e.mistakes[i].Table(shownErrors))
	}
	return tables
}

// screen returns all tables, or those that are read first.
func (e *evaluation) screen() []reports.Table {
	if e.flags.full {
		return e.tables()
	}
	if e.flags.loaded != nil { // train --dev has no such flags
		return summaries(e.reports, reports.More{})
	}
	return summaries(e.reports, reports.More{Rows: "--full", All: "--full prints all tables, --out DIR writes them with errors.csv and a page to read"})
}

// page returns the report as a page for a browser.
func (e *evaluation) page() *reports.Page {
	return &reports.Page{Reports: e.reports, Mistakes: e.mistakes}
}
