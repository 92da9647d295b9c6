package main

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"stance"
	"stance/classifier"
	"stance/datasets"
	"stance/features"
)

// trainFlags are the flags of stance train.
type trainFlags struct {
	model, task, trainer, c, classWeight, operatingPoint, dev, note, prior string
	features                                                               []string
	weights                                                                []float64
	folds, minTexts                                                        int
	seed                                                                   uint64
	skipBad, timings, shared                                               bool
	parties                                                                partyFlags
	lexicon                                                                lexiconFlags
}

func (p *program) trainCommand() *cobra.Command {
	var f trainFlags
	c := &cobra.Command{
		Use:   "train TRAIN.csv... --model OUT",
		Short: "Learn a model from hand-labelled statements",
		Long: `Learn a model from CSV files with a text column and a stance or sentiment column;
target, source, target_start, target_end, doc_id and id are used where present.
` + priorHelp + `
Trainers:
` + trainerHelp() + `
Feature families (default: chosen by the data):
` + familyHelp(),
		Example: "  stance train labels.csv --model my.stance --folds 5\n  stance train few.csv --prior shipped --model my.stance",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return p.train(args, f) },
	}
	l := c.Flags()
	l.StringVar(&f.model, "model", "", "file to write the model to")
	f.addRecipe(l)
	l.IntVar(&f.folds, "folds", 0, "print the pooled score of grouped K-fold cross-validation")
	l.Float64SliceVar(&f.weights, "weights", nil, "what a row of each file counts, in the order of the files: 1,1,5")
	l.StringVar(&f.dev, "dev", "", "file to score the model on; never trained or tuned on")
	l.BoolVar(&f.timings, "timings", false, "print how long each step took")
	l.StringVar(&f.note, "note", "", "a line kept in the model file")
	f.parties.add(l)
	c.MarkFlagRequired("model")
	return c
}

// addRecipe adds the flags that say what is learnt and how.
func (f *trainFlags) addRecipe(l *pflag.FlagSet) {
	l.StringVar(&f.task, "task", "auto", "auto, stance, sentiment or both")
	l.StringVar(&f.trainer, "trainer", "logistic", strings.Join(classifier.TrainerNames(), ", "))
	l.StringSliceVar(&f.features, "features", nil, "feature families, comma-separated")
	l.StringVar(&f.c, "c", "", "cost of an error, also by task (stance=0.5,sentiment=2), or auto: chosen by grouped cross-validation")
	l.StringVar(&f.classWeight, "class-weight", classifier.ClassBalanced, "balanced: rare labels count more; by-file: of stance, in each file as much as frequent ones; none")
	l.StringVar(&f.operatingPoint, "operating-point", classifier.OperatingF1, "f1 (best headline out of fold) or argmax")
	l.Uint64Var(&f.seed, "seed", 1, "seed of folds and solvers")
	l.IntVar(&f.minTexts, "min-texts", 0, "a feature must stand in so many different texts (default 2)")
	l.BoolVar(&f.shared, "shared", false, "never give a frequent target features of its own")
	f.lexicon.add(l)
	f.addPrior(l)
	l.BoolVar(&f.skipBad, "skip-bad", false, "leave bad rows out, counted and listed, instead of refusing the file; exit code 5")
}

func trainerHelp() string {
	var b strings.Builder
	for _, t := range classifier.Trainers {
		fmt.Fprintf(&b, "  %-11s %s\n", t.Name, t.Doc)
	}
	return b.String()
}

func familyHelp() string {
	var b strings.Builder
	for _, f := range features.Families {
		fmt.Fprintf(&b, "  %-11s %s\n", f.Name, f.Doc)
	}
	return b.String()
}

// options turns the flags into training options.
func (f *trainFlags) options() (stance.Options, error) {
	r := classifier.Recipe{Trainer: f.trainer, Seed: f.seed, OperatingPoint: f.operatingPoint, MinTexts: f.minTexts, Shared: f.shared}
	if len(f.features) > 0 {
		r.Families = f.features
	}
	if _, unknown := features.Lookup(f.features); unknown != "" {
		return stance.Options{}, usagef("--features: no family %q; one of %s", unknown, strings.Join(features.Names(features.Families), ", "))
	}
	if !slices.Contains(classifier.TrainerNames(), f.trainer) {
		return stance.Options{}, usagef("--trainer: no trainer %q; one of %s", f.trainer, strings.Join(classifier.TrainerNames(), ", "))
	}
	if len(f.features) > 0 && classifier.HasFamilies(f.trainer) {
		return stance.Options{}, usagef("--features: the trainer %s has features of its own; leave it out", f.trainer)
	}
	if err := f.checkPrior(); err != nil {
		return stance.Options{}, err
	}
	switch f.classWeight {
	case classifier.ClassBalanced, classifier.ClassByFile, classifier.ClassNone:
		r.ClassWeight = f.classWeight
	default:
		return stance.Options{}, usagef("--class-weight: %q is none of balanced, by-file, none", f.classWeight)
	}
	if f.operatingPoint != classifier.OperatingF1 && f.operatingPoint != classifier.OperatingArgmax {
		return stance.Options{}, usagef("--operating-point: %q is neither f1 nor argmax", f.operatingPoint)
	}
	if f.folds < 0 || f.folds == 1 {
		return stance.Options{}, usagef("--folds: %d; at least 2 are needed", f.folds)
	}
	if f.minTexts < 0 {
		return stance.Options{}, usagef("--min-texts: %d; it cannot be negative", f.minTexts)
	}
	if err := f.cost(&r); err != nil {
		return stance.Options{}, err
	}
	tasks, err := f.tasks()
	return stance.Options{Tasks: tasks, Recipe: r, Note: f.note}, err
}

