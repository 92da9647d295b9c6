package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stance/datasets"
	"stance/reports"
)

// dyadFlags are the flags of stance dyads.
type dyadFlags struct {
	by, format           string
	min, minPart, top    int
	sources, targets     []string
	without              []string
	gold, skipBad        bool
	out, json, dot, gexf string
	draws                int
	seed                 uint64
}

func (p *program) dyadsCommand() *cobra.Command {
	var f dyadFlags
	c := &cobra.Command{
		Use:   "dyads LABELLED.csv...",
		Short: "Count who is for and against whom, by month or outlet, as table, map and graph",
		Long: `Count the rows that label wrote by source and target; - is standard input. For each
directed pair: statements by stance, articles, net and tone.

net is (favor - against) / statements, from -1 to 1 (the screen shows percent): the mean
direction of hand-coded news analysis, in which a statement that takes no side counts 0.
Its 95 % interval is a bootstrap over whole articles (doc_id), wider than plain percentiles
where articles are few (expanded percentile interval, Hesterberg 2015). tone is the same of
positive and negative. The CSV and the JSON also hold expected_net, the mean of p_favor -
p_against, which does not hang on where a model draws the line to none. A row without a
source is the author's, (author), or (unknown) if its source_how says so.

Each number is on a side (favor, against; positive, negative) or has one sign, on the screen
and in the columns leans and tone_leans:
  ?  it is of fewer than 6 articles, too few to tell the side, whatever the interval
  ~  no side: it is 0, or its interval holds 0
On the screen = stands for an interval where the net is the same in every article; of one
article there is none. Over time A and F are against and favor; a, 0 and f are a net below,
at and above 0 that is of too few articles. map.csv holds nets as numbers, without signs.

Intervals are about which articles were read, not about labels that are wrong: stance eval
says how often they are. Articles that seem to stand in the rows twice, under two doc_ids,
are told on standard error. Memory grows with dyads and articles, not with rows.`,
		Example: "  stance label articles/ --out labelled.csv\n" +
			"  stance dyads labelled.csv --without author,unknown\n" +
			"  stance dyads labelled.csv --by month --source Russia,China --out by-month.csv\n" +
			"  stance dyads labelled.csv --out dyads/ --gexf dyads.gexf --dot dyads.dot",
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return p.dyads(args, f) },
	}
	l := c.Flags()
	l.SortFlags = false
	l.StringVar(&f.by, "by", "", "split each dyad by year, month or day of the column date, or by the values of any column: outlet")
	l.IntVar(&f.min, "min", 5, "statements below which a dyad is left out, and counted")
	l.IntVar(&f.minPart, "min-part", 1, "with --by: statements below which a part of a dyad, such as a month, is left out, and counted")
	l.StringSliceVar(&f.sources, "source", nil, "only these sources, by the names in the file; (author) is one")
	l.StringSliceVar(&f.targets, "target", nil, "only these targets")
	l.StringSliceVar(&f.without, "without", nil, "leave out author (the article's own voice), unknown, or both")
	l.BoolVar(&f.gold, "gold", false, "count what a person said, in gold_stance and gold_sentiment, not the predictions")
	l.IntVar(&f.top, "top", 25, "rows of each list on the screen; 0 is all")
	l.StringVar(&f.format, "format", "text", "what the screen gets: text, csv (all rows of the list) or markdown")
	l.StringVar(&f.out, "out", "", "FILE.csv for the list in full; or a folder for it as text, Markdown, JSON and CSV, with both graphs")
	l.StringVar(&f.json, "json", "", "write the numbers to this file as JSON; - is standard output")
	l.StringVar(&f.dot, "dot", "", "write the graph for Graphviz to this file")
	l.StringVar(&f.gexf, "gexf", "", "write the graph for Gephi (GEXF 1.3) to this file")
	l.IntVar(&f.draws, "draws", defaultDraws, "bootstrap draws")
	l.Uint64Var(&f.seed, "seed", 1, "seed of the bootstrap")
	l.BoolVar(&f.skipBad, "skip-bad", false, "leave bad rows out, counted and listed, instead of refusing the file; exit code 5")
	return c
}

// namelessSources are what --without takes.
var namelessSources = map[string]string{"author": datasets.AuthorSource, "unknown": datasets.UnknownSource}

// leastDyadDraws is how many draws it takes for one to be beyond each end of a 95 %
// interval.
const leastDyadDraws = 40

