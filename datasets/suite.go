package datasets

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

// A Suite is a file of behaviour tests.
type Suite struct {
	Name      string
	SHA256    string // of the file's bytes, hexadecimal
	Templates []Template
}

//go:embed behaviour.csv
var behaviourSuite []byte

// ShippedSuite returns the suite that comes with the program.
func ShippedSuite() (*Suite, error) {
	return ReadSuite("shipped", bytes.NewReader(behaviourSuite))
}

// ShippedSuiteFile returns the file that ShippedSuite reads, as a pattern for others.
func ShippedSuiteFile() []byte { return bytes.Clone(behaviourSuite) }

// The columns of a suite: those that must be there, and those of a second text.
var (
	suiteColumns = []string{"test", "kind", "text", "source", "target", "expect"}
	suiteSecond  = []string{"text2", "source2", "target2", "expect2"}
)

// ReadSuite reads a suite: a CSV file with the columns
//
//	test, kind, text, source, target, expect, text2, source2, target2, expect2
//
// one row a template; rows with the same test are counted together, and other columns
// are yours. See Party for the slots and ParseExpectation for what can be expected.
// One bad row refuses the suite.
func ReadSuite(name string, r io.Reader) (*Suite, error) {
	sum := sha256.New()
	rd, err := NewReader(name, io.TeeReader(r, sum))
	if err != nil {
		return nil, err
	}
	table, err := newSuiteTable(rd, suiteColumns)
	if err != nil {
		return nil, err
	}
	s := &Suite{Name: name}
	if err := s.read(rd, table); err != nil {
		return nil, err
	}
	if len(s.Templates) == 0 {
		return nil, &RowError{File: name, What: "a header, but no tests", Remedy: "add one row a template", Fatal: true}
	}
	s.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return s, nil
}

// read reads all rows of a suite.
func (s *Suite) read(rd *Reader, table *suiteTable) error {
	lines := make(map[string]int)
	for {
		row, err := rd.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		t, err := table.template(row)
		if err == nil {
			same := strings.Join(table.cells(row, append(suiteColumns[1:5:5], suiteSecond...)), "\x00")
			if lines[same] > 0 {
				err = fmt.Errorf("the template stands in line %d already; leave one of them out", lines[same])
			}
			lines[same] = row.Line
		}
		if err != nil {
			return &RowError{File: s.Name, Line: row.Line, What: err.Error(), Fatal: true}
		}
		t.File, t.Line = s.Name, row.Line
		s.Templates = append(s.Templates, t)
	}
}

// A suiteTable is a header with the places of columns that Reader does not know.
type suiteTable struct{ at map[string]int }

// newSuiteTable finds columns by their plain names; the given ones must be there.
func newSuiteTable(rd *Reader, needed []string) (*suiteTable, error) {
	t := &suiteTable{make(map[string]int)}
	for i, h := range rd.header {
		t.at[ColumnKey(h)] = i
	}
	for _, column := range needed {
		if _, ok := t.at[column]; ok {
			continue
		}
		remedy := "the header is " + strings.Join(needed, ",")
		if near := nearest([]string{column}, rd.header); near != "" {
			remedy = fmt.Sprintf("did you mean %q? rename it to %s", near, column)
		}
		return nil, &RowError{File: rd.file, Line: rd.top, Fatal: true, Remedy: remedy,
			What: fmt.Sprintf("no column %q; columns found: %s", column, shorten(rd.header))}
	}
	return t, nil
}

// cell returns the cell of a column, empty where the file lacks it.
func (t *suiteTable) cell(row Row, column string) string {
	if i, ok := t.at[column]; ok {
		return strings.TrimSpace(row.Cells[i])
	}
	return ""
}

func (t *suiteTable) cells(row Row, columns []string) []string {
	cells := make([]string, len(columns))
	for i, column := range columns {
		cells[i] = t.cell(row, column)
	}
	return cells
}

// template reads one row.
func (t *suiteTable) template(row Row) (b Template, err error) {
	b.Test, b.Kind = t.cell(row, "test"), strings.ToUpper(t.cell(row, "kind"))
	if b.First, err = t.probe(row, ""); err != nil {
		return b, err
	}
	if b.Second, err = t.probe(row, "2"); err != nil {
		return b, err
	}
	return b, b.check()
}

// probe reads the first (suffix "") or the second probe of a row.
func (t *suiteTable) probe(row Row, suffix string) (p Probe, err error) {
	p = Probe{Text: t.cell(row, "text"+suffix), Source: t.cell(row, "source"+suffix), Target: t.cell(row, "target"+suffix)}
	if p.Expect, err = ParseExpectation(t.cell(row, "expect"+suffix)); err != nil {
		err = fmt.Errorf("expect%s: %w", suffix, err)
	}
	return p, err
}
