package datasets

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// csvRows streams the rows of a CSV file in constant memory.
type csvRows struct {
	file      string
	csv       *csv.Reader
	bounds    *bounds
	delimiter byte
	skipped   int // lines before the header
	width     int // cells of the header; 0 = not read yet
}

func newCSVRows(file string, in *bufio.Reader, d dialect) *csvRows {
	c := &csvRows{file: file, delimiter: d.delimiter}
	if d.skip > 0 {
		in.Discard(d.skip)
		c.skipped = 1
	}
	var r io.Reader = in
	if d.oldMac {
		r = &oldMac{in: in}
	}
	c.bounds = &bounds{in: r, file: file, line: c.skipped + 1, row: c.skipped + 1}
	c.csv = csv.NewReader(bufio.NewReaderSize(c.bounds, window))
	c.csv.Comma = rune(d.delimiter)
	c.csv.FieldsPerRecord = -1 // checked here: trailing empty cells do not count
	return c
}

// header reads the first row that is not empty and returns its cells and line.
func (c *csvRows) header() ([]string, int, error) {
	row, err := c.next()
	for err == nil && blank(row.Cells) {
		row, err = c.next()
	}
	if err == io.EOF {
		return nil, 0, emptyFile(c.file)
	}
	header := trimEmpty(row.Cells)
	for i, name := range header {
		header[i] = strings.ToValidUTF8(strings.TrimPrefix(name, "\uFEFF"), "\uFFFD")
	}
	c.width = len(header)
	return header, row.Line, err
}

// next returns the next row, as wide as the header, or io.EOF. A ragged row
// comes with its error, filled up with empty cells or with its surplus cells joined
// to the last one.
func (c *csvRows) next() (Row, error) {
	cells, err := c.csv.Read()
	for err == nil && len(cells) == 1 && c.width > 1 && blank(cells) { // a line of blanks
		cells, err = c.csv.Read()
	}
	if err != nil {
		return Row{}, c.explain(err)
	}
	line, _ := c.csv.FieldPos(0)
	row := Row{Line: line + c.skipped, Cells: cells}
	if c.width == 0 || len(cells) == c.width {
		return row, nil
	}
	if blank(cells) {
		row.Cells = resize(cells, c.width)
		return row, nil
	}
	trimmed := trimEmpty(cells)
	if len(cells) < c.width || len(trimmed) > c.width {
		err = c.ragged(row)
	}
	if last := c.width - 1; len(trimmed) > c.width {
		cells[last] = strings.Join(trimmed[last:], string(rune(c.delimiter)))
	}
	row.Cells = resize(cells, c.width)
	return row, err
}

func (c *csvRows) explain(err error) error {
	var p *csv.ParseError
	switch {
	case err == io.EOF:
		return err
	case errors.As(err, new(*RowError)): // of bounds
		return c.bounds.err
	case !errors.As(err, &p):
		return fmt.Errorf("%s: %w", c.file, err)
	}
	e := &RowError{File: c.file, Line: p.StartLine + c.skipped, Fatal: true,
		What:   "a quote stands inside a cell that does not begin with one",
		Remedy: "put the whole cell in quotes and double the quotes inside"}
	if errors.Is(p.Err, csv.ErrQuote) {
		e.What = "the row that begins here has a quote that is never closed, or closed too early"
		e.Remedy = "double every quote inside a cell"
	}
	return e
}

func (c *csvRows) ragged(row Row) error {
	return &RowError{File: c.file, Line: row.Line,
		What: fmt.Sprintf("%s, the header has %d - an unquoted %s or quote? row starts: %s",
			count(len(row.Cells), "cell"), c.width, delimiterName(c.delimiter), start(row.Cells, c.delimiter)),
		Remedy: "quote the cell"}
}

// start returns the first letters of a row, safe to print.
func start(cells []string, delimiter byte) string {
	const letters = 40
	s := strings.Join(cells, string(delimiter))
	end := 0
	for n := 0; n < letters && end < len(s); n++ {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	if end < len(s) {
		return fmt.Sprintf("%q...", s[:end])
	}
	return fmt.Sprintf("%q", s)
}

func blank(cells []string) bool {
	for _, cell := range cells {
		if strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}

// trimEmpty drops the empty cells at the end of a row.
func trimEmpty(cells []string) []string {
	n := len(cells)
	for n > 0 && strings.TrimSpace(cells[n-1]) == "" {
		n--
	}
	return cells[:n]
}

func resize(cells []string, width int) []string {
	if len(cells) >= width {
		return cells[:width]
	}
	return append(cells, make([]string, width-len(cells))...)
}
