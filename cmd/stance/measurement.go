package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"stance/reports"
)

// A measurement is what a command that measures puts out: tables for the screen,
// numbers as JSON, and for --out a folder with files.
type measurement struct {
	screen  []reports.Table
	numbers any
	files   []outputFile
}

// An outputFile is one file of a folder.
type outputFile struct {
	name  string
	write func(io.Writer) error
}

// put prints the tables, unless standard output is taken by the JSON, and writes the
// JSON file and the folder that were asked for; nothing if a file of the folder is an
// input.
func (p *program) put(m measurement, folder, jsonFile string) error {
	for _, f := range m.files {
		if folder != "" {
			if err := p.spare(filepath.Join(folder, f.name)); err != nil {
				return err
			}
		}
	}
	if jsonFile != "-" {
		if err := writeTables(p.out, m.screen, reports.Table.WriteText); err != nil {
			return err
		}
	}
	if jsonFile != "" {
		if err := p.create(jsonFile, inJSON(m.numbers)); err != nil {
			return err
		}
	}
	if folder == "" {
		return nil
	}
	for _, f := range m.files {
		if err := p.create(filepath.Join(folder, f.name), f.write); err != nil {
			return err
		}
	}
	p.say("wrote %s", folder)
	return nil
}

// forms returns the tables as text and as Markdown, and their numbers as JSON.
func forms(name string, tables []reports.Table, numbers any) []outputFile {
	return []outputFile{
		{name + ".txt", asText(tables)},
		{name + ".md", asMarkdown(tables)},
		{name + ".json", inJSON(numbers)},
	}
}

func asText(tables []reports.Table) func(io.Writer) error {
	return func(w io.Writer) error { return writeTables(w, tables, reports.Table.WriteText) }
}

func asMarkdown(tables []reports.Table) func(io.Writer) error {
	return func(w io.Writer) error { return writeTables(w, tables, reports.Table.WriteMarkdown) }
}

// csvFiles returns each table as a CSV file: prefix-confusion.csv ... Of tables whose
// names differ only in what a file name cannot hold, the second is -2.
func csvFiles(prefix string, tables []reports.Table) []outputFile {
	var files []outputFile
	used := map[string]int{}
	for _, t := range tables {
		name := prefix + "-" + t.FileName()
		if used[name]++; used[name] > 1 {
			name = fmt.Sprintf("%s-%d", name, used[name])
		}
		files = append(files, outputFile{name + ".csv", t.WriteCSV})
	}
	return files
}

// inJSON returns a writer of numbers as JSON for people and programs.
func inJSON(numbers any) func(io.Writer) error {
	return func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", " ")
		return e.Encode(numbers)
	}
}

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

// checkOutputs makes the folder that is asked for, and tries the files.
func checkOutputs(folder string, files ...string) error {
	if folder != "" {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return fmt.Errorf("cannot write to folder %s: %w", folder, reason(err))
		}
	}
	return checkWritable(files...)
}
