package datasets

import (
	"fmt"
	"slices"
	"strings"

	"stance/internal/text"
)

// Codings are statements with the labels that several coders gave them.
type Codings struct {
	Coders   []string
	Examples []Example // each statement once, in order of first appearance, without labels

	labels map[string][][]Label // by task: statements x coders
	place  map[string]int       // of an id among the examples
}

func newCodings(coders []string) *Codings {
	return &Codings{Coders: coders, labels: map[string][][]Label{}, place: map[string]int{}}
}

// Labels returns what each coder said of example i, beside Coders; "" where one
// said nothing.
func (c *Codings) Labels(i int, t Task) []Label { return c.labels[t.Name][i] }

// Has reports whether any coder gave a label of the task.
func (c *Codings) Has(t Task) bool {
	return slices.ContainsFunc(c.labels[t.Name], func(labels []Label) bool {
		return slices.ContainsFunc(labels, func(l Label) bool { return l != "" })
	})
}

// JoinCoders joins files by id, each the work of one coder whose name stands
// beside it. A statement that a file lacks was not coded by its coder. It refuses,
// with counts, ids that stand twice in a file, and ids that stand beside another
// text or target than in an earlier file: labels of two statements do not agree.
func JoinCoders(coders []string, files []*Corpus) (*Codings, error) {
	c := newCodings(coders)
	for coder, file := range files {
		var ids idLines
		for i := range file.Examples {
			ids.add(file.Examples[i].ID, file.Examples[i].ID, i+1)
		}
		if ids.repeated > 0 {
			return nil, refusal(fmt.Sprintf("%s: %s with the id of an earlier row, the first %q in rows %d and %d; keep one row an id, or name the column of coders with --coder",
				file.Name, count(ids.repeated, "row"), ids.id, ids.a, ids.b))
		}
		if err := c.addAll(file, func(int) int { return coder }); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// CoderRows returns the codings of a file with one row for each statement and
// coder; the coder stands in the named column. It refuses, with counts, rows
// without a coder and a coder's second row of an id.
func CoderRows(file *Corpus, column string) (*Codings, error) {
	cells, ok := file.Column(column)
	switch {
	case !ok:
		return nil, refusal(fmt.Sprintf("%s: no column %q for --coder; columns found: %s", file.Name, column, shorten(file.Header)))
	case file.columns.index("id") < 0:
		return nil, refusal(fmt.Sprintf("%s: no column id; give the rows of one statement one id, whoever coded it", file.Name))
	}
	var coders []string
	number := map[string]int{}
	of := make([]int, len(cells))
	var twice idLines
	nobody := 0
	for i, cell := range cells {
		name := strings.TrimSpace(cell)
		if name == "" {
			nobody++
		}
		if _, known := number[name]; !known {
			number[name] = len(coders)
			coders = append(coders, name)
		}
		of[i] = number[name]
		twice.add(name+"\x00"+file.Examples[i].ID, file.Examples[i].ID+" by "+name, i+1)
	}
	switch {
	case nobody > 0:
		return nil, refusal(fmt.Sprintf("%s: %s without a coder in column %q; fill the cells or delete the rows", file.Name, count(nobody, "row"), column))
	case twice.repeated > 0:
		return nil, refusal(fmt.Sprintf("%s: %s with the id and coder of an earlier row, the first %q in rows %d and %d; keep one row an id and coder",
			file.Name, count(twice.repeated, "row"), twice.id, twice.a, twice.b))
	}
	c := newCodings(coders)
	return c, c.addAll(file, func(row int) int { return of[row] })
}

// addAll adds the rows of a file; coder tells whose a row is.
func (c *Codings) addAll(file *Corpus, coder func(row int) int) error {
	other, first := 0, ""
	for i := range file.Examples {
		e := &file.Examples[i]
		at, known := c.place[e.ID]
		if !known {
			at = c.addStatement(e.Statement)
		}
		if !sameStatement(&c.Examples[at].Statement, &e.Statement) {
			if other++; other == 1 {
				first = e.ID
			}
			continue
		}
		c.Examples[at].fillFrom(&e.Statement)
		for _, t := range Tasks {
			c.labels[t.Name][at][coder(i)] = e.Gold(t)
		}
	}
	if other > 0 {
		return refusal(fmt.Sprintf("%s: %s whose id stands beside another text or target earlier, the first %q; give one statement one id, and each another",
			file.Name, count(other, "row"), first))
	}
	return nil
}

// addStatement adds a statement that nobody has coded yet.
func (c *Codings) addStatement(s Statement) int {
	at := len(c.Examples)
	c.place[s.ID] = at
	c.Examples = append(c.Examples, Example{Statement: s})
	for _, t := range Tasks {
		c.labels[t.Name] = append(c.labels[t.Name], make([]Label, len(c.Coders)))
	}
	return at
}

// sameStatement reports whether two rows of one id can be the same statement: the
// same folded text, and the same target unless one has none.
func sameStatement(a, b *Statement) bool {
	if a.Text != b.Text && text.Fold(a.Text) != text.Fold(b.Text) {
		return false
	}
	return a.Target == b.Target || a.Target == "" || b.Target == "" || text.Fold(a.Target) == text.Fold(b.Target)
}

// fillFrom takes from another row of the same statement what this one lacks.
func (s *Statement) fillFrom(t *Statement) {
	for _, f := range []struct{ to, from *string }{
		{&s.Article, &t.Article}, {&s.Source, &t.Source}, {&s.Target, &t.Target},
	} {
		if *f.to == "" {
			*f.to = *f.from
		}
	}
}
