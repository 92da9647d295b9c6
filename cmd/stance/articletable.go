package main

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"stance/datasets"
)

// tableColumns says what is done with the columns of a table.
type tableColumns struct {
	names  []string // what each is called in the output; "" = it is not copied
	echoed []int    // columns that keep the input's value, beside the list echoed

	// Of a table of articles: where what is read stands, -1 = nowhere.
	text, id int
	about    [len(aboutHeader)]int
}

// aboutHeader are the columns that tell about an article, in the order of the output.
var aboutHeader = [4]string{"title", "date", "outlet", "url"}

// aboutNames are the names under which they are read.
var aboutNames = [4][]string{
	{"title", "headline"},
	datasets.DateNames,
	{"outlet", "publisher", "publication", "newspaper", "site"},
	{"url", "link"},
}

// textNames are the names of the text of an article that are not those of a statement.
var textNames = []string{"content", "article_text", "full_text", "event_text"}

// tableColumns finds out whether a table holds statements or articles, and what its
// columns are.
func (f *labelFlags) tableColumns(r *datasets.Reader) (kind, tableColumns, error) {
	if f.textCol == "" && r.Column("target") >= 0 {
		t := tableColumns{names: outputNames(r, f.becauseColumns())}
		for _, col := range echoed {
			t.echoed = append(t.echoed, r.Column(datasets.LabelHeader[col]))
		}
		return statementTable, t, r.Need("text", "target")
	}
	if f.textCol == "" && r.Near("target") != "" {
		return 0, tableColumns{}, r.Need("text", "target")
	}
	t, err := f.articleColumns(r)
	return articleTable, t, err
}

// articleColumns finds the columns of a table of articles.
func (f *labelFlags) articleColumns(r *datasets.Reader) (t tableColumns, err error) {
	header := r.Header()
	find := func(flag, name string, others ...string) int {
		if name == "" {
			return datasets.FirstNamed(header, others)
		}
		i := datasets.FirstNamed(header, []string{name})
		if i < 0 && err == nil {
			err = r.Missing(name, "the column that "+flag+" names")
		}
		return i
	}
	t.text = find("--text-col", f.textCol)
	if f.textCol == "" {
		if t.text = r.Column("text"); t.text < 0 {
			t.text = datasets.FirstNamed(header, textNames)
		}
		if t.text < 0 {
			return t, orNameIt(r.Need("text"))
		}
	}
	t.id = find("--id-col", f.idCol, "id", "doc_id", "article_id", "document_id")
	for k, name := range [...]string{f.titleCol, f.dateCol, f.outletCol, f.urlCol} {
		t.about[k] = find("--"+aboutHeader[k]+"-col", name, aboutNames[k]...)
	}
	t.names = t.articleNames(header, f.becauseColumns())
	return t, err
}

// orNameIt adds to the error for a missing column of texts what else helps.
func orNameIt(err error) error {
	var missing *datasets.RowError
	if !errors.As(err, &missing) {
		return err
	}
	more := *missing
	more.Remedy += ", or name it with --text-col"
	return &more
}

// articleNames returns what the other columns of a table of articles are called in the
// output. What is called like one of ours, or like gold, is input_stance and so on: it
// was said of the article, not of a statement.
func (t *tableColumns) articleNames(header, because []string) []string {
	names := make([]string, len(header))
	taken := make(map[string]bool)
	for _, name := range slices.Concat(datasets.LabelHeader, because, aboutHeader[:]) {
		taken[datasets.ColumnKey(name)] = true
	}
	repeats := make(map[string]int)
	for i, name := range header {
		if i == t.text || i == t.id || slices.Contains(t.about[:], i) {
			continue
		}
		key := datasets.ColumnKey(name)
		switch {
		case strings.TrimSpace(name) == "":
			name = fmt.Sprintf("column_%d", i+1)
		case taken[key] && datasets.FirstNamed(names[:i], []string{name}) < 0, strings.HasPrefix(key, "gold"), strings.HasPrefix(key, "target"):
			name = "input_" + name
		}
		names[i] = unique(name, taken, repeats)
	}
	return names
}

// mayBeTable reports whether a file can be rows at all: JSON, a text in UTF-16, or with
// the name of a column of texts.
func (f *labelFlags) mayBeTable(prefix []byte) bool {
	start := bytes.TrimLeft(prefix, "\xEF\xBB\xBF \t\r\n")
	if len(start) == 0 || start[0] == '{' || start[0] == '[' || start[0] == 0 || start[0] >= 0xFE {
		return true
	}
	first := start[:min(len(start), 8<<10)]
	if i := bytes.IndexAny(first, "\r\n"); i >= 0 && !bytes.HasPrefix(first, []byte("sep=")) {
		first = first[:i]
	}
	return bytes.ContainsAny(first, ",;\t|") || bytes.HasPrefix(first, []byte(`"`))
}

// hasTextColumn reports whether the header of a file has the column of --text-col.
func (f *labelFlags) hasTextColumn(prefix []byte) bool {
	r, err := datasets.NewReader("", bytes.NewReader(prefix))
	return err == nil && datasets.FirstNamed(r.Header(), []string{f.textCol}) >= 0
}
