package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stance"
	"stance/articles"
	"stance/classifier"
	"stance/datasets"
	"stance/reports"
)

const defaultDraws = reports.DefaultDraws

// evalFlags are the flags of stance eval.
type evalFlags struct {
	model, from, out, json, predictions string
	by, trainedOn                       []string
	draws                               int
	seed                                uint64
	minF1                               float64
	skipBad, full, articles, unlisted   bool

	parties partyFlags
	loaded  *stance.Model // instead of model
}

func (p *program) evalCommand() *cobra.Command {
	var f evalFlags
	c := &cobra.Command{
		Use:   "eval GOLD.csv",
		Short: "Score a model, or somebody's predictions, against hand-labelled statements",
		Long: `Print precision, recall and F1 by label with 95 % intervals, the confusion matrix,
baselines, tables by target and by any column, and the kinds of statements that are
worst. The headline is the mean F1 of favor and against for stance (SemEval-2016
Task 6), and macro-F1 for sentiment. Intervals are bootstrap percentiles over whole
articles, wider where articles are few. Gold rows that stand, exactly or nearly, in the
model's training data are counted, and scored apart.

--full adds coverage, calibration, precision-recall and the errors; --out writes all of
it, with errors.csv and report.html, a page with plots; "stance compare" compares such
folders.`,
		Example: "  stance eval gold.csv --model my.stance --by outlet,month --out report/\n  stance eval gold.csv --predictions-from theirs.csv --full\n  stance eval --articles datasets/articles/dev",
		Args:    cobra.ExactArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return p.eval(args[0], f) },
	}
	l := c.Flags()
	l.StringVar(&f.model, "model", "", "model file (default: the shipped model)")
	l.StringVar(&f.from, "predictions-from", "", "score this file of predictions instead of a model")
	l.StringSliceVar(&f.by, "by", nil, "also a table by the values of these columns: a,b or given again")
	l.StringVar(&f.out, "out", "", "folder for the report as text, Markdown, JSON, CSV and HTML")
	l.StringVar(&f.json, "json", "", "write the numbers to this file as JSON; - is standard output")
	l.StringVar(&f.predictions, "predictions", "", "write every prediction to this file as CSV")
	l.IntVar(&f.draws, "draws", defaultDraws, "bootstrap draws")
	l.Uint64Var(&f.seed, "seed", 1, "seed of the bootstrap")
	l.Float64Var(&f.minF1, "min-f1", 0, "exit 4, after all is written, if a headline is below this number from 0 to 1")
	l.BoolVar(&f.skipBad, "skip-bad", false, "leave bad rows out, counted and listed, instead of refusing the file; exit code 5")
	l.BoolVar(&f.articles, "articles", false, "GOLD.csv, or the gold.csv of a folder, holds the statements of whole articles, DOC_ID.txt beside it: score the way from article to labels")
	l.BoolVar(&f.full, "full", false, "print all tables, not only what is read first")
	l.StringArrayVar(&f.trainedOn, "trained-on", nil, "file that was trained on: targets that it lacks are scored apart as unseen")
	f.parties.add(l)
	l.BoolVar(&f.unlisted, "unlisted", false, "with --articles: find parties too that no table has (see stance label --help)")
	c.MarkFlagsMutuallyExclusive("model", "predictions-from")
	return c
}

// checkDraws refuses a number of bootstrap draws that is below the least or out of
// reach.
func checkDraws(draws, least int) error {
	switch {
	case draws < least && least > 1:
		return usagef("--draws: %d; at least %d are needed to read the tails", draws, least)
	case draws < least:
		return usagef("--draws: %d; at least 1 is needed", draws)
	case draws > reports.MaxDraws:
		return usagef("--draws: %d; at most %d", draws, reports.MaxDraws)
	}
	return nil
}

