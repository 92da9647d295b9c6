package articles

import (
	"strings"

	"stance/datasets"
	"stance/internal/text"
)

// flagWords are the words that set a flag.
var flagWords = wordLists([]wordList{
	{negator, `no not n't never nor neither without none nobody nothing nowhere cannot`},
	{hedge, `may might could would perhaps maybe possibly probably presumably likely unlikely apparently seemingly
		reportedly allegedly supposedly purportedly potentially conceivably alleged purported suspected rumored rumoured
		seem seems seemed appear appears appeared suggest suggests suggested`},
})

// ownFlags are the flags that Annotate decides; others are kept as they are.
const ownFlags = datasets.FlagEmpty | datasets.FlagNoTarget | datasets.FlagTargetNotFound | datasets.FlagTargetByAlias |
	datasets.FlagSourceNotFound | datasets.FlagSourceByAlias | datasets.FlagAmbiguous | datasets.FlagNegation |
	datasets.FlagQuote | datasets.FlagMultiParty | datasets.FlagHedge

// wordFlags returns the flags that the words alone decide.
func wordFlags(words *wordTable, tokens []text.Token) datasets.Flags {
	f, seen := datasets.FlagEmpty, class(0)
	for i := range tokens {
		switch tokens[i].Kind {
		case text.Word:
			if c := words.of(tokens[i].Hash); c != hedge || i == 0 || tokens[i].Case == text.Lower { // "in May" is no hedge
				seen |= c
			}
			f = 0
		case text.Number, text.Tag, text.Emoji:
			f = 0
		}
	}
	if seen&negator != 0 {
		f |= datasets.FlagNegation
	}
	if seen&hedge != 0 {
		f |= datasets.FlagHedge
	}
	return f
}

// manyParties reports whether three or more parties are named.
func manyParties(mentions []datasets.Mention) bool {
	var seen [2]string
	n := 0
	for _, m := range mentions {
		if n > 0 && m.Entity == seen[0] || n > 1 && m.Entity == seen[1] {
			continue
		}
		if n == len(seen) {
			return true
		}
		seen[n] = m.Entity
		n++
	}
	return false
}

// hasQuoteMark reports whether a quotation may stand in s: false is sure.
func hasQuoteMark(s string) bool {
	return strings.IndexByte(s, '"') >= 0 || strings.IndexByte(s, '\'') >= 0 ||
		strings.IndexByte(s, 0xE2) >= 0 || strings.IndexByte(s, 0xC2) >= 0 || strings.IndexByte(s, 0xE3) >= 0
}

// inside reports whether the span lies in one of the ascending spans.
func inside(spans []datasets.Span, s datasets.Span) bool {
	for _, q := range spans {
		if q.Start > s.Start {
			return false
		}
		if s.End <= q.End {
			return true
		}
	}
	return false
}
