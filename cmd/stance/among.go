package main

import (
	"fmt"
	"path/filepath"
)

// findAmong finds the tables of statements that stand in a folder beside articles: mostly
// the gold of these articles, or what an earlier run wrote.
func findAmong(inputs []*input) {
	articles := map[string]*input{} // the first one of each folder, and of each place in it
	for _, in := range inputs {
		if in.folder == "" || in.kind != articleFile {
			continue
		}
		for _, place := range []string{in.folder, filepath.Dir(in.path)} {
			if articles[place] == nil {
				articles[place] = in
			}
		}
	}
	for _, in := range inputs {
		if in.folder == "" || in.kind != statementTable {
			continue
		}
		beside := articles[filepath.Dir(in.path)]
		if beside == nil {
			beside = articles[in.folder]
		}
		if beside != nil {
			in.among = filepath.Join(filepath.Dir(beside.path), "*"+filepath.Ext(beside.path))
		}
	}
}

// amongArticles says what a table of statements in a folder of articles adds.
func (in *input) amongArticles(rows int) []string {
	if in.among == "" {
		return nil
	}
	were := "rows are labelled, too; if they are sentences of these articles, they stand"
	if rows == 1 {
		were = "row is labelled, too; if it is a sentence of these articles, it stands"
	}
	return []string{fmt.Sprintf("%s: a table of statements in a folder of articles: its %s %s in the output twice; to leave it out, name the articles: %s",
		in.name, grouped(rows), were, in.among)}
}
