package stance

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stance/datasets"
	"stance/internal/text"
)

// readExamples reads a hand-labelled file of the repository, mentions filled in.
func readExamples(t *testing.T, path string) *datasets.Corpus {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, err := datasets.ReadCorpus(path, f, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := Annotate(c.Examples); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestStatementsAreBalancedAndOnOneSideOnly(t *testing.T) {
	side := map[string]string{}
	for _, name := range []string{"train", "test"} {
		c := readExamples(t, filepath.Join("datasets", "statements", name+".csv"))
		counts := map[datasets.Label]int{}
		for _, e := range c.Examples {
			if e.Stance == "" || e.Sentiment == "" || e.Target == "" || e.Article == "" || e.Source == e.Target {
				t.Errorf("%s: %s: a label, a target or a story is missing", name, e.Text)
			}
			if other := side[e.Article]; other != "" && other != name {
				t.Errorf("story %s is in %s and in %s", e.Article, other, name)
			}
			side[e.Article] = name
			counts[e.Stance]++
		}
		rows := len(c.Examples)
		if none := counts[datasets.None]; 3*none < rows || 2*none > rows {
			t.Errorf("%s: %d of %d rows are none, want a third to a half", name, none, rows)
		}
		if f, a := counts[datasets.Favor], counts[datasets.Against]; 10*f < 8*a || 10*a < 8*f {
			t.Errorf("%s: %d rows in favor, %d against; want about as many", name, f, a)
		}
	}
}

// masked returns the words of a statement, every party the same word.
func masked(s *datasets.Statement) []uint64 {
	var words []uint64
	mentions := s.Mentions
	for _, t := range text.AppendTokens(nil, s.Text) {
		for len(mentions) > 0 && mentions[0].End <= t.Start {
			mentions = mentions[1:]
		}
		switch {
		case len(mentions) > 0 && mentions[0].Start < t.End:
			if n := len(words); n == 0 || words[n-1] != 0 {
				words = append(words, 0)
			}
		case t.Kind != text.Punct:
			words = append(words, t.Hash)
		}
	}
	return words
}

func TestNoTwoStatementsShareHalfOfTheirWords(t *testing.T) {
	const n = 4
	holders := map[[n]uint64][]int{}
	var texts []string
	seen := map[string]bool{}
	for _, name := range []string{"train", "test"} {
		for _, e := range readExamples(t, filepath.Join("datasets", "statements", name+".csv")).Examples {
			if seen[e.Text] {
				continue // one text may have several pairs
			}
			seen[e.Text] = true
			grams, shared := map[[n]uint64]bool{}, map[int]int{}
			for w := masked(&e.Statement); len(w) >= n; w = w[1:] {
				grams[[n]uint64(w)] = true
			}
			for g := range grams {
				for _, other := range holders[g] {
					shared[other]++
				}
				holders[g] = append(holders[g], len(texts))
			}
			for other, k := range shared {
				if 2*k >= len(grams) {
					t.Errorf("%d of %d 4-grams of %q stand in %q", k, len(grams), e.Text, texts[other])
				}
			}
			texts = append(texts, e.Text)
		}
	}
	if len(texts) < 2300 {
		t.Errorf("%d texts", len(texts))
	}
}

func TestGoldArticlesHoldTheirSentences(t *testing.T) {
	for folder, articles := range map[string]int{"dev": 102, "test": 10} {
		path := filepath.Join("datasets", "articles", folder)
		gold, err := datasets.GoldArticles(readExamples(t, filepath.Join(path, "gold.csv")), func(id string) (string, error) {
			b, err := os.ReadFile(filepath.Join(path, id+".txt"))
			return string(b), err
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(gold) != articles {
			t.Errorf("%s: %d articles, want %d", folder, len(gold), articles)
		}
		for _, a := range gold {
			for _, s := range a.Statements {
				if s.Source == s.Target || strings.TrimSpace(s.Target) == "" {
					t.Errorf("%s: %s toward %s", a.ID, s.Source, s.Target)
				}
			}
		}
	}
}
