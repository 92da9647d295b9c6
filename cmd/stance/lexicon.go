package main

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stance/articles"
	"stance/datasets"
	"stance/features"
)

func (p *program) lexiconCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "lexicon",
		Short: "Look into the directed lexicon, and check one of your own",
		Long: `The directed lexicon says what words show, by whom and toward whom: one row for each
place where the party can stand, in a CSV that any spreadsheet opens.

  entry     the word or words, as in a dictionary: condemn, pour cold water on
  pos       ` + strings.Join(features.PartsOfSpeech(), ", ") + `
  polarity  -3 to 3: what the agent, or whoever says so, shows toward the party
  slot      where the party T stands: object (condemn T), owner (T's aggression),
            modified (brutal T, T is brutal), subject (T lied), or the preposition
            before it: of (condemnation of T), against (sanctions against T)
  shift     reverse, if the entry turns what it governs: refuse to support; cancel, if
            it undoes it: stop short of condemning
  class     ` + strings.Join(features.LexiconClasses()[:10], ", ") + `,
            ` + strings.Join(features.LexiconClasses()[10:], ", ") + `
  writer_agent, writer_patient
            -3 to 3: what the writer who uses the entry shows toward who acts and who
            is acted upon (S slandered T: -2 and 1)
  effect    -3 to 3: how the party in the slot fares (bombed T: -2)
  synonym   another entry that says nearly the same; lexicon check holds the two
            against each other
  gloss     which sense is meant; where it is given, lexicon check takes a sign that
            differs from other lists as meant

All but the first four may be left out. All forms of a word match, irregular ones too
(condemned, fought); those that are often other words (left, bit) need rows of their
own. An adjective that is modified matches only as printed. VADER's list of polar words
stays beside it.

train and cv take your lexicon with --lexicon FILE: it extends the shipped one, and a
row of the same entry, pos and slot replaces ours (polarity 0 switches it off).
--only-lexicon uses yours alone. The model file keeps your rows: label, eval and test
need no flag. explain --lexicon shows what rows would do before you train.`,
		Example: "  stance lexicon find stands with\n  stance lexicon list --class ACCUSE --slot of\n  stance lexicon check mine.csv\n  stance train labels.csv --lexicon mine.csv --model my.stance",
		Args:    knownCommand, SuggestionsMinimumDistance: 2,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(p.lexiconListCommand(), p.lexiconFindCommand(), p.lexiconCheckCommand())
	return c
}

// lexiconListFlags are the flags of stance lexicon list.
type lexiconListFlags struct {
	lexiconFlags
	model            string
	class, slot, pos string
	own              bool
}

func (p *program) lexiconListCommand() *cobra.Command {
	var f lexiconListFlags
	c := &cobra.Command{
		Use:     "list",
		Short:   "Print the lexicon, or some of its rows, as CSV",
		Example: "  stance lexicon list --class ACCUSE --slot of\n  stance lexicon list --model my.stance --own",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return p.listLexicon(f) },
	}
	l := c.Flags()
	l.StringVar(&f.class, "class", "", "only rows of this class: ACCUSE, SUPPORT, ... ; none: without a class")
	l.StringVar(&f.slot, "slot", "", "only rows of this slot: object, owner, modified, subject or a preposition")
	l.StringVar(&f.pos, "pos", "", "only rows of this part of speech: verb, noun, ...")
	l.BoolVar(&f.own, "own", false, "only rows that are not the shipped ones")
	l.StringVar(&f.model, "model", "", "the lexicon that this model file carries")
	f.add(l)
	return c
}

// listLexicon prints the rows that the flags ask for.
func (p *program) listLexicon(f lexiconListFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	lexicon, err := p.lexiconOf(f.model, f.lexiconFlags)
	if err != nil {
		return err
	}
	rows := lexicon.Own()
	if !f.own {
		rows = lexicon.Rows()
	}
	out := csv.NewWriter(p.out)
	out.Write(features.LexiconColumns())
	for i := range rows {
		if f.wants(&rows[i]) {
			out.Write(rows[i].Cells())
		}
	}
	out.Flush()
	return out.Error()
}

