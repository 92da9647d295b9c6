package main

import (
	"path/filepath"

	"stance/classifier"
	"stance/datasets"
)

// readCorpora reads hand-labelled files, whose notices it prints, and returns all
// their examples, without mentions.
func (p *program) readCorpora(paths []string, skipBad bool) ([]datasets.Example, []classifier.Training, error) {
	var examples []datasets.Example
	var files []classifier.Training
	for _, path := range paths {
		c, err := p.readCorpus(path, skipBad)
		if err != nil {
			return nil, nil, err
		}
		if examples == nil {
			examples = c.Examples
		} else {
			examples = append(examples, c.Examples...)
		}
		files = append(files, classifier.Training{Name: filepath.Base(path), SHA256: c.SHA256, Rows: len(c.Examples)})
	}
	return examples, files, nil
}

// readCorpus reads one hand-labelled file and prints its notices.
func (p *program) readCorpus(path string, skipBad bool) (*datasets.Corpus, error) {
	in, err := p.open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	c, err := datasets.ReadCorpus(inputName(path), in, skipBad)
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
	}
	return c, nil
}
