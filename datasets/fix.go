package datasets

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A Fixed is a file with what can be repaired without judgement repaired.
type Fixed struct {
	Name   string
	Header []string
	Rows   [][]string
	Fixes  []Change // in the order of the rows
}

// A Change is one thing that a fix did.
type Change struct {
	Line     int // of the file read
	ID       string
	What     string // repaired, canonical_label, moved_offsets, dropped_offsets, dropped_duplicate, dropped_leak, left_out
	Column   string
	Old, New string
	With     string // file:line of the row that a dropped one repeats
}

// Fix returns the files with these changes and no others:
//
//   - text, source, target and reported_by lose the damage of a wrong encoding and HTML
//     entities; target_start and target_end move along, or are emptied where damage
//     stands across them;
//   - another word for a label becomes the label;
//   - of rows with the same text, pair, place and labels all but the first are dropped;
//   - rows of all files but the first whose text stands in an earlier file, exactly or
//     nearly, are dropped;
//   - rows that do not fit the header, or have broken bytes, are left out: nobody knows
//     what their cells are.
//
// Other rows that train refuses, and conflicts, stay as they are. What is fixed once
// stays the same when fixed again. The examples of files are changed.
func Fix(files []*Audited) []Fixed {
	fixed := make([]Fixed, len(files))
	for at, a := range files {
		fixed[at] = Fixed{Name: a.Name, Header: a.Header}
		a.mend(&fixed[at])
	}
	all := matchesOf(files)
	for at, a := range files {
		fixed[at].keep(&inspection{Audited: a, files: files, at: at, matches: &all[at]})
	}
	return fixed
}

// lost reports whether the cells of row i could not be read as they are printed.
func (a *Audited) lost(i int) bool {
	return a.Bad[i].Kind == codeBadRow || a.Bad[i].Kind == codeBrokenBytes
}

// mend repairs the cells of all rows in place, and the examples with them.
func (a *Audited) mend(f *Fixed) {
	for i := range a.Cells {
		if a.lost(i) {
			continue
		}
		if a.guarded { // undone on reading, so the marker must not ask for it again
			a.Cells[i][a.columns.index(guardColumn)] = ""
		}
		a.mendOffsets(i, f)
		a.mended(i, func(column, cell string) {
			if mended := repaired(cell); mended != cell {
				a.set(f, i, "repaired", column, mended)
			}
		})
		e := &a.Examples[i]
		e.Text, e.Source, e.Target = repaired(e.Text), repaired(e.Source), repaired(e.Target)
		for _, t := range Tasks {
			if label, _, ok := t.ParseLabel(a.cell(i, t.Name)); ok && label != "" && string(label) != a.cell(i, t.Name) {
				a.set(f, i, "canonical_label", t.Name, string(label))
			}
		}
	}
}

// mendOffsets moves the offsets of row i, whose text is about to be repaired.
func (a *Audited) mendOffsets(i int, f *Fixed) {
	old := a.cell(i, "text")
	start, err1 := strconv.Atoi(strings.TrimSpace(a.cell(i, "target_start")))
	end, err2 := strconv.Atoi(strings.TrimSpace(a.cell(i, "target_end")))
	if err1 != nil || err2 != nil || a.Bad[i].Kind == codeBadOffsets || repaired(old) == old {
		return
	}
	what, from, to := "dropped_offsets", "", ""
	if at, ok := repairedSpan(old, Span{Start: start, End: end}); ok {
		what, from, to = "moved_offsets", strconv.Itoa(at.Start), strconv.Itoa(at.End)
	}
	a.set(f, i, what, "target_start", from)
	a.set(f, i, what, "target_end", to)
}

// set changes a cell and says so.
func (a *Audited) set(f *Fixed, i int, what, column, value string) {
	cell := &a.Cells[i][a.columns.index(column)]
	if *cell != value {
		f.Fixes = append(f.Fixes, Change{Line: a.Lines[i], ID: a.id(i), What: what, Column: column, Old: *cell, New: value})
		*cell = value
	}
}

// keep takes over the rows that stay, and says which do not.
func (f *Fixed) keep(in *inspection) {
	dropped := map[int]Change{}
	drop := func(i int, what, with string) {
		dropped[i] = Change{Line: in.Lines[i], ID: in.id(i), What: what, Column: "text", Old: in.Examples[i].Text, With: with}
	}
	in.samePlace(func(i, earlier int, same, _ bool) {
		if same {
			drop(i, "dropped_duplicate", in.where(earlier))
		}
	})
	in.eachText(func(i, n int) {
		if m := in.matches.leaks[n]; m.Found() {
			drop(i, "dropped_leak", in.matches.origin(m))
		}
	})
	for i := range in.Bad {
		if in.lost(i) {
			drop(i, "left_out", "")
		}
	}
	var fixes []Change
	next := 0
	for i, cells := range in.Cells {
		for ; next < len(f.Fixes) && f.Fixes[next].Line == in.Lines[i]; next++ {
			fixes = append(fixes, f.Fixes[next])
		}
		if c, ok := dropped[i]; ok {
			fixes = append(fixes, c)
			continue
		}
		f.Rows = append(f.Rows, cells)
	}
	f.Fixes = fixes
}

// WriteCSV writes the fixed file: UTF-8, comma, LF.
func (f *Fixed) WriteCSV(w io.Writer) error {
	out := NewWriter(w, f.Header, WriterOptions{})
	for _, row := range f.Rows {
		if err := out.Write(row); err != nil {
			return err
		}
	}
	return out.Flush()
}

// WriteChanges writes what was done to all files, one row a change.
func WriteChanges(w io.Writer, fixed []Fixed) error {
	out := NewWriter(w, []string{"file", "line", "id", "fix", "column", "old", "new", "with"}, WriterOptions{})
	for _, f := range fixed {
		for _, c := range f.Fixes {
			row := []string{f.Name, strconv.Itoa(c.Line), c.ID, c.What, c.Column, c.Old, c.New, c.With}
			if err := out.Write(row); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

// Summary counts the changes of a file in words: "12 dropped_leak, 3 repaired".
func (f *Fixed) Summary() string {
	counts := map[string]int{}
	var order []string
	for _, c := range f.Fixes {
		if counts[c.What] == 0 {
			order = append(order, c.What)
		}
		counts[c.What]++
	}
	if len(order) == 0 {
		return "nothing to fix"
	}
	s := ""
	for i, what := range order {
		if i > 0 {
			s += ", "
		}
		s += fmt.Sprintf("%d %s", counts[what], what)
	}
	return s
}
