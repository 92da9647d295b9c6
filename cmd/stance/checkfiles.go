package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"stance/datasets"
	"stance/reports"
)

// distinct refuses outputs that overwrite what is looked through, or each other.
func (f *checkFlags) distinct(p *program, paths []string) error {
	writes := uses("--json", f.json)
	add := func(name string) {
		if f.out != "" {
			writes = append(writes, fileUse{"--out", filepath.Join(f.out, name)})
		}
	}
	for _, name := range []string{"check.txt", "check.md", "check.json", "check.csv", "rows.csv"} {
		add(name)
	}
	if f.fix {
		for _, name := range append(fixedNames(auditedNames(paths)), "fixes.csv") {
			add(name)
		}
	}
	return p.distinct(append(uses("the input", paths...), f.parties.uses()...), writes)
}

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
	names := fixedNames(auditedNames(paths))
	for i := range fixed {
		to := filepath.Join(folder, names[i])
		if err := p.create(to, fixed[i].WriteCSV); err != nil {
			return err
		}
		p.say("wrote %s: %d of %d rows; %s", to, len(fixed[i].Rows), len(files[i].Cells), fixed[i].Summary())
	}
	return p.create(filepath.Join(folder, "fixes.csv"), func(w io.Writer) error { return datasets.WriteChanges(w, fixed) })
}

// fixedNames returns the names of repaired copies, each its own, also where case does
// not tell files apart: "dse/train.csv", "a.csv", "a.jsonl" -> "dse-train.fixed.csv",
// "a.fixed.csv", "a-2.fixed.csv".
func fixedNames(names []string) []string {
	var fixed []string
	used := map[string]bool{}
	for _, name := range names {
		name = strings.NewReplacer("/", "-", " ", "-").Replace(name)
		stem := strings.TrimSuffix(name, filepath.Ext(name))
		name = stem + ".fixed.csv"
		for n := 2; used[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s-%d.fixed.csv", stem, n)
		}
		used[strings.ToLower(name)] = true
		fixed = append(fixed, name)
	}
	return fixed
}
