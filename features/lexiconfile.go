package features

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"stance/datasets"
)

// ReadLexicon reads the rows of a directed lexicon: a CSV with the columns entry, pos,
// polarity, slot, shift, class, writer_agent, writer_patient, effect, synonym, gloss. It may come from any spreadsheet (semicolons, tabs,
// UTF-16), have its columns in another order, and lack all but the first four. The name is
// used in errors, which are "name:line: what is wrong". NewLexicon checks the rows.
func ReadLexicon(name string, r io.Reader) ([]LexiconRow, error) {
	rd, err := datasets.NewReader(name, r)
	if err != nil {
		return nil, err
	}
	at, err := findLexiconColumns(name, rd.Header())
	if err != nil {
		return nil, err
	}
	var rows []LexiconRow
	for {
		row, err := rd.Read()
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		var cut [lexiconCells]string
		for i, column := range at {
			if column >= 0 && column < len(row.Cells) {
				cut[i] = row.Cells[column]
			}
		}
		one := newLexiconRow(cut)
		one.file, one.line = name, row.Line
		rows = append(rows, one)
	}
}

// findLexiconColumns returns where our columns stand in a header, -1 for those it lacks.
func findLexiconColumns(name string, header []string) (at [lexiconCells]int, err error) {
	for i, column := range lexiconColumns {
		at[i] = slices.IndexFunc(header, func(h string) bool { return strings.EqualFold(strings.TrimSpace(h), column) })
	}
	for _, i := range lexiconNeeded {
		if at[i] < 0 {
			return at, refusedLexicon{fmt.Errorf("%s:1: there is no column %s; the header must be %s, of which the first four are needed; it is %s",
				name, lexiconColumns[i], strings.Join(lexiconColumns[:], ","), strings.Join(header, ","))}
		}
	}
	return at, nil
}

// writeLexicon returns rows as a CSV.
func writeLexicon(rows []LexiconRow) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(lexiconColumns[:])
	for i := range rows {
		w.Write(rows[i].cells[:])
	}
	w.Flush() // to memory, which does not fail
	return b.Bytes()
}

// OpenLexicon returns the lexicon of rows that Bytes wrote.
func OpenLexicon(data []byte, alone bool) (*Lexicon, error) {
	in := csv.NewReader(bytes.NewReader(data))
	in.FieldsPerRecord = lexiconCells
	records, err := in.ReadAll()
	if err != nil || len(records) < 2 {
		return nil, fmt.Errorf("features: the rows of the directed lexicon are damaged")
	}
	return NewLexicon(numberedRows("model", records[1:]), alone)
}

// numberedRows returns the rows of a file in our own form, less its header.
func numberedRows(file string, records [][]string) []LexiconRow {
	rows := make([]LexiconRow, len(records))
	for i, r := range records {
		rows[i] = LexiconRow{cells: [lexiconCells]string(r), file: file, line: i + 2}
	}
	return rows
}
