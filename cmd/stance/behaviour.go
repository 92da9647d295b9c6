package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"stance"
	"stance/classifier"
	"stance/datasets"
	"stance/reports"
)

// shippedSuite names the suite that comes with the program.
const shippedSuite = "shipped"

// behaviourFlags are the flags of stance test.
type behaviourFlags struct {
	model, out, json, maxFail string
	suites, disjointFrom      []string
	seed                      uint64
	full, printSuite          bool
	parties                   partyFlags
}

func (p *program) testCommand() *cobra.Command {
	var f behaviourFlags
	c := &cobra.Command{
		Use:   "test",
		Short: "Check how a model behaves: negation, passive, renamed parties ...",
		Long: `Run behaviour tests of stance (CheckList, Ribeiro et al. 2020) and count the failures
of each, with the first failing example.

A suite is a CSV file, one row a template, rows of one name a test:
  test,kind,text,source,target,expect,text2,source2,target2,expect2
Kinds:
  MFT  the text must get the label in expect: favor, against, none, or !favor (any other)
  INV  both texts must get the same label; ~0.1 in expect2: and no probability may move
       by more than 0.1; expect is not demanded, but what is alike and wrong is counted
  DIR  the second text must get the label in expect2, or be favor+ or favor- (more or
       less probable than for the first text); the first that in expect, if there is any
Slots: {A} to {D} are parties: each of 24 states as {A}, the others drawn. {A.name} is
without "the", {A.adjective} Dutch, {A.people} Dutch, {A.capital} The Hague. An empty
source is the author. A row without slots is its only case.`,
		Example: "  stance test --model my.stance --max-fail 20 --out report/\n" +
			"  stance test --print-suite > mine.csv\n" +
			"  stance test --suite shipped --suite mine.csv --full\n" +
			"  stance test --model my.stance --disjoint-from train.csv",
		Args: noSuiteArgument,
		RunE: func(*cobra.Command, []string) error { return p.test(f) },
	}
	l := c.Flags()
	l.StringVar(&f.model, "model", "", "model file (default: the shipped model)")
	l.StringArrayVar(&f.suites, "suite", []string{shippedSuite}, "file of tests; may be repeated")
	l.BoolVar(&f.full, "full", false, "also list every template with its failures and labels")
	l.StringVar(&f.maxFail, "max-fail", "", "exit with 4 if a test fails in more than this per cent of its cases")
	l.StringArrayVar(&f.disjointFrom, "disjoint-from", nil, "training file that no test may stand in, else exit with 4; may be repeated")
	l.StringVar(&f.out, "out", "", "folder for the report as text, Markdown, JSON and CSV, with every failure")
	l.StringVar(&f.json, "json", "", "write the numbers to this file as JSON; - is standard output")
	l.Uint64Var(&f.seed, "seed", 1, "seed of the parties that fill the slots")
	l.BoolVar(&f.printSuite, "print-suite", false, "print the shipped suite, as a pattern for your own, and stop")
	f.parties.add(l)
	return c
}

// noSuiteArgument refuses a file that stands alone on the command line.
func noSuiteArgument(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usagef("%s: files of tests are named by --suite, models by --model", args[0])
}

// test runs the suites, prints their failures and judges them.
func (p *program) test(f behaviourFlags) error {
	if f.printSuite {
		_, err := p.out.Write(datasets.ShippedSuiteFile())
		return err
	}
	limit, err := f.limit()
	if err != nil {
		return err
	}
	reads := append(uses("--suite", f.suites...), uses("--disjoint-from", f.disjointFrom...)...)
	reads = append(reads, f.parties.uses()...)
	if err := p.distinct(append(reads, fileUse{"--model", f.model}), uses("--json", f.json)); err != nil {
		return err
	}
	if err := checkOutputs(f.out, f.json); err != nil {
		return err
	}
	b := &behaviour{flags: f, sampling: reports.BehaviourSampling{Seed: f.seed, Version: version}}
	if err := p.readSuites(b); err != nil {
		return err
	}
	if err := p.checkBehaviour(b); err != nil {
		return err
	}
	if err := p.writeBehaviour(b); err != nil {
		return err
	}
	overlapping, err := p.checkDisjoint(b)
	if err != nil {
		return err
	}
	return gateBehaviour(b.report, limit, overlapping)
}

