package datasets

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
)

// LabelledFiles reads files that labelling wrote, or any with the columns source, target
// and stance, row by row: nothing of a row is kept but the hash of its article.
// Articles are numbered over all files, by doc_id; rows without one are of one article
// if their folded texts are the same. The zero value reads what a model said.
type LabelledFiles struct {
	Gold    bool   // read what a person said: gold_stance where stance is predicted
	By      string // column of LabelledRow.Period, or day, month or year of the column date
	SkipBad bool   // leave bad rows out instead of refusing the file

	articles    articleNumbers
	rows, named int // rows read; those with a doc_id
}

// A LabelledFile is what is known of a file that was read.
type LabelledFile struct {
	Name    string
	SHA256  string // of the file's bytes, hexadecimal
	Rows    int    // the skipped included
	Notices []string
	Skipped []error // bad rows left out, each a *RowError
}

// GroupedBy returns how the articles of the rows were told apart.
func (l *LabelledFiles) GroupedBy() string { return groupedBy(l.named, l.rows) }

// Shared returns how many articles stand in more than one file, a file read twice
// counted each time.
func (l *LabelledFiles) Shared() int { return l.articles.shared }

// Twice returns which articles seem to stand in the rows twice, under two doc_ids, as far
// as rows have a text.
func (l *LabelledFiles) Twice() Twice { return l.articles.twice() }

// Read hands the rows of a file to each, in order; row is only valid until each returns.
// A file with bad rows is refused at its end, unless SkipBad.
func (l *LabelledFiles) Read(name string, r io.Reader, each func(row *LabelledRow)) (*LabelledFile, error) {
	sum := sha256.New()
	rd, err := NewReader(name, io.TeeReader(r, sum))
	if err != nil {
		return nil, err
	}
	f := &labelledReader{Reader: rd, all: l, each: each, info: &LabelledFile{Name: name}}
	if err := f.resolve(); err != nil {
		return nil, err
	}
	l.articles.files++
	if err := f.readAll(); err != nil {
		return nil, err
	}
	f.info.SHA256 = hex.EncodeToString(sum.Sum(nil))
	f.info.Notices = append(f.info.Notices, rd.Notices()...)
	if f.badDates > 0 {
		f.info.Notices = append(f.info.Notices, fmt.Sprintf("%s (%s)", f.badDate, count(f.badDates, "row")))
	}
	return f.info, nil
}
