package text

import (
	"testing"
	"unicode"
	"unicode/utf8"
)

var seeds = []string{
	"", " ", ".", "\"", "'", "“", "‘a", "a\xffb", "\xe2\x80", "\r\n\r", "1.", "@", "#", "://", "www.", "a.b.c.d",
	"“We will never yield. We will fight,” the ministry said. Then Seoul replied...",
	"Kim’s U.S.-backed foes can’t, won't: see https://example.com/a?b=1). 👍🏽🇰🇵 #tag @user :-)",
	"‘Yes!’ J. D. Vance asked.\n• one\n• two\n\nA «B „C“ D» e\u0301 \u200d\ufe0f中国。",
	"\"A. B\" \"C. D!\" Kim said. 'E' (\"F.\") [1] 48. 56",
}

func addSeeds(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
}

// checkSpans fails unless the spans ascend, hold no cut rune of valid text and
// leave out only runes for which skipped holds.
func checkSpans(t *testing.T, s string, spans []Span, skipped func(rune) bool) {
	t.Helper()
	at := 0
	for _, p := range append(spans, Span{len(s), len(s)}) {
		if p.Start < at || p.End < p.Start || p.End > len(s) || p.Empty() && p.Start < len(s) {
			t.Fatalf("%q: span %v after byte %d", s, p, at)
		}
		for _, r := range s[at:p.Start] {
			if !skipped(r) {
				t.Fatalf("%q: %q is lost before %v", s, r, p)
			}
		}
		if utf8.ValidString(s) && !utf8.ValidString(p.Of(s)) {
			t.Fatalf("%q: span %v cuts a rune", s, p)
		}
		at = p.End
	}
}

func FuzzTokensLoseNothing(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		var spans []Span
		for _, tok := range AppendTokens(nil, s) {
			spans = append(spans, tok.Span())
			if h := Hash(tok.Of(s)); h != tok.Hash && !isCutVerb(tok.Of(s)) {
				t.Fatalf("%q: token %q does not carry the hash of its text", s, tok.Of(s))
			}
			if tok.Kind >= gap {
				t.Fatalf("%q: token %q has no kind", s, tok.Of(s))
			}
		}
		checkSpans(t, s, spans, func(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) })
	})
}

func isCutVerb(word string) bool {
	switch Fold(word) {
	case "ca", "wo", "sha":
		return true
	}
	return false
}

func FuzzSentencesLoseNothing(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		checkSpans(t, s, AppendSentences(nil, s), unicode.IsSpace)
	})
}

func FuzzQuotesStandInsideMarks(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		quotes := AppendQuotes(nil, s)
		checkSpans(t, s, quotes, func(rune) bool { return true })
		at := 0
		for _, q := range quotes {
			if p := trim(s, q); p != q {
				t.Fatalf("%q: white space at an end of %q", s, q.Of(s))
			}
			marked := false
			for i := at; i < q.Start; i++ {
				marked = marked || markBytes[s[i]]
			}
			if !marked {
				t.Fatalf("%q: no mark before %q", s, q.Of(s))
			}
			at = q.End
		}
	})
}

func FuzzFoldIsStable(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Fatalf("Fold(%q) = %q, and folded again %q", s, once, twice)
		}
	})
}
