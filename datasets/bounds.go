package datasets

import (
	"fmt"
	"io"
)

// maxRow is the longest row in bytes: War and Peace would fit.
const maxRow = 4 << 20

// bounds passes CSV through and stops at a row that is too long, so that a file
// without line ends, or a quote that is never closed, cannot fill the memory. It
// counts rows as encoding/csv does as long as quotes are in order.
type bounds struct {
	in   io.Reader
	file string

	quoted    bool
	line, row int // line read now; line where the row began
	rowLen    int
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

// within reads on to the end of p and reports whether every row so far is short
// enough.
func (b *bounds) within(p []byte) bool {
	row := -b.rowLen // where it began, relative to p
	for i, c := range p {
		if c > '"' {
			continue
		}
		switch c {
		case '"':
			b.quoted = !b.quoted
		case '\n':
			b.line++
			if b.quoted {
				continue
			}
			if i-row > maxRow {
				return false
			}
			row, b.row = i+1, b.line
		}
	}
	b.rowLen = len(p) - row
	return b.rowLen <= maxRow
}

func (b *bounds) tooLong() error {
	e := &RowError{File: b.file, Line: b.row, Fatal: true,
		What:   fmt.Sprintf("the row that begins here is over %d MB", maxRow>>20),
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
