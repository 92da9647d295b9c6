package datasets

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// places are the indexes of the columns that fill an example; -1 = absent.
type places struct {
	id, article, text, source, target, start, end, stance, sentiment, reportedBy, guard int

	sourceMention, targetMention int

	date int // it need not be one
}

func (c columns) places() places {
	return places{
		id: c.index("id"), article: c.index("doc_id"), text: c.index("text"),
		source: c.index("source"), target: c.index("target"),
		start: c.index("target_start"), end: c.index("target_end"),
		stance: c.index("stance"), sentiment: c.index("sentiment"),
		reportedBy: c.index("reported_by"), guard: c.index(guardColumn),
		sourceMention: c.index("source_mention"), targetMention: c.index("target_mention"),
	}
}

// all returns the indexes as a set.
func (p places) all() map[int]bool {
	set := make(map[int]bool)
	for _, i := range []int{p.id, p.article, p.text, p.source, p.target, p.start, p.end, p.stance, p.sentiment, p.reportedBy, p.guard, p.sourceMention, p.targetMention} {
		set[i] = true
	}
	return set
}

// cell returns the cell of a column, or "" if the file has no such column.
func (row Row) cell(column int) string {
	if column < 0 || column >= len(row.Cells) {
		return ""
	}
	return row.Cells[column]
}

// Statement returns the statement of a row: ID, Article, Text, Source, Target,
// ReportedBy, Published, TargetSpan where the row has offsets, and both spans where it has the
// words of a mention that stand once in the text. Offsets count bytes of the text as
// UTF-8, a line break in it as it is printed: CR LF are two. A row without id gets one
// from IDs. Broken bytes stand as U+FFFD in Text under FlagInvalidUTF8, and the
// offsets, which no longer hold, are left out.
//
// If the offsets or the id cannot be used, the rest of the statement comes with FlagBadRow
// and a *RowError.
func (r *Reader) Statement(row Row) (Statement, error) {
	s := Statement{
		ID:         row.cell(r.at.id),
		Article:    strings.TrimSpace(row.cell(r.at.article)),
		Text:       row.cell(r.at.text),
		Source:     strings.TrimSpace(row.cell(r.at.source)),
		Target:     strings.TrimSpace(row.cell(r.at.target)),
		ReportedBy: strings.TrimSpace(row.cell(r.at.reportedBy)),
	}
	if r.at.date >= 0 {
		s.Published, _ = ParseDay(row.cell(r.at.date))
	}
	if row.repaired {
		s.Flags |= FlagInvalidUTF8
	}
	if err := r.identify(&s, row); err != nil {
		s.Flags |= FlagBadRow
		return s, err
	}
	if row.repaired {
		return s, nil
	}
	span, err := r.targetSpan(row, s.Text)
	if err != nil {
		s.Flags |= FlagBadRow
		return s, err
	}
	if s.TargetSpan = span; span.Empty() {
		s.TargetSpan = onlyPlace(s.Text, row.cell(r.at.targetMention))
	}
	s.SourceSpan = onlyPlace(s.Text, row.cell(r.at.sourceMention))
	return s, nil
}

// onlyPlace returns where the words stand in the text, the zero Span if that is nowhere
// or in several places.
func onlyPlace(text, words string) Span {
	words = strings.TrimSpace(words)
	if words == "" || strings.Count(text, words) != 1 {
		return Span{}
	}
	at := strings.Index(text, words)
	return Span{Start: at, End: at + len(words)}
}

// identify gives an id to a statement without one. A given id that cannot be echoed
// byte for byte, or that is no longer unique because it was made for an earlier row,
// is an error.
func (r *Reader) identify(s *Statement, row Row) error {
	if s.ID == "" {
		s.ID = r.IDs.Make(s.Text, s.Source, s.Target)
		return nil
	}
	made := !r.IDs.All && r.IDs.Made(s.ID)
	r.IDs.Given(s.ID)
	switch {
	case made:
		return &RowError{File: r.file, Line: row.Line, What: fmt.Sprintf("the id %q was made for an earlier row, which has none", s.ID), Remedy: "give every row an id"}
	case row.repaired && strings.Contains(s.ID, "\uFFFD"):
		return &RowError{File: r.file, Line: row.Line, What: fmt.Sprintf("the id %q has bytes that are not UTF-8", s.ID), Remedy: "save the file as UTF-8"}
	}
	return nil
}

// targetSpan returns the target's place in the text by the row's offsets.
func (r *Reader) targetSpan(row Row, text string) (Span, error) {
	from, to := strings.TrimSpace(row.cell(r.at.start)), strings.TrimSpace(row.cell(r.at.end))
	if from == "" && to == "" {
		return Span{}, nil
	}
	bad := func(what string) (Span, error) {
		return Span{}, &RowError{File: r.file, Line: row.Line,
			What:   fmt.Sprintf("target_start %q, target_end %q: %s", from, to, what),
			Remedy: "count bytes of the text from 0, or leave both cells empty"}
	}
	start, err := strconv.Atoi(from)
	if err != nil {
		return bad("not two whole numbers")
	}
	end, err := strconv.Atoi(to)
	switch {
	case err != nil:
		return bad("not two whole numbers")
	case start < 0 || end <= start || end > len(text):
		return bad(fmt.Sprintf("empty or outside the text, which has %d bytes", len(text)))
	case !utf8.RuneStart(text[start]) || end < len(text) && !utf8.RuneStart(text[end]):
		return bad("inside a letter")
	}
	return Span{Start: start, End: end}, nil
}

// Example returns the statement of a row with its gold labels. Gold must be
// right: an empty text, broken bytes and unknown labels are errors.
func (r *Reader) Example(row Row) (Example, error) {
	s, err := r.Statement(row)
	e := Example{Statement: s}
	switch {
	case err != nil:
		return e, err
	case s.Flags.Has(FlagInvalidUTF8):
		return e, &RowError{File: r.file, Line: row.Line, What: "bytes that are not UTF-8", Remedy: "save the file as UTF-8"}
	case strings.TrimSpace(s.Text) == "":
		return e, &RowError{File: r.file, Line: row.Line, What: "the text is empty", Remedy: "fill the cell or delete the row"}
	}
	if e.Stance, err = r.labels.read(Stance, row.cell(r.at.stance), r.file, row.Line); err != nil {
		return e, err
	}
	e.Sentiment, err = r.labels.read(Sentiment, row.cell(r.at.sentiment), r.file, row.Line)
	return e, err
}