// limit returns the share of failures allowed, 1 where none is set.
func (f *behaviourFlags) limit() (float64, error) {
	if f.maxFail == "" {
		return 1, nil
	}
	v, err := strconv.ParseFloat(strings.TrimSuffix(f.maxFail, "%"), 64)
	if err != nil || !(v >= 0 && v <= 100) {
		return 0, usagef("--max-fail: %q is no per cent; give a number from 0 to 100", f.maxFail)
	}
	return v / 100, nil
}

// A behaviour is a run of behaviour tests in the making.
type behaviour struct {
	flags     behaviourFlags
	templates []datasets.Template
	checked   []reports.Checked
	model     *stance.Model
	sampling  reports.BehaviourSampling
	report    *reports.BehaviourReport
}

// readSuites reads the templates of all suites.
func (p *program) readSuites(b *behaviour) error {
	for _, name := range b.flags.suites {
		s, err := p.readSuite(name)
		if err != nil {
			return err
		}
		b.templates = append(b.templates, s.Templates...)
		b.sampling.Suites = append(b.sampling.Suites, signature(filepath.Base(s.Name), s.SHA256))
	}
	return nil
}

func (p *program) readSuite(name string) (*datasets.Suite, error) {
	if name == shippedSuite {
		return datasets.ShippedSuite()
	}
	in, err := p.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return datasets.ReadSuite(inputName(name), in)
}

// checkBehaviour fills the templates and asks the model for the stance of both texts of
// every case.
func (p *program) checkBehaviour(b *behaviour) error {
	m, err := p.openModelWith(b.flags.model, b.flags.parties)
	if err != nil {
		return err
	}
	b.model = m
	if !slices.ContainsFunc(m.File().Classifiers, func(c *classifier.Classifier) bool { return c.Task().Name == datasets.Stance.Name }) {
		return fmt.Errorf("%s: %w: the model has no stance, which behaviour tests ask for; train it on rows with stance labels", b.flags.model, datasets.ErrRefused)
	}
	if b.sampling.Model, err = nameModel(b.flags.model, m); err != nil {
		return err
	}
	b.sampling.Model += b.flags.parties.inSignature(m.Parties())
	parties, err := datasets.BehaviourParties()
	if err != nil {
		return err
	}
	b.sampling.Parties = len(parties)
	var asked []datasets.Example
	for i := range b.templates {
		for _, c := range b.templates[i].Cases(parties, b.flags.seed) {
			b.checked = append(b.checked, reports.Checked{Case: c})
			asked = append(asked, c.First.Example(), c.Second.Example())
		}
	}
	if err := stance.AnnotateWith(asked, m.Parties()); err != nil {
		return err
	}
	predicted := m.Predict(asked, datasets.Stance)
	for i := range b.checked {
		b.checked[i].Predicted = [2]datasets.Prediction(predicted[2*i : 2*i+2])
	}
	b.report = reports.Behave(b.checked, b.sampling)
	return nil
}

// nameModel returns a model's name and the start of its hash.
func nameModel(path string, m *stance.Model) (string, error) {
	hash, err := hashModel(m)
	if err != nil {
		return "", err
	}
	name := "shipped"
	if path != "" {
		name = filepath.Base(path)
	}
	return signature(name, hash), nil
}

// gateBehaviour returns an error if a test fails more often than allowed, or if
// templates stand in what the model was trained on.
func gateBehaviour(r *reports.BehaviourReport, limit float64, overlapping int) error {
	var missed []string
	if overlapping > 0 {
		missed = append(missed, fmt.Sprintf("%d of %d templates stand in the files of --disjoint-from; reword them", overlapping, r.Templates))
	}
	var over []string
	for _, t := range r.Over(limit) {
		over = append(over, fmt.Sprintf("%s %.1f %%", t.Name, 100*t.Share.Value))
	}
	if len(over) > 0 {
		missed = append(missed, fmt.Sprintf("more than %g %% failures in %d of %d tests: %s", 100*limit, len(over), len(r.Tests), strings.Join(over, ", ")))
	}
	if len(missed) == 0 {
		return nil
	}
	return fmt.Errorf("%w: %s", errGate, strings.Join(missed, "; "))
}
