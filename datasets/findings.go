package datasets

import "fmt"

// A Severity says what a finding means for training.
type Severity string

// The severities: train refuses the file or the row; the numbers of a model trained
// or scored on it are likely wrong; good to know.
const (
	Refused Severity = "error"
	Warning Severity = "warning"
	Remark  Severity = "note"
)

// A Finding is one kind of trouble in one file.
type Finding struct {
	File     string   `json:"file"`
	Code     string   `json:"finding"`
	Severity Severity `json:"severity"`
	What     string   `json:"what"`
	Remedy   string   `json:"remedy"`
	Rows     int      `json:"rows"` // concerned; 0 = the file as a whole
	First    Concern  `json:"first"`

	Concerns []Concern `json:"-"` // all of them, in the order of the file
}

// A Concern is one row, or a file as a whole, that a finding is about.
type Concern struct {
	Line   int    `json:"line"` // counts from 1; 0 = the file
	ID     string `json:"id"`   // as printed; "" = none
	Detail string `json:"detail"`
	With   string `json:"with"` // file:line of the other row, where there is one
	Text   string `json:"text"`

	row int // -1 = the file
}

// A check looks for one kind of trouble.
type check struct {
	code     string
	severity Severity
	what     string
	remedy   string
	find     func(*inspection)
}

// The codes of what train refuses.
const (
	codeFile         = "file"
	codeOneColumn    = "one_column"
	codeBadRow       = "bad_row"
	codeBrokenBytes  = "broken_bytes"
	codeEmptyText    = "empty_text"
	codeBadOffsets   = "bad_offsets"
	codeUnknownLabel = "unknown_label"
	codeFewLabels    = "few_labels"
)

