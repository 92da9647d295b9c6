package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"stance/datasets"
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

// tableFormat writes for the terminal.
type tableFormat struct{ explain bool }

func (tableFormat) head(io.Writer, []string) error { return nil }

func (f tableFormat) newEncoder([]string) rowEncoder { return &tableEncoder{explain: f.explain} }

type tableEncoder struct {
	explain bool
	pairs   bytes.Buffer // of a sentence, a line each
}

// lineWidth is how wide a line of a sentence is on the terminal, in characters.
const lineWidth = 96

// encode writes each sentence once and its pairs below it.
func (e *tableEncoder) encode(b *bytes.Buffer, rows [][]string) error {
	for first := 0; first < len(rows); {
		wrap(b, inLine(rows[first][colText]), lineWidth)
		e.pairs.Reset()
		w := tabwriter.NewWriter(&e.pairs, 0, 0, 2, ' ', 0)
		end := first
		for ; end < len(rows) && rows[end][colText] == rows[first][colText]; end++ {
			r := rows[end]
			fmt.Fprintln(w, strings.TrimRight(fmt.Sprintf("  %s > %s\t%s %s\t%s %s\t%s  %s",
				inLine(named(r[colSource], "(author)")), inLine(named(r[colTarget], "(no target)")),
				r[colStance], r[colStanceP], r[colSentiment], r[colSentimentP], inLine(r[colEvidence]), r[colFlags]), " \t"))
		}
		if err := w.Flush(); err != nil {
			return err
		}
		for ; first < end; first++ {
			line, _ := e.pairs.ReadBytes('\n')
			b.Write(line)
			if e.explain {
				writeBecause(b, rows[first])
			}
		}
		b.WriteByte('\n')
	}
	return nil
}

// named prints a party, or what stands for one without a name.
func named(party, otherwise string) string {
	if party == "" {
		return otherwise
	}
	return party
}

// wrap writes a text in lines of at most width characters, broken at spaces.
func wrap(b *bytes.Buffer, s string, width int) {
	used := 0
	for _, word := range strings.Fields(s) {
		n := utf8.RuneCountInString(word)
		switch {
		case used == 0:
		case used+1+n > width:
			b.WriteByte('\n')
			used = 0
		default:
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used += n
	}
	b.WriteByte('\n')
}
