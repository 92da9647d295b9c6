package datasets

import (
	"fmt"
	"strings"
)

// LabelHeader is the columns that labelling writes, in their order. The input's
// other columns follow.
var LabelHeader = []string{
	"id", "doc_id", "sentence_no", "text", "source", "source_how", "target",
	"stance", "stance_probability", "p_favor", "p_against", "p_none",
	"sentiment", "sentiment_probability", "p_positive", "p_negative", "p_neutral",
	"evidence", "flags", "reported_by", "source_mention", "target_mention", "char_start", "char_end",
}

// inputColumns are the columns read that labelling does not write.
var inputColumns = []string{"target_start", "target_end", "split", "task", "gold", "predicted", "gold_stance", "gold_sentiment"}

// synonyms are other names under which a column is read.
var synonyms = []struct {
	column string
	names  []string
}{
	{"text", []string{"sentence", "statement", "body"}},
	{"target", []string{"entity", "target_entity"}},
	{"source", []string{"holder", "speaker", "source_entity"}},
	{"stance", []string{"label", "stance_label"}},
	{"sentiment", []string{"tone", "polarity", "sentiment_label"}},
	{"doc_id", []string{"doc", "document", "document_id", "article", "article_id"}},
}

// columns maps a canonical column name to its index in a header.
type columns map[string]int

var separators = strings.NewReplacer(" ", "", "_", "", "-", "", "\u00a0", "")

// ColumnKey returns the form in which two spellings of a column name are equal: no
// case, space, underscore or hyphen.
func ColumnKey(name string) string {
	return separators.Replace(strings.ToLower(strings.TrimSpace(name)))
}

// FirstNamed returns the index of the first of the names that a header has, or -1.
func FirstNamed(header, names []string) int {
	for _, name := range names {
		for i, h := range header {
			if ColumnKey(h) == ColumnKey(name) {
				return i
			}
		}
	}
	return -1
}

// resolve finds the canonical columns of a header. A canonical name wins over a
// synonym; two columns of the same rank for one noun are refused.
func resolve(file string, line int, header []string) (columns, error) {
	found := columns{}
	at := make(map[string][]int, len(header)) // indexes of the columns of each key
	for i, name := range header {
		at[ColumnKey(name)] = append(at[ColumnKey(name)], i)
	}
	take := func(column, name string) error {
		for _, i := range at[ColumnKey(name)] {
			if j := found.index(column); j >= 0 {
				return &RowError{File: file, Line: line, Fatal: true,
					What:   fmt.Sprintf("columns %q and %q both mean %s", header[min(i, j)], header[max(i, j)], column),
					Remedy: "rename one of them"}
			}
			found[column] = i
		}
		return nil
	}
	for _, list := range [][]string{LabelHeader, inputColumns, {guardColumn}} {
		for _, column := range list {
			if err := take(column, column); err != nil {
				return nil, err
			}
		}
	}
	for _, s := range synonyms {
		if found.index(s.column) >= 0 {
			continue
		}
		for _, name := range s.names {
			if err := take(s.column, name); err != nil {
				return nil, err
			}
		}
	}
	return found, nil
}

// index returns the index of a canonical column, or -1.
func (c columns) index(canonical string) int {
	if i, ok := c[canonical]; ok {
		return i
	}
	return -1
}

// namesOf returns all names under which a column is read, the canonical first.
func namesOf(column string) []string {
	for _, s := range synonyms {
		if s.column == column {
			return append([]string{column}, s.names...)
		}
	}
	return []string{column}
}

// missing returns the error for a header without any of the wanted columns. A column
// that is read as something else is not proposed.
func (c columns) missing(file string, line int, header []string, wanted []string) error {
	free := c.free(header)
	var names []string
	remedy := ""
	for _, column := range wanted {
		names = append(names, namesOf(column)...)
		if near := nearest(namesOf(column), free); near != "" && remedy == "" {
			remedy = fmt.Sprintf("did you mean %q? rename it to %s", near, column)
		}
	}
	if remedy == "" {
		remedy = "rename the column that holds it to " + strings.Join(wanted, " or ")
	}
	return &RowError{File: file, Line: line, Fatal: true, Remedy: remedy,
		What: fmt.Sprintf("no column %s; columns found: %s", quoted(names, " or "), shorten(header))}
}

// free returns the names of a header that are read as no column.
func (c columns) free(header []string) (names []string) {
	taken := make(map[int]bool)
	for _, i := range c {
		taken[i] = true
	}
	for i, h := range header {
		if !taken[i] {
			names = append(names, h)
		}
	}
	return names
}

func quoted(names []string, separator string) string {
	var q []string
	for _, name := range names {
		q = append(q, fmt.Sprintf("%q", name))
	}
	return strings.Join(q, separator)
}

// shorten returns the names of a header, the first 20 of them.
func shorten(header []string) string {
	const shown = 20
	if len(header) > shown {
		return fmt.Sprintf("%s and %d more", quoted(header[:shown], ", "), len(header)-shown)
	}
	return quoted(header, ", ")
}
