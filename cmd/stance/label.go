package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"stance"
	"stance/datasets"
)

// labelFlags are the flags of stance label.
type labelFlags struct {
	model, out, format string
	excel              bool
	parties            partyFlags
}

func (p *program) labelCommand() *cobra.Command {
	var f labelFlags
	c := &cobra.Command{
		Use:   "label INPUT...",
		Short: "Say who says what about whom, as a spreadsheet",
		Long: `Label articles or statements; - is standard input.

An input that is CSV or JSONL with a text and a target column is labelled row by row.
Any other input is an article: it is cut into statements, one row for each sentence,
source and target found.`,
		Example: "  stance label article.txt\n  stance label statements.csv --out labelled.csv --excel",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(c *cobra.Command, args []string) error { return p.label(c.Context(), args, f) },
	}
	l := c.Flags()
	l.StringVar(&f.model, "model", "", "model file (default: the shipped model)")
	l.StringVar(&f.out, "out", "", "file to write to (default: standard output)")
	l.StringVar(&f.format, "format", "", "csv, jsonl or table (default: table on a terminal, else csv)")
	l.BoolVar(&f.excel, "excel", false, "write CSV that Excel opens by a double click")
	f.parties.add(l)
	return c
}

// label labels all inputs, in order.
func (p *program) label(ctx context.Context, paths []string, f labelFlags) error {
	format, err := p.format(f)
	if err != nil {
		return err
	}
	reads := append(uses("the input", paths...), fileUse{"--model", f.model})
	reads = append(reads, f.parties.uses()...)
	if err := p.distinct(reads, uses("--out", f.out)); err != nil {
		return err
	}
	if err := checkWritable(f.out); err != nil {
		return err
	}
	m, err := p.openModelWith(f.model, f.parties)
	if err != nil {
		return err
	}
	run := &labelRun{model: m, format: format, program: p}
	inputs, err := run.openInputs(paths)
	if err != nil {
		return err
	}
	defer closeAll(inputs)
	run.layout = newLayout(inputs)
	err = p.create(f.out, func(w io.Writer) error { return run.all(ctx, inputs, w) })
	if err == nil && run.unusable > 0 {
		return fmt.Errorf("%w: %d in all; rows of a table are kept, flagged and without labels", errSkipped, run.unusable)
	}
	return err
}

// format returns the writer of rows that the flags ask for.
func (p *program) format(f labelFlags) (rowFormat, error) {
	name := f.format
	if name == "" {
		name = "csv"
		switch {
		case strings.HasSuffix(f.out, ".jsonl"):
			name = "jsonl"
		case f.out == "" && !f.excel && p.onTerminal():
			name = "table"
		}
	}
	if f.excel && name != "csv" {
		return nil, usage(errors.New("--excel goes with --format csv"))
	}
	switch name {
	case "csv":
		return csvFormat{excel: f.excel}, nil
	case "jsonl":
		return jsonFormat{}, nil
	case "table":
		return tableFormat{}, nil
	}
	return nil, usagef("--format: %q is none of csv, jsonl, table", name)
}

// onTerminal reports whether standard output is a terminal.
func (p *program) onTerminal() bool {
	f, ok := p.out.w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

// A labelRun is one run of stance label.
type labelRun struct {
	program  *program
	model    *stance.Model
	layout   *layout
	format   rowFormat
	ids      datasets.IDs // made by the goroutine that reads
	unusable int          // rows and inputs
}

// shownComplaints is how many rows and inputs that cannot be used are named.
const shownComplaints = 20

// complain counts a row or input that cannot be used, and says why.
func (r *labelRun) complain(why string) {
	r.unusable++
	switch {
	case r.unusable <= shownComplaints:
		r.program.say("%s", why)
	case r.unusable == shownComplaints+1:
		r.program.say("more that cannot be used is counted, not named")
	}
}
