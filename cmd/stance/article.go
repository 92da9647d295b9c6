package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"stance"
	"stance/articles/formats"
	"stance/datasets"
)

// An article is one to be cut and labelled.
type article struct {
	formats.Article
	doc   string   // doc_id, made unique when it is written
	name  string   // in messages: file, file:line
	cells []string // of a row of a table; nil for others
}

// A cutRow is a row of an article: all cells but those that depend on the rows before.
type cutRow struct {
	cells   []string
	article int  // in the chunk
	faint   bool // less certain than --min-confidence: it is not written
}

// cutArticles cuts and labels the articles of a chunk. Of one that an earlier run has
// written only what the ids behind it depend on is made.
func (r *labelRun) cutArticles(c *chunk, w *worker) {
	if len(c.articles) == 0 && c.whole {
		r.readFile(c, w)
	}
	for k := range c.articles {
		a := &c.articles[k]
		if a.Problem != "" {
			c.skip(a.name, errors.New(a.Problem))
			continue
		}
		c.read++
		day, _ := datasets.ParseDay(a.Date)
		statements, leftOut := r.model.At(day).CutAll(a.Text)
		for _, span := range leftOut {
			c.skip(a.name, fmt.Errorf("bytes %d to %d: %d KB without the end of a sentence are left out",
				span.Start+a.Mark, span.End+a.Mark, (span.End-span.Start)>>10))
		}
		if len(statements) == 0 && len(leftOut) == 0 {
			c.notices = append(c.notices, a.name+": no sentence names a party")
		}
		r.labelArticle(c, k, statements, w)
	}
}

// labelArticle makes the rows of article k.
func (r *labelRun) labelArticle(c *chunk, k int, statements []datasets.Statement, w *worker) {
	a := &c.articles[k]
	first := len(c.rows)
	for i := range statements {
		s := &statements[i]
		row := cutRow{article: k, cells: make([]string, len(r.layout.header))}
		s.ID = datasets.IDOf(s.Text, s.Source, s.Target)
		row.cells[colID] = s.ID
		if !c.replayed {
			if a.Broken && strings.Contains(s.Text, "\uFFFD") {
				s.Flags |= datasets.FlagInvalidUTF8
			}
			s.Place.Start += a.Mark
			s.Place.End += a.Mark
			w.labelled.Statement = *s
			w.labeller.LabelInto(&w.labelled)
			row.faint = r.faint(&w.labelled)
			r.layout.copyArticle(row.cells, c.in, a)
			fill(row.cells, &w.labelled, &w.evidence)
			r.explain(row.cells, w)
		}
		c.rows = append(c.rows, row)
	}
	c.statements += len(statements)
	if !r.flags.keepEmpty {
		return
	}
	row := cutRow{article: k, cells: make([]string, len(r.layout.header))}
	row.faint = slices.ContainsFunc(c.rows[first:], func(other cutRow) bool { return !other.faint })
	row.cells[colID] = datasets.IDOf("", "", a.doc)
	row.cells[colFlags] = datasets.FlagNoStatement.String()
	r.layout.copyArticle(row.cells, c.in, a)
	c.rows = append(c.rows, row)
}

// faint reports whether a row is less certain than the command line wants it: by its
// stance or, where that is absent, by its sentiment, as printed.
func (r *labelRun) faint(l *stance.Labelled) bool {
	p, t := l.Stance, datasets.Stance
	if p.Label == "" {
		p, t = l.Sentiment, datasets.Sentiment
	}
	return r.flags.minConfidence > 0 && p.Label != "" && rounded(p.Probability(t)) < r.flags.minConfidence
}

// place gives the rows of articles their ids, in the order of the output, and returns
// those to be written.
func (r *labelRun) place(c *chunk) (rows [][]string) {
	docs := make([]string, len(c.articles))
	for k := range c.articles {
		docs[k] = r.docs.unique(c.articles[k].doc)
	}
	for _, row := range c.rows {
		row.cells[colID] = r.ids.Number(row.cells[colID])
		row.cells[colDocID] = docs[row.article]
		if !row.faint {
			rows = append(rows, row.cells)
		}
	}
	return rows
}

// docIDs makes the ids of articles unique: of two "a.txt" the second is "a.txt-2". The
// zero value is ready.
type docIDs struct{ ids datasets.IDs }

func (d *docIDs) unique(doc string) string { return d.ids.Number(doc) }
