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

// No party's label is predictable from its name: of no target with many rows does one label
// have four fifths, and who guesses each target's most frequent label in the other stories gains
// little over who always says none.
func TestNoPartyGivesItsLabelAway(t *testing.T) {
	examples := readExamples(t, filepath.Join("datasets", "statements", "train.csv")).Examples
	of, inStory := map[string]map[datasets.Label]int{}, map[[2]string]map[datasets.Label]int{}
	add := func(counts map[datasets.Label]int, l datasets.Label) map[datasets.Label]int {
		if counts == nil {
			counts = map[datasets.Label]int{}
		}
		counts[l]++
		return counts
	}
	for _, e := range examples {
		of[e.Target] = add(of[e.Target], e.Stance)
		story := [2]string{e.Target, e.Article}
		inStory[story] = add(inStory[story], e.Stance)
	}
	many := 0
	for target, counts := range of {
		rows, most := 0, 0
		for _, n := range counts {
			rows, most = rows+n, max(most, n)
		}
		if rows < 30 {
			continue
		}
		if many++; 5*most > 4*rows {
			t.Errorf("%s: one label has %d of %d rows", target, most, rows)
		}
	}
	if many < 100 || len(of) < 150 {
		t.Errorf("%d targets, %d of them with 30 rows; want 150 and 100", len(of), many)
	}
	guessed, none := 0, 0
	for _, e := range examples {
		best, most := datasets.None, -1
		for _, l := range datasets.Stance.Labels {
			if n := of[e.Target][l] - inStory[[2]string{e.Target, e.Article}][l]; n > most || n == most && l == datasets.None {
				best, most = l, n
			}
		}
		if best == e.Stance {
			guessed++
		}
		if e.Stance == datasets.None {
			none++
		}
	}
	if gain := float64(guessed-none) / float64(len(examples)); gain > 0.05 {
		t.Errorf("the target's name alone is right in %.3f more of the rows than none", gain)
	}
}

func TestStatementsAreSpread(t *testing.T) {
	f, err := os.Open(filepath.Join("datasets", "statements", "train.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, err := datasets.ReadCorpus("train.csv", f, false)
	if err != nil {
		t.Fatal(err)
	}
	phenomena, _ := c.Column("phenomena")
	genres, _ := c.Column("genre")
	rows := map[string]int{}
	for i := range phenomena {
		rows["genre "+genres[i]]++
		for p := range strings.SplitSeq(phenomena[i], ";") {
			rows["phenomenon "+p]++
		}
	}
	kinds := map[string]int{}
	for name, n := range rows {
		if kind, _, _ := strings.Cut(name, " "); n >= 10 {
			kinds[kind]++
		}
	}
	if kinds["phenomenon"] < 25 || kinds["genre"] < 12 {
		t.Errorf("%d phenomena and %d genres with 10 rows; want 25 and 12", kinds["phenomenon"], kinds["genre"])
	}
	short, long := 0, 0
	for _, e := range c.Examples {
		switch n := len(strings.Fields(e.Text)); {
		case n <= 8:
			short++
		case n >= 35:
			long++
		}
	}
	if 50*short < len(c.Examples) || 50*long < len(c.Examples) {
		t.Errorf("%d rows of 8 words or fewer, %d of 35 or more; want one in 50 at least", short, long)
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
