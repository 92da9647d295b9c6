package main

import (
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"stance"
	"stance/classifier"
	"stance/datasets"
)

// priorShipped is the value of --prior that means the shipped model.
const priorShipped = "shipped"

// priorHelp stands in the help of the commands that train.
const priorHelp = `
--prior shipped (or a model file) starts from that model instead of from nothing. It pays
at a few hundred rows (bench/README.md has the curve). The prior's feature families and
columns are used, with new columns for what only your rows have; its weights stand where
your rows say nothing. They count a fifth, unless cross-validation on your rows clearly
prefers another share (0 to 1). What comes out is a model like any other. A task that the
prior lacks is trained as usual; rows with other labels than the prior's are refused.
Logistic regression only.
`

// addPrior adds --prior.
func (f *trainFlags) addPrior(l *pflag.FlagSet) {
	l.StringVar(&f.prior, "prior", "", "start from this model: shipped, or a file that stance train wrote")
}

// checkPrior refuses flags that a prior leaves no room for.
func (f *trainFlags) checkPrior() error {
	switch {
	case f.prior == "":
		return nil
	case f.trainer != "logistic":
		return usagef("--prior: only the trainer logistic can start from a model, not %s; leave --trainer or --prior out", f.trainer)
	case len(f.features) > 0:
		return usagef("--features: with --prior the families are those of the prior; leave one of the two out")
	}
	return nil
}

// priorFile returns the file that --prior names; "" if it names none.
func (f *trainFlags) priorFile() string {
	if f.prior == priorShipped {
		return ""
	}
	return f.prior
}

// readPrior opens the model that --prior names; nil if none is named.
func (f *trainFlags) readPrior(o stance.Options) (*classifier.Prior, error) {
	if f.prior == "" {
		return nil, nil
	}
	if len(f.lexicon.paths) > 0 {
		return nil, usagef("--prior and --lexicon do not go together: what starts from a model reads with the lexicon of that model; train without one of them")
	}
	m, err := openModelFor(f.priorFile(), o.Parties)
	if err != nil {
		return nil, err
	}
	return classifier.NewPrior(filepath.Base(f.prior), m.File())
}

// fewRows is how many rows it takes at least to make a prior better (bench/README.md, prior.sh).
const fewRows = 100

// warnOfPrior says which rows the prior was trained on, which tasks it lacks, and where rows are few.
func (p *program) warnOfPrior(prior *classifier.Prior, examples []datasets.Example, tasks []datasets.Task) {
	if prior == nil {
		return
	}
	prints := prior.Fingerprints()
	if prints == nil {
		p.say("notice: the prior %s has no fingerprints of its training texts: it cannot be told whether it knows these rows, and scores out of fold may flatter", prior.Name)
	}
	for _, t := range tasks {
		if !prior.Has(t) {
			p.say("notice: the prior %s does not answer %s, which is trained without it", prior.Name, t.Name)
			continue
		}
		if prints == nil {
			continue
		}
		known, rows := stance.KnownRows(prints, examples, t)
		if rows < fewRows {
			p.say("notice: %d rows with a %s label are few: what comes out may be worse than the prior %s as it is; score both with stance eval on rows that neither was trained on", rows, t.Name, prior.Name)
		}
		if known > 0 {
			p.say("warning: %d of %d rows with a %s label stand, exactly or nearly, among the texts that the prior %s was trained on: probabilities and scores out of fold flatter; leave these rows or --prior out", known, rows, t.Name, prior.Name)
		}
	}
}

// startFromPrior has every training of a cross-validation start from the prior.
func (v *crossValidation) startFromPrior(tasks []datasets.Task) error {
	parties, err := v.flags.parties.parties()
	if err != nil {
		return err
	}
	prior, err := v.flags.readPrior(stance.Options{Parties: parties})
	if err != nil || prior == nil {
		return err
	}
	for _, t := range tasks {
		if err := prior.Check(t, v.labelled(t).examples); err != nil {
			return err
		}
	}
	for k := range v.recipes {
		v.recipes[k].Prior, v.recipes[k].Lexicon = prior, prior.Lexicon()
	}
	v.program.warnOfPrior(prior, v.examples, tasks)
	return nil
}

// tasksOf returns the tasks that a model answers.
func tasksOf(m *stance.Model) []datasets.Task {
	var tasks []datasets.Task
	for _, c := range m.File().Classifiers {
		tasks = append(tasks, c.Task())
	}
	return tasks
}

// trainedOnNames lists the files of a training.
func trainedOnNames(files []classifier.Training) string {
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}
