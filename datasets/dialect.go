package datasets

import (
	"bytes"
	"strings"
)

// A dialect is how a CSV file separates cells and rows.
type dialect struct {
	delimiter byte
	oldMac    bool // rows end in a single CR
	skip      int  // bytes of a first line "sep=;"
}

const delimiters = ",;\t|" // the first wins a tie

// sniff returns the dialect of a file that begins with prefix: the delimiter is
// the one a line "sep=;" names, else the one most frequent in the header
// outside quotes.
func sniff(prefix []byte) dialect {
	end, oldMac := headerEnd(prefix)
	if d, ok := announced(prefix[:end]); ok {
		skip := end + len("\n")
		if bytes.HasPrefix(prefix[end:], []byte("\r\n")) {
			skip++
		}
		return dialect{delimiter: d, oldMac: oldMac, skip: min(skip, len(prefix))}
	}
	return dialect{delimiter: mostFrequent(prefix[:end]), oldMac: oldMac}
}

// headerEnd returns the length of the first row, its line end excluded, and
// whether that line end is a single CR.
func headerEnd(b []byte) (end int, oldMac bool) {
	quoted := false
	for i, c := range b {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			return i, false
		case c == '\r':
			return i, i+1 < len(b) && b[i+1] != '\n'
		}
	}
	return len(b), false
}

// announced returns the delimiter of a line "sep=;", which Excel understands.
func announced(line []byte) (byte, bool) {
	s := strings.Trim(string(line), `"`)
	if len(s) != len("sep=;") || !strings.EqualFold(s[:4], "sep=") {
		return 0, false
	}
	return s[4], s[4] > ' ' && s[4] < 0x7f || s[4] == '\t'
}

func mostFrequent(header []byte) byte {
	counts := make([]int, len(delimiters))
	quoted := false
	for _, c := range header {
		if c == '"' {
			quoted = !quoted
		} else if i := strings.IndexByte(delimiters, c); i >= 0 && !quoted {
			counts[i]++
		}
	}
	best := 0
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
	}
	return delimiters[best]
}

// delimiterName returns what a person calls the delimiter.
func delimiterName(d byte) string {
	switch d {
	case ',':
		return "comma"
	case ';':
		return "semicolon"
	case '\t':
		return "tab"
	}
	return string(d)
}
