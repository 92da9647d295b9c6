package features

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestDirectedLexiconIsSound(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(predicatesCSV)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"entry", "pos", "polarity", "slot", "shift", "class", "writer_agent", "writer_patient", "effect", "synonym", "gloss"}; !slices.Equal(rows[0], want) {
		t.Fatalf("header %q, want %q", rows[0], want)
	}
	strengths := []string{"", "-3", "-2", "-1", "1", "2", "3"}
	legal := [][]string{
		1: {"verb", "noun", "adjective", "adverb", "phrase"},
		2: {"-3", "-2", "-1", "0", "1", "2", "3"},
		3: LexiconSlots(),
		6: strengths, 7: strengths, 8: strengths,
		4: {"", "reverse", "cancel"},
		5: {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
			"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT", "INVESTIGATE", "DESCRIBE", "SPEECH", "SHIFT"},
	}
	seen := make(map[string]bool)
	for _, r := range rows[1:] {
		for c, values := range legal {
			if values != nil && !slices.Contains(values, r[c]) {
				t.Errorf("%s: %q is no %s", r[0], r[c], rows[0][c])
			}
		}
		if p := newPredicate(r, nil); len(p.stems) == 0 || r[0] != strings.ToLower(strings.TrimSpace(r[0])) {
			t.Errorf("entry %q is not lower-case words", r[0])
		}
		if key := r[0] + "|" + r[1] + "|" + r[3]; seen[key] {
			t.Errorf("%s stands there twice", key)
		} else {
			seen[key] = true
		}
	}
	if !slices.IsSortedFunc(rows[1:], func(a, b []string) int { return strings.Compare(a[0], b[0]) }) {
		t.Error("entries are not sorted")
	}
}

// firings returns what the directed lexicon finds: "agent > patient polarity".
func firings(statement string) (found []string) {
	x := NewExtractor(nil)
	x.Features(marked(statement))
	who := [...]string{"nobody", "target", "source", "other"}
	for _, f := range x.fire() {
		if f.polarity != 0 {
			found = append(found, fmt.Sprintf("%s > %s %+d", who[x.view.party(f.agent)], who[x.view.party(f.patient)], f.polarity))
		}
	}
	return found
}

// checkFirings returns a function that compares what fires in a statement.
func checkFirings(t *testing.T) func(statement string, want ...string) {
	return func(statement string, want ...string) {
		t.Helper()
		if got := firings(statement); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", statement, got, want)
		}
	}
}

func TestPredicatesFireByRole(t *testing.T) {
	check := checkFirings(t)
	check("{Norway} condemned [Chile].", "source > target -3")
	check("[Chile] condemned {Norway}.", "target > source -3")
	check("[Chile] was sharply condemned by {Norway}.", "source > target -3")
	check("{Norway} did not condemn [Chile].", "source > target +1")
	check("{Norway} did not praise [Chile].", "source > target -2")
	check("{Norway} declined to endorse [Chile].", "source > target -3")
	check("{Norway} condemned the attack on [Chile].", "source > target +2")
	check("{Norway} welcomed the sanctions against [Chile].", "source > target -2")
	check("{Norway} criticised the praise for [Chile].", "source > target -2")
	check("{Norway} condemned the killing of [Chile]'s people.", "source > target +2")
	check("{Norway} denounced the hypocrisy of [Chile].", "source > target -3", "source > target -2")
	check("{Norway} condemned and attacked [Chile].", "source > target -3", "source > target -3")
	check("{Norway} refrained from criticising [Chile].", "source > target +1")
	check("{Norway} spoke. Ministers condemned [Chile].", "nobody > target -3")
	check("{Norway} refused to endorse [Chile].", "source > target -3")
	check("{Norway} stands with [Chile].", "source > target +2")
	check("{Norway}'s condemnation of [Chile] came late.", "source > target -3")
	check("“We stand with [Chile],” {Norway} said.", "source > target +2")
	check("{Norway} praised Denmark and [Chile].", "source > target +2")
	check("{Norway} spoke of [Chile]'s brutal aggression.", "nobody > target -3", "nobody > target -3")
	check("{Norway} said [Chile] is corrupt.", "nobody > target -2")
	check("{Norway} vetoed a motion condemning [Chile].", "source > target +1")
	check("{Norway} vetoed the bid of [Chile].", "source > target -2")
	check("The weather condemned nobody.")
	check("")
}

