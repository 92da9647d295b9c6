package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"stance/datasets"
)

// byteOrderMark may begin a file; offsets into the file count it.
const byteOrderMark = "\uFEFF"

// readArticle reads an article and cuts it into statements. What is not text is
// skipped.
func (r *labelRun) readArticle(in *input, emit func(*chunk) bool) {
	text, err := r.program.readText(in)
	if err != nil {
		emit(&chunk{in: in, unusable: []string{err.Error() + "; skipped"}})
		return
	}
	article, mark := strings.CutPrefix(string(text), byteOrderMark)
	if !utf8.ValidString(article) {
		article = strings.ToValidUTF8(article, "\uFFFD")
		emit(&chunk{in: in, notices: []string{in.name + ": not UTF-8: broken bytes are read as U+FFFD, and char_start and char_end count the text as read; save it as UTF-8"}})
	}
	statements := r.model.Cut(article)
	if len(statements) == 0 {
		emit(&chunk{in: in, notices: []string{in.name + ": no sentence names a party"}})
	}
	for i := range statements {
		s := &statements[i]
		s.Article = filepath.Base(in.name)
		if mark {
			s.Place.Start += len(byteOrderMark)
			s.Place.End += len(byteOrderMark)
		}
		if strings.Contains(s.Text, "\uFFFD") {
			s.Flags |= datasets.FlagInvalidUTF8
		}
		s.ID = r.ids.Make(s.Text, s.Source, s.Target)
	}
	for len(statements) > 0 {
		n := min(chunkStatements, len(statements))
		if !emit(&chunk{in: in, statements: statements[:n]}) {
			return
		}
		statements = statements[n:]
	}
}

// readText reads an article whole. It refuses what is empty or binary.
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
	switch {
	case err != nil:
		return nil, unreadable(in.name, err)
	case len(bytes.TrimSpace(read)) == 0:
		return nil, fmt.Errorf("%s: the file is empty", in.name)
	case bytes.IndexByte(read, 0) >= 0:
		return nil, fmt.Errorf("%s: looks like a binary file, not text; if it is text, save it as UTF-8", in.name)
	}
	return read, nil
}
