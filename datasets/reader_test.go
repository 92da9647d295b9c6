package datasets

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// readAll returns the rows of a file as "line: cell|cell", and the first error.
func readAll(r *Reader) (rows []string, err error) {
	for {
		row, err := r.Read()
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return rows, err
		}
		rows = append(rows, fmt.Sprintf("%d: %s", row.Line, strings.Join(row.Cells, "|")))
	}
}

func TestReaderUnderstandsEveryWayOfSaving(t *testing.T) {
	const plain = "text,target\n\"Oslo, calm\nas ever, \"\"agreed\"\"\",Café\n\n,\nb,c\n"
	utf16 := func(e unicode.Endianness) string {
		s, err := unicode.UTF16(e, unicode.UseBOM).NewEncoder().String(plain)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	windows, err := charmap.Windows1252.NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	swap := func(delimiter string) string {
		return strings.NewReplacer("text,target", "text"+delimiter+"target", "\",C", "\""+delimiter+"C", "\n,\n", "\n"+delimiter+"\n", "b,c", "b"+delimiter+"c").Replace(plain)
	}
	for name, in := range map[string]string{
		"plain":                plain,
		"no last line end":     strings.TrimSuffix(plain, "\n"),
		"byte order mark":      "\uFEFF" + plain,
		"CRLF":                 strings.ReplaceAll(plain, "\n", "\r\n"),
		"CR only":              strings.ReplaceAll(plain, "\n", "\r"),
		"CR only, later CRLF":  "text,target\r" + strings.ReplaceAll(strings.TrimPrefix(plain, "text,target\n"), "\n", "\r\n"),
		"semicolon":            swap(";"),
		"tab":                  swap("\t"),
		"bar":                  swap("|"),
		"UTF-16 little endian": utf16(unicode.LittleEndian),
		"UTF-16 big endian":    utf16(unicode.BigEndian),
		"Windows-1252":         windows,
		"trailing empty cells": strings.NewReplacer("target\n", "target,,\n", "Café\n", "Café,,\n", "b,c", "b,c,,").Replace(plain),
	} {
		t.Run(name, func(t *testing.T) {
			r, err := NewReader("in.csv", strings.NewReader(in))
			if err != nil {
				t.Fatal(err)
			}
			rows, err := readAll(r)
			if err != nil {
				t.Fatal(err)
			}
			want := []string{"2: Oslo, calm\nas ever, \"agreed\"|Café", "6: b|c"}
			if name == "CRLF" { // as printed
				want[0] = strings.Replace(want[0], "\n", "\r\n", 1)
			}
			if !slices.Equal(r.Header(), []string{"text", "target"}) || !slices.Equal(rows, want) {
				t.Errorf("read %q %q, want %q", r.Header(), rows, want)
			}
			var notices []string
			if name == "Windows-1252" {
				notices = []string{"in.csv: not UTF-8, read as Windows-1252; save it as UTF-8 if letters look wrong"}
			}
			if !slices.Equal(r.Notices(), notices) {
				t.Errorf("notices %q, want %q", r.Notices(), notices)
			}
		})
	}
}

func TestFirstLineCanAnnounceTheDelimiter(t *testing.T) {
	for _, in := range []string{
		"sep=;\ntext,x;target\na;b\n",
		"SEP=;\r\ntext,x;target\r\na;b\r\n",
		"\"sep=;\"\rtext,x;target\ra;b",
	} {
		r, err := NewReader("in.csv", strings.NewReader(in))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := readAll(r)
		if err != nil || !slices.Equal(r.Header(), []string{"text,x", "target"}) || !slices.Equal(rows, []string{"3: a|b"}) {
			t.Errorf("%q: read %q %q, %v", in, r.Header(), rows, err)
		}
	}
}

func TestWindows1252IsFoundHoweverLateItBegins(t *testing.T) {
	ascii := "text\n" + strings.Repeat("plain words only\n", 20000)
	r, err := NewReader("in.csv", strings.NewReader(ascii+"caf\xe9 \x93quoted\x94\n"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := readAll(r)
	if err != nil || len(rows) != 20001 || rows[20000] != "20002: café “quoted”" {
		t.Errorf("%d rows, the last %q, %v", len(rows), rows[len(rows)-1], err)
	}
}

func TestOneBrokenByteDoesNotMakeAFileWindows1252(t *testing.T) {
	read := func(in string) (last string, notices []string) {
		r := mustOpen(t, "text\n"+in)
		rows, err := readAll(r)
		if err != nil {
			t.Fatal(err)
		}
		return rows[len(rows)-1], r.Notices()
	}
	ascii := strings.Repeat("plain words only\n", 3*window/10)
	check := func(in, want string, notices int) {
		t.Helper()
		if got, said := read(in); !strings.HasSuffix(got, want) || len(said) != notices {
			t.Errorf("last row %q, notices %q; want %q", got, said, want)
		}
	}
	check("\x80 broken\n"+ascii+"Café\n", "Café", 0)
	check(strings.Repeat("caf\xe9\n", 5)+ascii+"Café\n", "Café", 0)
	check("\x80 broken\n"+ascii, "plain words only", 1)
	check(strings.Repeat("caf\xe9 \x93\xab\xa0oui\xa0\xbb\x94\n", 50)+ascii+"AMANH\xc3\x94\n", "AMANHÃ”", 1) // a chance "Ô"
	check(strings.Repeat("\xab\xa0libert\xe9\xa0\xbb \xe9t\xe9\n", 50), "«\u00a0liberté\u00a0» été", 1)      // a chance "頻"
}

func TestBrokenByteOfUTF8FileIsReplacedAndFlagged(t *testing.T) {
	const in = "text,target,target_start,target_end\ncafé in Zürich,Zürich,9,16\nca\xc3 in Zürich,Zürich,7,14\n"
	r, err := NewReader("in.csv", strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	first, _ := r.Read()
	if s, err := r.Statement(first); err != nil || s.Flags != 0 || s.TargetSpan != (Span{Start: 9, End: 16}) {
		t.Errorf("whole row: %+v, %v", s, err)
	}
	second, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	s, err := r.Statement(second)
	if err != nil || s.Text != "ca\uFFFD in Zürich" || s.Flags != FlagInvalidUTF8 || s.TargetSpan != (Span{}) {
		t.Errorf("broken row: %+v, %v", s, err)
	}
	_, err = r.Example(second)
	wantError(t, err, "in.csv:3: bytes that are not UTF-8; save the file as UTF-8")
	if len(r.Notices()) != 0 {
		t.Errorf("notices %q", r.Notices())
	}
}

// wantError checks the text of an error and that it is a refusal.
func wantError(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil || err.Error() != want {
		t.Errorf("error:\n%v\nwant:\n%s", err, want)
	}
	if !errors.Is(err, ErrRefused) {
		t.Errorf("%v does not wrap ErrRefused", err)
	}
}

func TestReaderRefusesWhatIsNotCSV(t *testing.T) {
	long := strings.Repeat("x", maxRow+1)
	for name, c := range map[string]struct{ in, want string }{
		"empty":       {"", "in.csv: the file is empty; it needs a header row and one row a statement"},
		"blank lines": {"\n\n,,\n", "in.csv: the file is empty; it needs a header row and one row a statement"},
		"only a mark": {"\uFEFF", "in.csv: the file is empty; it needs a header row and one row a statement"},
		"binary":      {"\x7fELF\x02\x01\x01\x00\x00", "in.csv: looks like a binary file, not CSV; if it is text, save it as UTF-8"},
		"workbook":    {"PK\x03\x04\x14", `in.csv: looks like a workbook or a zip archive, not CSV; save the sheet as "CSV UTF-8"`},
		"ragged":      {"a,b,c\n1,2,3\n\n1,\"x\ny\"\n", `in.csv:4: 2 cells, the header has 3 - an unquoted comma or quote? row starts: "1,x\ny"; quote the cell`},
		"ragged, too wide": {"a;b\nThe minister said; then he left the building in haste;x\n",
			`in.csv:2: 3 cells, the header has 2 - an unquoted semicolon or quote? row starts: "The minister said; then he left the buil"...; quote the cell`},
		"quote in a cell":     {"a,b\nhe said \"no\",x\n", "in.csv:2: a quote stands inside a cell that does not begin with one; put the whole cell in quotes and double the quotes inside"},
		"quote in quoted":     {"a,b\n\"he said \"no\"\",x\n", "in.csv:2: the row that begins here has a quote that is never closed, or closed too early; double every quote inside a cell"},
		"quote never closed":  {"a,b\n\"x,y\n1,2\n", "in.csv:2: the row that begins here has a quote that is never closed, or closed too early; double every quote inside a cell"},
		"quote in the header": {"a,\"b\n1,2\n", "in.csv:1: the row that begins here has a quote that is never closed, or closed too early; double every quote inside a cell"},
		"long cell":           {"a,b\n1,2\n" + long + ",1\n", "in.csv:3: the row that begins here is over 4 MB; break the lines, or shorten the cell"},
		"long row":            {"a,b\n" + strings.Repeat("1,", maxRow) + "\n", "in.csv:2: the row that begins here is over 4 MB; break the lines, or shorten the cell"},
		"quote runs away":     {"a,b\n1,\"2\n" + strings.Repeat("3,4\n", maxRow/4), "in.csv:2: the row that begins here is over 4 MB; look for a quote that is never closed"},
		"NUL":                 {"a,b\n" + strings.Repeat("1,2\n", window) + "x\x00y,2\n", "in.csv:65538: a NUL byte in column \"a\"; remove it"},
		"JSON array":          {" [ {\"text\":\"a\"}]", "in.csv:1: a JSON array; write one object a line, as jq -c '.[]' does"},
		"pretty JSON":         {"{\n \"text\": \"a\"\n}", "in.csv:1: no line is a JSON object with keys; write one object a line, as jq -c . does"},
		"two texts":           {"Text,text ,target\n", `in.csv:1: columns "Text" and "text " both mean text; rename one of them`},
		"two synonyms":        {"\nbody,Sentence\n", `in.csv:2: columns "body" and "Sentence" both mean text; rename one of them`},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := NewReader("in.csv", strings.NewReader(c.in))
			if err == nil {
				_, err = readAll(r)
			}
			wantError(t, err, c.want)
		})
	}
}

func TestReaderGoesOnAfterABadRowButNotAfterAFatalOne(t *testing.T) {
	r, err := NewReader("in.csv", strings.NewReader("a,b\n1\n2,3,4\n5,6\n\"7\"x,8\n9,10\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for range 5 {
		row, err := r.Read()
		var bad *RowError
		errors.As(err, &bad)
		got = append(got, fmt.Sprintf("%q %v %v", row.Cells, err != nil, bad != nil && bad.Fatal))
	}
	want := []string{`["1" ""] true false`, `["2" "3,4"] true false`, `["5" "6"] false false`, `[] true true`, `[] true true`}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// repeat reads as n bytes of one letter.
type repeat struct {
	letter byte
	n      int
}

func (r *repeat) Read(p []byte) (int, error) {
	if r.n == 0 {
		return 0, io.EOF
	}
	n := min(len(p), r.n)
	for i := range p[:n] {
		p[i] = r.letter
	}
	r.n -= n
	return n, nil
}

func TestHundredMegabyteLineIsRefusedInBoundedMemory(t *testing.T) {
	for _, prefix := range []string{"", "text,target\n", "text,target\n\"", `{"text":"`} {
		rest := &repeat{'x', 100 << 20}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r, err := NewReader("in.csv", io.MultiReader(strings.NewReader(prefix), rest))
		if err == nil {
			_, err = r.Read()
		}
		runtime.ReadMemStats(&after)
		if !errors.Is(err, ErrRefused) {
			t.Errorf("after %q: %v", prefix, err)
		}
		allocated := after.TotalAlloc - before.TotalAlloc
		if allocated > 8*maxRow || rest.n < 90<<20 {
			t.Errorf("after %q: %d bytes allocated, %d of the file not read", prefix, allocated, rest.n)
		}
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }

func TestReadErrorIsNotARefusal(t *testing.T) {
	_, err := NewReader("in.csv", failing{})
	if err == nil || err.Error() != "in.csv: disk on fire" || errors.Is(err, ErrRefused) {
		t.Errorf("at once: %v", err)
	}
	r, err := NewReader("in.csv", io.MultiReader(strings.NewReader("a\n"+strings.Repeat("1\n", 2*window)), failing{}))
	if err != nil {
		t.Fatal(err)
	}
	if _, err = readAll(r); err == nil || err.Error() != "in.csv: disk on fire" || errors.Is(err, ErrRefused) {
		t.Errorf("later: %v", err)
	}
}

func TestEmptyRowsAreRowsOnDemandAndEmptyLinesNever(t *testing.T) {
	check := func(in string, want ...string) {
		t.Helper()
		for _, keep := range []bool{false, true} {
			r := mustOpen(t, in)
			r.KeepEmpty = keep
			rows, err := readAll(r)
			if err != nil || keep && !slices.Equal(rows, want) || !keep && len(rows) != 1 {
				t.Errorf("%q, KeepEmpty %v: read %q, %v; want %q", in, keep, rows, err, want)
			}
		}
	}
	check("a,b,c\n,\n\n  \n,,\n1,2,3\n , ,,,\n", "2: ||", "5: ||", "6: 1|2|3", "7:  | |")
	check("{\"a\":\"\"}\n\n{}\n \n{\"a\":1}\n", "1: ", "3: ", "5: 1")
}

func TestLongCellIsRead(t *testing.T) {
	long := strings.Repeat("word ", 3<<20/5)
	for _, in := range []string{"text,target\n" + long + ",x\n", "text,target\n\"" + long + "\",x\n", `{"text":"` + long + `","target":"x"}`} {
		row, err := mustOpen(t, in).Read()
		if err != nil || row.Cells[0] != long {
			t.Errorf("read %d cells, %v", len(row.Cells), err)
		}
	}
}

func TestLineBreaksInQuotesStayAsTheyArePrinted(t *testing.T) {
	const cell = "Hi.\r\nIran\n\"\"hit\"\"\r\r\nOman\r\n"
	in := "id,text\r\n" + strings.Repeat("\"a\r\n1\",\""+cell+"\"\r\n", 3*window/len(cell))
	for _, size := range []int{1, 7, window, len(in)} {
		r, err := NewReader("in.csv", &pieces{in, size})
		if err != nil {
			t.Fatal(err)
		}
		row, err := r.Read()
		n, line := 0, 2
		for ; err == nil; row, err = r.Read() {
			if row.Cells[0] != "a\r\n1" || row.Cells[1] != strings.ReplaceAll(cell, `""`, `"`) || row.Line != line {
				t.Fatalf("pieces of %d, row %d: %q in line %d, want line %d", size, n, row.Cells, row.Line, line)
			}
			n, line = n+1, line+6
		}
		if n != 3*window/len(cell) || err != io.EOF {
			t.Errorf("pieces of %d: %d rows, %v", size, n, err)
		}
	}
}

// pieces reads as a text, at most size bytes at a time.
type pieces struct {
	text string
	size int
}

func (p *pieces) Read(b []byte) (int, error) {
	if p.text == "" {
		return 0, io.EOF
	}
	n := copy(b, p.text[:min(p.size, len(p.text))])
	p.text = p.text[n:]
	return n, nil
}

func TestRowStaysValidAfterTheNextOne(t *testing.T) {
	r, err := NewReader("in.csv", strings.NewReader("a,b\n1,2\n3,4\n"))
	if err != nil {
		t.Fatal(err)
	}
	first, _ := r.Read()
	r.Read()
	if !slices.Equal(first.Cells, []string{"1", "2"}) {
		t.Errorf("first row is now %q", first.Cells)
	}
}

func TestJSONLIsReadLikeCSV(t *testing.T) {
	const in = `{"text":"A \"word\" for Zürich","target":"Zürich","n":1}` + "\r\n\n" +
		`{"target":null,"text":"b","more":{"x":[1, 2]},"n":true}` + "\n" +
		`{"text":"c","text":"d"}`
	r, err := NewReader("in.jsonl", strings.NewReader("\uFEFF "+in))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := readAll(r)
	want := []string{`1: A "word" for Zürich|Zürich|1|`, `3: b||true|{"x":[1, 2]}`, `4: d|||`}
	if err != nil || !slices.Equal(r.Header(), []string{"text", "target", "n", "more"}) || !slices.Equal(rows, want) {
		t.Errorf("read %q %q, %v", r.Header(), rows, err)
	}
}

func TestBadJSONLineIsABadRow(t *testing.T) {
	check := func(line, want string) {
		t.Helper()
		r, err := NewReader("in.jsonl", strings.NewReader("{\"text\":\"a\"}\n"+line+"\n{\"text\":\"z\"}\n"))
		if err != nil {
			t.Fatal(err)
		}
		r.Read()
		_, err = r.Read()
		wantError(t, err, want)
		if row, err := r.Read(); err != nil || row.cell(0) != "z" {
			t.Errorf("after it: %q, %v", row.Cells, err)
		}
	}
	check(`{"text":"b"`, "in.jsonl:2: not a JSON object: it ends too early; write one object a line")
	check(`["text"]`, "in.jsonl:2: not a JSON object: it begins with [; write one object a line")
	check(`{"text":"b"} x`, "in.jsonl:2: not a JSON object: something follows the object; write one object a line")
	check(`{"text":"b\u0000"}`, `in.jsonl:2: a NUL byte in column "text"; remove it`)

	check(`{"text":["b"]}`, `in.jsonl:2: "text" holds a list or an object; write it as one string`)
	check(`{"text":{"b":1}}`, `in.jsonl:2: "text" holds a list or an object; write it as one string`)

	late := strings.Repeat("{\"text\":\""+strings.Repeat("a", maxRow/window)+"\"}\n", window) + "{\"text\":\"b\",\"topic\":1}\n"
	r, err := NewReader("in.jsonl", strings.NewReader(late))
	if err != nil {
		t.Fatal(err)
	}
	_, err = readAll(r)
	wantError(t, err, `in.jsonl:65537: the key "topic" is new, its value "1" is lost; give the first object of the file all keys`)
}

func TestIsTableTellsRowsFromArticles(t *testing.T) {
	check := func(prefix string, want bool) {
		t.Helper()
		if got := IsTable([]byte(prefix)); got != want {
			t.Errorf("IsTable(%q) = %v", prefix, got)
		}
	}
	check("id,Sentence,Entity\n1,a,", true)
	check("text;target", true)
	check(`{"text":"a","target":"b"}`, true)
	check(`{"text":"a"}`, true)
	check("text\na\n", false)
	check("The text, the target and \"the rest\" of an article.\n", false)
	check("\x00\x01", false)
	check("", false)

	// A table that is refused is no article.
	check("id,text,Text,target\n1,a,b,c\n", true)
	check("id,text,target,What is the stance of this?\n1,a,b,c\n", true)
	check("id,text,\"target\n1,a,b\n", true)
	check("id,text,tar\"get\n1,a,b\n", true)
	check("text,targets\na,b\n", true)
	check("text,note", true)
	check("{\n \"text\": \"a\",\n \"target\": \"b\"\n}\n", true)
	check("[{\"text\":\"a\",\"target\":\"b\"}]", true)

	// An article may begin with a word that names a column.
	check("Statement, Moscow\nKenya praised Poland.\n", false)
	check("Statement, Moscow\nKenya praised Poland, and left.\n", false)
	check("Statement,Moscow\nKenya praised Poland.\n", false)
	check("Text, target and entity, said the \"minister, are words of a study that names a text.\n", false)
	check("[Moscow] {Statement} of the body, today\n", false)
}

func FuzzReaderNeverFailsBadly(f *testing.F) {
	for _, s := range []string{"text,target\na,b\n", "a;\"b\r\n", "\xff\xfea\x00", "sep=|\nx|y", "{\"a\":1}\n{", "a\rb\rc", "id,excel_guard\n'=1,id\n", "\xef\xbb\xbf\""} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		r, err := NewReader("in", strings.NewReader(string(in)))
		for err == nil {
			var row Row
			row, err = r.Read()
			var bad *RowError
			if errors.As(err, &bad) && !bad.Fatal {
				err = nil
			}
			if err == nil && len(row.Cells) != len(r.Header()) {
				t.Fatalf("%d cells under %d names", len(row.Cells), len(r.Header()))
			}
			if err == nil {
				r.Example(row)
			}
		}
		if err != io.EOF && !errors.Is(err, ErrRefused) {
			t.Fatal(err)
		}
	})
}
