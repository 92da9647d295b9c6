package datasets

import (
	"errors"
	"strings"
	"testing"
)

// goldCorpus reads rows of doc_id,text,source,target,stance.
func goldCorpus(t *testing.T, rows string) *Corpus {
	t.Helper()
	c, err := ReadCorpus("gold.csv", strings.NewReader("doc_id,text,source,target,stance\n"+rows), false)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestGoldArticlesFindTheirSentences(t *testing.T) {
	texts := map[string]string{
		"b": "Iran thanked Oman. Oman waved. Iran thanked Oman.",
		"a": "Chile left.",
	}
	c := goldCorpus(t, "b,Iran thanked Oman.,Iran,Oman,favor\nb,Oman waved.,,Oman,none\nb,Iran thanked Oman.,Iran,Oman,favor\na,Chile left.,,Chile,none\n")
	read := func(id string) (string, error) { return texts[id], nil }
	got, err := GoldArticles(c, read)
	if err != nil || len(got) != 2 || got[0].ID != "b" || got[1].ID != "a" {
		t.Fatalf("%d articles, error %v", len(got), err)
	}
	want := []Span{{Start: 0, End: 18}, {Start: 19, End: 30}, {Start: 31, End: 49}} // the third is the second sentence of these words
	for i, s := range got[0].Statements {
		if s.Place != want[i] {
			t.Errorf("statement %d stands at %v, want %v", i, s.Place, want[i])
		}
	}
	if n := len(got[0].Sentences()); n != 3 {
		t.Errorf("%d sentences, want 3", n)
	}
	check := func(rows, want string) {
		t.Helper()
		var bad *RowError
		if _, err := GoldArticles(goldCorpus(t, rows), read); !errors.As(err, &bad) || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
	check("a,Chile stayed.,,Chile,none\n", "gold.csv:2: the sentence does not stand in article a")
	check("a,Chile left.,,,none\n", "gold.csv:2: doc_id, target or stance is empty")
	check(",Chile left.,,Chile,none\n", "gold.csv:2: doc_id, target or stance is empty")
	missing := errors.New("no such article")
	if _, err := GoldArticles(c, func(string) (string, error) { return "", missing }); !errors.Is(err, missing) {
		t.Errorf("error %v, want %v", err, missing)
	}
}

func TestAlignTakesTheSentenceThatSharesMost(t *testing.T) {
	sentences := []Span{{Start: 0, End: 20}, {Start: 20, End: 100}, {Start: 110, End: 120}}
	check := func(place Span, want int) {
		t.Helper()
		if got := Align(sentences, place); got != want {
			t.Errorf("place %v is sentence %d, want %d", place, got, want)
		}
	}
	check(Span{Start: 0, End: 20}, 0)
	check(Span{Start: 2, End: 19}, 0)
	check(Span{Start: 20, End: 60}, 1)  // half a sentence
	check(Span{Start: 10, End: 100}, 1) // both, most of the second
	check(Span{Start: 100, End: 110}, -1)
	check(Span{Start: 96, End: 110}, -1) // 4 of 14 bytes
	check(Span{Start: 0, End: 120}, 1)
	if Align(nil, Span{Start: 0, End: 5}) != -1 {
		t.Error("no sentences, and one is found")
	}
}
