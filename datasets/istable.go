package datasets

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
)

// IsTable reports whether a file that begins with prefix is meant as rows in
// CSV or JSONL, sound or not: its header names a text and a target, or a text beside
// other columns. Any other file is an article. But: one column alone of a CSV is none.
func IsTable(prefix []byte) bool {
	r, err := NewReader("", bytes.NewReader(prefix))
	if err != nil {
		names := roughHeader(prefix)
		return isJSON(prefix) || mostlyShort(names) && named(names, "text") && named(names, "target")
	}
	switch {
	case r.Column("text") >= 0 && isJSON(prefix):
		return true
	case r.Column("text") < 0 || len(r.Header()) < 2:
		return false
	case r.Column("target") >= 0:
		return mostlyShort(r.Header())
	}
	return !slices.ContainsFunc(r.Header(), isProse) && !r.nextIsRagged()
}

// isProse reports whether a cell of a first line reads like the piece of a sentence
// between two commas: long, or after a blank.
func isProse(name string) bool {
	const longestName = 4 // words
	return strings.HasPrefix(name, " ") || len(strings.Fields(name)) > longestName
}

func mostlyShort(names []string) bool {
	long := 0
	for _, name := range names {
		if isProse(strings.TrimSpace(name)) {
			long++
		}
	}
	return 2*long < len(names)
}

// nextIsRagged reports whether the next row has more or fewer cells than the header,
// as the second line of an article has.
func (r *Reader) nextIsRagged() bool {
	_, err := r.Read()
	var bad *RowError
	return errors.As(err, &bad) && !bad.Fatal
}

// roughHeader returns the names in the first line of a file whose header cannot be
// read: for a stray quote, or because two columns are the same.
func roughHeader(prefix []byte) []string {
	d, err := newDecoder("", bytes.NewReader(prefix))
	if err != nil {
		return nil
	}
	text, _ := io.ReadAll(d)
	line, _, _ := bytes.Cut(bytes.TrimLeft(text, "\r\n"), []byte("\n"))
	line = bytes.ReplaceAll(line, []byte(`"`), nil)
	return strings.Split(string(line), string(rune(mostFrequent(line))))
}

// named reports whether one of the names is read as a column.
func named(names []string, column string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return columnsNamed(namesOf(column), name) })
}

// isJSON reports whether a file that begins with prefix is JSON of some form: articles
// do not begin with a brace or bracket and a quote.
func isJSON(prefix []byte) bool {
	rest := bytes.TrimPrefix(prefix, []byte("\uFEFF"))
	marks := ""
	for _, c := range rest[:min(len(rest), window)] {
		if c > ' ' {
			marks += string(rune(c))
		}
		if len(marks) == 2 {
			break
		}
	}
	return marks == `{"` || marks == "[{" || marks == "{}"
}