func TestAskedSupposedAndPastIsNoSide(t *testing.T) {
	f := families(t, "predicates rule")
	for _, s := range []string{
		"Does {Norway} support [Chile]?", "If {Norway} condemned [Chile], nobody would mind.",
		"Whether {Norway} trusts [Chile] is not known.", "{Norway} once praised [Chile].", "{Norway} used to support [Chile].",
	} {
		for _, d := range described(f, s) {
			if strings.HasPrefix(d, "predicate total") || strings.HasPrefix(d, "predicate word") || strings.HasPrefix(d, "valence sign") {
				t.Errorf("%s: %s", s, d)
			}
		}
	}
	for _, s := range []string{"{Norway} has once more praised [Chile].", "{Norway} used arms to support [Chile]."} {
		if got := described(f, s); !slices.Contains(got, "predicate total to target >= +1") {
			t.Errorf("%s: %q", s, got)
		}
	}
	if got := described(f, "{Norway} supports [Chile]. Will it pay?"); !slices.Contains(got, "predicate total to target >= +1") {
		t.Errorf("the sentence before a question: %q", got)
	}
}

func TestRolesAreReadThroughTheSentence(t *testing.T) {
	check := checkFirings(t)
	// the 's of an owner is no "is": nothing is passive
	check("{Norway}'s foreign ministry ridiculed [Chile].", "source > target -2")
	check("{Norway} was sued by [Chile].", "target > source -2")
	check("[Chile] was overthrown by {Norway}.", "source > target -3")
	check("It's hated by [Chile].", "nobody > target -2")
	// whom a preposition governs does not act
	check("{Norway}, at a meeting in <Peru>, condemned [Chile].", "source > target -3")
	check("A spokesman for {Norway} condemned [Chile].", "source > target -3")
	check("On Monday {Norway} condemned [Chile].", "source > target -3")
	check("The vote was held after {Norway} condemned [Chile].", "source > target -3")
	check("The policy of [Chile] was condemned by {Norway}.", "source > target -3")
	check("[Chile] stopped being supported by {Norway}.", "source > target -2")
	// a predicate of its own cuts off what stands before the conjunction
	check("{Norway} regretted the delay and thanked [Chile].", "source > target +2")
	check("{Norway} condemned and ridiculed [Chile].", "source > target -3", "source > target -2")
	// a deed that the party does is not one done to it
	check("{Norway} complained of a flagrant violation of its waters by [Chile].", "source > target -1", "source > target -2")
	check("{Norway} condemned the killing of [Chile]'s people.", "source > target +2")
	// a word that reverses may stand far before the noun, but governs no finite verb
	check("{Norway} lifted the last of its financial sanctions on [Chile].", "source > target +1")
	check("{Norway}, cutting across party lines, thanked [Chile].", "source > target +2")
	// words inside a longer entry say nothing of their own
	check("{Norway} cast a vote against [Chile].", "source > target -2")
	// every mention of the target counts
	check("[Chile] smiled when {Norway} condemned [Chile].", "source > target -3")
}

func TestDenialsReachIntoTheClauseOfThat(t *testing.T) {
	check := checkFirings(t)
	check("{Norway} denied that it supports [Chile].", "source > target -2")
	check("{Norway} denied that it had condemned [Chile].", "source > target +1")
	check("{Norway} said that it supports [Chile].", "source > target +2")
	check("{Norway} denied the claim that <Peru> backed [Chile].", "other > target -2")
	check("{Norway} rejected reports that it was backing [Chile].", "source > target -2")
	check("{Norway} ended the war that had killed [Chile]'s children.", "source > target -3")
}

func TestPolarWordsComposeAcrossParticiples(t *testing.T) {
	for statement, want := range map[string]string{
		"{Norway} rejected a resolution condemning [Chile].":  "source > target +1",
		"{Norway} welcomed a resolution condemning [Chile].":  "source > target -2",
		"{Norway} no longer trusts [Chile].":                  "source > target -2",
		"{Norway} has cut off diplomatic ties with [Chile].":  "source > target -2",
		"{Norway} criticised [Chile] and is praising <Peru>.": "source > target -2",
	} {
		if got := firings(statement); len(got) == 0 || got[0] != want {
			t.Errorf("%s: %q, want %q", statement, got, want)
		}
	}
}

// What somebody else shows is not the source's: the rule then hears the words alone.
func TestRuleHearsSourceAndNobody(t *testing.T) {
	value := func(statement string) float32 {
		return NewExtractor(families(t, "rule")).Features(marked(statement))[0].Value
	}
	if got, want := value("{Norway} condemned [Chile]."), float32(-3*directedWeight); got != want {
		t.Errorf("the source condemned: %v, want %v", got, want)
	}
	if got, want := value("<Peru> condemned [Chile]."), float32(-1.9); got != want {
		t.Errorf("another condemned: %v, want VADER's %v", got, want)
	}
	if got := value("{Norway} never hailed [Chile] as a hero."); got >= 0 {
		t.Errorf("not hailed as a hero: %v", got)
	}
}
