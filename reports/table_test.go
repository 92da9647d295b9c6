package reports

import (
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// written returns what a writer writes.
func written(t testing.TB, write func(*strings.Builder) error) string {
	t.Helper()
	var b strings.Builder
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func asText(t testing.TB, table Table) string {
	return written(t, func(b *strings.Builder) error { return table.WriteText(b) })
}

func asCSV(t testing.TB, table Table) string {
	return written(t, func(b *strings.Builder) error { return table.WriteCSV(b) })
}

func asMarkdown(t testing.TB, table Table) string {
	return written(t, func(b *strings.Builder) error { return table.WriteMarkdown(b) })
}

func TestTextAlignsWideCharacters(t *testing.T) {
	table := Table{
		Title: "Wide", Header: []string{"target_name", "F1 95% CI"}, Align: []Align{Left, Right},
		Rows:  [][]string{{"朝鮮", "1"}, {"Россия", "22"}, {"한국", "333"}, {"Côte d'Ivoire", ""}},
		Notes: []string{"a note"},
	}
	want := `Wide
+---------------+-----------+
| target_name   | F1 95% CI |
+---------------+-----------+
| 朝鮮          |         1 |
| Россия        |        22 |
| 한국          |       333 |
| Côte d'Ivoire |           |
+---------------+-----------+
a note
`
	if got := asText(t, table); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTextHoldsNothingThatMovesTheCursor(t *testing.T) {
	table := Table{
		Title:  "red \x1b[31mtitle\x07",
		Header: []string{"a\tb"},
		Rows:   [][]string{{"one\ntwo\r\n"}, {"\u202eevil\u202c \u2066x\u2069\u200f"}, {"bad \xff byte\u0085\u2028end\ufeff"}},
		Notes:  []string{"\u061cnote\x00"},
	}
	want := `red [31mtitle
+----------------+
| a b            |
+----------------+
| one two        |
| evil x         |
| bad ` + "\ufffd" + ` byte end |
+----------------+
note
`
	if got := asText(t, table); got != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestTextIsAtMost100ColumnsWide(t *testing.T) {
	table := Table{
		Header: []string{"target", "quotation", "rows"}, Align: []Align{Left, Left, Right},
		Rows: [][]string{
			{strings.Repeat("long ", 30), strings.Repeat("x", 70), "12"},
			{"short", "朝鮮" + strings.Repeat("界", 60), "3"},
		},
	}
	got := asText(t, table)
	for line := range strings.Lines(got) {
		if n := utf8.RuneCountInString(line) - 1; n > maxWidth {
			t.Errorf("%d columns: %s", n, line)
		}
	}
	if strings.Count(got, "...") != 3 {
		t.Errorf("want three cells cut with ..., got\n%s", got)
	}
	if table.Rows[0][1] != strings.Repeat("x", 70) {
		t.Error("writing changed the table")
	}
}

func TestNumbersAreNeverCut(t *testing.T) {
	wide := strings.Repeat("1", 60)
	table := Table{Header: []string{"a", "b"}, Align: []Align{Right, Right}, Rows: [][]string{{wide, wide}}}
	if got := asText(t, table); strings.Count(got, wide) != 2 {
		t.Errorf("numbers were cut:\n%s", got)
	}
}

func TestRaggedRowsAreFilledAndCut(t *testing.T) {
	table := Table{Header: []string{"a", "b"}, Rows: [][]string{{"1"}, {"1", "2", "3"}, nil}}
	want := "+---+---+\n| a | b |\n+---+---+\n| 1 |   |\n| 1 | 2 |\n|   |   |\n+---+---+\n"
	if got := asText(t, table); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestEmptyTableWritesItsWordsOnly(t *testing.T) {
	table := Table{Title: "title", Notes: []string{"note"}}
	if got := asText(t, table); got != "title\nnote\n" {
		t.Errorf("text = %q", got)
	}
	if got := asMarkdown(t, table); got != "**title**\n\n- note\n" {
		t.Errorf("Markdown = %q", got)
	}
	if got := asCSV(t, table); got != "" {
		t.Errorf("CSV = %q", got)
	}
}

func TestMarkdownEscapesWhatEndsACell(t *testing.T) {
	table := Table{
		Title: "a|b", Header: []string{"name", `back\slash`, "n"}, Align: []Align{Left, Left, Right},
		Rows: [][]string{
			{"a|b", `\|`, "1"},
			{"two\nlines", "<script>", "2"},
			{"*bold* _it_ `code`", "[x](http://y) &lt;", "3"},
		},
		Notes: []string{"1 < 2"},
	}
	want := `**a\|b**

| name | back\\slash | n |
| :-- | :-- | --: |
| a\|b | \\\| | 1 |
| two lines | &lt;script> | 2 |
| \*bold\* \_it\_ ` + "\\`code\\`" + ` | [x]\(http://y) &amp;lt; | 3 |

- 1 &lt; 2
`
	if got := asMarkdown(t, table); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

var errFull = errors.New("disk full")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestWritersReturnTheErrorOfTheDisk(t *testing.T) {
	table := Table{Header: []string{"a"}, Rows: [][]string{{"1"}}}
	check := func(name string, err error) {
		t.Helper()
		if !errors.Is(err, errFull) {
			t.Errorf("%s returned %v, want %v", name, err, errFull)
		}
	}
	check("WriteText", table.WriteText(fullDisk{}))
	check("WriteCSV", table.WriteCSV(fullDisk{}))
	check("WriteMarkdown", table.WriteMarkdown(fullDisk{}))
}

// markdownCells splits a row at the bars that no backslash escapes, and takes the
// escapes off again.
func markdownCells(row string) []string {
	var cells []string
	var cell strings.Builder
	escaped := false
	for _, r := range strings.TrimPrefix(row, "|") {
		switch {
		case escaped:
			cell.WriteRune(r)
			escaped = false
		case r == '\\':
			escaped = true
		case r == '|':
			s := strings.TrimSuffix(strings.TrimPrefix(cell.String(), " "), " ")
			cells = append(cells, strings.NewReplacer("&lt;", "<", "&amp;", "&").Replace(s))
			cell.Reset()
		default:
			cell.WriteRune(r)
		}
	}
	return cells
}

func FuzzMarkdownCellsReadBack(f *testing.F) {
	f.Add("plain", "a|b")
	f.Add(`\`, `\|\\|`)
	f.Add("two\nlines", "](x) &lt;")
	f.Fuzz(func(t *testing.T, a, b string) {
		table := Table{Header: []string{"a", "b"}, Rows: [][]string{{a, b}}}
		lines := strings.Split(asMarkdown(t, table), "\n")
		want := []string{clean(a), clean(b)}
		if got := markdownCells(lines[2]); len(lines) != 5 || !slices.Equal(got, want) {
			t.Errorf("row %q reads back as %q, want %q", lines[2], got, want)
		}
	})
}

func FuzzTextStaysOnItsLines(f *testing.F) {
	f.Add("plain", "a\x1b[2Jb")
	f.Add("\u202e", strings.Repeat("界", 99))
	f.Fuzz(func(t *testing.T, a, b string) {
		table := Table{Title: a, Header: []string{b, "n"}, Rows: [][]string{{a, b}, {b, a}}, Notes: []string{b}}
		got := asText(t, table)
		want := 7 // frame 3, header 1, rows 2, note 1
		if clean(a) != "" {
			want++
		}
		if n := strings.Count(got, "\n"); n != want {
			t.Errorf("%d lines, want %d:\n%s", n, want, got)
		}
		for _, r := range got {
			if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
				t.Errorf("%U in %q", r, got)
			}
		}
	})
}

func FuzzCSVReadsBack(f *testing.F) {
	f.Add("a,b", "say \"no\"")
	f.Add("", "\n")
	f.Fuzz(func(t *testing.T, a, b string) {
		table := Table{Header: []string{"a", "b"}, Rows: [][]string{{a, b}}}
		got, err := csv.NewReader(strings.NewReader(asCSV(t, table))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		lf := strings.NewReplacer("\r\n", "\n") // encoding/csv reads CRLF as LF
		want := [][]string{{"a", "b"}, {lf.Replace(a), lf.Replace(b)}}
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("read back %q, want %q", got, want)
		}
	})
}
