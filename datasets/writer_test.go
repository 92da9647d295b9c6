package datasets

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestGuardIsReversible(t *testing.T) {
	check := func(cell, want string) {
		t.Helper()
		if got := Guard(cell); got != want || Unguard(got) != cell {
			t.Errorf("Guard(%q) = %q, want %q; undone %q", cell, got, want, Unguard(got))
		}
	}
	for _, trigger := range []string{"=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠"} {
		check(trigger+"x", "'"+trigger+"x")
		check("'"+trigger, "''"+trigger)
		check("''"+trigger+"'", "'''"+trigger+"'")
	}
	check("", "")
	check("'", "'")
	check("'tis", "'tis")
	check("a=b", "a=b")
	check(" =b", " =b")
	check("\xff=", "\xff=")
}

func FuzzGuard(f *testing.F) {
	for _, s := range []string{"", "=1", "'=1", "''", "＠x", "a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		guarded := Guard(cell)
		if Unguard(guarded) != cell {
			t.Errorf("%q -> %q -> %q", cell, guarded, Unguard(guarded))
		}
		if first, _ := utf8.DecodeRuneInString(guarded); guarded != "" && strings.ContainsRune("=+-@\t\r\n\x00＝＋－＠", first) {
			t.Errorf("%q begins with a trigger", guarded)
		}
	})
}

// written returns the file of some rows, the first of them the header.
func written(t *testing.T, o WriterOptions, rows ...[]string) string {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b, rows[0], o)
	for _, row := range rows[1:] {
		if err := w.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriterWritesPlainAndForExcel(t *testing.T) {
	rows := [][]string{
		{"id", "text", "p_favor", "note", "=sum"},
		{"-7", "=1+1, he \"said\"\nso", "-0.5", "-3", "+"},
		{"@b", "-5", "0.100", "'=x", "7"},
		{"c", "plain", "", "", ""},
	}
	plain := "id,text,p_favor,note,=sum\n-7,\"=1+1, he \"\"said\"\"\nso\",-0.5,-3,+\n@b,-5,0.100,'=x,7\nc,plain,,,\n"
	if got := written(t, WriterOptions{}, rows...); got != plain {
		t.Errorf("plain:\n%q\nwant:\n%q", got, plain)
	}
	excel := "\uFEFFid;text;p_favor;note;'=sum;excel_guard\r\n" +
		"-7;\"'=1+1, he \"\"said\"\"\nso\";-0.5;-3;'+;text =sum\r\n" +
		"@b;'-5;0.100;''=x;7;text note\r\nc;plain;;;;\r\n"
	if got := written(t, WriterOptions{Excel: true, Delimiter: ';'}, rows...); got != excel {
		t.Errorf("excel:\n%q\nwant:\n%q", got, excel)
	}
}

func TestWriterWithoutHeaderContinuesAFile(t *testing.T) {
	rows := [][]string{{"id", "text"}, {"a", "=b"}, {"c", "d"}}
	for _, o := range []WriterOptions{{}, {Excel: true}} {
		whole := written(t, o, rows...)
		parts := written(t, o, rows[0])
		o.NoHeader = true
		parts += written(t, o, rows[0], rows[1]) + written(t, o, rows[0], rows[2])
		if parts != whole {
			t.Errorf("parts:\n%q\nwhole:\n%q", parts, whole)
		}
	}
}

// The golden file is rewritten by: go test ./datasets -run Golden -update
var update = flag.Bool("update", false, "rewrite golden files")

func TestGoldenExcelFileReadsBackAsThePlainOne(t *testing.T) {
	plain, err := os.ReadFile("testdata/statements.csv")
	if err != nil {
		t.Fatal(err)
	}
	all := func(in []byte) (rows [][]string) {
		r := mustOpen(t, string(in))
		rows = append(rows, r.Header())
		for row, err := r.Read(); err != io.EOF; row, err = r.Read() {
			if err != nil {
				t.Fatal(err)
			}
			rows = append(rows, row.Cells)
		}
		return rows
	}
	rows := all(plain)
	excel := written(t, WriterOptions{Excel: true, Delimiter: ';'}, rows...)
	const golden = "testdata/statements.excel.csv"
	if *update {
		if err := os.WriteFile(golden, []byte(excel), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if excel != string(want) {
		t.Errorf("written:\n%s\nwant:\n%s", excel, want)
	}
	back := all(want)
	for i := range back {
		if n := len(rows[0]); !slices.Equal(back[i][:n], rows[i]) {
			t.Errorf("row %d read back as %q, want %q", i, back[i], rows[i])
		}
	}
}

func TestGuardIsUndoneOnlyWhereTheMarkerSaysSo(t *testing.T) {
	check := func(in string, want ...string) {
		t.Helper()
		rows, err := readAll(mustOpen(t, in))
		if err != nil || !slices.Equal(rows, want) {
			t.Errorf("%q: read %q, %v, want %q", in, rows, err, want)
		}
	}
	check("text,note\n'=a,'-b\n", "2: '=a|'-b")
	check("text,note,excel_guard\n'=a,'-b,text\n'=a,'-b,\n'=a,'-b,note text\n", "2: =a|'-b|text", "3: '=a|'-b|", "4: =a|-b|note text")
	check("Excel Guard,note,TEXT\ntext,'-b,'=a\n", "2: text|'-b|=a") // columns moved and renamed by hand
}

func FuzzWriteReadRoundTrip(f *testing.F) {
	f.Add("=a", "'-b", "c", "-1", true)
	f.Add("\r\n", "\n=", "'\r\n", "\r\r\n", true)
	f.Add("a\r\nb", "\r", "\n", " ", false)
	f.Add("\"", ",;|\t", "\uFEFF", "'", true)
	f.Add("{", "sep=;", "\\.", "\x00\xff", true)
	f.Fuzz(func(t *testing.T, a, b, c, d string, excel bool) {
		header := []string{"id", "text", "note", ""}
		want := [][]string{{"r1", a, b, "x"}, {c, "t", "n", d}}
		in := written(t, WriterOptions{Excel: excel, Delimiter: '\t'}, append([][]string{header[:3:3]}, want[0][:3], want[1][:3])...)
		r, err := NewReader("in", strings.NewReader(in))
		if looksBinary([]byte(in)) || strings.Contains(in, "\x00") || !utf8.ValidString(in) || err != nil && len(in) > maxRow {
			t.Skip("refused as binary, or read as another encoding")
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			row, err := r.Read()
			if err != nil {
				t.Fatal(err)
			}
			for i, cell := range w[:3] {
				if row.Cells[i] != cell {
					t.Errorf("read %q, want %q", row.Cells[i], cell)
				}
			}
		}
		if _, err := r.Read(); err != io.EOF {
			t.Errorf("after the last row: %v", err)
		}
	})
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriterKeepsItsFirstError(t *testing.T) {
	w := NewWriter(full{}, []string{"a"}, WriterOptions{})
	for range window {
		w.Write([]string{"b"})
	}
	for _, err := range []error{w.Write([]string{"c"}), w.Flush()} {
		if err == nil || err.Error() != "disk full" {
			t.Errorf("error %v", err)
		}
	}
}
