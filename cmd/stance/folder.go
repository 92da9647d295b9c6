package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A listed is a file that the command line names, or that stands in a folder it names.
type listed struct {
	path   string
	doc    string // names its article: the file's name, in a folder with the way to it
	found  bool   // in a folder
	folder string // that one, as the command line names it
	err    error  // why it cannot be used
}

// files returns the files to read: those of a folder in the order of their names,
// folder by folder, without hidden ones and what this run writes.
func (r *labelRun) files(paths []string) (files []listed) {
	for _, path := range paths {
		if info, err := os.Stat(path); path != "-" && err == nil && info.IsDir() {
			inside := r.inFolder(path)
			if len(inside) == 0 {
				inside = []listed{{path: path, err: unreadable(path, errors.New("no files in it"))}}
			}
			files = append(files, inside...)
			continue
		}
		files = append(files, listed{path: path, doc: filepath.Base(inputName(path))})
	}
	return files
}

// inFolder returns the files of a folder and the folders in it. Links to files are
// followed, links to folders are not.
func (r *labelRun) inFolder(folder string) (files []listed) {
	named := folder
	if info, err := os.Lstat(folder); err == nil && !info.IsDir() { // a link: WalkDir follows it with a slash behind
		folder += string(filepath.Separator)
	}
	filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		hidden := path != folder && strings.HasPrefix(filepath.Base(path), ".")
		switch {
		case hidden && d != nil && d.IsDir():
			return filepath.SkipDir
		case hidden, err == nil && d.IsDir(), r.writes(path):
			return nil
		}
		f := listed{path: path, doc: filepath.ToSlash(within(folder, path)), found: true, folder: named}
		if err == nil && !d.Type().IsRegular() {
			err = regular(path)
		}
		if err != nil {
			f.err = unreadable(path, err)
		}
		if !errors.Is(f.err, errFolder) {
			files = append(files, f)
		}
		return nil
	})
	return files
}

// within returns the way from a folder to a path that WalkDir found in it. Note: a part
// of the path, because there may be millions; filepath.Rel makes a new string.
func within(folder, path string) string {
	rest := strings.TrimPrefix(path, filepath.Clean(folder))
	return strings.TrimLeft(rest, string(filepath.Separator))
}

var (
	errFolder = errors.New("a link to a folder")
	errDevice = errors.New("it is no file: a pipe or a device")
)

// regular returns an error if a path does not lead to a file.
func regular(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return errFolder
	case !info.Mode().IsRegular():
		return errDevice
	}
	return nil
}

// sparesArticles refuses to write over a file of an input folder that no run wrote.
func (f *labelFlags) sparesArticles(paths []string) error {
	if !isFile(f.out) || wroteRows(f.out) {
		return nil
	}
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.IsDir() && strings.HasPrefix(whole(f.out), whole(path)+string(filepath.Separator)) {
			if _, err := os.Stat(f.out); err == nil {
				return usagef("--out: %s is a file of the input folder %s, and would be overwritten; name another file", f.out, path)
			}
		}
	}
	return nil
}

// wroteRows reports whether a file begins as the rows that label writes.
func wroteRows(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	begin := make([]byte, 64)
	n, _ := io.ReadFull(file, begin)
	text := strings.TrimPrefix(string(begin[:n]), "\uFEFF")
	return strings.HasPrefix(text, "id,doc_id,sentence_no") || strings.HasPrefix(text, `{"id":`)
}

// writes reports whether this run writes to the file, or a run before it did.
func (r *labelRun) writes(path string) bool {
	return slices.ContainsFunc(r.flags.writes(), func(ours string) bool {
		return filepath.Base(ours) == filepath.Base(path) && sameFile(ours, path)
	})
}

// writes returns the files that a run writes.
func (f *labelFlags) writes() []string {
	if !isFile(f.out) {
		return []string{f.out}
	}
	return []string{f.out, f.out + partialEnding, f.out + journalEnding, f.out + skippedEnding}
}
