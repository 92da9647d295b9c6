package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stance/datasets"
	"stance/reports"
)

// compareFlags are the flags of stance compare.
type compareFlags struct {
	gold, out, json string
	draws           int
	seed            uint64
	gate            bool // --fail-if-worse is given
	failIfWorse     float64
}

func (p *program) compareCommand() *cobra.Command {
	var f compareFlags
	c := &cobra.Command{
		Use:   "compare A B",
		Short: "Tell whether one system is better than another, on the same statements",
		Long: `Compare the predictions of two systems: folders that "stance eval --out" wrote, or
files of predictions (long or wide form). Rows are joined by id; rows that only one
of them has, ids that stand twice and gold labels that differ are refused.

Each metric of B minus A has a 95 % interval and a p value from a paired bootstrap
over whole articles. The verdict (better, worse, or ~ for inside the noise) is by
the p value after Holm's correction for the number of metrics, at 0.05. Right and
wrong answers are compared by the exact McNemar test, row by row.

Articles and texts are those of the folders, or of --gold; with neither, every row
counts as an article of its own.

--fail-if-worse X exits 4 if, for any task, the verdict on the headline is "worse"
and B is more than X points below A. A point is 0.01: with 0 any headline that is
worse fails, and no drop inside the noise ever does.`,
		Example: "  stance eval gold.csv --model old.stance --out old/\n" +
			"  stance eval gold.csv --model new.stance --out new/\n" +
			"  stance compare old/ new/ --out old-new/ --fail-if-worse 1",
		Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			f.gate = c.Flags().Changed("fail-if-worse")
			return p.compare(args[0], args[1], f)
		},
	}
	l := c.Flags()
	l.StringVar(&f.gold, "gold", "", "hand-labelled file with the gold labels, articles and texts")
	l.StringVar(&f.out, "out", "", "folder for compare.txt, .md, .json, .csv, and changed.csv: the rows on which they differ")
	l.StringVar(&f.json, "json", "", "write the numbers to this file as JSON; - is standard output")
	l.Float64Var(&f.failIfWorse, "fail-if-worse", 0, "exit 4 if B's headline is worse than A's by more than so many points")
	l.IntVar(&f.draws, "draws", reports.CompareDraws, "bootstrap draws")
	l.Uint64Var(&f.seed, "seed", 1, "seed of the bootstrap")
	return c
}

func (f *compareFlags) check() error {
	if err := checkDraws(f.draws, reports.MinCompareDraws); err != nil {
		return err
	}
	if !(f.failIfWorse >= 0 && f.failIfWorse <= 100) {
		return usagef("--fail-if-worse: %v; it is a number of points from 0 to 100", f.failIfWorse)
	}
	return checkOutputs(f.out, f.json)
}

// A comparison is two systems with what was found out about them.
type comparison struct {
	flags     compareFlags
	a, b      *system
	gold      *datasets.Corpus // nil without --gold
	contrasts []*reports.Contrast
	changed   []reports.Table // beside contrasts
}

// compare compares two systems and writes what the flags ask for.
func (p *program) compare(a, b string, f compareFlags) error {
	if a == "-" && b == "-" {
		return usagef("A and B cannot both be standard input")
	}
	reads := slices.Concat(uses("A", systemFiles(a)...), uses("B", systemFiles(b)...), uses("--gold", f.gold))
	if err := p.distinct(reads, uses("--json", f.json)); err != nil {
		return err
	}
	if err := f.check(); err != nil {
		return err
	}
	c := &comparison{flags: f}
	var err error
	if c.a, err = p.openSystem(a); err != nil {
		return err
	}
	if c.b, err = p.openSystem(b); err != nil {
		return err
	}
	if f.gold != "" {
		if c.gold, err = p.readCorpus(f.gold, false); err != nil {
			return err
		}
	}
	if err := p.compareTasks(c); err != nil {
		return err
	}
	if err := p.writeComparison(c); err != nil {
		return err
	}
	return p.gate(c)
}

