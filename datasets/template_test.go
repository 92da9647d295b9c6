package datasets

import (
	"slices"
	"strings"
	"testing"
)

// given returns a prediction with the probabilities of favor, against and none; the
// label is the most probable one.
func given(favor, against, none float64) Prediction {
	p := []float64{favor, against, none}
	return Prediction{Label: Stance.Labels[slices.Index(p, slices.Max(p))], Probabilities: p}
}

func TestEveryKindPassesAndFailsAsItShould(t *testing.T) {
	yes, no, nothing := given(0.8, 0.1, 0.1), given(0.1, 0.7, 0.2), given(0.3, 0.1, 0.6)
	bare := Prediction{Label: Favor} // somebody's, without probabilities
	check := func(kind, expect, expect2 string, first, second Prediction, want bool) {
		t.Helper()
		x := Template{Kind: kind}
		for s, p := range map[string]*Probe{expect: &x.First, expect2: &x.Second} {
			if s == "" {
				continue
			}
			var err error
			if p.Expect, err = ParseExpectation(s); err != nil {
				t.Fatal(err)
			}
		}
		if got := x.Passes(first, second); got != want {
			t.Errorf("%s %q %q of %v and %v passes: %v", kind, expect, expect2, first, second, got)
		}
	}
	check(MFT, "favor", "", yes, no, true)
	check(MFT, "favor", "", nothing, yes, false)
	check(MFT, "!favor", "", no, yes, true)
	check(MFT, "!favor", "", nothing, yes, true)
	check(MFT, "!favor", "", yes, no, false)
	check(MFT, "favor", "", bare, bare, true)
	check(MFT, "none", "", nothing, no, true)

	check(INV, "", "", yes, given(0.4, 0.3, 0.3), true)
	check(INV, "", "", yes, no, false)
	check(INV, "against", "", yes, yes, true) // expect is not demanded
	check(INV, "", "~0.1", yes, given(0.75, 0.15, 0.1), true)
	check(INV, "", "~0.1", yes, given(0.65, 0.1, 0.25), false) // the same label, but moved
	check(INV, "", "~0.9", yes, no, false)                     // moved by less, but another label
	check(INV, "", "~0.1", bare, bare, false)                  // nobody knows how far it moved
	check(INV, "", "", bare, bare, true)

	check(DIR, "favor", "!favor", yes, no, true)
	check(DIR, "favor", "!favor", yes, nothing, true)
	check(DIR, "favor", "!favor", yes, yes, false)
	check(DIR, "favor", "!favor", nothing, no, false) // wrong on the first text already
	check(DIR, "", "favor-", yes, given(0.7, 0.2, 0.1), true)
	check(DIR, "", "favor-", yes, yes, false) // no less probable
	check(DIR, "", "favor-", nothing, yes, false)
	check(DIR, "", "against+", yes, given(0.7, 0.2, 0.1), true)
	check(DIR, "", "against+", no, yes, false)
	check(DIR, "favor", "favor-", bare, bare, false)
	check(DIR, "favor", "favor-", nothing, given(0.2, 0.1, 0.7), false) // less probable, but the first is no favor
}

func TestExpectationsReadAsTheyPrint(t *testing.T) {
	for _, s := range []string{"", "favor", "against", "none", "!favor", "favor+", "none-", "~0.1", "~0.025"} {
		e, err := ParseExpectation(s)
		if err != nil || e.String() != s {
			t.Errorf("%q reads as %q, %v", s, e, err)
		}
	}
	for _, s := range []string{"!", "+", "-", "~", "~0", "~-0.1", "~1", "~NaN", "~x", "positive", "!favor+"} {
		if e, err := ParseExpectation(s); err == nil {
			t.Errorf("%q reads as %q", s, e)
		}
	}
}

var testParties = []Party{
	{"Netherlands", "the Netherlands", "Dutch", "Dutch", "The Hague"},
	{"Iran", "Iran", "Iranian", "Iranians", "Tehran"},
	{"Cyprus", "Cyprus", "Cypriot", "Cypriots", "Nicosia"},
	{"Ukraine", "Ukraine", "Ukrainian", "Ukrainians", "Kyiv"},
}

