package datasets

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Row is one row of a file: its cells in the order of the header. The cells
// stay valid after the next row is read.
type Row struct {
	Line  int // where it begins, counts from 1
	Cells []string

	repaired bool // broken bytes were replaced by U+FFFD
}

// rows is a stream of rows. An error other than io.EOF that is not a fatal
// *RowError concerns the row that comes with it; reading can go on.
type rows interface{ next() (Row, error) }

// A Reader streams the rows of a CSV or JSONL file in constant memory.
//
// CSV: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252
// with a notice; comma, semicolon, tab or bar, whichever is most frequent in the
// header, or what a first line "sep=;" says; LF, CRLF or CR; quotes as in RFC
// 4180, without exception, because one stray quote can swallow half a file.
// Empty lines are skipped, empty cells beyond the header are dropped.
//
// JSONL: a file whose first letter is "{", one object a line. Its header is the
// keys of the objects in its first MB; a key that comes up later makes its
// row a bad one. Absent and null values are empty cells, lists and objects are
// kept as JSON; in a column that is read, such as the text, they make the row a bad
// one.
type Reader struct {
	// IDs makes the ids of rows without one. Let the readers of one run share it.
	IDs *IDs

	// KeepEmpty says that a row of empty cells is a row. A spreadsheet may write
	// many of them below the last one.
	KeepEmpty bool

	file    string
	decoder *decoder
	rows    rows
	header  []string
	top     int // line of the header
	columns columns
	at      places
	labels  spellings
	failed  error // nothing can be read any more
}

// NewReader returns a Reader of r; name stands in messages. It reads the header.
func NewReader(name string, r io.Reader) (*Reader, error) {
	d, err := newDecoder(name, r)
	if err != nil {
		return nil, at(name, err)
	}
	in := bufio.NewReaderSize(d, window)
	prefix, err := in.Peek(window)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, at(name, err)
	}
	rd := &Reader{IDs: &IDs{}, file: name, decoder: d, top: 1}
	start := bytes.TrimLeft(prefix, " \t\r\n")
	switch json := bytes.HasPrefix(start, []byte("{")); {
	case !json && isJSON(start):
		return nil, &RowError{File: name, Line: 1, What: "a JSON array", Remedy: "write one object a line, as jq -c '.[]' does", Fatal: true}
	case json:
		if rd.header, rd.rows, err = newJSONRows(name, in); err != nil {
			return nil, at(name, err)
		}
	default:
		c := newCSVRows(name, in, sniff(prefix))
		if rd.header, rd.top, err = c.header(); err != nil {
			return nil, err
		}
		rd.rows = c
	}
	unguardHeader(rd.header)
	if rd.columns, err = resolve(name, rd.top, rd.header); err != nil {
		return nil, err
	}
	rd.at = rd.columns.places()
	rd.at.date = FirstNamed(rd.header, DateNames)
	if j, ok := rd.rows.(*jsonRows); ok {
		j.plain = rd.at.all()
	}
	return rd, nil
}

// at puts the name of the file before an error that does not bear one.
func at(name string, err error) error {
	if errors.Is(err, ErrRefused) {
		return err
	}
	return fmt.Errorf("%s: %w", name, err)
}

// Header returns the column names as printed in the file.
func (r *Reader) Header() []string { return r.header }

// Column returns the index of a canonical column (text, target, source, stance
// ...), whatever its spelling in the file, or -1.
func (r *Reader) Column(canonical string) int { return r.columns.index(canonical) }

// Extra returns the indexes of the columns that follow those of LabelHeader when
// the file is labelled: all but those that LabelHeader has too and the marker
// of the formula guard.
func (r *Reader) Extra() []int {
	ours := map[int]bool{}
	for _, column := range append(slices.Clone(LabelHeader), guardColumn) {
		ours[r.Column(column)] = true
	}
	var extra []int
	for i := range r.header {
		if !ours[i] {
			extra = append(extra, i)
		}
	}
	return extra
}

// Need returns an error that names the columns found if one of the given
// canonical columns is missing.
func (r *Reader) Need(columns ...string) error {
	for _, column := range columns {
		if err := r.NeedOne(column); err != nil {
			return err
		}
	}
	return nil
}

// NeedOne returns an error that names the columns found if all of the given
// canonical columns are missing.
func (r *Reader) NeedOne(columns ...string) error {
	for _, column := range columns {
		if r.Column(column) >= 0 {
			return nil
		}
	}
	return r.columns.missing(r.file, r.top, r.header, columns)
}

// Read returns the next row that is not empty (but see KeepEmpty), or io.EOF. A *RowError that is
// not Fatal comes with its row, as far as it could be read: filled up to the width
// of the header, cells beyond it joined to the last one, NUL bytes replaced by U+FFFD. After a fatal one Read
// returns it again.
func (r *Reader) Read() (Row, error) {
	if r.failed != nil {
		return Row{}, r.failed
	}
	for {
		row, err := r.rows.next()
		if ends(err) {
			r.failed = err
			return Row{}, err
		}
		if err == nil && !r.KeepEmpty && blank(row.Cells) {
			continue
		}
		r.unguard(row.Cells)
		if e := r.repair(&row); err == nil {
			err = e
		}
		return row, err
	}
}

// repair makes every cell of a row valid UTF-8 without NUL bytes.
func (r *Reader) repair(row *Row) (err error) {
	for i, cell := range row.Cells {
		if !utf8.ValidString(cell) {
			cell = strings.ToValidUTF8(cell, "\uFFFD")
			row.Cells[i], row.repaired = cell, true
		}
		if strings.IndexByte(cell, 0) >= 0 {
			row.Cells[i] = strings.ReplaceAll(cell, "\x00", "\uFFFD")
			err = &RowError{File: r.file, Line: row.Line,
				What: fmt.Sprintf("a NUL byte in column %q", r.header[i]), Remedy: "remove it"}
		}
	}
	return err
}

// Notices returns what was read other than it was printed, one line each, in
// order of first appearance.
func (r *Reader) Notices() []string {
	return append(r.decoder.notices(r.file), r.labels.notices(r.file)...)
}
