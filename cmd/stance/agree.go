package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stance/datasets"
	"stance/reports"
)

// agreeFlags are the flags of stance agree.
type agreeFlags struct {
	coder, task, out, json string
	minAlpha               float64
	gate                   bool // minAlpha was given
	draws                  int
	seed                   uint64
	skipBad                bool
}

func (p *program) agreeCommand() *cobra.Command {
	var f agreeFlags
	c := &cobra.Command{
		Use:   "agree A.csv B.csv...",
		Short: "Measure how well coders agree, and list what they disagree on",
		Long: `Print percent agreement, Krippendorff's alpha (nominal, and ordinal for
against < none < favor and negative < neutral < positive), Cohen's and Fleiss' kappa
and Gwet's AC1 of two or more coders, by label, coder pair and target, with 95 %
bootstrap intervals over whole articles. Only statements count that at least two
coders labelled; how many are left out is said.

Each file is the work of one coder, named after the file; the same id is the same
statement, and an id that a file lacks was not coded by its coder. One file may
hold all: with a row for each statement and coder, and --coder for the column of
the coders, or with the columns stance_coder1, stance_coder2 (or sentiment_...).`,
		Example: `  stance agree anna.csv ben.csv --out agreement/
  stance agree coded.csv --coder coder --task stance --min-alpha 0.8`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			f.gate = c.Flags().Changed("min-alpha")
			return p.agree(args, f)
		},
	}
	l := c.Flags()
	l.StringVar(&f.coder, "coder", "", "column that names the coder of each row, for a single file")
	l.StringVar(&f.task, "task", "auto", "stance, sentiment or both; auto: those that have labels")
	l.StringVar(&f.out, "out", "", "folder for the report as text, Markdown, JSON and CSV, and for disagreements.csv")
	l.StringVar(&f.json, "json", "", "write the numbers to this file as JSON; - is standard output")
	l.Float64Var(&f.minAlpha, "min-alpha", 0, "exit 4 if Krippendorff's alpha (nominal) of a task is lower, or not defined")
	l.IntVar(&f.draws, "draws", defaultDraws, "bootstrap draws")
	l.Uint64Var(&f.seed, "seed", 1, "seed of the bootstrap")
	l.BoolVar(&f.skipBad, "skip-bad", false, "leave bad rows out, counted and listed, instead of refusing the file; exit code 5")
	return c
}

// check refuses flags that make no sense.
func (f *agreeFlags) check(paths []string) error {
	if err := checkDraws(f.draws, 1); err != nil {
		return err
	}
	switch {
	case !slices.Contains([]string{"auto", "stance", "sentiment", "both"}, f.task):
		return usagef("--task: %q is none of auto, stance, sentiment, both", f.task)
	case f.gate && !(f.minAlpha >= -1 && f.minAlpha <= 1):
		return usagef("--min-alpha: %v is no alpha; it is at most 1", f.minAlpha)
	case f.coder != "" && len(paths) > 1:
		return usagef("--coder goes with one file that holds all coders; leave it out to compare %d files", len(paths))
	}
	for i, path := range paths {
		if slices.Contains(paths[:i], path) {
			return usagef("%s is named twice; a coder agrees with himself", inputName(path))
		}
	}
	return nil
}

// agree compares the coders and writes what the flags ask for.
func (p *program) agree(paths []string, f agreeFlags) error {
	if err := f.check(paths); err != nil {
		return err
	}
	if err := p.distinct(uses("the input", paths...), uses("--json", f.json)); err != nil {
		return err
	}
	if err := checkOutputs(f.out, f.json); err != nil {
		return err
	}
	r := &agreeRun{flags: f}
	if err := p.readCodings(r, paths); err != nil {
		return err
	}
	if err := p.compareCoders(r); err != nil {
		return err
	}
	if err := p.writeAgreement(r); err != nil {
		return err
	}
	return r.gate()
}

// An agreeRun is one run of stance agree.
type agreeRun struct {
	flags   agreeFlags
	data    string // names and hashes of the files
	codings *datasets.Codings
	tasks   []datasets.Task  // those compared
	units   [][]reports.Unit // beside tasks
	reports []*reports.Agreement
}