// compareTasks compares each task that both predicted and that has gold.
func (p *program) compareTasks(c *comparison) error {
	statements, err := c.statements()
	if err != nil {
		return err
	}
	for _, t := range datasets.Tasks {
		inA, inB := predictsTask(c.a.predictions, t), predictsTask(c.b.predictions, t)
		if inA != inB {
			p.say("%s: predicted by one of %s and %s only, not compared", t.Name, c.a.name, c.b.name)
		}
		if !inA || !inB {
			continue
		}
		pairs, err := p.pairs(c, t)
		if err != nil {
			return c.refused(err)
		}
		if len(pairs) == 0 {
			continue
		}
		if err := c.compareTask(t, pairs, statements); err != nil {
			return err
		}
	}
	if len(c.contrasts) == 0 {
		return fmt.Errorf("%s and %s: %w: no task that both predict has gold labels; name the hand-labelled file with --gold", c.a.name, c.b.name, datasets.ErrRefused)
	}
	return nil
}

// statements returns what is known of the statements; none if nothing is.
func (c *comparison) statements() ([]datasets.Example, error) {
	switch {
	case c.gold != nil:
		return c.gold.Examples, nil
	case c.a.statements == nil:
		return c.b.statements, nil
	}
	if err := datasets.SameStatements(c.a.statements, c.b.statements); err != nil {
		return nil, c.refused(err)
	}
	return c.a.statements, nil
}

// refused names both systems before the reason why they cannot be compared.
func (c *comparison) refused(err error) error {
	return fmt.Errorf("%s (A) and %s (B): %w", c.a.name, c.b.name, err)
}

// pairs joins the predictions of a task.
func (p *program) pairs(c *comparison, t datasets.Task) ([]datasets.Pair, error) {
	if c.gold == nil {
		return datasets.PairPredictions(c.a.predictions, c.b.predictions, t)
	}
	var joined [2][]datasets.Prediction
	for i, r := range []*system{c.a, c.b} {
		var err error
		if joined[i], err = p.join(r.name, r.predictions, c.gold, t); err != nil {
			return nil, err
		}
		if n := datasets.OtherGold(c.gold.Examples, r.predictions, t); n > 0 {
			p.say("%s: %s gold of %d rows is not that of %s, which counts", r.name, t.Name, n, c.gold.Name)
		}
	}
	return datasets.Pairs(c.gold.Examples, joined[0], joined[1], t), nil
}

func (c *comparison) compareTask(t datasets.Task, pairs []datasets.Pair, statements []datasets.Example) error {
	groups, how, err := datasets.Locate(pairs, statements)
	if err != nil {
		return c.refused(err)
	}
	data := fmt.Sprintf("A %s | B %s", c.a.signature(), c.b.signature())
	if c.gold != nil {
		data += " | gold " + signature(filepath.Base(c.gold.Name), c.gold.SHA256)
	}
	r, err := reports.Compare(t, pairs, groups, reports.CompareOptions{
		Draws: c.flags.draws, Seed: c.flags.seed, GroupedBy: how, A: c.a.name, B: c.b.name, Data: data, Version: version,
	})
	if err != nil {
		return err
	}
	c.contrasts = append(c.contrasts, r)
	c.changed = append(c.changed, reports.ChangedTable(t, pairs))
	return nil
}

// gate returns errGate if --fail-if-worse says so.
func (p *program) gate(c *comparison) error {
	if !c.flags.gate {
		return nil
	}
	var failed []string
	for _, r := range c.contrasts {
		fails, why := r.WorseBy(c.flags.failIfWorse)
		if fails {
			failed = append(failed, why)
		} else {
			p.say("gate passed: %s", why)
		}
	}
	if failed == nil {
		return nil
	}
	return fmt.Errorf("%w: %s", errGate, strings.Join(failed, "; "))
}
