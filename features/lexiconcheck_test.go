package features

import (
	"slices"
	"strings"
	"testing"
)

func TestLexiconCheckNamesWhatIsWrong(t *testing.T) {
	check := func(alone bool, lines []string, want ...string) {
		t.Helper()
		party := func(words string) string {
			if strings.Contains(words, "chile") {
				return "chile"
			}
			return ""
		}
		got, bad := LexiconCheck{Alone: alone, Party: party}.Rows(lexiconOf(t, lines...))
		if !slices.EqualFunc(got, want, strings.HasPrefix) {
			t.Errorf("%q:\n got %q\nwant %q", lines, got, want)
		}
		if bad > len(got) || (bad == 0) != (len(got) == 0) {
			t.Errorf("%q: %d rows are bad for %d reasons", lines, bad, len(got))
		}
	}
	both := func(line string, want ...string) {
		t.Helper()
		check(false, []string{line}, want...)
		check(true, []string{line}, want...)
	}
	both("flurb,verb,-3,object,,ACCUSE")
	both("flurb,verb,9,object", `mine.csv:2: flurb: polarity "9" is no whole number from -3 to 3; write one`)
	both("group of 7,phrase,2,with", "mine.csv:2: group of 7: it can never match: a number in a text stands for any number; write the entry without 7")
	both("pro-chile,adjective,2,modified", `mine.csv:2: pro-chile: it can never match: "chile" names a party, and parties are masked; write the entry without it`)
	both("flurb,verb,0,object", "mine.csv:2: flurb: it says nothing: polarity 0, no shift, no class, no connotation, and no row of ours to switch off; delete it, or fill one in")
	both("flurb,verb,0,object,,,-2")
	both("love,verb,-2,object,,,,,,,ironically")
	check(true, []string{"love,verb,-2,object"}, "mine.csv:2: love: polarity -2, but VADER gives the word +3.2; correct it, or say in the gloss which sense is meant")
	check(true, []string{"flurb,verb,1,object", "flurb,verb,2,object"}, "mine.csv:3: flurb: the same entry, pos and slot stand at line 2, which this row replaces; delete one")
	check(true, []string{"flurb,verb,1,object", "flurbing,verb,2,object"}, `mine.csv:3: flurbing: the row of "flurb" at line 2 matches the same words in the same slot and is heard in its place; delete one`)
	check(true, []string{"flurb,verb,1,object", "flurb,noun,-2,of"}, `mine.csv:3: flurb: polarity -2, but +1 for "flurb" as object (mine.csv:2); correct one`)
	check(true, []string{"flurb,adjective,1,modified", "flurbing,adjective,-2,modified"}) // match as printed: other words
	check(true, []string{"condemn,verb,-3,object,,ACCUSE"})
	check(false, []string{"condemn,verb,-3,object,,ACCUSE,,,-1"}, "mine.csv:2: condemn: the shipped lexicon has this row (predicates.csv:")
	check(false, []string{"condemn,verb,-2,object,,ACCUSE"}) // replaces ours
	check(false, []string{"condemn,verb,0,object"})          // switches ours off
	check(false, []string{"condemned,verb,-2,object"}, `mine.csv:2: condemned: ours of "condemn" (predicates.csv:`)
	check(false, nil)
}

func TestLexiconCheckHoldsSynonymsAgainstEachOther(t *testing.T) {
	check := func(lines []string, want ...string) {
		t.Helper()
		got, _ := LexiconCheck{}.Rows(lexiconOf(t, lines...))
		if !slices.EqualFunc(got, want, strings.HasPrefix) {
			t.Errorf("%q:\n got %q\nwant %q", lines, got, want)
		}
	}
	check([]string{"flurb,verb,2,object,,,,,,blick", "blick,verb,2,object"})
	check([]string{"flurb,verb,2,object,,,,,,Blick", "blick,verb,-2,against"}) // elsewhere it is said of another
	check([]string{"flurb,verb,2,object,,,,,,blick", "blick,verb,0,object,reverse"})
	check([]string{"flurb,verb,2,object,,,,,,blick", "blick,verb,-2,object"},
		`mine.csv:2: flurb: polarity +2, but -2 for its synonym "blick" as object (mine.csv:3); correct one, name another synonym, or say in the gloss which sense is meant`)
	check([]string{"flurb,verb,2,object,,,,,,blick", "blick,verb,0,object,,ACCUSE"}, `mine.csv:2: flurb: polarity +2, but +0 for its synonym "blick"`)
	check([]string{"flurb,verb,2,object,,,,,,condemn"}, `mine.csv:2: flurb: polarity +2, but -3 for its synonym "condemn" as object (predicates.csv:`)
	check([]string{"flurb,verb,2,object,,,,,,condemn,in jest"})
	check([]string{"flurb,verb,2,object,,,,,,blick"}, `mine.csv:2: flurb: its synonym "blick" is no other entry; name one, or none`)
	check([]string{"flurb,verb,2,object,,,,,,flurb"}, `mine.csv:2: flurb: its synonym "flurb" is no other entry; name one, or none`)
}

func TestShippedLexiconHasNothingToMend(t *testing.T) {
	rows := numberedRows("predicates.csv", shippedRecords())
	if complaints, _ := (LexiconCheck{Alone: true}).Rows(rows); len(complaints) > 0 {
		t.Errorf("%d complaints, the first: %s", len(complaints), complaints[0])
	}
}
