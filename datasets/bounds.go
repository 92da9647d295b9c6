package datasets

import (
	"fmt"
	"io"
)

const (
	maxCell = 1 << 20 // bytes
	maxRow  = 4 << 20 // bytes
)

// bounds passes CSV through and stops at a cell or row that is too long, so that
// a file without line ends, or a quote that is never closed, cannot fill the
// memory. It counts cells as encoding/csv does as long as quotes are in order.
type bounds struct {
	in        io.Reader
	file      string
	delimiter byte

	quoted    bool
	line, row int // line read now; line where the row began
	rowLen    int
	cellLen   int
	err       error
}

func (b *bounds) Read(p []byte) (int, error) {
	if b.err != nil {
		return 0, b.err
	}
	n, err := b.in.Read(p)
	if !b.within(p[:n]) {
		b.err = b.tooLong()
		return 0, b.err
	}
	return n, err
}

// within reads on to the end of p and reports whether every cell and row so far
// is short enough.
func (b *bounds) within(p []byte) bool {
	row, cell := -b.rowLen, -b.cellLen // where they began, relative to p
	for i, c := range p {
		if c > '"' && c != b.delimiter {
			continue
		}
		switch {
		case c == '"':
			b.quoted = !b.quoted
		case c == '\n':
			b.line++
			if b.quoted {
				continue
			}
			if i-cell > maxCell || i-row > maxRow {
				return false
			}
			row, cell, b.row = i+1, i+1, b.line
		case c == b.delimiter && !b.quoted:
			if i-cell > maxCell {
				return false
			}
			cell = i + 1
		}
	}
	b.rowLen, b.cellLen = len(p)-row, len(p)-cell
	return b.cellLen <= maxCell && b.rowLen <= maxRow
}

func (b *bounds) tooLong() error {
	e := &RowError{File: b.file, Line: b.row, Fatal: true,
		What:   fmt.Sprintf("the row that begins here has a cell over %d MB or is over %d MB", maxCell>>20, maxRow>>20),
		Remedy: "break the lines, or shorten the cell"}
	if b.quoted {
		e.Remedy = "look for a quote that is never closed"
	}
	return e
}

// oldMac turns the line ends of a file that ends its rows in CR into LF; a LF
// after a CR is dropped.
type oldMac struct {
	in    io.Reader
	after bool // the last byte read was a CR
}

func (o *oldMac) Read(p []byte) (int, error) {
	n, err := o.in.Read(p)
	kept := 0
	for _, c := range p[:n] {
		drop := c == '\n' && o.after
		if o.after = c == '\r'; o.after {
			c = '\n'
		}
		if !drop {
			p[kept] = c
			kept++
		}
	}
	return kept, err
}
