package main

import (
	"fmt"

	"github.com/spf13/pflag"

	"stance"
	"stance/features"
)

// lexiconFlags say which directed lexicon a command uses.
type lexiconFlags struct {
	paths []string
	alone bool
}

func (f *lexiconFlags) add(l *pflag.FlagSet) {
	l.StringArrayVar(&f.paths, "lexicon", nil, "directed lexicon that extends the shipped one (see stance lexicon --help); may be repeated")
	l.BoolVar(&f.alone, "only-lexicon", false, "use the rows of --lexicon instead of the shipped ones")
}

// uses names the files for messages.
func (f *lexiconFlags) uses() []fileUse { return uses("--lexicon", f.paths...) }

// isShipped reports whether the flags ask for nothing.
func (f *lexiconFlags) isShipped() bool { return len(f.paths) == 0 && !f.alone }

// readLexicon returns the lexicon that the flags ask for: base, of which nil is the shipped
// one, with the rows of the files, or these alone.
func (p *program) readLexicon(f lexiconFlags, base *features.Lexicon) (*features.Lexicon, error) {
	if f.alone && len(f.paths) == 0 {
		return nil, usagef("--only-lexicon: no file is named; add --lexicon FILE")
	}
	var rows []features.LexiconRow
	for _, path := range f.paths {
		more, err := p.readLexiconFile(path)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	if f.alone {
		return features.NewLexicon(rows, true)
	}
	return base.Extend(rows)
}

func (p *program) readLexiconFile(path string) ([]features.LexiconRow, error) {
	in, err := p.open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return features.ReadLexicon(inputName(path), in)
}

// withLexicon returns the model reading with the lexicon that the flags ask for, and says
// what that means.
func (p *program) withLexicon(m *stance.Model, f lexiconFlags) (*stance.Model, error) {
	if f.isShipped() {
		return m, nil
	}
	l, err := p.readLexicon(f, m.Lexicon())
	if err != nil {
		return nil, err
	}
	if l.Hash() != m.Lexicon().Hash() {
		p.say("the model was trained with another lexicon; it reads these rows by what it learnt from others of their kind, and its scores were measured without them")
	}
	return m.WithLexicon(l), nil
}

// lexiconWords says in a line which lexicon a model has of its own; nothing for the shipped one.
func lexiconWords(l *features.Lexicon) string {
	switch n := len(l.Own()); {
	case n == 0:
		return ""
	case l.Alone():
		return fmt.Sprintf("directed lexicon of its own, %d rows, in place of the shipped one", n)
	default:
		return fmt.Sprintf("directed lexicon: the shipped one, with %d rows of its own", n)
	}
}
