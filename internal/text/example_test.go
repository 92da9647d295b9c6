package text_test

import (
	"fmt"

	"stance/internal/text"
)

func Example() {
	article := "“Will Beijing help? We don’t know!” Orlov asked. The U.S.-led talks failed."
	for _, sentence := range text.AppendSentences(nil, article) {
		s := sentence.Of(article)
		fmt.Println(s)
		for _, t := range text.AppendTokens(nil, s) {
			fmt.Printf("[%s]", t.Of(s))
		}
		fmt.Println()
	}
	for _, quote := range text.AppendQuotes(nil, article) {
		fmt.Println("quoted:", quote.Of(article))
	}
	// Output:
	// “Will Beijing help? We don’t know!” Orlov asked.
	// [“][Will][Beijing][help][?][We][do][n’t][know][!][”][Orlov][asked][.]
	// The U.S.-led talks failed.
	// [The][U.S.][-][led][talks][failed][.]
	// quoted: Will Beijing help? We don’t know!
}
