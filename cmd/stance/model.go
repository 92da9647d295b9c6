package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"stance"
	"stance/articles"
	"stance/classifier"
)

// openModel opens a model file, or the shipped model where path is empty.
func openModel(path string) (*stance.Model, error) { return openModelFor(path, nil) }

// openModelFor is openModel with another table of parties than the shipped one.
func openModelFor(path string, parties *articles.Gazetteer) (*stance.Model, error) {
	if path == "" {
		return stance.ShippedWith(parties)
	}
	m, err := stance.OpenWith(path, parties)
	switch {
	case errors.Is(err, classifier.ErrCorrupt):
		return nil, fmt.Errorf("%w; name a file that stance train wrote, or train the model again", err)
	case errors.As(err, new(*fs.PathError)):
		return nil, unreadable(path, err)
	}
	return m, err
}

func (p *program) modelCommand() *cobra.Command {
	c := &cobra.Command{Use: "model", Short: "Look into model files", Args: knownCommand, SuggestionsMinimumDistance: 2,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() }}
	c.AddCommand(&cobra.Command{
		Use:   "show [MODEL]",
		Short: "Print what a model was trained on and which features weigh most (default: the shipped model)",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			m, err := openModel(strings.Join(args, ""))
			if err != nil {
				return err
			}
			p.show(m.File())
			return nil
		},
	})
	c.AddCommand(p.exportCommand())
	return c
}

// shownWeights is how many features model show prints for each label.
const shownWeights = 15

// show prints a model file for people.
func (p *program) show(f *classifier.File) {
	out := screen{p.out}
	fmt.Fprintf(out, "features %d, seed %d\n", f.Features, f.Seed)
	if f.Note != "" {
		fmt.Fprintf(out, "note: %s\n", f.Note)
	}
	if words := lexiconWords(f.Directed); words != "" {
		fmt.Fprintf(out, "%s (stance lexicon list --model FILE --own)\n", words)
	}
	for _, t := range f.Training {
		counting := ""
		if t.Weight > 0 {
			counting = fmt.Sprintf(", each counting %v", t.Weight)
		}
		fmt.Fprintf(out, "trained on %s, %d rows%s, sha256 %s\n", t.Name, t.Rows, counting, t.SHA256)
	}
	for prior := f.Prior; prior != nil; prior = prior.Prior {
		fmt.Fprintf(out, "from the prior %s, sha256 %s, trained on %s\n", prior.Name, prior.SHA256, trainedOnNames(prior.Training))
	}
	if prints := f.Fingerprints; prints != nil {
		fmt.Fprintf(p.out, "fingerprints of %d of %d training texts, %d bytes\n", prints.Kept, prints.Texts, prints.Size())
	}
	for _, c := range f.Classifiers {
		fmt.Fprintf(out, "\n%s\n", summary(c))
		fmt.Fprintf(out, "  families: %s\n", strings.Join(c.Recipe.Families, ", "))
		if classifier.HasCost(c.Recipe.Trainer) {
			fmt.Fprintf(out, "  class weight %s\n", c.Recipe.ClassWeight)
		}
		fmt.Fprintf(out, "  operating point %s, offsets %.2f; calibration scale %.3f, shift %.3f\n",
			c.Recipe.OperatingPoint, c.Offsets, c.Calibration.Scale, c.Calibration.Shift)
		if h := c.HeldOut; h.Rows > 0 {
			fmt.Fprintf(out, "  out of fold: headline F1 %.3f, accuracy %.3f on %d rows (the operating point was fitted on these scores, which flatters; --folds and --dev are fair)\n", h.Headline, h.Accuracy, h.Rows)
		}
		for k, l := range c.Task().Labels {
			fmt.Fprintf(out, "  %s:\n", l)
			for _, w := range c.Top[k][:min(shownWeights, len(c.Top[k]))] {
				fmt.Fprintf(out, "    %6.3f  %s\n", w.Weight, w.Feature)
			}
		}
	}
}
