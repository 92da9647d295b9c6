package stance

import (
	"path/filepath"
	"strings"
	"testing"

	"stance/articles"
	"stance/reports"
)

// A second coder labelled the ten test articles from scratch, by the codebook alone. How far
// the two agree is how far a program can get; go test . -run SecondCoder -v prints it.
func TestSecondCoderOfTheTestArticles(t *testing.T) {
	folder := filepath.Join("datasets", "articles", "test")
	first, second := claimsOf(t, filepath.Join(folder, "gold.csv")), claimsOf(t, filepath.Join(folder, "second.csv"))
	sentences := map[string][]string{}
	for id, rows := range first {
		for _, c := range rows {
			sentences[id] = append(sentences[id], c.Text)
		}
	}
	var outcomes []reports.ArticleOutcome
	for _, id := range []string{"t01", "t02", "t03", "t04", "t05", "t06", "t07", "t08", "t09", "t10"} {
		outcomes = append(outcomes, reports.ArticleOutcome{
			ID: id, Gold: numbered(first[id], sentences[id]), Found: numbered(second[id], sentences[id]),
		})
	}
	r, err := reports.NewEndToEnd(outcomes, reports.Options{Draws: 2000, Seed: 1, Data: "second coder", Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	for i, least := range []float64{0.9, 0.85, 0.8} {
		l := r.Levels[i]
		t.Logf("%s: F1 %.3f %v (%d and %d statements, %d the same)", l.Name, l.F1.Value, l.F1.Interval, l.Gold, l.Found, l.Correct)
		if l.F1.Value < least {
			t.Errorf("%s: F1 of two coders %.3f, want %.2f or more", l.Name, l.F1.Value, least)
		}
	}
}

// claimsOf reads a file of labelled articles, parties by their canonical names.
func claimsOf(t *testing.T, path string) map[string][]reports.Claim {
	t.Helper()
	g, err := articles.DefaultGazetteer()
	if err != nil {
		t.Fatal(err)
	}
	canonical := func(name string) string {
		if party, ok := g.Canonical(name); ok {
			return party
		}
		return name
	}
	claims := map[string][]reports.Claim{}
	for _, e := range readExamples(t, path).Examples {
		claims[e.Article] = append(claims[e.Article], reports.Claim{
			Source: canonical(e.Source), Target: canonical(e.Target), Stance: e.Stance, Text: e.Text,
		})
	}
	return claims
}

// numbered gives the claims the number of their sentence: the first that holds their text, or
// stands in it; those of other sentences get numbers beyond.
func numbered(claims []reports.Claim, sentences []string) []reports.Claim {
	out := make([]reports.Claim, len(claims))
	beyond := map[string]int{}
	for i, c := range claims {
		out[i] = c
		out[i].Sentence = -1
		for n, s := range sentences {
			if strings.Contains(s, c.Text) || strings.Contains(c.Text, s) {
				out[i].Sentence = n
				break
			}
		}
		if out[i].Sentence < 0 {
			if _, ok := beyond[c.Text]; !ok {
				beyond[c.Text] = len(sentences) + len(beyond)
			}
			out[i].Sentence = beyond[c.Text]
		}
	}
	return out
}
