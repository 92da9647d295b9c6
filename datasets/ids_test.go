package datasets

import (
	"fmt"
	"regexp"
	"testing"
)

func TestMadeIDsAreStableUniqueAndSurviveSpreadsheets(t *testing.T) {
	var a, b IDs
	shape := regexp.MustCompile(`^s[0-9a-f]{12}$`)
	first := a.Make("Don’t panic", "x", "y")
	if !shape.MatchString(first) {
		t.Errorf("id %q", first)
	}
	if again := b.Make("don't  panic", "x", "y"); again != first {
		t.Errorf("folded text gives %q, want %q", again, first)
	}
	if other := b.Make("don't panic", "y", "x"); other == first {
		t.Errorf("other direction gives %q too", other)
	}
	if got := []string{a.Make("Don’t panic", "x", "y"), a.Make("Don’t panic", "x", "y")}; got[0] != first+"-2" || got[1] != first+"-3" {
		t.Errorf("repeats get %q", got)
	}
	// from the command: printf 'one\0two\0three' | sha256sum
	if got := b.Make("One", "two", "three"); got != "sf1c5229329a8" {
		t.Errorf("id %q", got)
	}
}

func TestMadeIDEvadesGivenOnes(t *testing.T) {
	var d IDs
	made := new(IDs).Make("a", "", "")
	if !d.Given(made) || !d.Given(made+"-2") {
		t.Error("given ids are not new")
	}
	if got := d.Make("a", "", ""); got != made+"-3" {
		t.Errorf("made %q, want %q", got, made+"-3")
	}
	if d.Given(made + "-3") {
		t.Error("a made id is new again")
	}
	if d.Made(made) || d.Made(made+"-2") || !d.Made(made+"-3") {
		t.Error("given and made ids are mistaken for each other")
	}
}

func TestGivenIDsAreRememberedOnDemand(t *testing.T) {
	for _, all := range []bool{false, true} {
		d := IDs{All: all}
		for i := range 100 {
			d.Given(fmt.Sprint("row", i%90))
		}
		want, kept := 0, 0
		if all {
			want, kept = 10, 90
		}
		if d.Repeated() != want || len(d.rows) != kept {
			t.Errorf("All %v: %d repeated, %d kept", all, d.Repeated(), len(d.rows))
		}
	}
}
