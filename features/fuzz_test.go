package features

import (
	"math"
	"slices"
	"testing"

	"stance/datasets"
)

// FuzzFeatures holds what is true of the features of any text, whatever its mentions.
func FuzzFeatures(f *testing.F) {
	f.Add("Norway did not praise Chile, but Peru did", uint16(0), uint16(6), uint16(22), uint16(27), false)
	f.Add("“We can’t,” said the U.S.-backed 中国 team :)", uint16(3), uint16(9), uint16(9), uint16(30), false)
	f.Add("\xff\xfe’s — \x00…", uint16(2), uint16(1), uint16(0), uint16(90), true)
	f.Add("", uint16(0), uint16(0), uint16(0), uint16(0), false)
	used := NewExtractor(Families)
	f.Fuzz(func(t *testing.T, s string, a, b, c, d uint16, wild bool) {
		st := anyStatement(s, [4]int{int(a), int(b), int(c), int(d)}, wild)
		x := NewExtractor(Families)
		found := x.Features(st)
		checkTokens(t, x, st)
		seen := map[uint64]bool{}
		for _, feature := range found {
			if seen[feature.Hash] {
				t.Fatalf("%q stands twice in %q", x.Describe(feature, st), s)
			}
			seen[feature.Hash] = true
			checkFeature(t, x, feature, st)
		}
		if !slices.Equal(used.Features(st), found) { // whatever it has read before
			t.Fatalf("features of %q depend on earlier text", s)
		}
	})
}

// anyStatement returns a statement that names target, source and another party.
// Unless wild, the mentions ascend and stay in the text.
func anyStatement(s string, at [4]int, wild bool) *datasets.Statement {
	if !wild {
		for i := range at {
			at[i] %= len(s) + 1
		}
		slices.Sort(at[:])
	}
	st := &datasets.Statement{Text: s, Source: "source", Target: "target"}
	for i, entity := range []string{"target", "source", "other"} {
		st.Mentions = append(st.Mentions, datasets.Mention{Entity: entity, Span: datasets.Span{Start: at[i], End: at[i+1]}})
	}
	st.TargetSpan = st.Mentions[0].Span
	return st
}

// checkTokens fails unless the tokens ascend within the text.
func checkTokens(t *testing.T, x *Extractor, st *datasets.Statement) {
	t.Helper()
	end := 0
	for i := range x.Tokens() {
		span := x.TokenSpan(i)
		if span.Start < end || span.Empty() || span.End > len(st.Text) {
			t.Fatalf("token %d of %q is %v, after %d", i, st.Text, span, end)
		}
		end = span.End
		x.Evident(i)
		x.Content(i)
	}
	for _, i := range []int{x.view.target, x.view.source} {
		if i < -1 || i >= x.Tokens() {
			t.Fatalf("a party of %q is token %d of %d", st.Text, i, x.Tokens())
		}
	}
	x.Reading(st)
}

// checkFeature fails unless the feature can be shown and scaled.
func checkFeature(t *testing.T, x *Extractor, f Feature, st *datasets.Statement) {
	t.Helper()
	d := x.Describe(f, st)
	switch first, last := int(f.First), int(f.Last); {
	case first < 0 && last < 0:
	case first < 0 || first > last || last >= x.Tokens():
		t.Fatalf("%q of %q is shown by tokens %d to %d of %d", d, st.Text, first, last, x.Tokens())
	}
	if d == "" || f.Block() < 0 || f.Block() >= Blocks {
		t.Fatalf("feature %+v of %q is described as %q", f, st.Text, d)
	}
	if v := float64(f.Value); math.IsNaN(v) || math.IsInf(v, 0) || v != 1 && f.kind != kindRule {
		t.Fatalf("%q of %q has value %v", d, st.Text, v)
	}
}
