package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A screen passes text on to a terminal. What would drive the terminal, or reorder
// its lines, stands there as a visible escape: a name in the news must not clear the
// screen. Each Write must hold whole characters. Data in CSV and JSON does not pass
// through it.
type screen struct{ w io.Writer }

func (s screen) Write(p []byte) (int, error) {
	if _, err := io.WriteString(s.w, visible(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// visible returns s with control characters, line break and tab aside, bidirectional
// marks and broken bytes as escapes: "\x1b", "\u202e".
func visible(s string) string {
	if !strings.ContainsFunc(s, drives) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case !drives(r) || r == utf8.RuneError && size > 1:
			b.WriteString(s[:size])
		case size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[0])
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
		s = s[size:]
	}
	return b.String()
}

// drives reports whether a character does something to a terminal other than to be
// seen.
func drives(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) ||
		r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == utf8.RuneError
}

var toBlanks = strings.NewReplacer("\n", " ", "\t", " ")

// inLine returns s as visible does, in one line.
func inLine(s string) string { return visible(toBlanks.Replace(s)) }
