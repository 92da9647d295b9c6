package reports

import (
	"fmt"

	"stance/datasets"
)

// DefaultDraws is the number of bootstrap draws when Options.Draws is 0.
const DefaultDraws = 2000

// MaxDraws is the largest number of bootstrap draws: intervals do not move any more
// long before, and the memory is draws times slices of the report.
const MaxDraws = 100_000

// An Outcome is a statement's gold label beside what was predicted.
type Outcome struct {
	ID             string
	Group          int // outcomes of one group, such as an article, are drawn together
	Source, Target string
	Gold           datasets.Label
	Prediction     datasets.Prediction
	By             []string // values of the columns Options.By

	Text    string         // of the statement; "" = not known
	Flags   datasets.Flags // as Annotate fills them
	Unseen  bool           // the model was trained on no statement about the target; false if not known
	Article string         // "" = not known
	Leak    datasets.Leak  // whether the model was trained on the text, see Options.Leaks
}

// A Baseline is another labelling of the same statements, to be beaten.
type Baseline struct {
	Name   string
	Labels []datasets.Label // beside the outcomes
}

// Options says how to evaluate. The zero value draws DefaultDraws times with
// seed 0 and names neither data, groups nor version in the signature.
type Options struct {
	Draws     int        // bootstrap draws
	Seed      uint64     // same seed, same intervals
	GroupedBy string     // how Outcome.Group came about, such as doc_id or text
	By        []string   // names of the columns in Outcome.By: a table each
	Data      string     // what was scored, such as file name and hash
	Version   string     // of the program
	Inputs    []Input    // what was scored, and what with, for the header
	System    string     // what was scored; "" = "model"
	Leaks     *LeakCheck // how leaks were looked for; nil = nothing is said of them
}

// Evaluate scores the outcomes and, beside them, the baselines. Every number has
// a 95 % interval from a bootstrap over whole groups; slices of the outcomes and
// differences to baselines come from the same draws. Outcomes without gold are
// for the caller to leave out: an empty or unknown label is an error.
func Evaluate(task datasets.Task, outcomes []Outcome, baselines []Baseline, o Options) (*Report, error) {
	if len(outcomes) == 0 {
		return nil, fmt.Errorf("reports: no statement with %s gold to score; label some first", task.Name)
	}
	if err := o.completeDraws(); err != nil {
		return nil, err
	}
	e := &evaluation{task: task, outcomes: outcomes, baselines: baselines, options: o}
	if err := e.addAll(); err != nil {
		return nil, err
	}
	e.addLeaks()
	e.draw(o.Draws, o.Seed)
	return e.report(), nil
}

// completeDraws fills in the default number of draws and refuses one out of reach.
func (o *Options) completeDraws() error {
	if o.Draws < 0 {
		return fmt.Errorf("reports: %d bootstrap draws; want a positive number, or 0 for %d", o.Draws, DefaultDraws)
	}
	if o.Draws == 0 {
		o.Draws = DefaultDraws
	}
	return tooManyDraws(o.Draws)
}

func tooManyDraws(draws int) error {
	if draws > MaxDraws {
		return fmt.Errorf("reports: %d bootstrap draws; want at most %d", draws, MaxDraws)
	}
	return nil
}
