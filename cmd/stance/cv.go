package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stance"
	"stance/classifier"
	"stance/datasets"
	"stance/reports"
)

// cvFlags are the flags of stance cv.
type cvFlags struct {
	trainFlags
	leaveOut, out, json string
	trainers            []string
	least, draws, seeds int
	curve               bool
}

func (p *program) cvCommand() *cobra.Command {
	var f cvFlags
	c := &cobra.Command{
		Use:   "cv TRAIN.csv...",
		Short: "Cross-validate: how good a model of these rows would be on others",
		Long: `Train without a part of the rows, label that part, and go on until every row is labelled
by a model that has not seen its article. Prints the pooled score with intervals, and
the spread over the folds.

--leave-out target holds out one target at a time: how good is the model on a party it
has never seen? source, doc_id or any other column work too. --trainers compares
several, in pairs. --curve trains on 10 to 100 % of the articles.`,
		Example: "  stance cv labels.csv --trainers logistic,nb,majority\n  stance cv labels.csv --leave-out target\n  stance cv labels.csv --curve --out curve/",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return p.cv(args, f) },
	}
	l := c.Flags()
	f.addRecipe(l)
	f.parties.add(l)
	l.IntVar(&f.folds, "folds", 5, "number of folds")
	l.StringVar(&f.leaveOut, "leave-out", "", "hold out one value of this column at a time: target, source, ...")
	l.IntVar(&f.least, "least", 10, "with --leave-out: values of fewer rows are held out together")
	l.StringSliceVar(&f.trainers, "trainers", nil, "trainers to compare, comma-separated; the first is measured against the others")
	l.BoolVar(&f.curve, "curve", false, "learning curve instead: 10, 25, 50, 75 and 100 % of the articles")
	l.IntVar(&f.seeds, "seeds", 3, "with --curve: how many times, each with other articles held out")
	l.IntVar(&f.draws, "draws", defaultDraws, "bootstrap draws")
	l.StringVar(&f.out, "out", "", "folder for the report as text, Markdown, JSON and CSV")
	l.StringVar(&f.json, "json", "", "write the numbers to this file as JSON; - is standard output")
	c.MarkFlagsMutuallyExclusive("curve", "leave-out")
	c.MarkFlagsMutuallyExclusive("curve", "trainers")
	c.MarkFlagsMutuallyExclusive("trainer", "trainers")
	return c
}

// A crossValidation is hand-labelled rows and how they are to be cross-validated.
type crossValidation struct {
	program  *program
	flags    cvFlags
	recipes  []classifier.Recipe // one for each trainer
	examples []datasets.Example
	groups   []int
	how      string   // groups came about
	values   []string // of the column left out, beside examples
	data     string   // for the signature
}

func (p *program) cv(paths []string, f cvFlags) error {
	if err := p.distinct(slices.Concat(uses("the input", paths...), f.parties.uses(), f.lexicon.uses(), uses("--prior", f.priorFile())), uses("--json", f.json)); err != nil {
		return err
	}
	v := &crossValidation{program: p, flags: f}
	tasks, err := v.readFlags()
	if err != nil {
		return err
	}
	if err := p.readForCV(v, paths); err != nil {
		return err
	}
	if tasks, err = stance.ChooseTasks(v.examples, tasks); err != nil {
		return err
	}
	if err := v.startFromPrior(tasks); err != nil {
		return err
	}
	if f.curve {
		return v.curves(tasks)
	}
	var all []*reports.Report
	for _, t := range tasks {
		r, err := v.task(t)
		if err != nil {
			return fmt.Errorf("%s: %w", t.Name, err)
		}
		all = append(all, r)
	}
	return v.write(all)
}

// readFlags fills in the recipes and returns the tasks asked for.
func (v *crossValidation) readFlags() ([]datasets.Task, error) {
	f := &v.flags
	if err := checkDraws(f.draws, 1); err != nil {
		return nil, err
	}
	if f.seeds < 1 {
		return nil, usagef("--seeds: %d; at least 1 is needed", f.seeds)
	}
	if f.folds < 2 {
		return nil, usagef("--folds: %d; at least 2 are needed", f.folds)
	}
	if len(f.trainers) == 0 {
		f.trainers = []string{f.trainer}
	}
	lexicon, err := v.program.readLexicon(f.lexicon, nil)
	if err != nil {
		return nil, err
	}
	var tasks []datasets.Task
	for _, name := range f.trainers {
		f.trainer = name
		o, err := f.options()
		if err != nil {
			return nil, err
		}
		o.Recipe.Lexicon = lexicon
		v.recipes, tasks = append(v.recipes, o.Recipe), o.Tasks
	}
	return tasks, checkOutputs(f.out, f.json)
}

// readForCV reads the files, the column left out among them.
func (p *program) readForCV(v *crossValidation, paths []string) error {
	var parts []string
	for i, name := range shortNames(paths) {
		c, err := p.readCorpus(paths[i], v.flags.skipBad)
		if err != nil {
			return err
		}
		if err := v.addValues(c); err != nil {
			return err
		}
		fromFile(c.Examples, i)
		v.examples = append(v.examples, c.Examples...)
		parts = append(parts, signature(name, c.SHA256))
	}
	v.data = strings.Join(parts, " + ")
	v.groups, v.how = datasets.Groups(v.examples)
	parties, err := v.flags.parties.annotate(v.examples)
	v.data += v.flags.parties.inSignature(parties)
	return err
}

// addValues keeps the column that is left out.
func (v *crossValidation) addValues(c *datasets.Corpus) error {
	if v.flags.leaveOut == "" {
		return nil
	}
	values, ok := c.Column(v.flags.leaveOut)
	if !ok {
		return c.NoColumn(v.flags.leaveOut, "--leave-out")
	}
	v.values = append(v.values, values...)
	return nil
}

