package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"stance/reports"
)

// writeTables writes tables in one form, an empty line after each.
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

// writeReportFolder writes tables as name.txt, name.md and one CSV file each, and their
// numbers as name.json.
func (p *program) writeReportFolder(folder, name string, tables []reports.Table, inJSON func(io.Writer) error) error {
	files := []struct {
		name  string
		write func(io.Writer) error
	}{
		{name + ".txt", func(w io.Writer) error { return writeTables(w, tables, reports.Table.WriteText) }},
		{name + ".md", func(w io.Writer) error { return writeTables(w, tables, reports.Table.WriteMarkdown) }},
		{name + ".json", inJSON},
	}
	for _, f := range files {
		if err := p.create(filepath.Join(folder, f.name), f.write); err != nil {
			return err
		}
	}
	for _, t := range tables {
		if err := p.create(filepath.Join(folder, t.FileName()+".csv"), t.WriteCSV); err != nil {
			return err
		}
	}
	p.say("wrote %s", folder)
	return nil
}

// checkWritableFolder makes the folder that is asked for, and tries the files.
func checkWritableFolder(folder string, files ...string) error {
	if folder != "" {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return fmt.Errorf("cannot write to folder %s: %w", folder, reason(err))
		}
	}
	return checkWritable(files...)
}
