package main

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
)

// readArticle reads an article and cuts it into statements. What is not text is
// skipped.
func (r *labelRun) readArticle(in *input, emit func(*chunk) bool) error {
	text, err := r.program.readText(in)
	switch {
	case err != nil:
		r.complain("%v; skipped", err)
		return nil
	case len(bytes.TrimSpace(text)) == 0:
		r.complain("%s: the file is empty; skipped", in.name)
		return nil
	case bytes.IndexByte(text, 0) >= 0:
		r.complain("%s: looks like a binary file, not text; skipped - if it is text, save it as UTF-8", in.name)
		return nil
	}
	article := strings.ToValidUTF8(strings.TrimPrefix(string(text), "\uFEFF"), "\uFFFD")
	statements := r.model.Cut(article)
	if len(statements) == 0 {
		r.program.say("%s: no sentence names a party", in.name)
	}
	for i := range statements {
		s := &statements[i]
		s.Article = filepath.Base(in.name)
		s.ID = r.ids.Make(s.Text, s.Source, s.Target)
	}
	for len(statements) > 0 {
		n := min(chunkStatements, len(statements))
		if !emit(&chunk{in: in, statements: statements[:n]}) {
			return nil
		}
		statements = statements[n:]
	}
	return nil
}

// readText reads an article whole.
func (p *program) readText(in *input) ([]byte, error) {
	text := in.text
	if text == nil {
		f, err := p.open(in.path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		text = f
	}
	read, err := io.ReadAll(text)
	if err != nil {
		return nil, unreadable(in.name, err)
	}
	return read, nil
}
