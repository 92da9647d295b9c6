package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A block is a command of the README and the output that is shown under it.
type block struct {
	line    int
	command string
	output  []string // lines; one that ends in "..." stands for any number of lines that begin as it does
}

// readmeBlocks returns the commands in the code blocks of a Markdown text, fenced or
// indented, that begin with "$ stance" or "$ go run ./cmd/stance", each with the
// lines up to the next command or the end of the block.
func readmeBlocks(text string) []block {
	var blocks []block
	fenced, open := false, false
	for i, line := range strings.Split(text, "\n") {
		code, indented := strings.CutPrefix(line, "    ")
		if fenced {
			code = line
		}
		switch {
		case strings.HasPrefix(line, "```"):
			fenced, open = !fenced, false
		case !fenced && !indented && line != "":
			open = false
		case strings.HasPrefix(code, "$ "):
			command := strings.Replace(code[len("$ "):], "go run ./cmd/stance", "stance", 1)
			if open = strings.HasPrefix(command, "stance "); open {
				blocks = append(blocks, block{line: i + 1, command: command})
			}
		case open:
			last := &blocks[len(blocks)-1]
			last.output = append(last.output, code)
		}
	}
	for i := range blocks {
		blocks[i].output = trimBlank(blocks[i].output)
	}
	return blocks
}

// trimBlank drops the empty lines at both ends.
func trimBlank(lines []string) []string {
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// matches reports whether an output is what the block shows, empty lines at the end
// aside.
func (b block) matches(output string) bool {
	var pattern strings.Builder
	for _, line := range b.output {
		if start, elided := strings.CutSuffix(line, "..."); elided {
			pattern.WriteString(regexp.QuoteMeta(start) + `[^\n]*\n(?:.*\n)*?`)
			continue
		}
		pattern.WriteString(regexp.QuoteMeta(line) + "\n")
	}
	return regexp.MustCompile(`\A` + pattern.String() + `\z`).MatchString(strings.TrimRight(output, "\n") + "\n")
}

// TestREADMEIsTrue runs the commands of the README, in their order, in a folder that
// has all that a checkout has, and compares what they print with what is shown. A
// block without output only has to succeed.
func TestREADMEIsTrue(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := readmeBlocks(string(text))
	if len(blocks) == 0 {
		t.Fatal("README.md has no block that starts with $ stance or $ go run ./cmd/stance")
	}
	folder := checkout(t)
	for _, b := range blocks {
		out, err := b.run(t, folder)
		if err != nil {
			t.Errorf("README.md:%d: %s: %v\n%s", b.line, b.command, err, out)
		} else if len(b.output) > 0 && !b.matches(out) {
			t.Errorf("README.md:%d: %s\nprints\n%s\nREADME shows\n%s", b.line, b.command, out, strings.Join(b.output, "\n"))
		}
	}
}

// run runs the command in a shell and returns what a terminal would show of it, with
// standard output first.
func (b block) run(t *testing.T, folder string) (string, error) {
	t.Helper()
	var out, errs bytes.Buffer
	c := exec.Command("sh", "-c", b.command)
	c.Dir, c.Stdout, c.Stderr = folder, &out, &errs
	err := c.Run()
	if len(b.output) > 0 && !b.matches(out.String()) {
		return out.String() + errs.String(), err
	}
	return out.String(), err
}

// checkout returns a folder with links to all that the project's folder has, in
// which a command can write its files.
func checkout(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := os.Symlink(filepath.Join(root, e.Name()), filepath.Join(folder, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestREADMEBlocksAreFound(t *testing.T) {
	text := "```\n$ go run ./cmd/stance label a.txt\nid,...\nx\n$ ls\na.txt\n$ stance eval b.csv\n```\n$ stance no\n" +
		"\n    $ stance show\n\n    a\n\n    b\n\nText.\n\n    c\n"
	got := readmeBlocks(text)
	want := []block{{2, "stance label a.txt", []string{"id,...", "x"}}, {7, "stance eval b.csv", []string{}}, {11, "stance show", []string{"a", "", "b"}}}
	if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
		t.Fatalf("got %+v, want %+v", got, want)
	}
	check := func(output string, want bool) {
		t.Helper()
		if got[0].matches(output) != want {
			t.Errorf("matches(%q) = %v", output, !want)
		}
	}
	check("id,text\nx\n", true)
	check("id,text\nmore\nx\n", true)
	check("text\nx\n", false)
	check("id,text\nx\ny\n", false)
}
