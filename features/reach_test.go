package features

import (
	"slices"
	"strings"
	"testing"
)

// behind returns the statement in which word stands far tokens behind the target.
func behind(far int, word string) string {
	return "[Chile] " + strings.Repeat("and ", far-1) + word
}

func TestDistancesFromTheTarget(t *testing.T) {
	f := families(t, "sides")
	for far := 1; far <= 12; far++ {
		want := "side distance right far talks"
		switch {
		case far <= 3:
			want = "side distance right near talks"
		case far <= 8:
			want = "side distance right middle talks"
		}
		if got := described(f, behind(far, "talks")); !slices.Contains(got, want) {
			t.Errorf("talks %d behind the target gives %q, want %q", far, got, want)
		}
	}
}

func TestReachOfPolarWords(t *testing.T) {
	f := families(t, "lexicon")
	for far := 1; far <= 12; far++ {
		got := described(f, behind(far, "good"))
		check := func(feature string, want bool) {
			t.Helper()
			if slices.Contains(got, feature) != want {
				t.Errorf("good %d behind the target: %q stands there = %v, want %v", far, feature, !want, want)
			}
		}
		check("valence sign within 3 positive", far <= 3)
		check("valence sign within 7 positive", far <= 7)
		check("valence sign right positive", true)
		check("nearest valence right positive near good", far <= 3)
		check("nearest valence right positive middle good", 4 <= far && far <= 8)
		check("nearest valence right positive far good", far > 8)
		offset := slices.ContainsFunc(got, func(d string) bool { return strings.HasPrefix(d, "valence offset positive of target") })
		if offset != (far <= 4) {
			t.Errorf("good %d behind the target: an offset = %v", far, offset)
		}
	}
}

func TestReachOfThePassive(t *testing.T) {
	f := families(t, "roles")
	for far := 1; far <= 6; far++ {
		s := "[Chile] was " + strings.Repeat("so ", far-1) + "condemned by {Norway}"
		if got := slices.Contains(described(f, s), "passive target first by condemned"); got != (far <= 3) {
			t.Errorf("%q is passive: %v", s, got)
		}
	}
}
