package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stance/features"
)

func (p *program) lexiconFindCommand() *cobra.Command {
	var f lexiconFlags
	var model string
	c := &cobra.Command{
		Use:   "find WORDS...",
		Short: "Show every row that words match, in whatever inflection, and what it means in a sentence",
		Long: `Show every row that words match, in whatever inflection, and what it means in a
sentence; where none does, the rows that hold the words. VADER's valence (-4 to 4) of
the words that its list has stands below.`,
		Example: "  stance lexicon find condemned\n  stance lexicon find stands with",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			words := strings.Join(strings.Fields(strings.Join(args, " ")), " ")
			if words == "" {
				return usagef("the words are empty; name a word or phrase")
			}
			l, err := p.lexiconOf(model, f)
			if err != nil {
				return err
			}
			return p.findInLexicon(l, words)
		},
	}
	c.Flags().StringVar(&model, "model", "", "the lexicon that this model file carries")
	f.add(c.Flags())
	return c
}

// findInLexicon prints the rows that words match.
func (p *program) findInLexicon(l *features.Lexicon, words string) error {
	matches, vader := l.Find(words)
	whole := slices.ContainsFunc(matches, func(m features.LexiconMatch) bool { return m.Words == strings.ToLower(words) })
	holding := l.Search(words)
	if len(matches)+len(vader)+len(holding) == 0 {
		p.say("nothing in the directed lexicon or in VADER's list has to do with %q; add rows with --lexicon FILE", words)
		return nil
	}
	out := screen{p.out}
	last := ""
	for _, m := range matches {
		if m.Words != last {
			fmt.Fprintf(out, "%q\n", m.Words)
			last = m.Words
		}
		fmt.Fprintf(out, "  %s\n    %s\n", rowInWords(m.Row), meaning(m))
	}
	if !whole {
		holdingRows(out, words, holding)
	}
	for _, v := range vader {
		fmt.Fprintf(out, "VADER: %s %+.1f\n", v.Word, v.Value)
	}
	return nil
}

// rowInWords is a row for people: "condemn, verb, -3 object, ACCUSE, like denounce (predicates.csv:1402)".
func rowInWords(r *features.LexiconRow) string {
	about := []string{r.Entry(), r.PartOfSpeech(), fmt.Sprintf("%s %s", withSign(r.Polarity()), r.Slot())}
	if r.Shift() != "" {
		about = append(about, r.Shift())
	}
	if r.Class() != "" {
		about = append(about, r.Class())
	}
	if r.Synonym() != "" {
		about = append(about, "like "+r.Synonym())
	}
	place := " (" + r.Place() + ")"
	if r.Gloss() != "" {
		place = ": " + r.Gloss() + place
	}
	return strings.Join(about, ", ") + place
}

// withSign prints a polarity: -3, 0, +2.
func withSign(polarity int) string {
	if polarity == 0 {
		return "0"
	}
	return fmt.Sprintf("%+d", polarity)
}

// meaning says what a row means in a sentence.
func meaning(m features.LexiconMatch) string {
	switch {
	case m.Longer != nil:
		return fmt.Sprintf("not here: %q has more of the words", m.Longer.Entry())
	case m.Spoken == nil:
		return "never heard: no sentence has it as it is written"
	}
	return fmt.Sprintf("%q: %s", m.Spoken.Sentence, m.Spoken.Meaning)
}

// holdingRows prints the rows that hold words which match none as a whole.
func holdingRows(out io.Writer, words string, rows []*features.LexiconRow) {
	fmt.Fprintf(out, "%q as a whole matches no row; rows that hold it: %d\n", words, len(rows))
	for _, row := range rows[:min(len(rows), shownRows)] {
		fmt.Fprintf(out, "  %s\n", rowInWords(row))
	}
	if len(rows) > shownRows {
		fmt.Fprintf(out, "  ... and %d more; stance lexicon list prints all\n", len(rows)-shownRows)
	}
}
