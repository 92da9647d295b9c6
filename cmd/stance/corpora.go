package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"stance/classifier"
	"stance/datasets"
)

// readCorpora reads hand-labelled files, whose notices it prints, and returns all
// their examples, without mentions.
func (p *program) readCorpora(paths []string, skipBad bool) ([]datasets.Example, []classifier.Training, error) {
	var examples []datasets.Example
	var files []classifier.Training
	for i, name := range shortNames(paths) {
		path := paths[i]
		c, err := p.readCorpus(path, skipBad)
		if err != nil {
			return nil, nil, err
		}
		fromFile(c.Examples, i)
		if examples == nil {
			examples = c.Examples
		} else {
			examples = append(examples, c.Examples...)
		}
		files = append(files, classifier.Training{Name: name, SHA256: c.SHA256, Rows: len(c.Examples)})
	}
	return examples, files, nil
}

// shortNames returns the paths without their folders, or with as many of them as it
// takes to tell two files apart: dse/train.csv, sentfin/train.csv. A model file keeps
// them, and must not depend on where the files lie.
func shortNames(paths []string) []string {
	names := make([]string, len(paths))
	for i, path := range paths {
		parts := strings.Split(filepath.ToSlash(path), "/")
		for n := 1; n <= len(parts); n++ {
			names[i] = strings.Join(parts[len(parts)-n:], "/")
			if !endsAnother(paths, path, names[i]) {
				break
			}
		}
	}
	return names
}

// endsAnother reports whether the last parts of another path are name, too.
func endsAnother(paths []string, path, name string) bool {
	return slices.ContainsFunc(paths, func(other string) bool {
		return other != path && strings.HasSuffix("/"+filepath.ToSlash(other), "/"+name)
	})
}

// skipped returns errSkipped if rows were left out.
func (p *program) skipped() error {
	if p.leftOut == 0 {
		return nil
	}
	return fmt.Errorf("%w: %d in all left out; correct the rows to use them", errSkipped, p.leftOut)
}

// readCorpus reads one hand-labelled file and prints its notices.
func (p *program) readCorpus(path string, skipBad bool) (*datasets.Corpus, error) {
	return p.readLabelled(path, datasets.ReadCorpus, skipBad)
}

// A corpusReader reads a labelled file; name stands in messages.
type corpusReader func(name string, r io.Reader, skipBad bool) (*datasets.Corpus, error)

// readLabelled reads one file with a reader of package datasets and prints its notices.
func (p *program) readLabelled(path string, read corpusReader, skipBad bool) (*datasets.Corpus, error) {
	in, err := p.open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	c, err := read(inputName(path), in, skipBad)
	if err != nil {
		return nil, err
	}
	for _, n := range c.Notices {
		p.say("%s", n)
	}
	for _, s := range c.Skipped {
		p.say("skipped: %v", s)
	}
	if n := len(c.Skipped); n > 0 {
		p.say("%s: %d of %d rows left out", c.Name, n, c.Rows)
		p.leftOut += n
	}
	return c, nil
}

// fromFile says of examples that they come from the file of the given number.
func fromFile(examples []datasets.Example, file int) {
	for i := range examples {
		examples[i].File = file
	}
}
