package main

import (
	"io"

	"github.com/spf13/cobra"

	"stance"
	"stance/datasets"
)

// exportFlags are the flags of stance model export.
type exportFlags struct {
	task, out string
	parties   partyFlags
}

func (p *program) exportCommand() *cobra.Command {
	var f exportFlags
	c := &cobra.Command{
		Use:   "export MODEL DATA.csv",
		Short: "Write hand-labelled rows as the model's matrix, in LIBLINEAR's format",
		Long: `Write the rows of DATA.csv as the linear model of MODEL sees them, one a line,
"class column:value ...", so that LIBLINEAR can train on the same numbers. How many
rows the model's own scores get right, before calibration, goes to standard error.`,
		Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error { return p.export(args[0], args[1], f) },
	}
	c.Flags().StringVar(&f.task, "task", datasets.Stance.Name, "stance or sentiment")
	c.Flags().StringVar(&f.out, "out", "", "file to write to (default: standard output)")
	f.parties.add(c.Flags())
	return c
}

func (p *program) export(model, data string, f exportFlags) error {
	if err := p.distinct(append(f.parties.uses(), fileUse{"the model", model}, fileUse{"the input", data}), uses("--out", f.out)); err != nil {
		return err
	}
	m, err := p.openModelWith(model, f.parties)
	if err != nil {
		return err
	}
	examples, _, err := p.readCorpora([]string{data}, false)
	if err != nil {
		return err
	}
	if err := stance.AnnotateWith(examples, m.Parties()); err != nil {
		return err
	}
	for _, c := range m.File().Classifiers {
		if c.Task().Name != f.task {
			continue
		}
		labelled, _ := stance.WithLabel(examples, make([]int, len(examples)), c.Task())
		x, y, err := c.Matrix(labelled)
		if err != nil {
			return err
		}
		right := c.Linear.Linear().Correct(x, y)
		p.say("%d rows, %d right by the highest score (%.2f %%)", len(y), right, 100*float64(right)/float64(max(len(y), 1)))
		return p.create(f.out, func(w io.Writer) error { return x.WriteLIBLINEAR(w, y) })
	}
	return usagef("--task: the model does not answer %q", f.task)
}
