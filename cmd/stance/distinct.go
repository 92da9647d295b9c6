package main

import (
	"os"
	"path/filepath"
)

// A fileUse is a file that a command reads or writes.
type fileUse struct {
	role string // as the command line names it: "--out", "the input"
	path string // - is standard input or output; "" = not used
}

// uses returns several files of one role.
func uses(role string, paths ...string) []fileUse {
	var all []fileUse
	for _, path := range paths {
		all = append(all, fileUse{role, path})
	}
	return all
}

// distinct refuses, before any work, outputs that would overwrite an input or each
// other: hand-made labels are not to be had again. The inputs are remembered for
// spare.
func (p *program) distinct(reads, writes []fileUse) error {
	p.reads = append(p.reads, reads...)
	for i, w := range writes {
		if w.path == "" {
			continue
		}
		for _, r := range reads {
			if w.path != "-" && sameFile(w.path, r.path) {
				return usagef("%s: %s is %s, too, and would be overwritten; name another file", w.role, w.path, r.role)
			}
		}
		for _, other := range writes[:i] {
			if w.path == other.path || sameFile(w.path, other.path) {
				return usagef("%s and %s both write to %s; name another file for one of them", other.role, w.role, outputName(w.path))
			}
		}
	}
	return nil
}

// spare refuses to overwrite an input with a file whose name was not known before the
// work, in a folder of reports.
func (p *program) spare(path string) error {
	for _, r := range p.reads {
		if sameFile(path, r.path) {
			return usagef("cannot write %s: it is %s, too, and would be overwritten; name another folder", path, r.role)
		}
	}
	return nil
}

func outputName(path string) string {
	if path == "-" {
		return "standard output"
	}
	return path
}

// sameFile reports whether two paths lead to the same regular file, which need not
// exist yet. Devices and pipes may be shared.
func sameFile(a, b string) bool {
	if a == "" || b == "" || a == "-" || b == "-" {
		return false
	}
	if x, err := os.Stat(a); err == nil {
		y, err := os.Stat(b)
		return err == nil && x.Mode().IsRegular() && os.SameFile(x, y)
	}
	return whole(a) == whole(b)
}

// whole returns the absolute path of a file whose folder may be behind a link.
func whole(path string) string {
	folder, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		folder = filepath.Dir(path)
	}
	full, err := filepath.Abs(filepath.Join(folder, filepath.Base(path)))
	if err != nil {
		return path
	}
	return full
}
