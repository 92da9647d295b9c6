package articles

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"stance/datasets"
)

// ReadPartyTable reads a table: a CSV with the columns party, alias, kind, case,
// from, to, note. It may come from any spreadsheet (semicolons, tabs, UTF-16), have
// its columns in another order, and lack all but party and alias: an empty kind is a
// name. The name is used in errors, which are "name:line: what is wrong". What the
// rows mean is checked by Gazetteer.
func ReadPartyTable(name string, r io.Reader) (*PartyTable, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("articles: read %s: %w", name, err)
	}
	top, _, _ := strings.Cut(strings.TrimPrefix(string(data[:min(len(data), 1<<8)]), "\ufeff"), "\n")
	if strings.TrimRight(top, "\r") == strings.Join(columns, ",") && utf8.Valid(data) {
		return parseParties(name, string(data))
	}
	return readSheet(name, data)
}

// readSheet reads a table that is not in our own form.
func readSheet(name string, data []byte) (*PartyTable, error) {
	rd, err := datasets.NewReader(name, bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	at, err := findColumns(name, rd.Header())
	if err != nil {
		return nil, err
	}
	t := &PartyTable{}
	for {
		row, err := rd.Read()
		if err == io.EOF {
			return t, nil
		}
		if err != nil {
			return nil, err
		}
		var cut [cells]string
		for i, column := range at {
			if column >= 0 && column < len(row.Cells) {
				cut[i] = strings.TrimSpace(row.Cells[column])
			}
		}
		r := PartyRow{file: name, line: int32(row.Line)}
		if err := r.join(cut[:]); err != nil {
			return nil, err
		}
		t.rows = append(t.rows, r)
	}
}

// findColumns returns where our columns stand in a header, -1 for those it lacks.
func findColumns(name string, header []string) (at [cells]int, err error) {
	for i, column := range columns {
		at[i] = slices.IndexFunc(header, func(h string) bool { return strings.EqualFold(strings.TrimSpace(h), column) })
	}
	if at[partyCell] < 0 || at[aliasCell] < 0 {
		return at, fmt.Errorf("%s:1: the header must be %s, of which party and alias are needed; it is %s",
			name, strings.Join(columns, ","), strings.Join(header, ","))
	}
	return at, nil
}
