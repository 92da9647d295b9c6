package datasets

import (
	"fmt"
	"strings"
)

// A GoldArticle is an article with the statements that annotators found in it.
type GoldArticle struct {
	ID, Text   string
	Statements []Example // in the order of the file; Place is the sentence's in Text
}

// GoldArticles groups the rows of a corpus by doc_id, in order of first appearance, and
// finds their sentences in the articles, whose texts text returns. Every row needs a
// doc_id, a target and a stance, and its sentence must stand in the article.
func GoldArticles(c *Corpus, text func(id string) (string, error)) ([]GoldArticle, error) {
	for _, column := range []string{"doc_id", "source", "target", "stance"} {
		if c.find(column) < 0 {
			return nil, c.NoColumn(column, "whole articles")
		}
	}
	var all []GoldArticle
	at := make(map[string]int)
	for i := range c.Examples {
		e := c.Examples[i]
		bad := func(what, remedy string) error {
			return &RowError{File: c.Name, Line: c.Lines[i], What: what, Remedy: remedy, Fatal: true}
		}
		if e.Article == "" || e.Target == "" || e.Stance == "" {
			return nil, bad("doc_id, target or stance is empty", "a statement of an article needs all three")
		}
		k, ok := at[e.Article]
		if !ok {
			read, err := text(e.Article)
			if err != nil {
				return nil, err
			}
			k = len(all)
			at[e.Article] = k
			all = append(all, GoldArticle{ID: e.Article, Text: read})
		}
		if e.Place = all[k].find(e.Text); e.Place.Empty() {
			return nil, bad(fmt.Sprintf("the sentence does not stand in article %s", e.Article), "copy it from the article as it is printed there")
		}
		all[k].Statements = append(all[k].Statements, e)
	}
	return all, nil
}

// find returns where a sentence stands: where the one before does if they are equal,
// else behind it, or failing that anywhere.
func (a *GoldArticle) find(sentence string) Span {
	from := 0
	if n := len(a.Statements); n > 0 {
		last := &a.Statements[n-1]
		if last.Text == sentence {
			return last.Place
		}
		from = last.Place.End
	}
	at := strings.Index(a.Text[from:], sentence)
	if at < 0 {
		from, at = 0, strings.Index(a.Text, sentence)
	}
	if at < 0 || sentence == "" {
		return Span{}
	}
	return Span{Start: from + at, End: from + at + len(sentence)}
}

// Sentences returns the places of the sentences that have statements, each once.
func (a *GoldArticle) Sentences() []Span {
	var places []Span
	for _, s := range a.Statements {
		if n := len(places); n == 0 || places[n-1] != s.Place {
			places = append(places, s.Place)
		}
	}
	return places
}

// Align returns which of the sentences a place is: the one it shares most bytes with,
// at least half of the shorter of both; -1 if there is none.
func Align(sentences []Span, place Span) int {
	best, most := -1, 0
	for i, s := range sentences {
		shared := min(s.End, place.End) - max(s.Start, place.Start)
		if shorter := min(s.End-s.Start, place.End-place.Start); 2*shared >= shorter && shared > most {
			best, most = i, shared
		}
	}
	return best
}