// checks lists all checks in the order of their findings. A new one is a line here.
var checks = []check{
	{codeFile, Refused, "the file cannot be read as labelled rows", "", wholeFile},
	{codeOneColumn, Refused, "the file has one column", "export it again with commas between the cells; quotes around whole lines have to go", oneColumn},
	{codeBadRow, Refused, "a row that does not fit the header, or cannot be read", "quote cells with commas, quotes or line breaks in them", badRows(codeBadRow)},
	{codeBrokenBytes, Refused, "bytes that are not UTF-8", "save the file as UTF-8 from the program that made it", badRows(codeBrokenBytes)},
	{codeEmptyText, Refused, "the text is empty", "fill the cell or delete the row", badRows(codeEmptyText)},
	{codeBadOffsets, Refused, "offsets that are no place in the text", "count bytes from 0, or leave both cells empty", badRows(codeBadOffsets)},
	{codeUnknownLabel, Refused, "a label that is none", "use the labels of the task, or leave the cell empty", badRows(codeUnknownLabel)},
	{codeFewLabels, Refused, "no task has two different labels", "label more rows; a model has nothing to tell apart", fewLabels},

	{"leak", Warning, "the text stands in an earlier file", "drop these rows before scoring (--fix does), or score them apart", exactLeaks},
	{"near_leak", Warning, "the text is a near copy of one in an earlier file", "drop these rows before scoring (--fix does), or score them apart", nearLeaks},
	{"article_leak", Warning, "the article has rows in an earlier file", "keep all rows of an article in one file", articleLeaks},
	{"split_leak", Warning, "the text or its article has rows in another split", "keep all rows of an article and a text in one split", splitLeaks},
	{"conflict", Warning, "text and pair of an earlier row, with another label", "decide on one label; --fix leaves both", conflicts},
	{"duplicate", Warning, "text, pair and labels of an earlier row", "drop all but one (--fix does): they count twice", duplicates},
	{"near_duplicate", Warning, "the text is a near copy of an earlier one", "give both one doc_id, so that they stay on one side of a split", nearDuplicates},
	{"id_repeated", Warning, "the id of an earlier row", "give every row its own id, or none: predictions are joined by it", repeatedIDs},

	{"mojibake", Warning, "UTF-8 that was read as Windows-1252, or the other way round", "--fix repairs it; open the file as UTF-8 next time", mojibake},
	{"replacement_character", Warning, "a letter was lost: U+FFFD stands in its place", "go back to the original; it cannot be repaired", replacementCharacters},
	{"escapes", Warning, "HTML entities, tags or \\u escapes in the text", "--fix turns entities and escapes into letters; strip tags when you export", escapes},
	{"error_cell", Warning, "an error of the spreadsheet instead of a value", "correct the formula, or go back to the original", errorCells},
	{"scientific_id", Warning, "an id that the spreadsheet turned into a number like 1.2E+17", "go back to the original: its digits are lost; import the column as text", scientificIDs},
	{"date_cell", Warning, "a name or label that the spreadsheet turned into a date", "go back to the original; import the column as text", dateCells},
	{"truncated_cell", Warning, "a cell of 32,767 characters, where Excel cuts", "go back to the original", truncatedCells},
	{"formula_guard", Remark, "an apostrophe in front of = + - or @, put there against formulas", "remove it, or export with stance label --excel, which marks and undoes it", formulaGuards},

	{"offsets_elsewhere", Warning, "the offsets cover something else than the target", "count bytes, not characters; a quote or an accent has more than one", offsetsElsewhere},
	{"target_absent", Remark, "the target is not named in the text as it is spelled", "spell it as in the text, or give offsets where a pronoun means it", targetsAbsent},
	{"source_absent", Remark, "the source is not named in the text as it is spelled", "spell it as in the text; leave the cell empty where the author speaks", sourcesAbsent},
	{"short_text", Remark, "a text of fewer than 3 words", "see that it is a statement", shortTexts},
	{"long_text", Remark, "a text of more than 150 words", "cut it into sentences: a label is about one statement", longTexts},

	{"unlabelled", Remark, "a row without any label", "label it or delete it; training leaves it out", unlabelled},
	{"imbalance", Remark, "a label with under 5 % of the rows of its task", "label more of it, and read its interval", imbalance},
	{"synonym", Remark, "another word is read as a label", "write the label itself (--fix does)", wordsForLabels},
	{"no_doc_id", Remark, "no doc_id: rows of one article cannot be kept together", "add a column doc_id; without it folds and intervals group by identical text and flatter", noArticle},
	{"column", Remark, "a column is not read as it seems", "rename it if it should be read", oddColumns},
}

// An inspection is one check at work on one file.
type inspection struct {
	*Audited
	files   []*Audited // all that are checked, this one at index at
	at      int
	matches *matches // texts that repeat others

	concerns []Concern
}

// add records that a row is concerned; with is file:line of another row, or "".
func (in *inspection) add(row int, detail, with string) {
	in.concerns = append(in.concerns, Concern{Line: in.Lines[row], ID: in.id(row), Detail: detail, With: with,
		Text: in.Examples[row].Text, row: row})
}

// addFile records that the file as a whole is concerned.
func (in *inspection) addFile(line int, detail string) {
	in.concerns = append(in.concerns, Concern{Line: line, Detail: detail, row: -1})
}

// each calls visit for the rows that train can use.
func (in *inspection) each(visit func(i int, e *Example)) {
	for i := range in.Examples {
		if in.good(i) {
			visit(i, &in.Examples[i])
		}
	}
}

// finding returns what was found; ok is false if nothing was.
func (in *inspection) finding(c check) (f Finding, ok bool) {
	if len(in.concerns) == 0 {
		return f, false
	}
	f = Finding{File: in.Name, Code: c.code, Severity: c.severity, What: c.what, Remedy: c.remedy, First: in.concerns[0], Concerns: in.concerns}
	for _, concern := range in.concerns {
		if concern.row >= 0 {
			f.Rows++
		}
	}
	if f.Remedy == "" && in.Refused != nil {
		f.Remedy = in.Refused.Remedy
	}
	return f, true
}

// where returns file:line of a row.
func (a *Audited) where(row int) string { return fmt.Sprintf("%s:%d", a.Name, a.Lines[row]) }
