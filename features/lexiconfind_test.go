package features

import (
	"fmt"
	"slices"
	"testing"
)

func TestFindShowsRowsInWhateverInflection(t *testing.T) {
	l := extended(t, true, "condemn,verb,-3,object,,ACCUSE", "condemnation,noun,-3,of", "brutal,adjective,-2,modified",
		"stand with,verb,2,object", "stand,noun,0,of,,SPEECH", "refuse,verb,0,object,reverse", "so-called,adjective,-2,modified", "aggression,noun,-3,owner")
	check := func(words string, want ...string) {
		t.Helper()
		matches, _ := l.Find(words)
		var got []string
		for _, m := range matches {
			s := m.Words + " = " + m.Row.Entry()
			if m.Longer != nil {
				s += " < " + m.Longer.Entry()
			} else {
				s += fmt.Sprintf(" | %s | %s", m.Spoken.Sentence, m.Spoken.Meaning)
			}
			got = append(got, s)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q:\n got %q\nwant %q", words, got, want)
		}
	}
	check("CONDEMNING", "condemning = condemn | SOURCE condemned TARGET | source shows -3 toward target",
		"condemning = condemnation | SOURCE's condemnation of TARGET | source shows -3 toward target")
	check("brutal", "brutal = brutal | TARGET is brutal | whoever says so shows -2 toward target")
	check("brutally") // an adjective matches as printed
	check("firmly stands with us", "stands with = stand with | SOURCE will stand with TARGET | source shows +2 toward target",
		"stands = stand < stand with")
	check("refused", "refused = refuse | SOURCE refused TARGET | turns what it governs, and shows nothing itself")
	check("so-called", "so-called = so-called | TARGET is so-called | whoever says so shows -2 toward target")
	check("aggression", "aggression = aggression | SOURCE spoke of TARGET's aggression | whoever says so shows -3 toward target")
	check("")
	check("\xff")
	if _, vader := l.Find("good or horrible"); len(vader) != 2 || fmt.Sprintf("%s %.1f %s %.1f", vader[0].Word, vader[0].Value, vader[1].Word, vader[1].Value) != "good 1.9 horrible -2.5" { // vader.csv
		t.Errorf("VADER: %v", vader)
	}
	if found := l.Search("CONDEMN"); len(found) != 2 {
		t.Errorf("Search: %d rows hold condemn, want 2", len(found))
	}
	if found := l.Search("demn"); found != nil {
		t.Errorf("Search: %d rows hold a word that begins with demn", len(found))
	}
	if found := l.Search(""); found != nil {
		t.Errorf("Search: %d rows hold nothing", len(found))
	}
}

func TestPastOfVerbs(t *testing.T) {
	for entry, want := range map[string]string{
		"condemn": "condemned", "praise": "praised", "deny": "denied", "destroy": "destroyed", "slam": "slammed", "admit": "admitted",
		"visit": "visited", "vow": "vowed", "fight": "will fight", "fought": "fought", "pour cold water on": "poured cold water on",
		"stood up for": "stood up for", "aid": "aided", "x": "xed",
	} {
		if got := past(entry); got != want {
			t.Errorf("past(%q) = %q, want %q", entry, got, want)
		}
	}
}
