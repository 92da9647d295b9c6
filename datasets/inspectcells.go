package datasets

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
)

// mendedColumns are the columns in which damage is looked for and repaired.
var mendedColumns = []string{"text", "source", "target", "reported_by"}

// mended calls visit for the cells of a row in the columns that are repaired.
func (a *Audited) mended(i int, visit func(column string, cell string)) {
	for _, column := range mendedColumns {
		if cell := a.cell(i, column); cell != "" {
			visit(column, cell)
		}
	}
}

func mojibake(in *inspection) {
	in.eachCell(func(i int, column, cell string) bool {
		after := controls(unmangled(cell))
		if after != cell {
			in.add(i, column+": "+difference(cell, after), "")
		}
		return after != cell
	})
}

// eachCell calls visit for the cells that are repaired, also of rows that train
// refuses, until it is true for one of the row.
func (in *inspection) eachCell(visit func(i int, column, cell string) bool) {
	for i := range in.Cells {
		found := false
		in.mended(i, func(column, cell string) { found = found || visit(i, column, cell) })
	}
}

// difference shows the first place where two texts differ: "cafÃ© an" -> "café an".
func difference(a, b string) string {
	const before, shown = 4, 12 // letters
	s, t := []rune(a), []rune(b)
	at := 0
	for at < min(len(s), len(t)) && s[at] == t[at] {
		at++
	}
	cut := func(r []rune) string { return string(r[max(0, at-before):min(len(r), at+shown)]) }
	return fmt.Sprintf("%q is %q", cut(s), cut(t))
}

func replacementCharacters(in *inspection) {
	in.eachCell(func(i int, column, cell string) bool {
		at := strings.Index(cell, "\uFFFD")
		if at >= 0 && in.Bad[i].Kind != codeBrokenBytes {
			in.add(i, fmt.Sprintf("%s: %q", column, around(cell, at)), "")
			return true
		}
		return false
	})
}

// around returns some letters of s on both sides of byte i.
func around(s string, i int) string {
	const letters = 8
	before, after := []rune(s[:i]), []rune(s[i:])
	return string(before[max(0, len(before)-letters):]) + string(after[:min(len(after), letters)])
}

var tag = regexp.MustCompile(`</?(a|b|br|div|em|font|h[1-6]|i|img|li|p|span|strong|table|td|tr|u|ul)(\s[^<>]*)?/?>`)

func escapes(in *inspection) {
	in.eachCell(func(i int, column, cell string) bool {
		if !strings.ContainsAny(cell, `&<\`) {
			return false
		}
		found := tag.FindString(cell)
		if after := unescaped(cell); after != cell {
			found = difference(cell, after)
		}
		if found != "" {
			in.add(i, column+": "+found, "")
		}
		return found != ""
	})
}

var errorValue = regexp.MustCompile(`^(#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!)|#{4,})$`)

func errorCells(in *inspection) {
	for i, row := range in.Cells {
		if at := slices.IndexFunc(row, errorValue.MatchString); at >= 0 {
			in.add(i, fmt.Sprintf("%s: %s", in.Header[at], row[at]), "")
		}
	}
}

var scientific = regexp.MustCompile(`^[0-9][.,]?[0-9]*[eE]\+[0-9]+$`)

func scientificIDs(in *inspection) { in.matching(scientific, "id", "doc_id") }

var date = regexp.MustCompile(`(?i)^([0-9]{1,2}[-/. ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[-/.][0-9]{2,4})$`)

func dateCells(in *inspection) {
	in.matching(date, "id", "doc_id", "source", "target", "stance", "sentiment")
}

// matching finds rows with a cell of one of the columns that matches.
func (in *inspection) matching(pattern *regexp.Regexp, columns ...string) {
	for i := range in.Cells {
		for _, column := range columns {
			if cell := in.cell(i, column); pattern.MatchString(strings.TrimSpace(cell)) {
				in.add(i, column+": "+cell, "")
				break
			}
		}
	}
}

// excelLimit is the most characters a cell of Excel can have, in UTF-16.
const excelLimit = 32767

func truncatedCells(in *inspection) {
	for i, row := range in.Cells {
		at := slices.IndexFunc(row, func(cell string) bool {
			return len(cell) >= excelLimit && len(utf16.Encode([]rune(cell))) == excelLimit
		})
		if at >= 0 {
			in.add(i, in.Header[at], "")
		}
	}
}

func formulaGuards(in *inspection) {
	if in.guarded { // undone on reading
		return
	}
	in.eachCell(func(i int, column, cell string) bool {
		found := Unguard(cell) != cell
		if found {
			in.add(i, column, "")
		}
		return found
	})
}
