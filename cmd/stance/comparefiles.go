package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"stance/reports"
)

// makeFolder makes the folder that is asked for; "" is none.
func makeFolder(path string) error {
	if path == "" {
		return nil
	}
	if err := os.MkdirAll(path, 0o755); err != nil {
		return fmt.Errorf("cannot write to folder %s: %w", path, reason(err))
	}
	return nil
}

// writeComparison prints the tables and writes the files that were asked for.
func (p *program) writeComparison(c *comparison) error {
	if c.flags.json != "-" {
		if err := c.writeTables(p.out, reports.Table.WriteText); err != nil {
			return err
		}
	}
	if c.flags.json != "" {
		if err := p.create(c.flags.json, c.writeJSON); err != nil {
			return err
		}
	}
	if c.flags.out == "" {
		return nil
	}
	files := []struct {
		name  string
		write func(io.Writer) error
	}{
		{"compare.txt", func(w io.Writer) error { return c.writeTables(w, reports.Table.WriteText) }},
		{"compare.md", func(w io.Writer) error { return c.writeTables(w, reports.Table.WriteMarkdown) }},
		{"compare.json", c.writeJSON},
		{"compare.csv", reports.ContrastTable(c.contrasts).WriteCSV},
		{"changed.csv", c.writeChanged},
	}
	for _, f := range files {
		if err := p.create(filepath.Join(c.flags.out, f.name), f.write); err != nil {
			return err
		}
	}
	p.say("wrote %s", c.flags.out)
	return nil
}

// writeTables writes the tables of all tasks, an empty line after each.
func (c *comparison) writeTables(w io.Writer, write func(reports.Table, io.Writer) error) error {
	for _, r := range c.contrasts {
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

func (c *comparison) writeJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	return e.Encode(c.contrasts)
}

// writeChanged writes the rows of all tasks on which the systems differ.
func (c *comparison) writeChanged(w io.Writer) error {
	all := c.changed[0]
	for _, more := range c.changed[1:] {
		all.Rows = append(all.Rows, more.Rows...)
	}
	return all.WriteCSV(w)
}
