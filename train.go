package stance

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"stance/articles"
	"stance/classifier"
	"stance/datasets"
)

// ErrNoLabels says that a task cannot be trained: its labels are missing, or all
// the same.
var ErrNoLabels = errors.New("not enough labels")

// Options say how to train. The zero value trains every task that has at least two
// labels in the data, with the default recipe.
type Options struct {
	Tasks    []datasets.Task       // must be trained; nil: those with at least two labels
	Recipe   classifier.Recipe     // its Task is set for each task in turn
	Training []classifier.Training // files that the examples come from, for the model file
	Parties  *articles.Gazetteer   // nil: the shipped table
	Note     string                // kept in the model file
	Watch    classifier.Stopwatch  // told how long each step took
}

// Train learns a model from examples, whose mentions and flags it fills in.
func Train(examples []datasets.Example, o Options) (*Model, error) {
	parties, err := orDefault(o.Parties)
	if err != nil {
		return nil, err
	}
	start := time.Now()
	annotate(examples, parties)
	if o.Watch != nil {
		o.Watch("features", time.Since(start))
	}
	tasks, err := ChooseTasks(examples, o.Tasks)
	if err != nil {
		return nil, err
	}
	f := &classifier.File{Provenance: classifier.NewProvenance(parties.Hash(), o.Recipe.Seed)}
	f.Training, f.Note = o.Training, o.Note
	f.Directed, f.Lexicon = o.Recipe.Lexicon, o.Recipe.Lexicon.Hash()
	groups, _ := datasets.Groups(examples)
	for _, t := range tasks {
		r := o.Recipe
		r.Task = t
		labelled, itsGroups := WithLabel(examples, groups, t)
		if err := r.Prior.Check(t, labelled); err != nil {
			return nil, err
		}
		c, err := classifier.Train(r, labelled, itsGroups, o.Watch)
		if err != nil {
			return nil, err
		}
		f.Classifiers = append(f.Classifiers, c)
	}
	f.Fingerprints = datasets.NewFingerprints(examples, tasks)
	if r := o.Recipe; r.Prior != nil {
		f.Prior = &r.Prior.Origin
		f.Fingerprints = r.Prior.Fingerprints().With(f.Fingerprints)
	}
	return newModel(f, parties)
}

// ChooseTasks returns the tasks that can be trained, in the order of datasets.Tasks:
// those wanted, or for nil those of which the examples have at least two labels. A task
// that is wanted and lacks them is an error (ErrNoLabels).
func ChooseTasks(examples []datasets.Example, wanted []datasets.Task) ([]datasets.Task, error) {
	var tasks []datasets.Task
	for _, t := range datasets.Tasks {
		n := labelsOf(examples, t)
		switch {
		case wanted != nil && !named(wanted, t):
		case n >= 2:
			tasks = append(tasks, t)
		case wanted != nil:
			return nil, fmt.Errorf("%w: the data have %d different %s labels and two are needed; label more rows, or leave the task out", ErrNoLabels, n, t.Name)
		}
	}
	if len(tasks) == 0 {
		return nil, fmt.Errorf("%w: neither stance nor sentiment has two different labels in the data; label more rows", ErrNoLabels)
	}
	return tasks, nil
}

func named(tasks []datasets.Task, t datasets.Task) bool {
	return slices.ContainsFunc(tasks, func(w datasets.Task) bool { return w.Name == t.Name })
}

// labelsOf returns how many different labels of a task the examples have.
func labelsOf(examples []datasets.Example, t datasets.Task) int {
	seen := make(map[datasets.Label]bool)
	for i := range examples {
		if l := examples[i].Gold(t); l != "" {
			seen[l] = true
		}
	}
	return len(seen)
}

// WithLabel returns the examples that have a label of the task, and their groups.
func WithLabel(examples []datasets.Example, groups []int, t datasets.Task) ([]*datasets.Example, []int) {
	var labelled []*datasets.Example
	var itsGroups []int
	for i := range examples {
		if examples[i].Gold(t) != "" {
			labelled = append(labelled, &examples[i])
			itsGroups = append(itsGroups, groups[i])
		}
	}
	return labelled, itsGroups
}

// KnownRows returns how many of the examples that have a label of a task stand, exactly
// or nearly, among the texts of the fingerprints that trained the task, and how many
// have one.
func KnownRows(prints *datasets.Fingerprints, examples []datasets.Example, t datasets.Task) (known, labelled int) {
	for i, leak := range prints.Leaks(examples, t) {
		if examples[i].Gold(t) == "" {
			continue
		}
		labelled++
		if leak != datasets.NoLeak {
			known++
		}
	}
	return known, labelled
}

// Annotate fills in the mentions and flags of all examples, on every core.
func Annotate(examples []datasets.Example) error { return AnnotateWith(examples, nil) }

// AnnotateWith is Annotate with a table of parties; nil is the shipped one.
func AnnotateWith(examples []datasets.Example, parties *articles.Gazetteer) error {
	parties, err := orDefault(parties)
	if err == nil {
		annotate(examples, parties)
	}
	return err
}

func orDefault(parties *articles.Gazetteer) (*articles.Gazetteer, error) {
	if parties != nil {
		return parties, nil
	}
	return articles.DefaultGazetteer()
}

func annotate(examples []datasets.Example, parties *articles.Gazetteer) {
	onEveryCore(len(examples), func() func(int) {
		a := articles.NewAnnotator(parties)
		return func(i int) { a.Annotate(&examples[i].Statement) }
	})
}
