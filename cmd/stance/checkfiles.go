package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"stance/datasets"
	"stance/reports"
)

// writeCheck prints the tables and writes the files that were asked for.
func (p *program) writeCheck(c *reports.Check, f checkFlags) error {
	text := func(w io.Writer) error { return writeTables(w, c.Tables(), reports.Table.WriteText) }
	encoded := func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", " ")
		return e.Encode(c)
	}
	if f.json != "-" {
		if err := text(p.out); err != nil {
			return err
		}
	}
	if f.json != "" {
		if err := p.create(f.json, encoded); err != nil {
			return err
		}
	}
	if f.out == "" {
		return nil
	}
	files := []struct {
		name  string
		write func(io.Writer) error
	}{
		{"check.txt", text},
		{"check.md", func(w io.Writer) error { return writeTables(w, c.Tables(), reports.Table.WriteMarkdown) }},
		{"check.json", encoded},
		{"check.csv", c.FindingsTable().WriteCSV},
		{"rows.csv", c.RowsTable().WriteCSV},
	}
	for _, o := range files {
		if err := p.create(filepath.Join(f.out, o.name), o.write); err != nil {
			return err
		}
	}
	p.say("wrote %s", f.out)
	return nil
}

// writeTables writes tables with an empty line after each.
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

// writeFixed writes the repaired copies and the list of what was done.
func (p *program) writeFixed(files []*datasets.Audited, paths []string, folder string) error {
	for _, a := range files {
		if a.Refused != nil {
			return fmt.Errorf("nothing is fixed: %w", a.Refused)
		}
	}
	fixed := datasets.Fix(files)
	for i := range fixed {
		to := filepath.Join(folder, fixedName(fixed[i].Name))
		if sameFile(to, paths) {
			return usagef("--out: %s is one of the inputs; name another folder", to)
		}
		if err := p.create(to, fixed[i].WriteCSV); err != nil {
			return err
		}
		p.say("wrote %s: %d of %d rows; %s", to, len(fixed[i].Rows), len(files[i].Cells), fixed[i].Summary())
	}
	return p.create(filepath.Join(folder, "fixes.csv"), func(w io.Writer) error { return datasets.WriteChanges(w, fixed) })
}

// fixedName returns the name of a repaired copy: "dse/train.csv" -> "dse-train.fixed.csv".
func fixedName(name string) string {
	name = strings.NewReplacer("/", "-", " ", "-").Replace(name)
	return strings.TrimSuffix(name, filepath.Ext(name)) + ".fixed.csv"
}

// sameFile reports whether a path leads to one of the files.
func sameFile(path string, files []string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	for _, f := range files {
		if other, err := os.Stat(f); err == nil && os.SameFile(info, other) {
			return true
		}
	}
	return false
}
