package datasets

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const (
	window     = 64 << 10 // bytes looked at before something is decided
	wideWindow = 1 << 20  // bytes looked at before broken ones are taken for Windows-1252
)

// A decoder reads any accepted encoding as UTF-8. A byte order mark decides, if
// there is one. Without it a file is UTF-8, or Windows-1252 if the bytes say so
// from where the first of them above 127 stands: however late that is, all bytes
// before it mean the same in both. Broken bytes of a UTF-8 file come through as
// they are.
type decoder struct {
	in          *bufio.Reader
	out         io.Reader // in, decoded; nil as long as every byte was ASCII
	windows1252 bool
}

// newDecoder returns a decoder of r. It refuses an empty and a binary file.
func newDecoder(file string, r io.Reader) (*decoder, error) {
	in := bufio.NewReaderSize(r, window)
	prefix, err := in.Peek(window)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	d := &decoder{in: in}
	switch {
	case isUTF32(prefix):
		d.out = utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM).NewDecoder().Reader(in)
	case bytes.HasPrefix(prefix, []byte("\xEF\xBB\xBF")):
		in.Discard(3)
		d.out = in
	case bytes.HasPrefix(prefix, []byte("\xFF\xFE")):
		d.out = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Reader(in)
	case bytes.HasPrefix(prefix, []byte("\xFE\xFF")):
		d.out = unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM).NewDecoder().Reader(in)
	default:
		return d, notText(file, prefix)
	}
	return d, nil
}

// notText returns an error if the prefix of a file cannot be text.
func notText(file string, prefix []byte) error {
	switch {
	case len(prefix) == 0:
		return emptyFile(file)
	case bytes.HasPrefix(prefix, []byte("PK\x03\x04")):
		return &RowError{File: file, What: "looks like a workbook or a zip archive, not CSV", Remedy: `save the sheet as "CSV UTF-8"`, Fatal: true}
	case looksBinary(prefix):
		return &RowError{File: file, What: "looks like a binary file, not CSV", Remedy: "if it is text, save it as UTF-8", Fatal: true}
	}
	return nil
}

// Read reads UTF-8.
func (d *decoder) Read(p []byte) (int, error) {
	if d.out != nil {
		return d.out.Read(p)
	}
	ahead, err := d.in.Peek(window)
	if len(ahead) == 0 {
		return 0, err
	}
	if n := asciiPrefix(ahead); n > 0 {
		n = copy(p, ahead[:n])
		d.in.Discard(n)
		return n, nil
	}
	if !utf8.Valid(ahead) && err == nil { // one letter early in the file decides for all that follow
		d.in = bufio.NewReaderSize(d.in, wideWindow)
		ahead, err = d.in.Peek(wideWindow)
	}
	d.out = d.in
	if d.windows1252 = looksWindows1252(ahead, err != nil); d.windows1252 {
		d.out = charmap.Windows1252.NewDecoder().Reader(d.in)
	}
	return d.out.Read(p)
}

func (d *decoder) notices(file string) []string {
	if !d.windows1252 {
		return nil
	}
	return []string{file + ": not UTF-8, read as Windows-1252; save it as UTF-8 if letters look wrong"}
}

// isUTF32 reports whether a text begins with a byte order mark of UTF-32.
func isUTF32(prefix []byte) bool {
	return bytes.HasPrefix(prefix, []byte("\xFF\xFE\x00\x00")) || bytes.HasPrefix(prefix, []byte("\x00\x00\xFE\xFF"))
}

func emptyFile(file string) error {
	return &RowError{File: file, What: "the file is empty", Remedy: "it needs a header row and one row a statement", Fatal: true}
}

// looksBinary reports whether more than one byte in 20 is a control character that
// no text has. In compressed data it is one in 9; a stray NUL spoils its row only.
func looksBinary(b []byte) bool {
	controls := 0
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			controls++
		}
	}
	return controls*20 > len(b)
}

func asciiPrefix(b []byte) int {
	for i, c := range b {
		if c >= utf8.RuneSelf {
			return i
		}
	}
	return len(b)
}

// telling is how many broken bytes a whole Western letter outweighs: "é" in UTF-8
// reads as "Ã©" in Windows-1252, which hardly any text has.
const telling = 20

// looksWindows1252 reports whether so many bytes of b break UTF-8 that the whole
// characters above ASCII stand there by chance, as the "É”" of Windows-1252 does.
// last says that nothing follows b.
func looksWindows1252(b []byte, last bool) bool {
	whole, broken := 0, 0
	for len(b) > 0 && (last || utf8.FullRune(b)) {
		r, size := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case b[0] == 0xC2 || b[0] == 0xC3:
			whole += telling
		case size > 1:
			whole++
		}
		b = b[size:]
	}
	return broken > whole
}

// windows1252Byte returns the byte that is r in Windows-1252; ok is false if none is.
func windows1252Byte(r rune) (b byte, ok bool) { return charmap.Windows1252.EncodeRune(r) }

// windows1252Rune returns what a byte means in Windows-1252.
func windows1252Rune(b byte) rune { return charmap.Windows1252.DecodeByte(b) }

// fromWindows1252 returns a text in Windows-1252 as UTF-8. Every byte means something.
func fromWindows1252(b []byte) string {
	var text strings.Builder
	text.Grow(len(b) + len(b)/8)
	for _, c := range b {
		text.WriteRune(windows1252Rune(c))
	}
	return text.String()
}