// labelledRows are the rows that have a label of a task.
type labelledRows struct {
	task     datasets.Task
	examples []*datasets.Example
	groups   []int
	values   []string // of the column left out; nil where none is
}

// withLabel returns the rows of examples that have a label of a task.
func withLabel(examples []datasets.Example, groups []int, t datasets.Task) *labelledRows {
	rows := &labelledRows{task: t}
	rows.examples, rows.groups = stance.WithLabel(examples, groups, t)
	return rows
}

func (v *crossValidation) labelled(t datasets.Task) *labelledRows {
	rows := withLabel(v.examples, v.groups, t)
	for i := range v.values {
		if v.examples[i].Gold(t) != "" {
			rows.values = append(rows.values, v.values[i])
		}
	}
	return rows
}

// task returns the report of one task: the first trainer, with the others, and for
// --leave-out ordinary folds, beside it.
func (v *crossValidation) task(t datasets.Task) (*reports.Report, error) {
	rows := v.labelled(t)
	folds, names, err := v.folds(rows)
	if err != nil {
		return nil, err
	}
	var outcomes []reports.Outcome
	var others []reports.Baseline
	for k := range v.recipes {
		predicted, err := v.predict(k, rows, folds)
		if err != nil {
			return nil, err
		}
		if k == 0 {
			outcomes = rows.outcomes(predicted, folds, names)
			v.dropTarget(outcomes)
			continue
		}
		others = append(others, reports.Baseline{Name: v.recipes[k].Trainer, Labels: labelsOf(predicted)})
	}
	if v.flags.leaveOut != "" {
		seen, err := v.seen(rows)
		if err != nil {
			return nil, err
		}
		others = append(others, seen)
	}
	return reports.Evaluate(t, outcomes, others, reports.Options{
		Draws: v.flags.draws, Seed: v.flags.seed, GroupedBy: v.how, By: []string{v.column()}, System: v.recipes[0].Trainer, Version: version, Data: v.signature(),
	})
}

// predict labels every row by trainer k without its fold.
func (v *crossValidation) predict(k int, rows *labelledRows, folds []int) ([]datasets.Prediction, error) {
	r := v.recipes[k]
	r.Task = rows.task
	v.program.say("%s: %s, %d trainings", rows.task.Name, r.Trainer, slices.Max(folds)+1)
	return classifier.CrossPredict(r, rows.examples, rows.groups, folds)
}

// dropTarget leaves the table by target out where that by the folds is the same.
func (v *crossValidation) dropTarget(outcomes []reports.Outcome) {
	if v.flags.leaveOut == "target" {
		for i := range outcomes {
			outcomes[i].Target = ""
		}
	}
}

// seen returns ordinary cross-validation beside --leave-out: what the model would
// answer if it had seen other articles about the same value.
func (v *crossValidation) seen(rows *labelledRows) (reports.Baseline, error) {
	b := reports.Baseline{Name: v.flags.leaveOut + " seen"}
	folds, err := v.dealt(rows)
	if err != nil {
		return b, err
	}
	predicted, err := v.predict(0, rows, folds)
	b.Labels = labelsOf(predicted)
	return b, err
}

// dealt returns ordinary folds.
func (v *crossValidation) dealt(rows *labelledRows) ([]int, error) {
	r := v.recipes[0]
	r.Task = rows.task
	return classifier.Folds(r, rows.examples, rows.groups, v.flags.folds)
}

// folds returns the fold of each row and what the folds are called.
func (v *crossValidation) folds(rows *labelledRows) (folds []int, names []string, err error) {
	if v.flags.leaveOut == "" {
		folds, err = v.dealt(rows)
		for k := range v.flags.folds {
			names = append(names, fmt.Sprintf("fold %d", k+1))
		}
		return folds, names, err
	}
	folds, names = datasets.LeaveOut(rows.values, v.flags.least)
	if len(names) < 2 {
		return nil, nil, fmt.Errorf("%w: --leave-out %s: no two values have %d rows or more, so nothing is left to train on; name another column, or lower --least", datasets.ErrRefused, v.flags.leaveOut, v.flags.least)
	}
	return folds, names, nil
}

// column returns what the rows are broken down by: the folds, or the values left out.
func (v *crossValidation) column() string {
	if v.flags.leaveOut != "" {
		return v.flags.leaveOut + " left out"
	}
	return "fold"
}

func (v *crossValidation) signature() string {
	var recipes []string
	for _, r := range v.recipes {
		recipes = append(recipes, recipeWords(r))
	}
	signature := v.data + " | " + strings.Join(recipes, " vs ")
	if v.flags.leaveOut != "" {
		return fmt.Sprintf("%s | leaving out one %s at a time, those of fewer than %d rows together", signature, v.flags.leaveOut, v.flags.least)
	}
	return fmt.Sprintf("%s | %d-fold cross-validation", signature, v.flags.folds)
}

// outcomes pairs gold and prediction, each by the name of its fold where folds have
// names.
func (rows *labelledRows) outcomes(predicted []datasets.Prediction, folds []int, names []string) []reports.Outcome {
	outcomes := make([]reports.Outcome, len(predicted))
	for i, e := range rows.examples {
		outcomes[i] = reports.Outcome{ID: e.ID, Group: rows.groups[i], Source: e.Source, Target: e.Target, Gold: e.Gold(rows.task), Prediction: predicted[i]}
		if names != nil {
			outcomes[i].By = []string{names[folds[i]]}
		}
	}
	return outcomes
}

func labelsOf(predicted []datasets.Prediction) []datasets.Label {
	labels := make([]datasets.Label, len(predicted))
	for i, p := range predicted {
		labels[i] = p.Label
	}
	return labels
}
