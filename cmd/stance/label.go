package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"stance"
	"stance/datasets"
)

// labelFlags are the flags of stance label.
type labelFlags struct {
	model, out, format     string
	excel, perLine, resume bool

	textCol, idCol                       string
	titleCol, dateCol, outletCol, urlCol string

	minConfidence float64
	keepEmpty     bool
	explain       bool
	unlisted      bool
	parties       partyFlags
}

func (p *program) labelCommand() *cobra.Command {
	var f labelFlags
	c := &cobra.Command{
		Use:   "label INPUT...",
		Short: "Say who says what about whom, as a spreadsheet",
		Long: `Label articles or statements; - is standard input.

An input that is CSV or JSONL with a text and a target column is labelled row by row.
Any other input is articles, cut into statements: one row for each sentence, source and
target found. They come as text, a web page, an RSS or Atom feed, or as rows with a text
but no target; in any usual encoding; packed by gzip or not. What a file is its content
tells. Of a folder all files are read, those in its folders too, hidden ones aside; also
tables of statements, such as a gold.csv: name articles/*.txt to leave them out.

Headline, date, outlet and address of an article follow as title, date, outlet, url. What
cannot be read is skipped, and listed in FILE.skipped.csv beside --out FILE (exit code 5).

Parties are those of the table (stance parties --help). With --unlisted also people and
organisations that an article names and the table lacks, found by their capitals and the
words around them: "opposition leader Maria Ruiz", "Democratic Unity Platform (DUP)". The
party is the longest name printed; surname and acronym stand for it. Their rows have the
flag unlisted. Those to keep belong into a table of your own (--parties).

--excel writes a byte order mark, CRLF, and a last column, excel_guard: the names of the
row's columns in which a cell begins like a formula and got an apostrophe in front. stance
takes them off by it when it reads the file, so leave the column in.

--explain adds three columns behind ours, in a table three lines below each pair:
  stance_because     "denounced" +1.94 | lexicon +0.80 | "not" -0.31 | prior -0.79 | rest +0.12
  sentiment_because  the same for the sentiment
  source_because     the word by which the source was found: said
The numbers are log-odds and sum to log p of the label less the mean log p of the others.
Words are quoted; TARGET, SOURCE and OTHER are the parties; lexicon and predicates are the
balance of all polar words and of what is shown toward the target, prior is what the label
has before a word is read.`,
		Example: "  stance label article.txt\n  stance label statements.csv --out labelled.csv --excel\n" +
			"  stance label articles/ --out labelled.csv            then, if it was interrupted:\n  stance label articles/ --out labelled.csv --resume\n" +
			"  stance label election.txt --unlisted",
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return p.label(c.Context(), args, f) },
	}
	l := c.Flags()
	l.SortFlags = false
	l.StringVar(&f.model, "model", "", "model file (default: the shipped model)")
	l.StringVar(&f.out, "out", "", "file to write to (default: standard output)")
	l.StringVar(&f.format, "format", "", "csv, jsonl or table (default: table on a terminal, else csv)")
	l.BoolVar(&f.excel, "excel", false, "write CSV that Excel opens by a double click")
	l.Float64Var(&f.minConfidence, "min-confidence", 0, "leave out rows whose stance (else sentiment) is less probable, 0 to 1")
	l.BoolVar(&f.keepEmpty, "keep-empty", false, "write a row also for an article without any statement")
	l.BoolVar(&f.explain, "explain", false, "also say what decided: columns stance_because, sentiment_because and source_because")
	l.BoolVar(&f.resume, "resume", false, "go on where an interrupted run with the same --out stopped")
	l.BoolVar(&f.perLine, "per-line", false, "every line of a text file is an article")
	l.StringVar(&f.textCol, "text-col", "", "column of the articles' texts; each row is an article")
	l.StringVar(&f.titleCol, "title-col", "", "column of their headlines (default: title or headline)")
	l.StringVar(&f.dateCol, "date-col", "", "column of their dates (default: date or published)")
	l.StringVar(&f.idCol, "id-col", "", "column of their ids, which become doc_id (default: id)")
	l.StringVar(&f.outletCol, "outlet-col", "", "column of their outlets (default: outlet or publisher)")
	l.StringVar(&f.urlCol, "url-col", "", "column of their addresses (default: url or link)")
	f.parties.add(l)
	l.BoolVar(&f.unlisted, "unlisted", false, "find people and organisations of an article that no table has, too (flag unlisted)")
	return c
}

// label labels all inputs, in order.
func (p *program) label(ctx context.Context, paths []string, f labelFlags) error {
	format, err := p.format(f)
	if err != nil {
		return err
	}
	if err := f.check(paths); err != nil {
		return err
	}
	reads := append(uses("the input", paths...), fileUse{"--model", f.model})
	reads = append(reads, f.parties.uses()...)
	if err := p.distinct(reads, uses("--out", f.writes()...)); err != nil {
		return err
	}
	if err := f.sparesArticles(paths); err != nil {
		return err
	}
	if err := checkWritable(f.out); err != nil {
		return err
	}
	m, err := p.openModelWith(f.model, f.parties)
	if err != nil {
		return err
	}
	if f.unlisted {
		m = m.WithUnlisted()
	}
	run := &labelRun{model: m, format: format, program: p, flags: f}
	inputs, err := run.openInputs(paths)
	if err != nil {
		return err
	}
	defer closeAll(inputs)
	run.layout = newLayout(inputs, f.becauseColumns()...)
	run.meter = run.newMeter(inputs)
	err = run.create(inputs, func(out *rowsOut) error { return run.all(ctx, inputs, out) })
	if err != nil {
		return err
	}
	run.meter.sum(p)
	if err := run.listSkipped(); err != nil {
		return err
	}
	if run.unusable > 0 {
		return fmt.Errorf("%w: %d in all; rows of a table are kept, flagged and without labels", errSkipped, run.unusable)
	}
	return nil
}

// check refuses flags that make no sense.
func (f *labelFlags) check(paths []string) error {
	switch {
	case !(f.minConfidence >= 0 && f.minConfidence <= 1):
		return usagef("--min-confidence: %g is not a probability; give a number from 0 to 1", f.minConfidence)
	case f.perLine && f.textCol != "":
		return usagef("--per-line and --text-col do not go together: lines have no columns")
	case f.resume && (f.out == "" || f.out == "-"):
		return usagef("--resume continues a file; name it with --out")
	case f.resume && slices.Contains(paths, "-"):
		return usagef("--resume reads its input again, which standard input cannot give; name a file")
	}
	return nil
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
		return tableFormat{f.explain}, nil
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
	flags    labelFlags
	layout   *layout
	format   rowFormat
	meter    *meter
	ids      datasets.IDs // made in the order of the output
	docs     docIDs
	left     []skipped
	unusable int // rows, inputs and parts of inputs
	notices  int
}

// shownComplaints is how many rows and inputs that cannot be used are named, and how
// many notices are given.
const shownComplaints = 20

// complain counts a row or input that cannot be used, and says why.
func (r *labelRun) complain(why string) {
	r.unusable++
	switch {
	case r.unusable <= shownComplaints:
		r.say(why)
	case r.unusable == shownComplaints+1:
		r.say("more that cannot be used is counted, not named")
	}
}

// notice says something that is worth knowing of an input.
func (r *labelRun) notice(what string) {
	r.notices++
	switch {
	case r.notices <= shownComplaints:
		r.say(what)
	case r.notices == shownComplaints+1:
		r.say("more notices are not shown")
	}
}

func (r *labelRun) say(line string) {
	r.meter.clear()
	r.program.say("%s", line)
}
