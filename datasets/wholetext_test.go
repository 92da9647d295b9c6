package datasets

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWholeTextIsReadInAnyEncoding(t *testing.T) {
	const text = "Ça va: “Kyiv” praised Łódź.\r"
	check := func(what, in string, want Whole) {
		t.Helper()
		if got, err := ReadWhole([]byte(in)); err != nil || got != want {
			t.Errorf("%s: %+v, %v; want %+v", what, got, err, want)
		}
	}
	check("nothing", "", Whole{})
	check("UTF-8", text, Whole{Text: text})
	check("UTF-8 with a mark", "\xEF\xBB\xBF"+text, Whole{Text: text, Mark: 3})
	check("UTF-16", wideText(text, 2, false), Whole{Text: text})
	check("UTF-16, big-endian", wideText(text, 2, true), Whole{Text: text})
	check("UTF-16 without a mark", wideText(text, 2, false)[2:], Whole{Text: text})
	check("UTF-16, big-endian, without a mark", wideText(text, 2, true)[2:], Whole{Text: text})
	check("UTF-32", wideText(text, 4, false), Whole{Text: text})
	check("UTF-32, big-endian", wideText(text, 4, true), Whole{Text: text})
	check("Windows-1252", "\xC7a va: \x93Kyiv\x94", Whole{Text: "Ça va: “Kyiv”", Windows1252: true})
	check("broken UTF-8", "Ça va: “Kyiv” \xC3", Whole{Text: "Ça va: “Kyiv” \uFFFD", Broken: true})
	check("broken UTF-8 with a mark", "\xEF\xBB\xBF\xE9", Whole{Text: "\uFFFD", Mark: 3, Broken: true})
	check("binary", "\x00\x01\x02\x03", Whole{Text: "\x00\x01\x02\x03"})
}

// wideText returns a text of letters below U+10000 in units of 2 or 4 bytes, with a byte
// order mark.
func wideText(s string, size int, bigEndian bool) string {
	var b strings.Builder
	for _, r := range "\uFEFF" + s {
		for i := range size {
			if bigEndian {
				i = size - 1 - i
			}
			b.WriteByte(byte(r >> (8 * i)))
		}
	}
	return b.String()
}

func TestTableInUTF32IsRead(t *testing.T) {
	r, err := NewReader("in.csv", strings.NewReader(wideText("text,target\nÇa,Łódź\n", 4, false)))
	if err != nil {
		t.Fatal(err)
	}
	row, err := r.Read()
	if err != nil || row.Cells[0] != "Ça" || row.Cells[1] != "Łódź" {
		t.Errorf("%q, %v", row.Cells, err)
	}
}

func FuzzReadWhole(f *testing.F) {
	for _, seed := range []string{"Ça", "\xEF\xBB\xBFa", "\xFF\xFEa", "\x00\x00\xFE\xFF\x00\x11\x00\x00", "a\x00b\x00c\x00d\x00", "\x93a\x94"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		w, err := ReadWhole(b)
		switch {
		case err != nil:
		case !utf8.ValidString(w.Text):
			t.Errorf("%q is not UTF-8", w.Text)
		case utf8.Valid(b) && !w.Windows1252 && w.Mark > 0 && string(b[w.Mark:]) != w.Text:
			t.Errorf("%q was changed to %q", b, w.Text)
		}
	})
}
