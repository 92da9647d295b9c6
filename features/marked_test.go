package features

import (
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

// marked returns the statement that s describes: [the target], {the source} and
// <another party> are its mentions, everything else is text.
//
//	"{Norway} thanked [Chile] and <Peru>"
func marked(s string) *datasets.Statement {
	st := &datasets.Statement{Source: "the source", Target: "the target"}
	var text strings.Builder
	for s != "" {
		i := strings.IndexAny(s, "[{<")
		if i < 0 {
			break
		}
		n := strings.IndexAny(s, "]}>")
		text.WriteString(s[:i])
		m := datasets.Mention{Span: datasets.Span{Start: text.Len(), End: text.Len() + n - i - 1}}
		switch s[i] {
		case '[':
			m.Entity = st.Target
		case '{':
			m.Entity = st.Source
		default:
			m.Entity = s[i+1 : n]
		}
		text.WriteString(s[i+1 : n])
		st.Mentions = append(st.Mentions, m)
		s = s[n+1:]
	}
	st.Text = text.String() + s
	return st
}

// families returns the families of the given names, separated by spaces.
func families(t testing.TB, names string) []Family {
	t.Helper()
	found, unknown := Lookup(strings.Fields(names))
	if unknown != "" {
		t.Fatalf("no family %q", unknown)
	}
	return found
}

// described returns the features of a marked statement in words, in order.
func described(families []Family, s string) []string {
	x, st := NewExtractor(families), marked(s)
	var all []string
	for _, f := range x.Features(st) {
		all = append(all, x.Describe(f, st))
	}
	return all
}

// hashesOf returns the hashes of the features of s, ascending.
func hashesOf(x *Extractor, s *datasets.Statement) []uint64 {
	var all []uint64
	for _, f := range x.Features(s) {
		all = append(all, f.Hash)
	}
	slices.Sort(all)
	return all
}

func TestMarkedStatementHasItsMentions(t *testing.T) {
	got := marked("{Norway} thanked [Chile] and <Peru>.")
	want := []datasets.Mention{
		{Entity: "the source", Span: datasets.Span{Start: 0, End: 6}},
		{Entity: "the target", Span: datasets.Span{Start: 15, End: 20}},
		{Entity: "Peru", Span: datasets.Span{Start: 25, End: 29}},
	}
	if got.Text != "Norway thanked Chile and Peru." || !slices.Equal(got.Mentions, want) {
		t.Errorf("marked statement: %q %v, want %v", got.Text, got.Mentions, want)
	}
}
