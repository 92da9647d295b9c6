package datasets

import (
	"fmt"
	"io"
)

// statementColumns are the columns of a file of statements, in their order.
var statementColumns = []string{"id", "doc_id", "source", "target", "text"}

// WriteStatements writes the statements of the examples, without their labels:
// what a file of predictions lacks to be understood later, and drawn by article.
func WriteStatements(w io.Writer, ex []Example) error {
	out := NewWriter(w, statementColumns, WriterOptions{})
	for i := range ex {
		s := &ex[i].Statement
		if err := out.Write([]string{s.ID, s.Article, s.Source, s.Target, s.Text}); err != nil {
			return err
		}
	}
	return out.Flush()
}

// ReadStatements reads statements as WriteStatements writes them, in the order of
// the file, as examples without labels. Id and text are needed.
func ReadStatements(name string, r io.Reader) ([]Example, error) {
	rd, err := NewReader(name, r)
	if err != nil {
		return nil, err
	}
	for _, column := range []string{"id", "text"} {
		if err := rd.Need(column); err != nil {
			return nil, err
		}
	}
	var ex []Example
	for {
		row, err := rd.Read()
		if err == io.EOF {
			return ex, nil
		}
		if err != nil {
			return nil, err
		}
		s, err := rd.Statement(row)
		if err != nil {
			return nil, err
		}
		ex = append(ex, Example{Statement: s})
	}
}

// SameStatements refuses, with counts, two lists in which an id has another text
// or article: what was predicted for their ids must not be compared.
func SameStatements(a, b []Example) error {
	inA := make(map[string]*Statement, len(a))
	for i := range a {
		inA[a[i].ID] = &a[i].Statement
	}
	var texts, articles tally
	for i := range b {
		x, y := inA[b[i].ID], &b[i].Statement
		switch {
		case x == nil:
		case x.Text != y.Text:
			texts.add(y.ID)
		case x.Article != y.Article:
			articles.add(y.ID)
		}
	}
	switch {
	case texts.n > 0:
		return refusal(fmt.Sprintf("datasets: %s with another text under the same id, the first %q; score both on the same gold file", count(texts.n, "row"), texts.first))
	case articles.n > 0:
		return refusal(fmt.Sprintf("datasets: %s with another doc_id under the same id, the first %q; name the gold file that is right with --gold", count(articles.n, "row"), articles.first))
	}
	return nil
}