// readCodings reads the files and joins them.
func (p *program) readCodings(r *agreeRun, paths []string) error {
	var files []*datasets.Corpus
	var data []string
	for i, name := range shortNames(paths) {
		c, err := p.readLabelled(paths[i], datasets.ReadCoderRows, r.flags.skipBad)
		if err != nil {
			return err
		}
		for k, other := range files {
			if other.SHA256 == c.SHA256 {
				p.say("%s: the same bytes as %s; two coders do not write the same file", c.Name, paths[k])
			}
		}
		files = append(files, c)
		data = append(data, signature(name, c.SHA256))
	}
	r.data = strings.Join(data, ", ")
	var err error
	switch {
	case len(files) > 1:
		r.codings, err = datasets.JoinCoders(coderNames(paths), files)
	case r.flags.coder != "":
		r.codings, err = datasets.CoderRows(files[0], r.flags.coder)
	default:
		r.codings, err = datasets.CoderColumns(files[0])
	}
	if err != nil {
		return err
	}
	return r.enough(files[0])
}

// enough refuses codings of fewer than two coders.
func (r *agreeRun) enough(first *datasets.Corpus) error {
	switch n := len(r.codings.Coders); {
	case n == 0:
		return fmt.Errorf("%s: %w: one file of one coder; name a second file, the column of coders with --coder, or columns stance_coder1, stance_coder2; columns found: %s",
			first.Name, datasets.ErrRefused, strings.Join(first.Header, ", "))
	case n == 1:
		return fmt.Errorf("%s: %w: only one coder, %q; agreement needs two", first.Name, datasets.ErrRefused, r.codings.Coders[0])
	}
	return nil
}

// coderNames returns the short names of files without their extension, where that
// still tells them apart: anna.csv is anna.
func coderNames(paths []string) []string {
	names := shortNames(paths)
	bare := make([]string, len(names))
	for i, name := range names {
		bare[i] = strings.TrimSuffix(name, filepath.Ext(name))
	}
	for i, name := range bare {
		if name == "" || slices.Contains(bare[:i], name) {
			return names
		}
	}
	if i := slices.Index(paths, "-"); i >= 0 {
		bare[i] = inputName("-")
	}
	return bare
}

// compareCoders makes a report of each task that is asked for and has labels.
func (p *program) compareCoders(r *agreeRun) error {
	groups, how := datasets.Groups(r.codings.Examples)
	var apart []string
	for _, t := range datasets.Tasks {
		asked := r.flags.task == "both" || r.flags.task == t.Name
		if !asked && (r.flags.task != "auto" || !r.codings.Has(t)) {
			continue
		}
		units := r.unitsOf(t, groups)
		report, err := reports.Agree(t, r.codings.Coders, units, reports.Options{
			Draws: r.flags.draws, Seed: r.flags.seed, GroupedBy: how, Data: r.data, Version: version,
		})
		switch {
		case errors.Is(err, reports.ErrNoOverlap) && !asked:
			apart = append(apart, t.Name)
			continue
		case errors.Is(err, reports.ErrNoOverlap):
			return r.noOverlap(t.Name)
		case err != nil:
			return err
		}
		r.tasks, r.units, r.reports = append(r.tasks, t), append(r.units, units), append(r.reports, report)
	}
	if len(r.reports) == 0 {
		return r.noOverlap("stance or sentiment")
	}
	for _, name := range apart {
		p.say("%s: no statement has the labels of two coders; left out", name)
	}
	return nil
}

// noOverlap refuses coders that have nothing in common.
func (r *agreeRun) noOverlap(task string) error {
	return fmt.Errorf("%w: none of the %d statements has %s labels of two coders (%s); give the same statements the same ids",
		datasets.ErrRefused, len(r.codings.Examples), task, strings.Join(r.codings.Coders, ", "))
}

// unitsOf returns the statements with the labels of a task.
func (r *agreeRun) unitsOf(t datasets.Task, groups []int) []reports.Unit {
	units := make([]reports.Unit, len(r.codings.Examples))
	for i := range units {
		e := &r.codings.Examples[i]
		units[i] = reports.Unit{ID: e.ID, Group: groups[i], Target: e.Target, Labels: r.codings.Labels(i, t)}
	}
	return units
}

// gate returns an error if the alpha of a task is too low.
func (r *agreeRun) gate() error {
	if !r.flags.gate {
		return nil
	}
	var missed []string
	for _, a := range r.reports {
		switch alpha := a.Overall.Alpha; {
		case alpha == nil:
			missed = append(missed, fmt.Sprintf("%s: alpha is not defined", a.Task))
		case alpha.Value < r.flags.minAlpha:
			missed = append(missed, fmt.Sprintf("%s: alpha %.4f is below %v", a.Task, alpha.Value, r.flags.minAlpha))
		}
	}
	if len(missed) == 0 {
		return nil
	}
	return fmt.Errorf("--min-alpha: %s: %w", strings.Join(missed, "; "), errGate)
}
