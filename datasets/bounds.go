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
//
// encoding/csv reads CR LF as LF, also in quotes, where both are part of the cell and
// offsets count them. There bounds puts one more CR before it, which is the one that
// is lost.
type bounds struct {
	in   io.Reader
	file string

	quoted    bool
	afterCR   bool // the last byte read was a CR
	line, row int  // line read now; line where the row began
	rowLen    int
	err       error

	breaks []int  // where a CR LF in quotes has its LF, in what was read last
	wide   []byte // what was read last, with the CRs put in; reused
	rest   []byte // of wide
}

func (b *bounds) Read(p []byte) (int, error) {
	if len(b.rest) > 0 {
		n := copy(p, b.rest)
		b.rest = b.rest[n:]
		return n, nil
	}
	if b.err != nil {
		return 0, b.err
	}
	n, err := b.in.Read(p)
	if !b.within(p[:n]) {
		b.err = b.tooLong()
		return 0, b.err
	}
	if len(b.breaks) > 0 {
		b.widen(p[:n])
		n = copy(p, b.wide)
		b.rest, b.err = b.wide[n:], err
		return n, nil
	}
	return n, err
}

// widen copies p to wide with one more CR at every break.
func (b *bounds) widen(p []byte) {
	b.wide = b.wide[:0]
	from := 0
	for _, at := range b.breaks {
		b.wide = append(append(b.wide, p[from:at]...), '\r')
		from = at
	}
	b.wide = append(b.wide, p[from:]...)
}

// within reads on to the end of p, notes its breaks and reports whether every row so
// far is short enough.
func (b *bounds) within(p []byte) bool {
	b.breaks = b.breaks[:0]
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
				if i > 0 && p[i-1] == '\r' || i == 0 && b.afterCR {
					b.breaks = append(b.breaks, i)
				}
				continue
			}
			if i-row > maxRow {
				return false
			}
			row, b.row = i+1, b.line
		}
	}
	if len(p) > 0 {
		b.afterCR = p[len(p)-1] == '\r'
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