// eval scores a gold file and writes what the flags ask for.
func (p *program) eval(path string, f evalFlags) error {
	if err := checkDraws(f.draws, 1); err != nil {
		return err
	}
	if !(f.minF1 >= 0 && f.minF1 <= 1) {
		return usagef("--min-f1: %v; it is a number from 0 to 1", f.minF1)
	}
	if f.articles {
		var err error
		if path, err = goldIn(path); err != nil {
			return err
		}
	}
	if err := f.distinct(p, path); err != nil {
		return err
	}
	if err := checkOutputs(f.out, f.json, f.predictions); err != nil {
		return err
	}
	corpus, err := p.readCorpus(path, f.skipBad)
	if err != nil {
		return err
	}
	if f.unlisted && !f.articles {
		return usagef("--unlisted: goes with --articles, where parties are found; gold rows have theirs")
	}
	if f.articles {
		return p.evalArticles(corpus, f)
	}
	return p.evalCorpus(corpus, f)
}

// evalCorpus scores hand-labelled rows.
func (p *program) evalCorpus(corpus *datasets.Corpus, f evalFlags) error {
	e := &evaluation{flags: f, corpus: corpus}
	for _, name := range f.by {
		if err := e.addColumn(name); err != nil {
			return err
		}
	}
	if err := p.findUnseen(e); err != nil {
		return err
	}
	if err := e.annotate(); err != nil {
		return err
	}
	if err := p.predict(e); err != nil {
		return err
	}
	if err := e.report(); err != nil {
		return err
	}
	if err := p.writeEvaluation(e); err != nil {
		return err
	}
	return e.gate()
}

// gate returns errGate if a headline is below --min-f1.
func (e *evaluation) gate() error {
	var low []string
	for _, r := range e.reports {
		if v := r.Scores.Headline.Value; v < e.flags.minF1 {
			low = append(low, fmt.Sprintf("%s %s is %.4f, below %v", r.Task, r.HeadlineName, v, e.flags.minF1))
		}
	}
	if low == nil {
		return nil
	}
	return fmt.Errorf("%w: %s", errGate, strings.Join(low, "; "))
}

// An evaluation is a gold file with its predictions and reports in the making.
type evaluation struct {
	flags  evalFlags
	corpus *datasets.Corpus
	by     [][]string // by column asked for, beside the examples
	unseen []bool     // beside the examples; nil if not known

	predicted map[string][]datasets.Prediction // by task, beside the examples; gaps are empty
	leaks     map[string][]datasets.Leak       // by task, beside the examples; none where not checked
	leakCheck reports.LeakCheck
	reports   []*reports.Report

	model    *stance.Model       // nil where predictions are scored
	parties  *articles.Gazetteer // nil is the shipped table
	scored   string              // model or predictions, for the signature
	inputs   []reports.Input     // what was scored, and what with
	mistakes []reports.Mistakes  // by task; only where they are shown
}

// annotate fills in the mentions, with the parties of the model just trained or those
// that the flags ask for.
func (e *evaluation) annotate() (err error) {
	e.parties, err = e.flags.parties.annotate(e.corpus.Examples)
	return err
}

// predict fills in predictions from the model or the file.
func (p *program) predict(e *evaluation) error {
	e.predicted = make(map[string][]datasets.Prediction)
	if e.flags.from != "" {
		e.leakCheck.Skipped = leaksOfPredictions
		return p.readPredictions(e)
	}
	m := e.flags.loaded
	if m == nil {
		var err error
		if m, err = p.openModelWith(e.flags.model, e.flags.parties); err != nil {
			return err
		}
	}
	e.model = m
	if err := e.addModel(); err != nil {
		return err
	}
	for _, c := range m.File().Classifiers {
		e.predicted[c.Task().Name] = m.Predict(e.corpus.Examples, c.Task())
	}
	e.findLeaks(m.File())
	return nil
}

// readPredictions joins a file of predictions to the gold by id.
func (p *program) readPredictions(e *evaluation) error {
	predictions, hash, err := p.hashedPredictions(e.flags.from)
	if err != nil {
		return err
	}
	if hash == e.corpus.SHA256 {
		return fmt.Errorf("%s: %w: it is the gold file itself, byte for byte, and would be all right; name a file of predictions", inputName(e.flags.from), datasets.ErrRefused)
	}
	if err := somePredictions(e.flags.from, predictions); err != nil {
		return err
	}
	e.addPredictions(len(predictions), hash)
	for _, t := range datasets.Tasks {
		if !predictsTask(predictions, t) {
			continue
		}
		if e.predicted[t.Name], err = p.join(inputName(e.flags.from), predictions, e.corpus, t); err != nil {
			return err
		}
	}
	return nil
}

