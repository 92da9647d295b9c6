package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"stance"
	"stance/classifier"
	"stance/datasets"
	"stance/reports"
)

func (p *program) explainCommand() *cobra.Command {
	var model, target, source string
	var parties partyFlags
	var lexicon lexiconFlags
	c := &cobra.Command{
		Use:     `explain "SENTENCE" --target T`,
		Short:   "Show which words decided about one sentence",
		Example: `  stance explain "Beijing condemned the new sanctions on Moscow." --target Russia --source China`,
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if strings.TrimSpace(args[0]) == "" {
				return usagef("the sentence is empty; put it in quotes")
			}
			m, err := p.openModelWith(model, parties)
			if err != nil {
				return err
			}
			if m, err = p.withLexicon(m, lexicon); err != nil {
				return err
			}
			s := datasets.Statement{Text: strings.ToValidUTF8(args[0], "\uFFFD"), Source: source, Target: target}
			return p.explain(m.Explain(&s))
		},
	}
	l := c.Flags()
	l.StringVar(&target, "target", "", "what the stance is about")
	l.StringVar(&source, "source", "", "who holds it (default: the author)")
	l.StringVar(&model, "model", "", "model file (default: the shipped model)")
	parties.add(l)
	lexicon.add(l)
	return c
}

// explain prints an explanation for people.
func (p *program) explain(e stance.Explanation) error {
	out := screen{p.out}
	fmt.Fprintf(out, "read as    %s\n", e.Reading)
	if f := e.Statement.Flags.String(); f != "" {
		fmt.Fprintf(out, "flags      %s\n", f)
	}
	for _, t := range e.Tasks {
		fmt.Fprintf(out, "\n%-10s %s", t.Task.Name, t.Prediction.Label)
		for k, l := range t.Task.Labels {
			fmt.Fprintf(out, "   %s %.3f", l, t.Prediction.Probabilities[k])
		}
		fmt.Fprintln(out)
		printEvidence(out, e.Statement.Text, t)
		fmt.Fprintf(out, "  because     %s\n", reasons(t.Because, new(strings.Builder)))
		table := reports.Table{
			Header: []string{"contribution", "feature"},
			Align:  []reports.Align{reports.Right, reports.Left},
			Notes:  []string{fmt.Sprintf("%d features in all; contribution = weight for %s less the mean of the other labels, in log-odds", t.Features, t.Prediction.Label)},
		}
		for _, c := range t.Contributions {
			table.Rows = append(table.Rows, []string{fmt.Sprintf("%+.3f", c.Weight), c.Feature})
		}
		if err := table.WriteText(out); err != nil {
			return err
		}
	}
	return nil
}

// printEvidence prints the words that speak for each label.
func printEvidence(out io.Writer, text string, t classifier.Explanation) {
	for k, spans := range t.Evidence {
		if len(spans) == 0 {
			continue
		}
		words := make([]string, len(spans))
		for i, s := range spans {
			words[i] = fmt.Sprintf("%q", s.Of(text))
		}
		fmt.Fprintf(out, "%-13s %s\n", "  for "+t.Task.Labels[k], strings.Join(words, " | "))
	}
}
