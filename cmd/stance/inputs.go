package main

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"stance/datasets"
)

// An input is something to label: a file of statements, or an article.
type input struct {
	name   string
	in     io.Closer
	reader *datasets.Reader // statements; nil for an article
	text   io.Reader        // article
}

// sniffed is how much of an input is looked at to tell what it is.
const sniffed = 64 << 10

// openInputs opens all inputs and reads the headers of those that are statements.
func (p *program) openInputs(paths []string) ([]*input, error) {
	ids := &datasets.IDs{}
	var inputs []*input
	for _, path := range paths {
		i, err := p.openInput(path, ids)
		if err != nil {
			closeAll(inputs)
			return nil, err
		}
		inputs = append(inputs, i)
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
	i := &input{name: inputName(path), in: in}
	buffered := bufio.NewReaderSize(in, sniffed)
	prefix, err := buffered.Peek(sniffed)
	if err != nil && err != io.EOF {
		in.Close()
		return nil, fmt.Errorf("%s: %w", i.name, err)
	}
	if !datasets.HasStatements(prefix) && !isTableName(path) {
		i.text = buffered
		return i, nil
	}
	if i.reader, err = datasets.NewReader(i.name, buffered); err == nil {
		err = i.reader.Need("text", "target")
	}
	if err != nil {
		in.Close()
		return nil, err
	}
	i.reader.IDs = ids
	return i, nil
}

// isTableName reports whether a file's name promises rows, so that a missing
// column is an error and not an article full of commas.
func isTableName(path string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".jsonl"}, strings.ToLower(filepath.Ext(path)))
}
