package features_test

import (
	"fmt"

	"stance/datasets"
	"stance/features"
)

// A statement becomes features; the features of many statements become the rows of
// a matrix.
func Example() {
	praise := &datasets.Statement{
		Text:   "Norway praised Chile.",
		Source: "Norway",
		Target: "Chile",
		Mentions: []datasets.Mention{
			{Entity: "Norway", Span: datasets.Span{Start: 0, End: 6}},
			{Entity: "Chile", Span: datasets.Span{Start: 15, End: 20}},
		},
	}
	again := *praise // the same text a second time
	families, _ := features.Lookup([]string{"words", "bigrams"})

	x := features.NewExtractor(families)
	for _, f := range x.Features(praise) {
		fmt.Println(x.Describe(f, praise))
	}

	bags := features.Extract(families, []*datasets.Statement{praise, &again}, nil)
	vocabulary := bags.Vocabulary([]int{0, 1}, 1)
	matrix := bags.Matrix(vocabulary, []int{0, 1}, features.Weighting{IDF: true, Unit: true})
	fmt.Printf("%d rows, %d columns, %d text\n", matrix.Rows(), matrix.Columns, vocabulary.Texts)
	// Output:
	// word SOURCE
	// word praised
	// word TARGET
	// bigram SOURCE praised
	// bigram praised TARGET
	// 2 rows, 5 columns, 1 text
}
