package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stance/articles/formats"
	"stance/datasets"
)

// A kind is what an input holds.
type kind uint8

const (
	statementTable kind = iota // rows with a text and a target
	articleTable               // rows with a text: one article each
	articleLines               // one article a line
	articleFile                // one article, or a feed
)

// An input is something to label: a file of statements, or of articles.
type input struct {
	path   string
	name   string // in messages
	doc    string // doc_id of the article in it; those of several begin with it
	stamp         // of the file; zero if it can be read only once
	found  bool   // in a folder: it is skipped, not refused, if it cannot be used
	folder string // that one
	among  string // of a table of statements in a folder of articles: a pattern of the articles' names
	kind   kind

	format formats.Format // of an articleFile
	once   *stream        // of what can be read only once; a file is opened again when its turn comes
	table  *tableColumns  // of a table; nil for others
}

// A stamp changes when a file does.
type stamp struct {
	regular bool // it can be read again
	size    int64
	changed int64 // nanoseconds of 1970
}

// sniffed is how much of an input is looked at to tell what it is.
const sniffed = 64 << 10

// openInputs looks at all inputs and reads the headers of those that are tables. Of
// several inputs those that cannot be opened are left out.
func (r *labelRun) openInputs(paths []string) ([]*input, error) {
	var inputs []*input
	var last error
	look := bufio.NewReaderSize(nil, sniffed)
	files := r.files(paths)
	for _, f := range files {
		i := &input{path: f.path, name: inputName(f.path), doc: f.doc, found: f.found, folder: f.folder}
		err := f.err
		if err == nil {
			err = r.look(i, look)
		}
		switch {
		case err == nil:
			inputs = append(inputs, i)
		case f.found, errors.Is(err, errUnreadable) && len(files) > 1:
			last = err
			s := leftOut(i.name, err)
			s.line = err.Error() + "; skipped"
			r.skip(s)
		default:
			closeAll(inputs)
			return nil, err
		}
	}
	if len(inputs) == 0 {
		return nil, last
	}
	findAmong(inputs)
	return inputs, nil
}

func closeAll(inputs []*input) {
	for _, i := range inputs {
		if i.once != nil {
			i.once.Close()
		}
	}
}

// look finds out what the input holds. A file is closed again, so that there may be
// thousands; look is a buffer to use meanwhile.
func (r *labelRun) look(i *input, look *bufio.Reader) error {
	s, err := r.program.openStream(i.path, look)
	if err != nil {
		return err
	}
	i.stamp = s.stamp
	err = r.sniff(i, s)
	if err != nil || s.regular {
		s.Close()
		return err
	}
	i.once = s
	return nil
}

// sniff tells what the input holds by its first bytes.
func (r *labelRun) sniff(i *input, s *stream) error {
	prefix, err := s.in.Peek(sniffed)
	if err != nil && err != io.EOF {
		return unreadable(i.name, err)
	}
	if isTableName(i.path) || !r.flags.perLine && r.isTable(prefix) {
		return r.sniffTable(i, s)
	}
	i.kind, i.format = articleFile, formats.Of(prefix)
	if r.flags.perLine && i.format == formats.Plain && formats.Refuse(prefix) == nil {
		i.kind = articleLines
	}
	return nil
}

// isTable reports whether a file that begins with prefix is rows. Note: a look at the
// letters first, because to read a header takes longer than most articles.
func (r *labelRun) isTable(prefix []byte) bool {
	return r.flags.mayBeTable(prefix) && (r.flags.textCol != "" && r.flags.hasTextColumn(prefix) || datasets.IsTable(prefix))
}

// sniffTable reads the header of a table.
func (r *labelRun) sniffTable(i *input, s *stream) error {
	reader, err := datasets.NewReader(i.name, s.in)
	if err != nil {
		return err
	}
	s.reader = reader
	var t tableColumns
	i.kind, t, err = r.flags.tableColumns(reader)
	i.table = &t
	return err
}

// isTableName reports whether a file's name promises rows, so that a missing
// column is an error and not an article full of commas.
func isTableName(path string) bool {
	path = strings.ToLower(path)
	return slices.Contains([]string{".csv", ".tsv", ".jsonl", ".ndjson"}, filepath.Ext(strings.TrimSuffix(path, ".gz")))
}

// A stream is an opened input, unpacked.
type stream struct {
	io.Closer
	in     *bufio.Reader
	reader *datasets.Reader // of a table whose header is read
	stamp
}

// openStream opens an input. It reads through the buffer, if one is given.
func (p *program) openStream(path string, buffer *bufio.Reader) (*stream, error) {
	in, err := p.open(path)
	if err != nil {
		return nil, err
	}
	s := &stream{Closer: in}
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			s.stamp = stamp{true, info.Size(), info.ModTime().UnixNano()}
		}
	}
	if s.in = buffer; buffer == nil || !s.regular {
		s.in = bufio.NewReaderSize(in, sniffed)
	} else {
		buffer.Reset(in)
	}
	if start, _ := s.in.Peek(3); formats.IsGzip(start) {
		unpacked, err := formats.Unpack(s.in)
		if err != nil {
			in.Close()
			return nil, unreadable(inputName(path), err)
		}
		s.in = bufio.NewReaderSize(unpacked, sniffed)
	}
	return s, nil
}
