package main

import (
	"encoding/json"
	"io"
	"path/filepath"

	"stance/reports"
)

// writeBehaviour prints the tables and writes the files that were asked for.
func (p *program) writeBehaviour(b *behaviour) error {
	tables := b.report.Tables(b.flags.full)
	if b.flags.json != "-" {
		if err := writeTables(p.out, tables, reports.Table.WriteText); err != nil {
			return err
		}
	}
	inJSON := func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", " ")
		return e.Encode(b.report)
	}
	if b.flags.json != "" {
		if err := p.create(b.flags.json, inJSON); err != nil {
			return err
		}
	}
	if b.flags.out == "" {
		return nil
	}
	byTest, byTemplate := b.report.Tables(false), b.report.TemplateTable()
	for _, file := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"behaviour.txt", func(w io.Writer) error { return writeTables(w, b.report.Tables(true), reports.Table.WriteText) }},
		{"behaviour.md", func(w io.Writer) error {
			return writeTables(w, append(byTest, byTemplate), reports.Table.WriteMarkdown)
		}},
		{"behaviour.json", inJSON},
		{"behaviour-tests.csv", byTest[0].WriteCSV},
		{"behaviour-templates.csv", byTemplate.WriteCSV},
		{"behaviour-failures.csv", reports.FailureTable(b.checked).WriteCSV},
	} {
		if err := p.create(filepath.Join(b.flags.out, file.name), file.write); err != nil {
			return err
		}
	}
	p.say("wrote %s", b.flags.out)
	return nil
}
