package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"stance"
	"stance/datasets"
	"stance/reports"
)

// evalArticles compares what the program finds in whole articles with what annotators
// found. The folder of the gold file holds the article of each doc_id as DOC_ID.txt.
func (p *program) evalArticles(corpus *datasets.Corpus, f evalFlags) error {
	if f.from != "" || f.predictions != "" || f.minF1 > 0 || len(f.by) > 0 || len(f.trainedOn) > 0 {
		return usagef("--articles: goes with --model, --parties, --unlisted, --out, --json, --draws and --seed only")
	}
	articles, err := datasets.GoldArticles(corpus, func(id string) (string, error) {
		p.reads = append(p.reads, fileUse{"the article", filepath.Join(filepath.Dir(corpus.Name), id+".txt")})
		return articleOf(corpus.Name, id)
	})
	if err != nil {
		return err
	}
	m, err := p.openModelWith(f.model, f.parties)
	if err != nil {
		return err
	}
	data := signature(filepath.Base(corpus.Name), corpus.SHA256)
	if f.unlisted {
		m = m.WithUnlisted()
		data += " | unlisted"
	}
	outcomes := make([]reports.ArticleOutcome, len(articles))
	for i := range articles {
		outcomes[i] = compareArticle(m, &articles[i])
	}
	r, err := reports.NewEndToEnd(outcomes, reports.Options{
		Draws: f.draws, Seed: f.seed, Version: version, Data: data + f.parties.inSignature(m.Parties()),
	})
	if err != nil {
		return err
	}
	errorList := reports.EndToEndErrors(outcomes)
	return p.put(measurement{
		screen:  []reports.Table{r.Table()},
		numbers: r,
		files: append(forms("end-to-end", []reports.Table{r.Table()}, r),
			outputFile{"end-to-end.csv", r.Table().WriteCSV},
			outputFile{"end-to-end-errors.csv", errorList.WriteCSV}),
	}, f.out, f.json)
}

// goldIn returns the gold file of a folder of articles; a path that is none is the file.
func goldIn(path string) (string, error) {
	if info, err := os.Stat(path); path == "-" || err != nil || !info.IsDir() {
		return path, nil
	}
	gold := filepath.Join(path, "gold.csv")
	if _, err := os.Stat(gold); errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("%w %s: %w; the gold file of a folder is called gold.csv", errUnreadable, gold, reason(err))
	}
	return gold, nil
}

// articleOf reads the article of a doc_id from the folder of the gold file.
func articleOf(gold, id string) (string, error) {
	if id != filepath.Base(id) || strings.HasPrefix(id, ".") {
		return "", fmt.Errorf("%s: %w: doc_id %q is no name of a file; the article of doc_id a1 is a1.txt beside the gold file", gold, datasets.ErrRefused, id)
	}
	name := filepath.Join(filepath.Dir(gold), id+".txt")
	in, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("%s: %w: no %s beside it for doc_id %q", gold, datasets.ErrRefused, filepath.Base(name), id)
	}
	if err != nil {
		return "", unreadable(name, err)
	}
	defer in.Close()
	text, err := io.ReadAll(in)
	if err != nil {
		return "", unreadable(name, err)
	}
	return string(text), nil
}

// compareArticle labels an article, and numbers its sentences as the annotators did;
// those without gold get numbers of their own. Annotators may name a party otherwise
// than the program: Czech Republic, Czechia.
func compareArticle(m *stance.Model, a *datasets.GoldArticle) reports.ArticleOutcome {
	o := reports.ArticleOutcome{ID: a.ID}
	sentences := a.Sentences()
	for i := range a.Statements {
		s := &a.Statements[i]
		o.Gold = append(o.Gold, reports.Claim{Sentence: datasets.Align(sentences, s.Place), Source: m.Party(s.Source), Target: m.Party(s.Target), Stance: s.Stance, Text: s.Text})
	}
	for _, s := range m.Label(a.Text) {
		at := datasets.Align(sentences, s.Place)
		if at < 0 {
			at = len(sentences) + s.Sentence
		}
		o.Found = append(o.Found, reports.Claim{Sentence: at, Source: s.Source, Target: s.Target, Stance: s.Stance.Label, Text: s.Text})
	}
	return o
}
