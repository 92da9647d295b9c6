package datasets

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"
)

// A Whole is a text that was read whole, as UTF-8 without a byte order mark.
type Whole struct {
	Text        string
	Mark        int  // bytes of the byte order mark, if the text was UTF-8
	Windows1252 bool // it is not UTF-8, and was read as Windows-1252
	Broken      bool // it is UTF-8 with broken bytes, which are U+FFFD now
}

// ReadWhole reads a text in any encoding that a Reader understands, and in UTF-16
// without a byte order mark.
func ReadWhole(b []byte) (Whole, error) {
	var w Whole
	if rest, ok := bytes.CutPrefix(b, []byte("\uFEFF")); ok {
		w.Mark, b = len(b)-len(rest), rest
	} else if mark := wideMark(b); mark != "" || isWide(b) {
		d, err := newDecoder("", io.MultiReader(strings.NewReader(mark), bytes.NewReader(b)))
		if err != nil {
			return w, err
		}
		text, err := io.ReadAll(d)
		w.Text = string(text)
		return w, err
	}
	switch {
	case utf8.Valid(b):
		w.Text = string(b)
	case w.Mark == 0 && looksWindows1252(fromLetter(b), true):
		w.Windows1252 = true
		w.Text = fromWindows1252(b)
	default:
		w.Broken = true
		w.Text = strings.ToValidUTF8(string(b), "\uFFFD")
	}
	return w, nil
}

// fromLetter returns the part of a text that tells its encoding, as a decoder looks
// at it.
func fromLetter(b []byte) []byte {
	b = b[asciiPrefix(b):]
	return b[:min(len(b), wideWindow)]
}

// isWide reports whether a text has a byte order mark of UTF-16 or UTF-32.
func isWide(b []byte) bool {
	return isUTF32(b) || bytes.HasPrefix(b, []byte("\xFF\xFE")) || bytes.HasPrefix(b, []byte("\xFE\xFF"))
}

// wideMark returns the byte order mark that a text in UTF-16 lacks, or "": in Western
// text every other byte is zero, and hardly any of those between.
func wideMark(b []byte) string {
	const most = 4 << 10
	b = b[:min(len(b), most)&^1]
	var zeros [2]int
	for i, c := range b {
		if c == 0 {
			zeros[i&1]++
		}
	}
	pairs := len(b) / 2
	switch {
	case pairs < 4 || isWide(b):
		return ""
	case zeros[1]*10 > pairs*8 && zeros[0]*20 < pairs:
		return "\xFF\xFE"
	case zeros[0]*10 > pairs*8 && zeros[1]*20 < pairs:
		return "\xFE\xFF"
	}
	return ""
}
