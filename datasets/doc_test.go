package datasets_test

import (
	"fmt"
	"os"
	"strings"

	"stance/datasets"
)

// A hand-labelled file as a spreadsheet saved it, dealt out to two folds and
// written back.
func Example() {
	const file = "Article;Sentence;Entity;Label\n" +
		"a1;Oslo backs the treaty.;the treaty;favour\n" +
		"a1;Rome rejects it.;the treaty;against\n" +
		"a2;Lima; one of four signatories, is silent.;the treaty;none\n" +
		"a2;Paris is for the treaty.;the treaty;favour\n"

	_, err := datasets.ReadCorpus("gold.csv", strings.NewReader(file), false)
	fmt.Println(err)

	corpus, err := datasets.ReadCorpus("gold.csv", strings.NewReader(file), true)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(corpus.Examples), corpus.Notices)
	groups, how := datasets.Groups(corpus.Examples)
	folds, err := datasets.Folds(corpus.Examples, groups, datasets.Stance, 2, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("grouped by", how, "- folds", folds)

	w := datasets.NewWriter(os.Stdout, []string{"id", "text", "stance"}, datasets.WriterOptions{})
	for _, e := range corpus.Examples {
		w.Write([]string{e.ID, e.Text, string(e.Stance)})
	}
	w.Flush()

	// Output:
	// gold.csv: 1 row cannot be used
	// gold.csv:4: 5 cells, the header has 4 - an unquoted semicolon or quote? row starts: "a2;Lima; one of four signatories, is sil"...; quote the cell
	// correct them, or leave them out with --skip-bad
	// 3 [gold.csv:2: stance "favour" read as favor (2 rows)]
	// grouped by doc_id - folds [0 0 1]
	// id,text,stance
	// sc0e6967b71c5,Oslo backs the treaty.,favor
	// s0ea002d47ff3,Rome rejects it.,against
	// s582442fc36ce,Paris is for the treaty.,favor
}
