package datasets

import (
	"strings"
	"testing"
)

func TestPredictionsAreNotReadAsGold(t *testing.T) {
	read := func(file string) (string, string) {
		c, err := ReadCorpus("f.csv", strings.NewReader(file), false)
		if err != nil {
			return "", err.Error()
		}
		e := c.Examples[0]
		return string(e.Stance + "/" + e.Sentiment), strings.Join(c.Notices, "\n")
	}
	check := func(file, labels, says string) {
		t.Helper()
		got, said := read(file)
		if got != labels || !strings.Contains(said, says) || says == "" && said != "" {
			t.Errorf("%q: labels %q, %q; want %q, %q", file, got, said, labels, says)
		}
	}
	check("text,target,stance,gold_stance\na,b,favor,none\n", "favor/", "")
	check("text,target,gold_stance\na,b,none\n", "none/", "gold is read from gold_stance")
	check("text,target,stance,stance_probability,gold_stance\na,b,favor,0.9,none\n", "none/", "stance holds predictions")
	check("text,target,stance,stance_probability,sentiment\na,b,favor,0.9,positive\n", "/positive", "stance holds predictions")
	check("text,target,stance,stance_probability,sentiment,sentiment_probability\na,b,favor,0.9,positive,0.8\n", "", "no column holds gold")
}