// join joins the predictions of a task in the named file to gold, and says how many
// are left over.
func (p *program) join(name string, predictions []datasets.Predicted, gold *datasets.Corpus, t datasets.Task) ([]datasets.Prediction, error) {
	joined, spare, err := gold.Join(predictions, t)
	if err != nil {
		return nil, fmt.Errorf("%s joined to %w", name, err)
	}
	if spare > 0 {
		p.say("%s: %d of its %s predictions left aside: %s has no row with their id", name, spare, t.Name, gold.Name)
	}
	return joined, nil
}

func predictsTask(predictions []datasets.Predicted, t datasets.Task) bool {
	for _, p := range predictions {
		if p.Task == t.Name {
			return true
		}
	}
	return false
}

// report makes a report of each task that has both gold and predictions.
func (e *evaluation) report() error {
	groups, how := datasets.Groups(e.corpus.Examples)
	inputs := append([]reports.Input{e.gold()}, e.inputs...)
	for _, t := range datasets.Tasks {
		if e.predicted[t.Name] == nil {
			continue
		}
		outcomes, rows := e.outcomes(t, groups)
		if len(outcomes) == 0 {
			continue
		}
		r, err := reports.Evaluate(t, outcomes, e.baselines(t, outcomes, rows), reports.Options{
			Draws: e.flags.draws, Seed: e.flags.seed, GroupedBy: how, By: e.flags.by, Version: version, Leaks: &e.leakCheck,
			Data:   e.signature(),
			Inputs: inputs,
		})
		if err != nil {
			return err
		}
		if err := e.addCeiling(r, t, outcomes, rows); err != nil {
			return err
		}
		e.reports = append(e.reports, r)
		e.addMistakes(t, outcomes, rows)
	}
	if len(e.reports) == 0 {
		return fmt.Errorf("%s: %w: none of its labels is of a task that was predicted; score it with a model, or predictions, of its task", e.corpus.Name, datasets.ErrRefused)
	}
	return nil
}

// outcomes returns the scored examples of a task, and their row numbers.
func (e *evaluation) outcomes(t datasets.Task, groups []int) ([]reports.Outcome, []int) {
	var outcomes []reports.Outcome
	var rows []int
	for i := range e.corpus.Examples {
		x := &e.corpus.Examples[i]
		if x.Gold(t) == "" || e.predicted[t.Name][i].Label == "" {
			continue
		}
		o := reports.Outcome{
			ID: x.ID, Article: x.Article, Group: groups[i], Source: x.Source, Target: x.Target, Text: x.Text, Flags: x.Flags,
			Gold: x.Gold(t), Prediction: e.predicted[t.Name][i], Unseen: e.unseen != nil && e.unseen[i],
		}
		for _, cells := range e.by {
			o.By = append(o.By, cells[i])
		}
		if leaks := e.leaks[t.Name]; leaks != nil {
			o.Leak = leaks[i]
		}
		outcomes, rows = append(outcomes, o), append(rows, i)
	}
	return outcomes, rows
}

// baselines returns what a table needs for its numbers to mean something: always
// the most frequent gold label, and the bare lexicon.
func (e *evaluation) baselines(t datasets.Task, outcomes []reports.Outcome, rows []int) []reports.Baseline {
	lexicon := reports.Baseline{Name: "lexicon", Labels: make([]datasets.Label, len(outcomes))}
	var own *classifier.DirectedLexicon
	if e.model != nil {
		own = e.model.Lexicon()
	}
	rule := classifier.NewLexiconRuleWith(t, own)
	for i, r := range rows {
		lexicon.Labels[i] = rule.Label(&e.corpus.Examples[r].Statement)
	}
	return []reports.Baseline{reports.Majority(t, outcomes), lexicon}
}