// check refuses what no row can have.
func (f *lexiconListFlags) check() error {
	f.class, f.slot, f.pos = strings.ToUpper(f.class), strings.ToLower(f.slot), strings.ToLower(f.pos)
	for _, one := range []struct {
		flag, value string
		known       []string
	}{
		{"--class", f.class, append(features.LexiconClasses(), "NONE")},
		{"--slot", f.slot, features.LexiconSlots()},
		{"--pos", f.pos, features.PartsOfSpeech()},
	} {
		if one.value != "" && !slices.Contains(one.known, one.value) {
			return usagef("%s: %q is none of %s", one.flag, one.value, strings.Join(one.known, ", "))
		}
	}
	return nil
}

func (f *lexiconListFlags) wants(row *features.LexiconRow) bool {
	class := row.Class()
	if class == "" {
		class = "NONE"
	}
	return (f.class == "" || class == f.class) && (f.slot == "" || row.Slot() == f.slot) && (f.pos == "" || row.PartOfSpeech() == f.pos)
}

// lexiconOf returns the lexicon of a model, or the shipped one, with what the flags add.
func (p *program) lexiconOf(model string, f lexiconFlags) (*features.Lexicon, error) {
	if model == "" {
		return p.readLexicon(f, nil)
	}
	m, err := openModel(model)
	if err != nil {
		return nil, err
	}
	return p.readLexicon(f, m.Lexicon())
}

func (p *program) lexiconCheckCommand() *cobra.Command {
	var alone bool
	var labelled []string
	c := &cobra.Command{
		Use:   "check FILE",
		Short: "Name all that is wrong in a lexicon, as file:line: what; remedy; exit 3 if there is any",
		Long: `Name all that is wrong or useless in a directed lexicon, alone and beside the shipped
one: values that a column cannot have, rows that stand there twice or that ours has,
entries that can never match, and signs that differ from VADER's list, from another
row of the same words or from the synonym's. With --labels also rows that hand-labelled statements contradict:
heard in five or more that take a side, and wrong in most. A sign that is meant to
differ has a gloss. Exit code 3 if there is any.`,
		Example: "  stance lexicon check mine.csv\n  stance lexicon check mine.csv --labels labels.csv",
		Args:    cobra.ExactArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return p.checkLexicon(args[0], labelled, alone) },
	}
	c.Flags().StringArrayVar(&labelled, "labels", nil, "hand-labelled statements to hold the rows against; may be repeated")
	c.Flags().BoolVar(&alone, "only-lexicon", false, "the lexicon will be used without the shipped one")
	return c
}

// checkLexicon lints a lexicon.
func (p *program) checkLexicon(path string, labelled []string, alone bool) error {
	rows, err := p.readLexiconFile(path)
	if err != nil {
		return err
	}
	parties, err := articles.DefaultGazetteer()
	if err != nil {
		return err
	}
	check := features.LexiconCheck{Alone: alone, Party: func(words string) string { return namedIn(parties, words) }}
	if len(rows) == 0 {
		return fmt.Errorf("%s: %w: it has no rows; write one below the header", path, datasets.ErrRefused)
	}
	if check.Uses, err = p.usesIn(labelled, rows, alone); err != nil {
		return err
	}
	complaints, bad := check.Rows(rows)
	return p.lint(path, complaints, bad, len(rows))
}

// usesIn returns how the user's rows fare in labelled statements; nil where no file is named, or
// where the rows are no lexicon yet, of which the check tells.
func (p *program) usesIn(labelled []string, rows []features.LexiconRow, alone bool) ([]features.LexiconUse, error) {
	if len(labelled) == 0 {
		return nil, nil
	}
	examples, _, err := p.readCorpora(labelled, false)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(examples, func(e datasets.Example) bool { return e.Target != "" && e.Side() != 0 }) {
		return nil, fmt.Errorf("%s: %w: no row is for or against a target; name statements with target and stance", strings.Join(labelled, ", "), datasets.ErrRefused)
	}
	if _, err := (&partyFlags{}).annotate(examples); err != nil {
		return nil, err
	}
	l, err := features.NewLexicon(rows, alone)
	if err != nil {
		return nil, nil
	}
	return l.Uses(examples)[:len(l.Own())], nil
}

// namedIn returns the first words that name a party, or "".
func namedIn(parties *articles.Gazetteer, words string) string {
	for _, r := range parties.Readings(words) {
		if r.Party != "" {
			return r.Words
		}
	}
	return ""
}
