package datasets

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strings"

	"stance/internal/text"
)

// An Audited is a file of examples read whole for checking: what ReadCorpus would
// refuse is kept beside the reason.
type Audited struct {
	Name     string
	SHA256   string // of the bytes read, hexadecimal
	Header   []string
	Examples []Example  // of all rows, the bad ones as far as they could be read
	Cells    [][]string // beside Examples, as printed
	Lines    []int      // beside Examples
	Bad      []BadRow   // beside Examples; the zero BadRow: train can use it
	Refused  *RowError  // why the file as a whole cannot be used; nil: it can
	Notices  []string   // what was read other than it was printed

	columns   columns
	words     spellings
	elsewhere []string // beside Examples: what the offsets cover where that is not the target
	guarded   bool     // the formula guard is undone on reading
}

// A BadRow says why train refuses a row.
type BadRow struct {
	Kind string // code of a finding; "" = a good row
	*RowError
}

// ReadAudited reads a file for checking. An error says that it could not be read to
// its end; what is wrong with its contents stands in the Audited.
func ReadAudited(name string, r io.Reader) (*Audited, error) {
	sum := sha256.New()
	a := &Audited{Name: name}
	err := a.read(io.TeeReader(r, sum))
	if refused := (*RowError)(nil); errors.As(err, &refused) {
		a.Refused, err = refused, nil
	}
	if err != nil {
		return nil, err
	}
	a.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return a, nil
}

// read reads header and rows.
func (a *Audited) read(in io.Reader) error {
	r, err := NewReader(a.Name, in)
	if err != nil {
		return err
	}
	a.Header = r.Header()
	if a.Notices, err = r.goldColumns(); err != nil {
		return err
	}
	if err := errors.Join(r.Need("text"), r.NeedOne("stance", "sentiment")); err != nil {
		return err
	}
	a.columns, a.guarded = r.columns, r.at.guard >= 0
	err = a.readRows(r)
	a.words = r.labels
	if r.decoder.windows1252 {
		a.Notices = append(a.Notices, a.Name+": not UTF-8, read as Windows-1252")
	}
	if err == nil && len(a.Examples) == 0 {
		err = &RowError{File: a.Name, What: "a header, but no rows", Remedy: "add one row a statement", Fatal: true}
	}
	return err
}

func (a *Audited) readRows(r *Reader) error {
	for {
		row, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if ends(err) {
			return err
		}
		bad := badRow(codeBadRow, err)
		var e Example
		if err == nil {
			if e, err = r.Example(row); err != nil {
				bad = badRow(kindOf(&e), err)
			}
		}
		a.Examples = append(a.Examples, e)
		a.Cells = append(a.Cells, row.Cells)
		a.Lines = append(a.Lines, row.Line)
		a.Bad = append(a.Bad, bad)
		a.elsewhere = append(a.elsewhere, elsewhere(&e))
	}
}

// elsewhere returns what the offsets of an example cover if that is not its target.
func elsewhere(e *Example) string {
	covered := e.TargetSpan.Of(e.Text)
	if e.Target == "" || text.Fold(covered) == text.Fold(e.Target) {
		return ""
	}
	return covered
}

func badRow(kind string, err error) BadRow {
	b := BadRow{Kind: kind}
	if !errors.As(err, &b.RowError) {
		return BadRow{}
	}
	return b
}

// kindOf returns the code of what is wrong with an example that was refused, in the
// order in which Reader.Example looks.
func kindOf(e *Example) string {
	switch {
	case e.Flags.Has(FlagBadRow):
		return codeBadOffsets
	case e.Flags.Has(FlagInvalidUTF8):
		return codeBrokenBytes
	case strings.TrimSpace(e.Text) == "":
		return codeEmptyText
	}
	return codeUnknownLabel
}

// good reports whether train can use row i.
func (a *Audited) good(i int) bool { return a.Bad[i].Kind == "" }

// cell returns the cell of a canonical column in row i, "" without such a column.
func (a *Audited) cell(i int, column string) string {
	return Row{Cells: a.Cells[i]}.cell(a.columns.index(column))
}

// id returns the id of row i as printed; "" where the file gives none.
func (a *Audited) id(i int) string { return a.cell(i, "id") }

// A pair names what a row is about beside its text.
func pairOf(e *Example) string { return text.Fold(e.Source) + "\x00" + text.Fold(e.Target) }

// agree reports whether two examples have the same labels, also none, in every task,
// and whether they have different ones in a task that both have.
func agree(a, b *Example) (same, conflict bool) {
	conflict = differ(a.Stance, b.Stance) || differ(a.Sentiment, b.Sentiment)
	return a.Stance == b.Stance && a.Sentiment == b.Sentiment, conflict
}

func differ(a, b Label) bool { return a != "" && b != "" && a != b }
