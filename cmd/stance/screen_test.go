package main

import (
	"bytes"
	"context"
	"errors"
	"testing"
)

func TestVisibleEscapesWhatDrivesATerminal(t *testing.T) {
	check := func(in, want string) {
		t.Helper()
		if got := visible(in); got != want {
			t.Errorf("visible(%q) = %q, want %q", in, got, want)
		}
	}
	check("", "")
	check("Zürich, 東京\n\tand so on", "Zürich, 東京\n\tand so on")
	check("a\x1b[2Jb", `a\x1b[2Jb`)
	check("\u202eevil\u2066", `\u202eevil\u2066`)
	check("\u009b2J\x9b2J", `\u009b2J\x9b2J`)
	check("\x07\r\x00\x7f", `\x07\x0d\x00\x7f`)
	check("kept \ufffd as it is", "kept \ufffd as it is")
}

// fullDisk takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestOutputThatCannotBeWrittenIsAFailure(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"--help"}, {"--version"}, {"model", "show"}, {"explain", "Kenya praised Poland.", "--target", "Poland"}} {
		var errs bytes.Buffer
		code := run(context.Background(), args, nil, fullDisk{}, &errs)
		if want := "stance: cannot write standard output: no space left\n"; code != exitFailure || !bytes.HasSuffix(errs.Bytes(), []byte(want)) {
			t.Errorf("%q: exit code %d, message %q; want %d, %q", args, code, errs.String(), exitFailure, want)
		}
	}
}
