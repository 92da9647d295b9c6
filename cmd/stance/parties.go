package main

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stance"
	"stance/articles"
	"stance/datasets"
)

func (p *program) partiesCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "parties",
		Short: "Look into the table of parties, and check one of your own",
		Long: `The table of parties says which words name which state, organisation or political
party: one alias a row, in a CSV that any spreadsheet opens.

  party   canonical name: the one in the columns source and target
  alias   the words in the text; "Franco-" stands only before a hyphen
  kind    ` + strings.Join(articles.PartyKinds(), ", ") + `; empty is name
  case    exact: only as printed here (US, not us); empty: any
  from, to   days in office, 2006-01-02; empty: not known
  note    for people, but its beginning counts:
            ambiguous                  most likely this party; flagged ambiguous_party
                                       unless another alias of it is in the text
            ambiguous: needs support   this party only if another alias of it is
            first name                 no party before another name: Paris Hilton

Kind none is for words that name no party: "Korean War". With a party they are a decoy:
an ambiguous alias is left alone where the text has other words of the decoy.

label, explain, train, cv, eval, test and check take your table with --parties FILE: it
extends the shipped one, and a row of the same party and alias replaces ours.
--only-parties uses yours alone. --without person,media leaves kinds out.`,
		Example: "  stance parties find MBS\n  stance parties list --party Japan > japan.csv\n  stance parties check mine.csv\n  stance label article.txt --parties mine.csv",
		Args:    knownCommand, SuggestionsMinimumDistance: 2,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(p.partiesListCommand(), p.partiesFindCommand(), p.partiesCheckCommand())
	return c
}

func (p *program) partiesListCommand() *cobra.Command {
	var f partyFlags
	var party string
	c := &cobra.Command{
		Use:     "list",
		Short:   "Print the table, or the rows of one party, as CSV",
		Example: "  stance parties list --party Japan",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			table, err := f.Table()
			if err != nil {
				return fileError(err)
			}
			return p.listParties(table, party)
		},
	}
	c.Flags().StringVar(&party, "party", "", "only the rows of this party, by its name or an alias")
	f.add(c.Flags())
	return c
}

// listParties prints the rows of a party, or all of them.
func (p *program) listParties(table *articles.PartyTable, party string) error {
	if party != "" {
		g, err := table.Gazetteer()
		if err != nil {
			return err
		}
		name, known := g.Canonical(party)
		if !known {
			return usagef("--party: the table has no party %q; stance parties find shows rows that hold the words", party)
		}
		party = name
	}
	out := csv.NewWriter(p.out)
	out.Write(articles.PartyColumns())
	rows := table.Rows()
	for i := range rows {
		if party == "" || rows[i].Party() == party {
			out.Write(rows[i].Cells())
		}
	}
	out.Flush()
	return out.Error()
}

func (p *program) partiesFindCommand() *cobra.Command {
	var f partyFlags
	c := &cobra.Command{
		Use:   "find TEXT",
		Short: "Show every row that the words of a text match, and how they are read",
		Long: `Show every row that the words of a text match, and how they are read. The text is read
as an article of its own: give more of it to see what settles an ambiguous name.`,
		Example: "  stance parties find MBS\n  stance parties find \"Kim met the South Korean delegation in Washington\"",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			table, err := f.Table()
			if err != nil {
				return fileError(err)
			}
			return p.findParties(table, args[0])
		},
	}
	f.add(c.Flags())
	return c
}

// findParties prints what the words of a text name.
func (p *program) findParties(table *articles.PartyTable, text string) error {
	g, err := table.Gazetteer()
	if err != nil {
		return err
	}
	readings := g.Readings(text)
	if len(readings) == 0 {
		return p.searchParties(table, text)
	}
	out := screen{p.out}
	for _, r := range readings {
		fmt.Fprintln(out, title(r))
		for _, s := range r.Senses {
			fmt.Fprintf(out, "  %s\n    %s\n", inWords(s.Row), s.Why)
		}
	}
	return nil
}

// inWords is a row for people: "North Korea: Kim (person, exact, from 1948-09-09; parties.csv:2403)".
func inWords(row *articles.PartyRow) string {
	c := row.Cells()
	about := []string{c[2]}
	for _, more := range []string{c[3], since("from ", c[4]), since("to ", c[5]), c[6]} {
		if more != "" {
			about = append(about, more)
		}
	}
	return fmt.Sprintf("%s: %s (%s; %s)", cmp.Or(c[0], "no party"), c[1], strings.Join(about, ", "), row.Place())
}

func since(word, day string) string {
	if day == "" {
		return ""
	}
	return word + day
}

// title says what the words are read as.
func title(r articles.Reading) string {
	switch {
	case r.Party == "":
		return fmt.Sprintf("%q names no party here", r.Words)
	case r.Doubtful:
		return fmt.Sprintf("%q is read as %s, and flagged ambiguous_party", r.Words, r.Party)
	}
	return fmt.Sprintf("%q is read as %s", r.Words, r.Party)
}

// shownRows is how many rows a search prints at most.
const shownRows = 40

// searchParties prints the rows whose party or alias holds the words.
func (p *program) searchParties(table *articles.PartyTable, words string) error {
	rows := table.Search(words)
	if len(rows) == 0 {
		p.say("nothing in the table of parties has to do with %q; add rows with --parties FILE", words)
		return nil
	}
	out := screen{p.out}
	fmt.Fprintf(out, "%q names no party as it stands; rows that hold it: %d\n", words, len(rows))
	for _, row := range rows[:min(len(rows), shownRows)] {
		fmt.Fprintf(out, "  %s\n", inWords(row))
	}
	if len(rows) > shownRows {
		fmt.Fprintf(out, "  ... and %d more; stance parties list prints all\n", len(rows)-shownRows)
	}
	return nil
}

func (p *program) partiesCheckCommand() *cobra.Command {
	var alone bool
	c := &cobra.Command{
		Use:   "check FILE",
		Short: "Name all that is wrong in a table of parties, as file:line: what; exit 3 if there is any",
		Long: `Name all that is wrong or useless in a table of parties, alone and beside the shipped
table, as file:line: what. Exit code 3 if there is any.`,
		Example: "  stance parties check mine.csv",
		Args:    cobra.ExactArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return p.checkParties(args[0], alone) },
	}
	c.Flags().BoolVar(&alone, "only-parties", false, "the table will be used without the shipped one")
	return c
}

// checkParties lints a table.
func (p *program) checkParties(path string, alone bool) error {
	table, err := stance.ReadPartyFile(path)
	if err != nil {
		return fileError(err)
	}
	var base *articles.PartyTable
	if !alone {
		if base, err = articles.ShippedParties(); err != nil {
			return err
		}
	}
	complaints := table.Check(base)
	return p.lint(path, complaints, len(complaints), len(table.Rows()))
}

// lint prints what is wrong in a file of so many rows, of which some are bad, and refuses it
// if anything is.
func (p *program) lint(path string, complaints []string, bad, rows int) error {
	for _, c := range complaints {
		fmt.Fprintln(screen{p.out}, c)
	}
	if len(complaints) > 0 {
		return fmt.Errorf("%s: %w: rows to mend: %d of %d", path, datasets.ErrRefused, bad, rows)
	}
	p.say("%s: nothing to mend; rows: %d", path, rows)
	return nil
}
