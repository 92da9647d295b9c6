package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"stance"
	"stance/articles"
	"stance/datasets"
	"stance/reports"
)

// checkFlags are the flags of stance check.
type checkFlags struct {
	json, out   string
	strict, fix bool
	parties     partyFlags
}

func (p *program) checkCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check TRAIN.csv [TEST.csv...]",
		Short: "Look for what spoils training and scoring: leaks, duplicates, bad labels, damage",
		Long: `Look through hand-labelled files before a model is trained or scored on them: labels,
duplicates, rows that contradict each other, texts that stand (exactly or nearly) in
an earlier file, names and offsets that are not in the text, encoding and spreadsheet
damage. Near copies share 3/4 of their pairs of neighboring words, or 4/5 of those of
the shorter text where that is 11 pairs or more.

--fix writes NAME.fixed.csv for each file and fixes.csv to the folder of --out: drops
duplicates and rows of TEST that leak, repairs mojibake and HTML entities (offsets move
along), writes labels for their synonyms, leaves out rows that do not fit the header
or have broken bytes. Conflicts and other refused rows stay for you to decide. The input is never changed.

Exit code: 0 nothing but warnings and notes, 3 train would refuse a file, 4 anything
found under --strict.`,
		Example: "  stance check train.csv dev.csv test.csv --out checked --fix",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return p.check(args, f) },
	}
	l := c.Flags()
	l.StringVar(&f.json, "json", "", "write what was found to this file as JSON; - is standard output")
	l.StringVar(&f.out, "out", "", "folder for the report as text, Markdown, JSON and CSV, and rows.csv with every row concerned")
	l.BoolVar(&f.strict, "strict", false, "exit with 4 if anything is found")
	l.BoolVar(&f.fix, "fix", false, "also write repaired copies and fixes.csv to the folder of --out")
	f.parties.add(l)
	return c
}

// check looks through files and writes what the flags ask for.
func (p *program) check(paths []string, f checkFlags) error {
	if f.fix && f.out == "" {
		return usagef("--fix: name a folder for the repaired copies with --out")
	}
	if err := f.distinct(p, paths); err != nil {
		return err
	}
	if err := checkOutputs(f.out, f.json); err != nil {
		return err
	}
	parties, err := f.parties.parties()
	if err != nil {
		return err
	}
	files, err := p.readAudited(paths, parties)
	if err != nil {
		return err
	}
	c := reports.NewCheck(datasets.Inspect(files), version)
	if err := p.writeCheck(c, f); err != nil {
		return err
	}
	if f.fix {
		if err := p.writeFixed(files, paths, f.out); err != nil {
			return err
		}
	}
	switch {
	case c.Refuses():
		return fmt.Errorf("%w: train would refuse what is marked as error; correct it", datasets.ErrRefused)
	case f.strict && len(c.Findings) > 0:
		return fmt.Errorf("%w: something was found, and --strict asks for nothing", errGate)
	}
	return nil
}

// readAudited reads all files whole, and looks for the names in their texts.
func (p *program) readAudited(paths []string, parties *articles.Gazetteer) ([]*datasets.Audited, error) {
	var files []*datasets.Audited
	for i, name := range auditedNames(paths) {
		a, err := p.readOneAudited(paths[i], name)
		if err != nil {
			return nil, err
		}
		if err := stance.AnnotateWith(a.Examples, parties); err != nil {
			return nil, err
		}
		files = append(files, a)
	}
	return files, nil
}

// auditedNames returns the names of the files in the report.
func auditedNames(paths []string) []string {
	names := shortNames(paths)
	for i, path := range paths {
		if path == "-" {
			names[i] = inputName("-")
		}
	}
	return names
}

func (p *program) readOneAudited(path, name string) (*datasets.Audited, error) {
	in, err := p.open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	a, err := datasets.ReadAudited(name, in)
	if err != nil {
		return nil, unreadable(path, err)
	}
	return a, nil
}
