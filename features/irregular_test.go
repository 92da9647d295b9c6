package features

import "testing"

func TestAllFormsOfAnEntryShareItsLemma(t *testing.T) {
	for _, forms := range [][]string{
		{"break", "breaks", "breaking", "broke", "broken"},
		{"boycott", "boycotts", "boycotted", "boycotting"},
		{"rebuff", "rebuffed", "rebuffing"},
		{"sue", "sues", "sued", "suing"},
		{"withhold", "withheld", "withholding"},
		{"vie", "vies", "vied", "vying"},
		{"deny", "denies", "denied", "denying"},
	} {
		for _, f := range forms {
			if got, want := lemma(f), lemma(forms[0]); got != want {
				t.Errorf("lemma(%q) = %q, but %q for %q", f, got, want, forms[0])
			}
		}
	}
	for _, pair := range [][2]string{{"slight", "slightly"}, {"hard", "hardly"}, {"oppress", "oppose"}, {"left", "leave"}} {
		if lemma(pair[0]) == lemma(pair[1]) {
			t.Errorf("%q and %q are both %q", pair[0], pair[1], lemma(pair[0]))
		}
	}
}
