package main

import (
	"slices"
	"strconv"
	"strings"

	"stance"
	"stance/datasets"
)

// A layout is the columns of the output: ours, then the inputs' other columns in
// order of first appearance.
type layout struct {
	header []string
	others map[string]int   // index of each other column by datasets.ColumnKey
	places map[*input][]int // for each input, where its cells go; -1: nowhere
}

// newLayout looks at the headers of all inputs.
func newLayout(inputs []*input) *layout {
	l := &layout{header: slices.Clone(datasets.LabelHeader), others: make(map[string]int), places: make(map[*input][]int)}
	for _, in := range inputs {
		if in.reader == nil {
			continue
		}
		names := outputNames(in.reader)
		places := make([]int, len(names))
		for i, name := range names {
			places[i] = -1
			if name != "" {
				places[i] = l.place(name)
			}
		}
		l.places[in] = places
	}
	return l
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
func decimal(p float64) string { return decimals[int(p*1000+0.5)] }

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
