package datasets

import (
	"strings"
	"unicode/utf8"
)

// The formula guard keeps a spreadsheet from running a cell as a formula (CWE-1236).
// A text cell that begins with any number of apostrophes (also none) and one of
// = + - @ TAB CR LF NUL, or the full-width forms of the first four, gets one more
// apostrophe in front. That can be undone exactly, also after CRLF became LF.
//
// A file with guarded cells says so in a last column, guardColumn: it names the
// guarded columns of each row, so that rows and columns may be sorted, moved and
// joined with others in a spreadsheet, and nothing is undone that was not done.
const (
	guardColumn    = "excel_guard"
	guardSeparator = " " // between the names in a cell of guardColumn
)

// Guard returns a text cell that no spreadsheet takes for a formula.
func Guard(cell string) string {
	if triggers(cell) {
		return "'" + cell
	}
	return cell
}

// Unguard undoes Guard.
func Unguard(cell string) string {
	if strings.HasPrefix(cell, "'") && triggers(cell) {
		return cell[1:]
	}
	return cell
}

// triggers reports whether a cell is apostrophes and the start of a formula.
func triggers(cell string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(cell, "'"))
	switch r {
	case '=', '+', '-', '@', '\t', '\r', '\n', 0, '＝', '＋', '－', '＠':
		return true
	}
	return false
}

// unguarded are the columns of LabelHeader that are ids, labels or numbers: never guarded.
var unguarded = []string{
	"id", "doc_id", "sentence_no", "stance", "stance_probability", "p_favor", "p_against", "p_none",
	"sentiment", "sentiment_probability", "p_positive", "p_negative", "p_neutral", "flags",
	"char_start", "char_end", "target_start", "target_end",
}

// isNumber reports whether a cell is a plain decimal number, like -0.5 or +3e-7.
func isNumber(cell string) bool {
	digits := 0
	for i, c := range []byte(cell) {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '.' || c == ',':
		case (c == 'e' || c == 'E') && digits > 0:
		case (c == '+' || c == '-') && (i == 0 || cell[i-1]|0x20 == 'e'):
		default:
			return false
		}
	}
	return digits > 0
}

// unguard undoes the guard in the cells of a row that the marker names.
func (r *Reader) unguard(cells []string) {
	marker := r.at.guard
	if marker < 0 || cells[marker] == "" {
		return
	}
	for _, name := range strings.Split(cells[marker], guardSeparator) {
		for i, h := range r.header {
			if i != marker && guardName(h) == name {
				cells[i] = Unguard(cells[i])
			}
		}
	}
}

// guardName returns the name of a column in a cell of guardColumn: never empty,
// without spaces. Columns that share it do no harm: whatever Unguard would change
// has been guarded.
func guardName(column string) string {
	if k := ColumnKey(column); k != "" {
		return k
	}
	return "?"
}

// unguardHeader undoes the guard in the names of the columns of a guarded file.
func unguardHeader(header []string) {
	if !columnsNamed(header, guardColumn) {
		return
	}
	for i, name := range header {
		header[i] = Unguard(name)
	}
}
