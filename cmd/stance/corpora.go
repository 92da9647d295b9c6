package main

import (
	"path/filepath"

	"stance"
	"stance/classifier"
	"stance/datasets"
)

// readCorpora reads hand-labelled files, whose notices it prints, and returns all
// their examples with mentions filled in.
func (p *program) readCorpora(paths []string, skipBad bool) ([]datasets.Example, []classifier.Training, error) {
	var examples []datasets.Example
	var files []classifier.Training
	skipped := 0
	for _, path := range paths {
		c, err := p.readCorpus(path, skipBad)
		if err != nil {
			return nil, nil, err
		}
		skipped += len(c.Skipped)
		if examples == nil {
			examples = c.Examples
		} else {
			examples = append(examples, c.Examples...)
		}
		files = append(files, classifier.Training{Name: filepath.Base(path), SHA256: c.SHA256, Rows: len(c.Examples)})
	}
	if err := stance.Annotate(examples); err != nil {
		return nil, nil, err
	}
	if skipped > 0 {
		p.say("%d bad rows left out", skipped)
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
	return c, nil
}