// check refuses flags that make no sense, and reads those that are words.
func (f *dyadFlags) check(paths []string) error {
	if err := checkDraws(f.draws, leastDyadDraws); err != nil {
		return err
	}
	for i, word := range f.without {
		name := namelessSources[strings.Trim(strings.ToLower(strings.TrimSpace(word)), "()")]
		if name == "" {
			return usagef("--without: %q is none of author, unknown", word)
		}
		f.without[i] = name
	}
	switch {
	case f.min < 1:
		return usagef("--min: %d is not a number of statements; it is at least 1", f.min)
	case f.minPart < 1:
		return usagef("--min-part: %d is not a number of statements; it is at least 1", f.minPart)
	case f.minPart > 1 && f.by == "":
		return usagef("--min-part is of the parts that --by makes; name a column with --by")
	case f.top < 0:
		return usagef("--top: %d is not a number of rows; 0 is all", f.top)
	case !slices.Contains([]string{"text", "csv", "markdown"}, f.format):
		return usagef("--format: %q is none of text, csv, markdown", f.format)
	}
	for i, path := range paths {
		if slices.Contains(paths[:i], path) {
			return usagef("%s is named twice; its rows would count double", inputName(path))
		}
	}
	return nil
}

// place returns what --out names, a folder or a file; the other is "".
func (f *dyadFlags) place() (folder, file string) {
	if strings.HasSuffix(strings.ToLower(f.out), ".csv") || f.out == "-" {
		return "", f.out
	}
	return f.out, ""
}

// dyads counts the rows of all files and writes what the flags ask for.
func (p *program) dyads(paths []string, f dyadFlags) error {
	if err := f.check(paths); err != nil {
		return err
	}
	folder, file := f.place()
	writes := []fileUse{{"--out", file}, {"--json", f.json}, {"--dot", f.dot}, {"--gexf", f.gexf}}
	if err := p.distinct(uses("the input", paths...), writes); err != nil {
		return err
	}
	if err := checkOutputs(folder, file, f.json, f.dot, f.gexf); err != nil {
		return err
	}
	r, err := p.countDyads(paths, f)
	if err != nil {
		return err
	}
	return p.writeDyads(r, f)
}

// countDyads reads all files.
func (p *program) countDyads(paths []string, f dyadFlags) (*reports.DyadsReport, error) {
	d := reports.NewDyads(reports.DyadOptions{Min: f.min, MinPart: f.minPart, Period: f.by, Without: f.without, Sources: f.sources, Targets: f.targets})
	files := datasets.LabelledFiles{Gold: f.gold, By: f.by, SkipBad: f.skipBad}
	var data []string
	for i, name := range shortNames(paths) {
		info, err := p.readDyads(paths[i], &files, d)
		if err != nil {
			return nil, err
		}
		if paths[i] == "-" {
			name = inputName("-")
		}
		data = append(data, signature(name, info.SHA256))
	}
	switch n := files.Shared(); {
	case n == 1:
		p.say("1 article stands in more than one file: counted as one; if a file repeats rows of another, they count twice")
	case n > 1:
		p.say("%d articles stand in more than one file: each counted as one; if a file repeats rows of another, they count twice", n)
	}
	p.tellTwice(files.Twice())
	r, err := d.Report(reports.Options{Draws: f.draws, Seed: f.seed, GroupedBy: files.GroupedBy(), Data: strings.Join(data, ", "), Version: version})
	if errors.Is(err, reports.ErrNoStance) {
		return nil, fmt.Errorf("%s: %w: %v; label them with a model that answers stance", strings.Join(names(paths), ", "), datasets.ErrRefused, reports.ErrNoStance)
	}
	return r, err
}

// tellTwice warns of articles that seem to stand in the rows under two doc_ids.
func (p *program) tellTwice(t datasets.Twice) {
	if t.Articles == 0 {
		return
	}
	stand := "1 article seems to stand"
	if t.Articles > 1 {
		stand = grouped(t.Articles) + " articles seem to stand"
	}
	p.say("%s in the rows twice, such as doc_id %q and %q: more than half of the statements of one stand in the other, with the same text, source and target, and count twice; leave one of them out",
		stand, t.A, t.B)
}

// readDyads reads one file.
func (p *program) readDyads(path string, files *datasets.LabelledFiles, d *reports.Dyads) (*datasets.LabelledFile, error) {
	in, err := p.openStream(path, nil)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	info, err := files.Read(inputName(path), in.in, d.Add)
	if err != nil {
		return nil, err
	}
	p.tell(info)
	return info, nil
}

// tell prints what is to be known of a file that was read.
func (p *program) tell(info *datasets.LabelledFile) {
	p.sayAll(info.Notices)
	for i, s := range info.Skipped {
		if i == shownComplaints {
			p.say("more that is skipped is counted, not named")
			break
		}
		p.say("skipped: %v", s)
	}
	if n := len(info.Skipped); n > 0 {
		p.say("%s: %d of %d rows left out", info.Name, n, info.Rows)
		p.leftOut += n
	}
}
