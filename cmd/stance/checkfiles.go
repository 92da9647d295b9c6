package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"stance/datasets"
	"stance/reports"
)

// writeCheck prints the tables and writes the files that were asked for.
func (p *program) writeCheck(c *reports.Check, f checkFlags) error {
	return p.put(measurement{
		screen:  c.Tables(),
		numbers: c,
		files: append(forms("check", c.Tables(), c),
			outputFile{"check.csv", c.FindingsTable().WriteCSV},
			outputFile{"rows.csv", c.RowsTable().WriteCSV}),
	}, f.out, f.json)
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
		if slices.ContainsFunc(paths, func(path string) bool { return sameFile(to, path) }) {
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
