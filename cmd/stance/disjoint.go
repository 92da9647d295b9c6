package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"strings"

	"stance/classifier"
	"stance/datasets"
)

// checkDisjoint looks for the templates in the files that none may stand in, says what
// it found, and returns how many do.
func (p *program) checkDisjoint(b *behaviour) (int, error) {
	if len(b.flags.disjointFrom) == 0 {
		return 0, nil
	}
	o := datasets.NewOverlaps(b.templates)
	read := make(map[string]bool) // sha256
	for _, path := range b.flags.disjointFrom {
		sum, err := p.readOverlaps(o, path)
		if err != nil {
			return 0, err
		}
		read[sum] = true
	}
	standing := o.Standing()
	for _, f := range standing {
		p.say("%s:%d (%s): %d of its %d words stand in a row in %s:%d: %.80q",
			f.Template.File, f.Template.Line, f.Template.Test, f.Run, f.Words, f.File, f.Line, f.Text)
	}
	p.say("%d of %d templates stand in %d texts: four words in a row that are more than half of the template's, or a whole text, with parties masked (the longest run has %d words)",
		len(standing), len(o.Found), o.Texts, o.Longest())
	p.say("%s", trainingRead(b.model.File().Training, read))
	return len(standing), nil
}

// readOverlaps looks for the templates in a file and returns its sha256.
func (p *program) readOverlaps(o *datasets.Overlaps, path string) (string, error) {
	in, err := p.open(path)
	if err != nil {
		return "", err
	}
	defer in.Close()
	sum := sha256.New()
	if err := o.Read(inputName(path), io.TeeReader(in, sum)); err != nil {
		return "", err
	}
	return hexSum(sum), nil
}

// trainingRead says which of the files that a model was trained on were read.
func trainingRead(training []classifier.Training, read map[string]bool) string {
	var missing []string
	for _, t := range training {
		if !read[t.SHA256] {
			missing = append(missing, t.Name)
		}
	}
	switch n := len(training); {
	case len(missing) > 0:
		return fmt.Sprintf("the model was trained on %s, too, which was not read", strings.Join(missing, ", "))
	case n == 0:
		return "the model does not say what it was trained on"
	}
	return "that is all the model was trained on, by sha256"
}
