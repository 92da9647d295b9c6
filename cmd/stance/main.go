// Stance labels who says what about whom in the news.
//
//	stance label article.txt                     who says what, with the shipped model
//	stance train labels.csv --model my.stance    a model from hand-labelled rows
//	stance eval gold.csv --model my.stance       how good it is
//	stance cv labels.csv                         how good a model of these rows would be
//	stance agree anna.csv ben.csv                how well coders agree
//	stance test                                  how it behaves: negation, passive ...
//	stance compare old/ new/                     is the new one better
//	stance explain "SENTENCE" --target T         which words decided
//	stance model show                            what a model is made of
//	stance check train.csv test.csv              what spoils training and scoring
//	stance parties find "MBS"                    which words name which party
//	stance lexicon find condemned                what a word shows, and toward whom
//	stance dyads labelled.csv                    who is for and against whom
//
// Data goes to standard output, talk to standard error. Exit codes: 0 done,
// 1 failure, 2 usage, 3 data refused, 4 quality gate missed, 5 finished but some
// input skipped, 130 interrupted.
package main

import (
	"cmp"
	"context"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// version is the program's, as printed by --version and kept in reports.
const version = "0.1.0"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// endings are the signals that end a command, with its temporary files removed. One
// that is ignored, as under nohup, stays so.
func endings() []os.Signal {
	all := []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}
	return slices.DeleteFunc(all, signal.Ignored)
}

// A program is the command line with what it reads from and writes to.
type program struct {
	in   io.Reader
	out  *checked
	errs io.Writer

	reads   []fileUse
	outputs outputs
	leftOut int // rows, by --skip-bad
}

// run runs one command and returns its exit code.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	data := &checked{w: out}
	p := &program{in: in, out: data, errs: errs}
	root := &cobra.Command{
		Use:           "stance",
		Short:         "Label who says what about whom in the news",
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          knownCommand,

		SuggestionsMinimumDistance: 2, // letters
		RunE:                       func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.AddCommand(
		p.labelCommand(),
		p.trainCommand(),
		p.evalCommand(),
		p.cvCommand(),
		p.compareCommand(),
		p.agreeCommand(),
		p.checkCommand(),
		p.testCommand(),
		p.explainCommand(),
		p.modelCommand(),
		p.partiesCommand(),
		p.lexiconCommand(),
		p.dyadsCommand(),
	)
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(data)
	root.SetErr(errs)
	root.SetFlagErrorFunc(badFlag)
	command, err := execute(ctx, root)
	if err == nil {
		err = cmp.Or(data.err, p.skipped())
	}
	return p.exit(command, err)
}

// patience is how long an interrupted command may take to clean up.
const patience = 2 * time.Second

// execute runs the command line and returns the path of the command it names, such
// as "stance model show". A command that does not end when ctx does, because it
// trains or waits for input, is left behind: the process ends with it, and outputs
// are only ever replaced by whole files.
func execute(ctx context.Context, root *cobra.Command) (path string, err error) {
	type ended struct {
		path string
		err  error
	}
	done := make(chan ended, 1)
	go func() {
		c, err := root.ExecuteContextC(ctx)
		done <- ended{c.CommandPath(), err}
	}()
	select {
	case e := <-done:
		return e.path, e.err
	case <-ctx.Done():
	}
	select {
	case e := <-done:
		return e.path, e.err
	case <-time.After(patience):
		return root.Name(), ctx.Err()
	}
}
