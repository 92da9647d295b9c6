package articles_test

import (
	"fmt"

	"stance/articles"
	"stance/datasets"
)

func Example() {
	g, err := articles.DefaultGazetteer()
	if err != nil {
		fmt.Println(err)
		return
	}
	const article = `PYONGYANG, Nov. 3 (KCNA) -- The newspaper said Pyongyang sends its full support to Moscow.
"The United States must go home," the Foreign Ministry of the DPRK said.`
	for _, s := range articles.Cut(article, g) {
		fmt.Printf("%d. %s -> %s (%s)\n", s.Sentence, s.Source, s.Target, s.SourceHow)
	}

	row := datasets.Statement{Text: "The Kremlin welcomed Beijing's plan.", Source: "Russia", Target: "China"}
	articles.NewAnnotator(g).Annotate(&row)
	fmt.Printf("%s about %s; %s\n", row.SourceSpan.Of(row.Text), row.TargetSpan.Of(row.Text), row.Flags)
	// Output:
	// 1. North Korea -> Russia (explicit)
	// 2. North Korea -> United States (quote)
	// Kremlin about Beijing; target_not_found target_by_alias source_not_found source_by_alias
}
