package main

import (
	"bytes"
	"encoding/json"
	"io"

	"stance/datasets"
	"stance/reports"
)

// A rowFormat says how labelled rows are written: a head, then rows, which
// are encoded chunk by chunk on every core.
type rowFormat interface {
	head(w io.Writer, header []string) error
	newEncoder(header []string) rowEncoder
}

// A rowEncoder encodes the rows of one chunk. One for each goroutine.
type rowEncoder interface {
	encode(b *bytes.Buffer, rows [][]string) error
}

// csvFormat writes CSV, plain or as Excel likes it.
type csvFormat struct{ excel bool }

func (f csvFormat) head(w io.Writer, header []string) error {
	return datasets.NewWriter(w, header, datasets.WriterOptions{Excel: f.excel}).Flush()
}

func (f csvFormat) newEncoder(header []string) rowEncoder {
	return csvEncoder{header, f.excel}
}

type csvEncoder struct {
	header []string
	excel  bool
}

func (e csvEncoder) encode(b *bytes.Buffer, rows [][]string) error {
	w := datasets.NewWriter(b, e.header, datasets.WriterOptions{Excel: e.excel, NoHeader: true})
	for _, r := range rows {
		if err := w.Write(r); err != nil {
			return err
		}
	}
	return w.Flush()
}

// jsonFormat writes one JSON object a line, keys in the order of the columns.
// Numbers are numbers, an absent number is null; an absent text is the empty string.
type jsonFormat struct{}

func (jsonFormat) head(io.Writer, []string) error { return nil }

func (jsonFormat) newEncoder(header []string) rowEncoder {
	e := jsonEncoder{keys: make([][]byte, len(header))}
	for i, name := range header {
		key, _ := json.Marshal(name)
		e.keys[i] = append(key, ':')
	}
	return e
}

type jsonEncoder struct{ keys [][]byte }

func (e jsonEncoder) encode(b *bytes.Buffer, rows [][]string) error {
	text := json.NewEncoder(b)
	text.SetEscapeHTML(false)
	for _, r := range rows {
		b.WriteByte('{')
		for i, cell := range r {
			if i > 0 {
				b.WriteByte(',')
			}
			b.Write(e.keys[i])
			if isNumberColumn(i) && writeNumber(b, cell) {
				continue
			}
			if err := text.Encode(cell); err != nil {
				return err
			}
			b.Truncate(b.Len() - len("\n"))
		}
		b.WriteString("}\n")
	}
	return nil
}

// writeNumber writes a cell of a column of numbers. It returns false for one that the
// input had there and that is no number.
func writeNumber(b *bytes.Buffer, cell string) bool {
	if cell == "" {
		b.WriteString("null")
		return true
	}
	if cell[0] != '-' && (cell[0] < '0' || cell[0] > '9') || !json.Valid([]byte(cell)) {
		return false
	}
	b.WriteString(cell)
	return true
}

// isNumberColumn reports whether our column i holds numbers.
func isNumberColumn(i int) bool {
	switch {
	case i == colSentence, i == colCharStart, i == colCharEnd:
		return true
	case i == colStanceP, colFavor <= i && i < colSentiment, i == colSentimentP, colPositive <= i && i < colEvidence:
		return true
	}
	return false
}

// tableFormat writes a table for the terminal.
type tableFormat struct{}

func (tableFormat) head(io.Writer, []string) error { return nil }

func (tableFormat) newEncoder([]string) rowEncoder { return tableEncoder{} }

type tableEncoder struct{}

// shownText is how much of a sentence the terminal shows.
const shownText = 160

// encode writes one table a chunk: a sentence as title, its pairs as rows.
func (tableEncoder) encode(b *bytes.Buffer, rows [][]string) error {
	for first := 0; first < len(rows); {
		end := first
		t := reports.Table{
			Title:  short(rows[first][colText], shownText),
			Header: []string{"source", "target", "stance", "p", "sentiment", "p", "evidence"},
			Align:  []reports.Align{reports.Left, reports.Left, reports.Left, reports.Right, reports.Left, reports.Right},
		}
		for ; end < len(rows) && rows[end][colText] == rows[first][colText]; end++ {
			r := rows[end]
			t.Rows = append(t.Rows, []string{named(r[colSource]), r[colTarget], r[colStance], r[colStanceP], r[colSentiment], r[colSentimentP], r[colEvidence]})
		}
		if err := t.WriteText(b); err != nil {
			return err
		}
		b.WriteByte('\n')
		first = end
	}
	return nil
}

// named prints a source; the author has no name.
func named(source string) string {
	if source == "" {
		return "(author)"
	}
	return source
}

// short cuts s to about n bytes, at a space.
func short(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n] != ' ' {
		n--
	}
	return s[:n] + " ..."
}
