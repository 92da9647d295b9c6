package text

import (
	"strings"
	"testing"
	"time"
)

// A quarter of a megabyte of any of these takes a tenth of a second; with a
// quadratic step it would take a minute.
func TestHostileTextTakesLinearTime(t *testing.T) {
	patterns := []string{
		"a", " ", "\n", "\r\n", ".", ". ", "...", "a.", "A.", "aa.", "a.a", "1.", "1. ", "!", "? ", "!“", "\"", "\"a ", "\"a\"", "“", "“a ",
		"“a.” ", "“a!” Kim Ab Cd ", "“«„", "'", "'a ", "s' ", "‘a“", "(", ".)", "[1]", "-", "- ", "•", " •", "@a", "#", "x@", "x:", "://",
		"a://", "www.", "aa.com", "\u200d", "\ufe0f", "\u00ad", "a\u00ad", "\u0301", "😀", "😀\u200d", "中", "。", "\xff", "\xe2\x80", "\x00",
		"a\n", "- a\n", "U.S. ", "Gen. ", ":", ":-", "<", "&A", "A&",
	}
	for _, p := range patterns {
		s := strings.Repeat(p, 1<<18/len(p))
		start := time.Now()
		AppendTokens(nil, s)
		AppendSentences(nil, s)
		AppendQuotes(nil, s)
		Fold(s)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("a quarter of a megabyte of %q takes %v", p, took)
		}
	}
}

func TestTokensSentencesAndQuotesDoNotAllocate(t *testing.T) {
	s := newsText(20000, "“", "”", "’")
	tokens, spans := AppendTokens(nil, s), AppendSentences(nil, s)
	check := func(name string, f func()) {
		t.Helper()
		if n := testing.AllocsPerRun(10, f); n != 0 {
			t.Errorf("%s: %v allocations, want none", name, n)
		}
	}
	check("tokens", func() { AppendTokens(tokens[:0], s) })
	check("sentences", func() { AppendSentences(spans[:0], s) })
	check("quotes", func() { AppendQuotes(spans[:0], s) })
	check("hash", func() { Hash("Don’t") })
}
