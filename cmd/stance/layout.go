package main

import (
	"slices"
	"strconv"
	"strings"

	"stance"
	"stance/articles/formats"
	"stance/datasets"
)

// A layout is the columns of the output: ours, those of --explain, then the inputs'
// other columns in order of first appearance.
type layout struct {
	header []string
	others map[string]int        // index of each other column by datasets.ColumnKey
	places map[*input][]int      // for each table, where its cells go; -1: nowhere
	about  [len(aboutHeader)]int // where what is known about an article goes; -1: nowhere
}

// newLayout looks at the headers of all inputs. What is known about articles comes
// first of the other columns: all of it where a page or a feed can have it, of a table
// what it has.
func newLayout(inputs []*input, because ...string) *layout {
	l := &layout{header: slices.Concat(datasets.LabelHeader, because), others: make(map[string]int), places: make(map[*input][]int)}
	for k, name := range because {
		l.others[datasets.ColumnKey(name)] = len(datasets.LabelHeader) + k
	}
	for k, name := range aboutHeader {
		if l.about[k] = -1; slices.ContainsFunc(inputs, func(in *input) bool { return in.tells(k) }) {
			l.about[k] = l.place(name)
		}
	}
	for _, in := range inputs {
		if in.table == nil {
			continue
		}
		places := make([]int, len(in.table.names))
		for i, name := range in.table.names {
			places[i] = -1
			if name != "" {
				places[i] = l.place(name)
			}
		}
		l.places[in] = places
	}
	return l
}

// tells reports whether an input can have column k of aboutHeader.
func (in *input) tells(k int) bool {
	switch in.kind {
	case articleFile:
		return in.format != formats.Plain
	case articleTable:
		return in.table.about[k] >= 0
	}
	return false
}

// echoed are our columns that keep the input's value where we have none.
var echoed = []int{colSentence, colSourceHow, colCharStart, colCharEnd}

// copyCells writes the input's other cells of row i.
func (l *layout) copyCells(row []string, c *chunk, i int) {
	clear(row)
	cells := c.lines[i].Cells
	l.copyOthers(row, c.in, cells)
	for k, j := range c.in.table.echoed {
		if j >= 0 && j < len(cells) {
			row[echoed[k]] = cells[j]
		}
	}
}

func (l *layout) copyOthers(row []string, in *input, cells []string) {
	for j, at := range l.places[in] {
		if at >= 0 && j < len(cells) {
			row[at] = cells[j]
		}
	}
}

// copyArticle writes what is known about an article, and the other cells of its row.
func (l *layout) copyArticle(row []string, in *input, a *article) {
	l.copyOthers(row, in, a.cells)
	for k, value := range [...]string{a.Title, a.Date, a.Outlet, a.URL} {
		if at := l.about[k]; at >= 0 {
			row[at] = value
		}
	}
}

// place returns the index of another column, which is made if it is new.
func (l *layout) place(name string) int {
	key := datasets.ColumnKey(name)
	at, ok := l.others[key]
	if !ok {
		at = len(l.header)
		l.header = append(l.header, name)
		l.others[key] = at
	}
	return at
}

// Positions in datasets.LabelHeader.
const (
	colID = iota
	colDocID
	colSentence
	colText
	colSource
	colSourceHow
	colTarget
	colStance
	colStanceP
	colFavor
	_
	_
	colSentiment
	colSentimentP
	colPositive
	_
	_
	colEvidence
	colFlags
	colReportedBy
	colSourceMention
	colTargetMention
	colCharStart
	colCharEnd
	colStanceBecause // from here on only with --explain
	colSentimentBecause
	colSourceBecause
)

// fill writes our cells of a row; the other cells are left as they are.
func fill(row []string, l *stance.Labelled, evidence *strings.Builder) {
	s := &l.Statement
	row[colID], row[colDocID], row[colText] = s.ID, s.Article, s.Text
	row[colSource], row[colTarget] = s.Source, s.Target
	row[colFlags], row[colReportedBy] = s.Flags.String(), s.ReportedBy
	row[colSourceMention], row[colTargetMention] = mention(s.Text, s.SourceSpan), mention(s.Text, s.TargetSpan)
	fillTask(row[colStance:colSentiment], datasets.Stance, l.Stance)
	fillTask(row[colSentiment:colEvidence], datasets.Sentiment, l.Sentiment)
	row[colEvidence] = quoted(s.Text, l.Evidence, evidence)
	if s.SourceHow != "" {
		row[colSourceHow] = s.SourceHow
	}
	if s.Sentence > 0 {
		row[colSentence] = strconv.Itoa(s.Sentence)
		row[colCharStart], row[colCharEnd] = strconv.Itoa(s.Place.Start), strconv.Itoa(s.Place.End)
	}
}

// fillTask writes label, its probability and all probabilities, or leaves empty
// cells empty.
func fillTask(cells []string, t datasets.Task, p datasets.Prediction) {
	if p.Label == "" {
		return
	}
	cells[0], cells[1] = string(p.Label), decimal(p.Probability(t))
	for k, v := range p.Probabilities {
		cells[2+k] = decimal(v)
	}
}

// decimals are the probabilities with three decimals.
var decimals = func() (d [1001]string) {
	for i := range d {
		d[i] = strconv.FormatFloat(float64(i)/1000, 'f', 3, 64)
	}
	return d
}()

// decimal prints a probability with three decimals.
func decimal(p float64) string { return decimals[thousandths(p)] }

func thousandths(p float64) int { return int(p*1000 + 0.5) }

// rounded returns a probability as it is printed.
func rounded(p float64) float64 { return float64(thousandths(p)) / 1000 }

// mention returns the words of a span, "" for the zero span.
func mention(text string, s datasets.Span) string {
	if s.Empty() {
		return ""
	}
	return s.Of(text)
}

// quoted prints spans as `"full support" | "denounced"`.
func quoted(text string, spans []datasets.Span, b *strings.Builder) string {
	if len(spans) == 0 {
		return ""
	}
	b.Reset()
	for i, s := range spans {
		if i > 0 {
			b.WriteString(" | ")
		}
		b.WriteByte('"')
		b.WriteString(s.Of(text))
		b.WriteByte('"')
	}
	return b.String()
}
