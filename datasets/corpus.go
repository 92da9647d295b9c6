package datasets

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Corpus is a file of examples, read whole.
type Corpus struct {
	Name     string
	SHA256   string // of the file's bytes, hexadecimal
	Header   []string
	Examples []Example
	Cells    [][]string // the rows of Examples as printed, in the order of Header
	Lines    []int      // beside Examples: where each row begins
	Notices  []string
	Skipped  []error // bad rows left out, each a *RowError
	Rows     int     // rows read, the skipped included

	columns  columns
	repeated int // rows with the id of an earlier one
	top      int // line of the header
}

// ReadCorpus reads a corpus: a text column and a label column are needed. Rows
// without any label are kept. A file with bad rows is refused with an error that
// lists the first ten, unless skipBad says to leave them out.
func ReadCorpus(name string, r io.Reader, skipBad bool) (*Corpus, error) {
	c, err := readCorpus(name, r, corpusRules{skipBad: skipBad})
	if err == nil && c.repeated > 0 {
		c.Notices = append(c.Notices, fmt.Sprintf("%s: %s with the id of an earlier row; predictions cannot be joined by id", name, count(c.repeated, "row")))
	}
	return c, err
}

// ReadCoderRows reads a corpus as ReadCorpus does, but for coders: an id may stand
// in several rows, one for each of them, and columns such as stance_coder1 and
// stance_coder2 do without one for the gold.
func ReadCoderRows(name string, r io.Reader, skipBad bool) (*Corpus, error) {
	return readCorpus(name, r, corpusRules{skipBad: skipBad, coders: true})
}

// corpusRules say what is wanted of a corpus.
type corpusRules struct{ skipBad, coders bool }

func readCorpus(name string, r io.Reader, rules corpusRules) (*Corpus, error) {
	sum := sha256.New()
	raw := io.TeeReader(r, sum)
	rd, err := NewReader(name, raw)
	if err != nil {
		return nil, err
	}
	rd.IDs.All = true
	notices, err := rd.goldColumns()
	if err != nil {
		return nil, err
	}
	err = rd.Need("text")
	if !rules.coders || !hasCoders(rd.Header()) {
		err = errors.Join(err, rd.NeedOne("stance", "sentiment"))
	}
	if err != nil {
		return nil, err
	}
	c := &Corpus{Name: name, Header: rd.Header(), columns: rd.columns, top: rd.top}
	if err := c.read(rd); err != nil {
		return nil, err
	}
	if err := c.check(rules.skipBad); err != nil {
		return nil, err
	}
	c.SHA256 = hex.EncodeToString(sum.Sum(nil))
	c.Notices = append(notices, rd.Notices()...)
	c.repeated = rd.IDs.Repeated()
	return c, nil
}

// read fills the corpus with the rows of rd; bad rows go to Skipped.
func (c *Corpus) read(rd *Reader) error {
	for {
		row, err := rd.Read()
		if err == io.EOF {
			return nil
		}
		if ends(err) {
			return err
		}
		c.Rows++
		var e Example
		if err == nil {
			e, err = rd.Example(row)
		}
		if err != nil {
			c.Skipped = append(c.Skipped, err)
			continue
		}
		if len(c.Examples) == cap(c.Examples) { // examples are large: append's 1.25 copies them too often
			c.Examples = slices.Grow(c.Examples, len(c.Examples)+1024)
			c.Cells = slices.Grow(c.Cells, len(c.Cells)+1024)
		}
		c.Examples = append(c.Examples, e)
		c.Cells = append(c.Cells, row.Cells)
		c.Lines = append(c.Lines, row.Line)
	}
}

// check refuses a corpus with bad rows or without good ones.
func (c *Corpus) check(skipBad bool) error {
	switch {
	case c.Rows == 0:
		return &RowError{File: c.Name, What: "a header, but no rows", Remedy: "add one row a statement", Fatal: true}
	case len(c.Skipped) > 0 && (!skipBad || len(c.Examples) == 0):
		return refuse(c.Name, c.Skipped, "correct them, or leave them out with --skip-bad")
	}
	return nil
}

// Column returns the cells of a column, one for each example, as printed. The
// name is that of the header in any spelling, or a canonical one; of several columns
// the one spelled most alike. ok is false if there is no such column.
func (c *Corpus) Column(name string) (cells []string, ok bool) {
	at := c.find(name)
	if at < 0 {
		return nil, false
	}
	for _, row := range c.Cells {
		cells = append(cells, row[at])
	}
	return cells, true
}

// find returns the index of a column, or -1.
func (c *Corpus) find(name string) int {
	for _, same := range []func(h string) bool{
		func(h string) bool { return h == name },
		func(h string) bool { return strings.EqualFold(h, name) },
		func(h string) bool { return ColumnKey(h) == ColumnKey(name) },
	} {
		if at := slices.IndexFunc(c.Header, same); at >= 0 {
			return at
		}
	}
	for column, at := range c.columns {
		if ColumnKey(column) == ColumnKey(name) {
			return at
		}
	}
	return -1
}

// NoColumn returns the error for a column that is not there, though who, such as a
// flag, asks for it.
func (c *Corpus) NoColumn(name, who string) error {
	e := &RowError{File: c.Name, Line: c.top, Fatal: true, Remedy: "name one of these",
		What: fmt.Sprintf("no column %q for %s; columns found: %s", name, who, shorten(c.Header))}
	if near := nearest([]string{name}, c.Header); near != "" {
		e.Remedy = fmt.Sprintf("did you mean %q?", near)
	}
	return e
}
