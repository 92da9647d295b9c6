package articles

import (
	"slices"
	"testing"
)

func TestSourceCueIsTheWordByWhichTheSourceWasFound(t *testing.T) {
	g := defaultGazetteer(t)
	check := func(article string, want ...string) {
		t.Helper()
		var got []string
		for _, s := range Cut(article, g) {
			got = append(got, s.Source+" "+s.SourceHow+" ["+s.SourceCue.Of(s.Text)+"]")
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", article, got, want)
		}
	}
	check("Beijing denounced Tokyo.", "China explicit [denounced]")
	check("Tokyo was denounced by Beijing.", "China explicit [denounced]")
	check("The newspaper said Pyongyang supports Moscow.", "North Korea explicit [supports]")
	check("According to Tehran, Moscow lied.", "Iran according_to [According to]")
	check("Moscow lied, according to Tehran.", "Iran according_to [according to]")
	check("“Moscow has failed us all,” the Iranian foreign ministry said.", "Iran quote [said]")
	check("Analysts said Moscow had failed.", " unknown [said]")
	check("The road to Mongolia was closed.", " narrator []")
}
