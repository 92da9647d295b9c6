package features

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// partySentences name the target [T], the source {S} and another party <O>.
var partySentences = []string{
	"{S} condemned [T] and thanked <O> for its help",
	"[T] was not praised by {S}, but <O> was",
	"“We will never trust [T]’s promises,” {S} said, citing <O>",
	"pro-[T] voices in {S} urged <O> to lift sanctions",
	"a {S}-backed plan angered [T] because <O> won",
}

// partyNames are names of all shapes.
var namesOfParties = []string{"Norway", "X", "U.S.", "the Republic of Korea", "São Tomé and Príncipe", "Kim Jong-un", "EU3", "中国", "Côte d’Ivoire"}

func named(sentence, target, source, other string) string {
	return strings.NewReplacer("[T]", "["+target+"]", "{S}", "{"+source+"}", "<O>", "<"+other+">").Replace(sentence)
}

func TestRenamingAPartyChangesNoFeature(t *testing.T) {
	x := NewExtractor(Families)
	for _, sentence := range partySentences {
		want := slices.Clone(x.Features(marked(sentence)))
		for i, target := range namesOfParties {
			source, other := namesOfParties[(i+1)%len(namesOfParties)], namesOfParties[(i+2)%len(namesOfParties)]
			renamed := named(sentence, target, source, other)
			if got := x.Features(marked(renamed)); !slices.Equal(got, want) {
				t.Errorf("%q and %q have different features", sentence, renamed)
			}
		}
	}
}

func TestSwappingSourceAndTargetChangesTheFeatures(t *testing.T) {
	swap := strings.NewReplacer("[T]", "{T}", "{S}", "[S]")
	for _, names := range []string{strings.Join(Located, " "), "stems", "sides", "windows", "between", "roles"} {
		x := NewExtractor(families(t, names))
		for _, sentence := range partySentences {
			if slices.Equal(hashesOf(x, marked(sentence)), hashesOf(x, marked(swap.Replace(sentence)))) {
				t.Errorf("%s: %q reads the same with source and target swapped", names, sentence)
			}
		}
	}
}

func TestMaskedWordsCarryNoValence(t *testing.T) {
	x := NewExtractor(families(t, "rule"))
	for _, s := range []string{"[Hope] met <Victory>", "[Terror Watch]", "{War Child} met [Best Friends]"} {
		if got := x.Features(marked(s))[0].Value; got != 0 {
			t.Errorf("the rule gives %q %v, want 0: only names carry valence there", s, got)
		}
	}
	if got := x.Features(marked("[Chile] met hope"))[0].Value; math.Abs(float64(got)-1.9) > 1e-6 {
		t.Errorf("the rule gives an unmasked hope %v, want 1.9", got)
	}
}
