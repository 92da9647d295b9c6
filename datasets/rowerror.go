package datasets

import (
	"errors"
	"fmt"
	"strings"
)

// ErrRefused is wrapped by every error that says that data were refused, as
// opposed to files that could not be opened or read.
var ErrRefused = errors.New("data refused")

// A RowError tells what is wrong with one row of a file, and the remedy.
type RowError struct {
	File   string
	Line   int // counts from 1; 0 = the file as a whole
	What   string
	Remedy string
	Fatal  bool // nothing can be read after this row
}

// Error returns "file:line: what; remedy".
func (e *RowError) Error() string {
	where := e.File
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d", e.File, e.Line)
	}
	if e.Remedy == "" {
		return where + ": " + e.What
	}
	return where + ": " + e.What + "; " + e.Remedy
}

// Unwrap returns ErrRefused.
func (e *RowError) Unwrap() error { return ErrRefused }

// ends reports whether nothing can be read after err. io.EOF ends, too.
func ends(err error) bool {
	if err == nil {
		return false
	}
	var bad *RowError
	return !errors.As(err, &bad) || bad.Fatal
}

// A refusal is the reason why a whole file is refused.
type refusal string

func (r refusal) Error() string { return string(r) }
func (r refusal) Unwrap() error { return ErrRefused }

const badRowsShown = 10

// refuse returns one error for the bad rows of a file: their count, the first
// ten of them and the remedy.
func refuse(file string, bad []error, remedy string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s cannot be used", file, count(len(bad), "row"))
	for i, err := range bad {
		if i == badRowsShown {
			fmt.Fprintf(&b, "\n... and %d more", len(bad)-i)
			break
		}
		b.WriteString("\n" + err.Error())
	}
	b.WriteString("\n" + remedy)
	return refusal(b.String())
}

// count returns a number and its noun: "1 row", "2 rows".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
