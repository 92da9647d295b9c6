package formats

import (
	"strings"
	"testing"
	"time"

	"stance/articles"
)

// TestHostileTextsAreCutInTime cuts a megabyte of each; a quadratic step would take
// minutes.
func TestHostileTextsAreCutInTime(t *testing.T) {
	g, err := articles.DefaultGazetteer()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"a", `"`, "“", "“”", "'", "(", ".", ". ", "\n", "\r", "Russia ", "Russia. ", `"Russia" said `, "“Russia condemned China. ", "\"Russia said.\n", "He said it. ", "U.S. "} {
		start := time.Now()
		articles.CutAll(strings.Repeat(s, (1<<20)/len(s)), g)
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%q: %v", s, took)
		}
	}
}

// FuzzStatements reads any file and cuts its articles: every statement is its span.
func FuzzStatements(f *testing.F) {
	g, err := articles.DefaultGazetteer()
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		"MINSK, May 2 (BelTA) - “Warsaw is hostile,” the ministry of Belarus said.\r\rBoth countries met.",
		"<html><p>Kenya praised Poland.<p>Iran, it said, <b>condemned</b> Oman", "\xFF\xFEK\x00e\x00", "Kenya praised Poland\xff.",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		all, _, _ := Read(Of(data), data)
		for _, a := range all {
			statements, leftOut := articles.CutAll(a.Text, g)
			for _, s := range statements {
				if p := s.Place; p.Start < 0 || p.End > len(a.Text) || p.Start >= p.End || p.Of(a.Text) != s.Text {
					t.Fatalf("statement %q is not the span %v of %q", s.Text, p, a.Text)
				}
				if s.TargetSpan.End > len(s.Text) || s.SourceSpan.End > len(s.Text) {
					t.Fatalf("a mention is outside %q", s.Text)
				}
			}
			for _, p := range leftOut {
				if p.Start < 0 || p.End > len(a.Text) || p.Start >= p.End {
					t.Fatalf("what is left out, %v, is outside the article", p)
				}
			}
		}
	})
}
