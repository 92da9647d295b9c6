package datasets

import (
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strings"
)

// WriterOptions say how a CSV file is written. The zero value is plain: UTF-8,
// comma, LF, cells as they are.
type WriterOptions struct {
	// Excel writes what Excel opens by a double click: a byte order mark, CRLF
	// between rows, and the formula guard (see Guard) on text cells with its
	// marker as last column. Ids, labels and numbers are never guarded.
	Excel bool

	Delimiter rune // 0 = comma
	NoHeader  bool // rows only: they continue a file whose header is written
}

// A Writer writes the rows of a CSV file.
type Writer struct {
	out     io.Writer
	header  []string
	options WriterOptions
	text    []bool // columns that are always text; of the others, numbers are not guarded
	never   []bool // columns that are never guarded
	row     []string
	csv     *csv.Writer
	buffer  bytes.Buffer // rows not yet handed to out
	err     error
}

// NewWriter returns a Writer to w and writes the header.
func NewWriter(w io.Writer, header []string, o WriterOptions) *Writer {
	wr := &Writer{out: w, header: slices.Clone(header), options: o}
	wr.csv = csv.NewWriter(&wr.buffer)
	if o.Delimiter != 0 {
		wr.csv.Comma = o.Delimiter
	}
	if o.Excel {
		wr.classify()
	}
	if o.NoHeader {
		return wr
	}
	if o.Excel {
		wr.buffer.WriteString("\uFEFF")
		header = guardHeader(header)
	}
	wr.err = wr.put(header)
	return wr
}

// classify finds out which columns the formula guard concerns.
func (w *Writer) classify() {
	for _, name := range w.header {
		known := columnsNamed(LabelHeader, name)
		never := columnsNamed(unguarded, name)
		w.text = append(w.text, known && !never)
		w.never = append(w.never, never)
	}
}

// guardHeader returns the names of the columns, guarded, and that of the marker.
func guardHeader(header []string) []string {
	var guarded []string
	for _, name := range header {
		guarded = append(guarded, Guard(name))
	}
	return append(guarded, guardColumn)
}

// columnsNamed reports whether a column is called name, in any spelling.
func columnsNamed(columns []string, name string) bool {
	return slices.ContainsFunc(columns, func(c string) bool { return ColumnKey(c) == ColumnKey(name) })
}

// Write writes a row; cells are in the order of the header. It keeps nothing of
// cells. The first error is returned by all later calls.
func (w *Writer) Write(cells []string) error {
	if w.err != nil {
		return w.err
	}
	if w.options.Excel {
		cells = w.guard(cells)
	}
	w.err = w.put(cells)
	return w.err
}

// guard returns the cells of a row, guarded, and the names of those it changed.
func (w *Writer) guard(cells []string) []string {
	w.row = append(w.row[:0], cells...)
	var changed []string
	for i, cell := range cells {
		if i >= len(w.header) || w.never[i] || !w.text[i] && isNumber(cell) {
			continue
		}
		if w.row[i] = Guard(cell); w.row[i] != cell {
			changed = append(changed, guardName(w.header[i]))
		}
	}
	w.row = append(w.row, strings.Join(changed, guardSeparator))
	return w.row
}

// put writes a record. Note: csv.Writer.UseCRLF would also change the line
// breaks inside cells.
func (w *Writer) put(record []string) error {
	if err := w.csv.Write(record); err != nil {
		return err
	}
	w.csv.Flush()
	if w.options.Excel {
		w.buffer.Truncate(w.buffer.Len() - len("\n"))
		w.buffer.WriteString("\r\n")
	}
	if w.buffer.Len() >= window {
		return w.drain()
	}
	return nil
}

func (w *Writer) drain() error {
	_, err := w.buffer.WriteTo(w.out)
	return err
}

// Flush hands all rows to the underlying writer.
func (w *Writer) Flush() error {
	if w.err == nil {
		w.err = w.drain()
	}
	return w.err
}