// checkWeights checks --weights.
func (f *trainFlags) checkWeights(files int) error {
	if len(f.weights) != 0 && len(f.weights) != files {
		return usagef("--weights: %d numbers for %d files; give one for each", len(f.weights), files)
	}
	for _, w := range f.weights {
		if !(w >= 0.01 && w <= 100) {
			return usagef("--weights: %v; a row counts 0.01 to 100", w)
		}
	}
	return nil
}

// weigh gives the rows of each file their weight.
func (f *trainFlags) weigh(examples []datasets.Example, files []classifier.Training) {
	if len(f.weights) == 0 {
		return
	}
	for k := range files {
		files[k].Weight = f.weights[k]
		for i := range examples[:files[k].Rows] {
			examples[i].Weight = f.weights[k]
		}
		examples = examples[files[k].Rows:]
	}
}

// tasks reads --task; nil means those that the data have labels for.
func (f *trainFlags) tasks() ([]datasets.Task, error) {
	switch f.task {
	case "auto":
		return nil, nil
	case "both":
		return datasets.Tasks, nil
	}
	for _, t := range datasets.Tasks {
		if t.Name == f.task {
			return []datasets.Task{t}, nil
		}
	}
	return nil, usagef("--task: %q is none of auto, stance, sentiment, both", f.task)
}

// distinct refuses a model without a name, one that overwrites what it is made from,
// and one that shares standard output with the scores.
func (f *trainFlags) distinct(p *program, paths []string) error {
	if f.model == "" {
		return usagef("--model: the name is empty; name the file to write, or - for standard output")
	}
	writes := uses("--model", f.model)
	if f.folds > 0 {
		writes = append(writes, fileUse{"--folds", "-"})
	}
	if err := p.distinct(slices.Concat(uses("the input", paths...), f.parties.uses(), f.lexicon.uses(), uses("--dev", f.dev), uses("--prior", f.priorFile())), writes); err != nil || f.dev == "" {
		return err
	}
	return p.distinct(nil, append(uses("--model", f.model), fileUse{"--dev", "-"}))
}

func (p *program) train(paths []string, f trainFlags) error {
	o, err := f.options()
	if err != nil {
		return err
	}
	if err := f.distinct(p, paths); err != nil {
		return err
	}
	if err := checkWritable(f.model); err != nil {
		return err
	}
	if o.Parties, err = f.parties.parties(); err != nil {
		return err
	}
	if o.Recipe.Lexicon, err = p.readLexicon(f.lexicon, nil); err != nil {
		return err
	}
	if o.Recipe.Prior, err = f.readPrior(o); err != nil {
		return err
	}
	if o.Recipe.Prior != nil {
		o.Recipe.Lexicon = o.Recipe.Prior.Lexicon()
	}
	debug.SetGCPercent(20) // training is a few large slices without pointers: collecting them is cheap
	clock := newClock()
	if err := f.checkWeights(len(paths)); err != nil {
		return err
	}
	examples, files, err := p.readCorpora(paths, f.skipBad)
	if err != nil {
		return err
	}
	f.weigh(examples, files)
	clock.lap("read")
	dev, err := p.readDev(f)
	if err != nil {
		return err
	}
	o.Training, o.Watch = files, clock.add
	m, err := stance.Train(examples, o)
	if errors.Is(err, stance.ErrNoLabels) {
		return fmt.Errorf("%s: %w", strings.Join(names(paths), ", "), err)
	}
	if err != nil {
		return err
	}
	p.warnOfPrior(o.Recipe.Prior, examples, tasksOf(m))
	pooled, err := crossValidate(m, examples, f, o)
	if err != nil {
		return err
	}
	if err := p.writeModel(m, f, clock); err != nil {
		return err
	}
	if err := writeText(p.out, pooled); err != nil || dev == nil {
		return err
	}
	return p.evalCorpus(dev, evalFlags{loaded: m, parties: f.parties, draws: defaultDraws, seed: f.seed})
}

// readDev reads the file that --dev names, before the work begins; nil if there is none.
func (p *program) readDev(f trainFlags) (*datasets.Corpus, error) {
	if f.dev == "" {
		return nil, nil
	}
	return p.readCorpus(f.dev, f.skipBad)
}

// writeModel writes the model file and says what is in it.
func (p *program) writeModel(m *stance.Model, f trainFlags, clock *clock) error {
	clock.start()
	if err := p.create(f.model, func(w io.Writer) error { _, err := m.WriteTo(w); return err }); err != nil {
		return err
	}
	clock.lap("write")
	for _, c := range m.File().Classifiers {
		p.say("%s", summary(c))
	}
	if words := lexiconWords(m.Lexicon()); words != "" {
		p.say("%s", words)
	}
	if f.timings {
		p.say("%s", clock)
	}
	p.say("wrote %s", f.model)
	return nil
}

// summary is a classifier in one line.
func summary(c *classifier.Classifier) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", c.Task().Name, c.Recipe.Trainer)
	if c.Recipe.C > 0 {
		fmt.Fprintf(&b, ", c %v", c.Recipe.C)
	}
	if c.Recipe.PriorScale > 0 {
		fmt.Fprintf(&b, ", prior times %v", c.Recipe.PriorScale)
	}
	fmt.Fprintf(&b, ", %d features;", c.Vocabulary.Columns())
	for k, l := range c.Task().Labels {
		fmt.Fprintf(&b, " %s %d", l, c.Counts[k])
	}
	targets := len(c.Copies)
	if _, author := c.Copies[features.Author]; author {
		targets--
		b.WriteString("; the author's statements have features of their own")
	}
	if targets > 0 {
		fmt.Fprintf(&b, "; %d targets with features of their own", targets)
	}
	return b.String()
}
