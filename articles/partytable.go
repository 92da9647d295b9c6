package articles

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"stance/internal/text"
)

// columns is the header of a party table.
var columns = []string{"party", "alias", "kind", "case", "from", "to", "note"}

// PartyColumns returns the header of a party table.
func PartyColumns() []string { return slices.Clone(columns) }

// The cells of a row, in the order of columns.
const (
	partyCell = iota
	aliasCell
	kindCell
	caseCell
	fromCell
	toCell
	noteCell
	cells
)

// A PartyRow is a row of a party table: one alias of one party.
type PartyRow struct {
	text string        // the cells, one byte between two
	ends [cells]uint16 // where they end in text
	file string
	line int32
}

// Cell returns a cell of the row, trimmed; 0 is the party, 6 the note.
func (r *PartyRow) Cell(i int) string {
	start := 0
	if i > 0 {
		start = int(r.ends[i-1]) + 1
	}
	return trimmed(r.text[start:r.ends[i]])
}

// Cells returns the cells: party, alias, kind, case, from, to, note.
func (r *PartyRow) Cells() []string {
	all := make([]string, cells)
	for i := range all {
		all[i] = r.Cell(i)
	}
	return all
}

// Party returns the canonical name, "" where the words name no party.
func (r *PartyRow) Party() string { return r.Cell(partyCell) }

// kind returns the kind: an empty one is a name.
func (r *PartyRow) kind() string { return cmp.Or(r.Cell(kindCell), kindNames[nameKind]) }

// Place returns where the row stands: "parties.csv:12".
func (r *PartyRow) Place() string { return fmt.Sprintf("%s:%d", r.file, r.line) }

// errorf returns an error about the row.
func (r *PartyRow) errorf(format string, args ...any) error {
	return fmt.Errorf("%s: %w", r.Place(), fmt.Errorf(format, args...))
}

// A PartyTable is a list of aliases. It does not change once it is made.
type PartyTable struct{ rows []PartyRow }

// ShippedParties returns the table that comes with the program.
func ShippedParties() (*PartyTable, error) { return parseParties("parties.csv", partiesCSV) }

// Rows returns the rows of the table; they are not to be changed.
func (t *PartyTable) Rows() []PartyRow { return t.rows }

// Extend returns the table with the rows of another one. A row of the other with
// the same party and alias, in whatever case, replaces ours, at its place.
func (t *PartyTable) Extend(other *PartyTable) *PartyTable {
	at := make(map[string]int, len(t.rows))
	rows := slices.Clone(t.rows)
	for i := range rows {
		at[rows[i].key()] = i
	}
	for _, row := range other.rows {
		if i, ok := at[row.key()]; ok {
			rows[i] = row
			continue
		}
		at[row.key()] = len(rows)
		rows = append(rows, row)
	}
	return &PartyTable{rows}
}

// key is the same for rows of the same party and alias.
func (r *PartyRow) key() string {
	return r.Cell(partyCell) + "\x00" + text.Fold(r.Cell(aliasCell))
}

// Without returns the table without the rows of some kinds.
func (t *PartyTable) Without(kinds ...string) (*PartyTable, error) {
	for _, k := range kinds {
		if !slices.Contains(kindNames, k) {
			return nil, fmt.Errorf("articles: unknown kind %q; use some of %s", k, strings.Join(kindNames, ", "))
		}
	}
	var kept []PartyRow
	for _, row := range t.rows {
		if !slices.Contains(kinds, row.kind()) {
			kept = append(kept, row)
		}
	}
	return &PartyTable{kept}, nil
}

// parseParties cuts a table into rows. A line without quotes is cut at its commas,
// which takes a tenth of the time of encoding/csv; the others go there.
func parseParties(name, table string) (*PartyTable, error) {
	table = strings.TrimPrefix(table, "\ufeff")
	rows := make([]PartyRow, 0, strings.Count(table, "\n")+1)
	for line := int32(1); table != ""; {
		row := PartyRow{file: name, line: line}
		n, lines, err := row.cut(table)
		if err != nil {
			return nil, err
		}
		if row.text != "" {
			rows = append(rows, row)
		}
		table, line = table[n:], line+int32(lines)
	}
	if len(rows) == 0 || !slices.Equal(rows[0].Cells(), columns) {
		return nil, fmt.Errorf("%s:1: the header must be %s", name, strings.Join(columns, ","))
	}
	return &PartyTable{rows[1:]}, nil
}

// cut reads the first row of the table and returns how many bytes and lines it has.
// An empty line is an empty row.
func (r *PartyRow) cut(table string) (n, lines int, err error) {
	n = strings.IndexByte(table, '\n') + 1
	if n == 0 {
		n = len(table)
	}
	r.text = table[:n]
	if strings.IndexByte(r.text, '"') >= 0 {
		return r.cutQuoted(table)
	}
	if r.text = strings.TrimRight(r.text, "\r\n"); r.text == "" {
		return n, 1, nil
	}
	found := 0
	for i := 0; i < len(r.text); i++ {
		if r.text[i] == ',' {
			if found < cells {
				r.ends[found] = uint16(i)
			}
			found++
		}
	}
	if found != cells-1 {
		return 0, 0, r.errorf("%w; every row needs %d fields", csv.ErrFieldCount, cells)
	}
	r.ends[found] = uint16(len(r.text))
	return n, 1, r.checkLength()
}

// checkLength refuses a row that the ends cannot tell.
func (r *PartyRow) checkLength() error {
	if len(r.text) <= math.MaxUint16 {
		return nil
	}
	return r.errorf("the row has %d bytes, more than an alias and a note can have; shorten it", len(r.text))
}

// trimmed is strings.TrimSpace, quick where there is nothing to trim.
func trimmed(cell string) string {
	if cell == "" || cell[0] > ' ' && cell[0] < 0x80 && cell[len(cell)-1] > ' ' && cell[len(cell)-1] < 0x80 {
		return cell
	}
	return strings.TrimSpace(cell)
}

// cutQuoted is cut for a row with quotes, which may go on over several lines.
func (r *PartyRow) cutQuoted(table string) (n, lines int, err error) {
	in := csv.NewReader(strings.NewReader(table))
	in.FieldsPerRecord = cells
	row, err := in.Read()
	var at *csv.ParseError
	switch {
	case errors.As(err, &at):
		r.line += int32(at.Line - 1)
		return 0, 0, r.errorf("%w; every row needs %d fields", at.Err, cells)
	case err != nil:
		return 0, 0, r.errorf("%w", err)
	}
	n = int(in.InputOffset())
	return n, strings.Count(table[:n], "\n"), r.join(row)
}

// join fills the row with cells.
func (r *PartyRow) join(row []string) error {
	r.text = strings.Join(row, ",")
	end := -1
	for i, cell := range row {
		end += 1 + len(cell)
		r.ends[i] = uint16(end)
	}
	return r.checkLength()
}
