package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"stance/datasets"
)

// A skipped is an input, or a part of one, that was left out.
type skipped struct {
	file, reason string
	line         string // what is said about it; "" = file: reason
}

// leftOut returns what is left out because of an error, which may bear its name.
func leftOut(name string, err error) skipped {
	var row *datasets.RowError
	if errors.As(err, &row) {
		reason := *row
		reason.File, reason.Line = "", 0
		if row.Line > 0 {
			name = fmt.Sprintf("%s:%d", name, row.Line)
		}
		err = errors.New(strings.TrimPrefix(reason.Error(), ": "))
	}
	return skipped{file: name, reason: strings.TrimPrefix(err.Error(), name+": ")}
}

// skip notes that a file, or a part of it, is left out.
func (c *chunk) skip(name string, err error) { c.skipped = append(c.skipped, leftOut(name, err)) }

// skip notes an input, or a part of one, that is left out, and says so.
func (r *labelRun) skip(s skipped) {
	r.left = append(r.left, s)
	if s.line == "" {
		s.line = s.file + ": " + s.reason + "; skipped"
	}
	r.complain(s.line)
}

// skippedEnding is what the name of the list of skipped inputs has behind that of the
// output.
const skippedEnding = ".skipped.csv"

// listSkipped writes the list of what was skipped beside the output. If nothing was, a
// list that an earlier run wrote is removed.
func (r *labelRun) listSkipped() error {
	if !isFile(r.flags.out) {
		return nil
	}
	path := r.flags.out + skippedEnding
	header := []string{"file", "reason"}
	if len(r.left) == 0 {
		if old, err := os.ReadFile(path); err == nil && strings.HasPrefix(string(old), strings.Join(header, ",")+"\n") {
			return os.Remove(path)
		}
		return nil
	}
	r.say("skipped: listed in " + path)
	return r.program.create(path, func(w io.Writer) error {
		list := datasets.NewWriter(w, header, datasets.WriterOptions{})
		for _, s := range r.left {
			list.Write([]string{s.file, s.reason})
		}
		return list.Flush()
	})
}
