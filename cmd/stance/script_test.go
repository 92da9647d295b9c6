package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/script")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"stance": main})
}

// TestStories runs the command line on the stories in testdata/script. Each starts
// with labels.csv, hand-labelled rows that any trainer can learn.
func TestStories(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: false,
		Setup: func(e *testscript.Env) error {
			labels, err := os.ReadFile("testdata/labels.csv")
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(e.WorkDir, "labels.csv"), labels, 0o644)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits,
			"put":   put,
			"pick":  pick,
			"mask":  mask,

			"without": without,

			"unique-ids":   uniqueIDs,
			"starts":       starts,
			"crlf":         crlf,
			"join":         join,
			"clean-folder": cleanFolder,
		},
	})
}

// exits runs a command and demands its exit code: exits 3 stance eval gold.csv.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND...")
	}
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// put writes a file from a Go string, for bytes that a story cannot hold:
// put in.csv 'text\r\n\xff'.
func put(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: put FILE STRING")
	}
	content, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(content), 0o644))
}

// pick prints some columns of a CSV file to the file picked:
// pick out.csv id target flags.
func pick(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: pick FILE COLUMN...")
	}
	rows, err := csv.NewReader(strings.NewReader(ts.ReadFile(args[0]))).ReadAll()
	ts.Check(err)
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	for _, row := range rows {
		var cells []string
		for _, name := range args[1:] {
			at := slices.Index(rows[0], name)
			if at < 0 {
				ts.Fatalf("no column %q in %q", name, rows[0])
			}
			cells = append(cells, row[at])
		}
		ts.Check(w.Write(cells))
	}
	w.Flush()
	ts.Check(os.WriteFile(ts.MkAbs("picked"), out.Bytes(), 0o644))
}

var (
	decimals3 = regexp.MustCompile(`[+-]?\b\d+\.\d{2,}(e-\d+)?\b`)
	integers  = regexp.MustCompile(`\b\d+ features\b`)
)

// mask prints a file with learnt numbers masked to the file masked.
func mask(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: mask FILE")
	}
	text := decimals3.ReplaceAllString(ts.ReadFile(args[0]), "#")
	text = integers.ReplaceAllString(text, "# features")
	ts.Check(os.WriteFile(ts.MkAbs("masked"), []byte(text), 0o644))
}

// without prints a file less the lines that match to the file left:
// without '^leaks: ' out.txt.
func without(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: without PATTERN FILE")
	}
	pattern, err := regexp.Compile(args[0])
	ts.Check(err)
	var left strings.Builder
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		if !pattern.MatchString(strings.TrimSuffix(line, "\n")) {
			left.WriteString(line)
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs("left"), []byte(left.String()), 0o644))
}

// uniqueIDs demands that a CSV file has so many rows, each with its own id.
func uniqueIDs(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: unique-ids FILE ROWS")
	}
	rows, err := csv.NewReader(strings.NewReader(ts.ReadFile(args[0]))).ReadAll()
	ts.Check(err)
	seen := map[string]bool{}
	for _, row := range rows[1:] {
		if id := row[0]; id == "" || seen[id] {
			ts.Fatalf("id %q is empty or stands twice", id)
		}
		seen[row[0]] = true
	}
	if strconv.Itoa(len(seen)) != args[1] {
		ts.Fatalf("%d rows, want %s", len(seen), args[1])
	}
}

// starts demands that a file starts with the bytes of another.
func starts(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: starts FILE START")
	}
	if !strings.HasPrefix(ts.ReadFile(args[0]), ts.ReadFile(args[1])) {
		ts.Fatalf("%s does not start as %s", args[0], args[1])
	}
}

// crlf demands that every line of a file ends in CR and LF.
func crlf(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: crlf FILE")
	}
	text := ts.ReadFile(args[0])
	if n := strings.Count(text, "\r\n"); n == 0 || n != strings.Count(text, "\n") {
		ts.Fatalf("%d of %d lines of %s end in CRLF", n, strings.Count(text, "\n"), args[0])
	}
}

// join writes a file that is others joined.
func join(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: join FILE PART...")
	}
	var whole strings.Builder
	for _, part := range args[1:] {
		whole.WriteString(ts.ReadFile(part))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(whole.String()), 0o644))
}

// cleanFolder demands that no temporary file is left in the folder.
func cleanFolder(ts *testscript.TestScript, neg bool, args []string) {
	left, err := filepath.Glob(ts.MkAbs(".*.tmp"))
	ts.Check(err)
	if len(left) > 0 {
		ts.Fatalf("temporary files are left: %q", left)
	}
}
