package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stance/datasets"
)

// An input is something to label: a file of statements, or an article.
type input struct {
	path   string
	name   string // in messages
	in     io.ReadCloser
	reader *datasets.Reader // statements; nil for an article
	text   io.Reader        // article in what can be read only once; a file is opened again when its turn comes
}

// sniffed is how much of an input is looked at to tell what it is.
const sniffed = 64 << 10

// openInputs looks at all inputs and reads the headers of those that are
// statements. Of several inputs those that cannot be opened are left out.
func (r *labelRun) openInputs(paths []string) ([]*input, error) {
	var inputs []*input
	var last error
	for _, path := range paths {
		i, err := r.program.openInput(path, &r.ids)
		switch {
		case errors.Is(err, errUnreadable) && len(paths) > 1:
			last = err
			r.complain(err.Error() + "; skipped")
		case err != nil:
			closeAll(inputs)
			return nil, err
		default:
			inputs = append(inputs, i)
		}
	}
	if len(inputs) == 0 {
		return nil, last
	}
	return inputs, nil
}

func closeAll(inputs []*input) {
	for _, i := range inputs {
		i.in.Close()
	}
}

func (p *program) openInput(path string, ids *datasets.IDs) (*input, error) {
	in, err := p.open(path)
	if err != nil {
		return nil, err
	}
	i := &input{path: path, name: inputName(path), in: in}
	if err := i.sniff(ids); err != nil {
		in.Close()
		return nil, err
	}
	return i, nil
}

// sniff finds out what the input is. It needs the columns of a table; an article
// in a file is closed again, so that there may be thousands.
func (i *input) sniff(ids *datasets.IDs) error {
	buffered := bufio.NewReaderSize(i.in, sniffed)
	prefix, err := buffered.Peek(sniffed)
	if err != nil && err != io.EOF {
		return unreadable(i.name, err)
	}
	if !isTableName(i.path) && !datasets.IsTable(prefix) {
		if f, ok := i.in.(*os.File); ok && isRegular(f) {
			return f.Close()
		}
		i.text = buffered
		return nil
	}
	if i.reader, err = datasets.NewReader(i.name, buffered); err != nil {
		return err
	}
	i.reader.IDs, i.reader.KeepEmpty = ids, true
	return i.reader.Need("text", "target")
}

// isRegular reports whether a file can be opened and read once more, unlike a pipe.
func isRegular(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode().IsRegular()
}

// isTableName reports whether a file's name promises rows, so that a missing
// column is an error and not an article full of commas.
func isTableName(path string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".jsonl"}, strings.ToLower(filepath.Ext(path)))
}
