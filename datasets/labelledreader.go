package datasets

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"stance/internal/text"
)

// labelledColumns are the indexes of the columns of a labelled file; -1 = absent.
type labelledColumns struct {
	source, how, target, stance, sentiment, favor, against, article, text, period int

	unit dateUnit // of the period in a date; the zero unit: the period is the cell itself
}

// A labelledReader reads one of the files.
type labelledReader struct {
	*Reader
	all  *LabelledFiles
	info *LabelledFile
	at   labelledColumns
	each func(*LabelledRow)

	badDate  error // the first date that is none
	badDates int
}

// resolve finds the columns.
func (f *labelledReader) resolve() error {
	if f.all.Gold {
		notices, err := f.goldColumns()
		if err != nil {
			return err
		}
		f.info.Notices = notices
		if f.Column("stance") < 0 {
			return &RowError{File: f.file, Line: f.top, Fatal: true, Remedy: "name the column of labels that a person gave gold_stance",
				What: "no column holds gold stance; columns found: " + shorten(f.header)}
		}
	}
	if err := f.Need("source", "target", "stance"); err != nil {
		return err
	}
	f.at = labelledColumns{
		source: f.Column("source"), how: f.Column("source_how"), target: f.Column("target"),
		stance: f.Column("stance"), sentiment: f.Column("sentiment"),
		favor: f.Column("p_favor"), against: f.Column("p_against"),
		article: f.Column("doc_id"), text: f.Column("text"), period: -1,
	}
	if f.all.Gold {
		f.at.favor = -1
	}
	return f.resolvePeriod()
}

// readAll reads all rows.
func (f *labelledReader) readAll() error {
	var out LabelledRow
	for {
		row, err := f.Read()
		if err == io.EOF {
			break
		}
		if ends(err) {
			return err
		}
		f.info.Rows++
		if err == nil {
			err = f.row(row, &out)
		}
		if err != nil {
			f.info.Skipped = append(f.info.Skipped, err)
			continue
		}
		f.each(&out)
	}
	switch bad := f.info.Skipped; {
	case f.info.Rows == 0:
		return &RowError{File: f.file, What: "a header, but no rows", Remedy: "label some statements", Fatal: true}
	case len(bad) > 0 && (!f.all.SkipBad || len(bad) == f.info.Rows):
		return refuse(f.file, bad, "correct them, or leave them out with --skip-bad")
	}
	return nil
}

// row fills out with a row.
func (f *labelledReader) row(row Row, out *LabelledRow) (err error) {
	*out = LabelledRow{Source: f.sourceOf(row), Target: strings.TrimSpace(row.cell(f.at.target))}
	if out.Stance, err = f.labels.read(Stance, row.cell(f.at.stance), f.file, row.Line); err != nil {
		return err
	}
	if out.Sentiment, err = f.labels.read(Sentiment, row.cell(f.at.sentiment), f.file, row.Line); err != nil {
		return err
	}
	if err := f.expected(row, out); err != nil {
		return err
	}
	out.Article = f.articleOf(row)
	f.mark(row, out)
	f.period(row, out)
	return nil
}

// sourceOf returns the source of a row, or what stands for one without a name.
func (f *labelledReader) sourceOf(row Row) string {
	switch source := strings.TrimSpace(row.cell(f.at.source)); {
	case source != "":
		return source
	case strings.EqualFold(strings.TrimSpace(row.cell(f.at.how)), "unknown"):
		return UnknownSource
	}
	return AuthorSource
}

// articleOf returns the number of the row's article. A row without doc_id and text is
// one of its own.
func (f *labelledReader) articleOf(row Row) int {
	f.all.rows++
	if article := strings.TrimSpace(row.cell(f.at.article)); article != "" {
		f.all.named++
		return f.all.articles.of("doc_id ", article)
	}
	if t := row.cell(f.at.text); t != "" {
		return f.all.articles.of("text ", text.Fold(t))
	}
	return f.all.articles.of("row ", strconv.Itoa(f.all.rows))
}

// mark remembers a statement of an article that has a doc_id.
func (f *labelledReader) mark(row Row, out *LabelledRow) {
	article, t := strings.TrimSpace(row.cell(f.at.article)), row.cell(f.at.text)
	if article == "" || t == "" || out.Stance == "" || out.Target == "" {
		return
	}
	a := &f.all.articles
	if a.name[out.Article] == "" {
		a.name[out.Article] = strings.Clone(article)
	}
	a.marks[out.Article].add(markOf(t, out.Source, out.Target))
}

// expected reads p_favor - p_against, if both are there.
func (f *labelledReader) expected(row Row, out *LabelledRow) error {
	favor, against := strings.TrimSpace(row.cell(f.at.favor)), strings.TrimSpace(row.cell(f.at.against))
	if favor == "" || against == "" || out.Stance == "" {
		return nil
	}
	p, err := strconv.ParseFloat(favor, 64)
	q, err2 := strconv.ParseFloat(against, 64)
	isShare := func(v float64) bool { return v >= 0 && v <= 1 }
	if err != nil || err2 != nil || !isShare(p) || !isShare(q) {
		return &RowError{File: f.file, Line: row.Line, What: fmt.Sprintf("p_favor %q, p_against %q: not two probabilities", favor, against),
			Remedy: "correct them, or leave both empty"}
	}
	out.Expected, out.HasExpected = p-q, true
	return nil
}