func TestSlotsAreFilledAsEnglish(t *testing.T) {
	check := func(s, want string) {
		t.Helper()
		if got := fillText(s, testParties); got != want {
			t.Errorf("%q is filled as %q, want %q", s, got, want)
		}
	}
	check("{A} thanked {B}.", "The Netherlands thanked Iran.")
	check("{B} thanked {A}.", "Iran thanked the Netherlands.")
	check("It left. {A} stayed.", "It left. The Netherlands stayed.")
	check("{A.name} hails {C.name}", "Netherlands hails Cyprus")
	check("{A}'s plan, {B}'s plan, {C}’s plan", "The Netherlands' plan, Iran's plan, Cyprus’s plan")
	check("Plans of {A}’s", "Plans of the Netherlands’")
	check("A {A.adjective}, a {B.adjective}, a {C.adjective} and a {D.adjective} envoy", "A Dutch, an Iranian, a Cypriot and a Ukrainian envoy")
	check("A {B.adjective} envoy", "An Iranian envoy")
	check("It met an {A.adjective} envoy.", "It met a Dutch envoy.")
	check("the {A.people} and the {B.people} met in {A.capital}", "the Dutch and the Iranians met in The Hague")
	check("“{A} won,” {B} said, “{A} lost.”", "“The Netherlands won,” Iran said, “The Netherlands lost.”")
	check("{B}: “{A} won.”", "Iran: “The Netherlands won.”")
	check("the “{A}” plan", "the “the Netherlands” plan")
	check("no slot", "no slot")
	check("{D}", "Ukraine")
	if got := fillName("{A}", testParties); got != "Netherlands" {
		t.Errorf("the source {A} is %q", got)
	}
	if got := fillName("{A.capital}", testParties); got != "The Hague" {
		t.Errorf("the source {A.capital} is %q", got)
	}
}

func TestCasesDependOnSeedAndTextAlone(t *testing.T) {
	parties, err := BehaviourParties()
	if err != nil {
		t.Fatal(err)
	}
	x := Template{Test: "x", Kind: MFT, First: Probe{Text: "{A.name}|{B.name}|{C.name}|{D.name}", Source: "{A}", Target: "{B}"}}
	y := x
	y.Line, y.First.Target = 9, "{C}" // asks for another pair in the same sentences
	a, b, c := x.Cases(parties, 1), y.Cases(parties, 1), x.Cases(parties, 2)
	same := 0
	for i := range parties {
		if a[i].First.Source != parties[i].Name {
			t.Errorf("case %d has {A} = %q", i, a[i].First.Source)
		}
		if a[i].First.Text != b[i].First.Text {
			t.Errorf("case %d: %q, but %q", i, a[i].First.Text, b[i].First.Text)
		}
		if a[i].First.Text == c[i].First.Text {
			same++
		}
		distinct := make(map[string]bool)
		for name := range strings.SplitSeq(a[i].First.Text, "|") {
			distinct[name] = true
		}
		if len(distinct) != 4 {
			t.Errorf("case %d has the parties %s", i, a[i].First.Text)
		}
	}
	if same > 2 {
		t.Errorf("another seed gives %d of 24 cases again", same)
	}
	fixed := Template{Kind: MFT, First: Probe{Text: "Iran left.", Target: "Iran"}}
	if got := fixed.Cases(parties, 1); len(got) != 1 || got[0].First != fixed.First {
		t.Errorf("a template without slots has the cases %+v", got)
	}
}

func TestTablesOfPartiesAreChecked(t *testing.T) {
	check := func(file, want string) {
		t.Helper()
		_, err := ReadParties("p.csv", strings.NewReader(file))
		if err == nil || err.Error() != want {
			t.Errorf("%q:\n got %v\nwant %s", file, err, want)
		}
	}
	check("name,printed,adjective,people,capital\na,a,b,c,d\n", "p.csv: 1 row; at least four parties are needed; add some")
	check("name,printed,adjective,people,capital\na,a,b,,d\n", "p.csv:2: a party without people; fill the cell")
	check("name,adjective\na,b\n", `p.csv:1: no column "printed"; columns found: "name", "adjective"; the header is name,printed,adjective,people,capital`)
}
