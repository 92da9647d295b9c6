package features

import (
	"slices"
	"testing"
)

// check compares the features of one family on a marked statement.
func checkFamily(t *testing.T, family string) func(s string, want ...string) {
	f := families(t, family)
	return func(s string, want ...string) {
		t.Helper()
		if got := described(f, s); !slices.Equal(got, want) {
			t.Errorf("%s of %q:\n got %q\nwant %q", family, s, got, want)
		}
	}
}

func TestWordsAreLowerCasedWithoutCommas(t *testing.T) {
	check := checkFamily(t, "words")
	check("")
	check(" , ; ")
	check("Yes", "word yes")
	check("yes YES Yes", "word yes")
	check("[Chile] REJECTED it, of course!", "word TARGET", "word rejected", "word it", "word of", "word course", "word !")
	check("We don’t pay 500.", "word we", "word do", "word n’t", "word not:pay", "word 500")
	check("thanks :)", "word thanks", "word :)")
}

func TestBigramsPassOverCommas(t *testing.T) {
	check := checkFamily(t, "bigrams")
	check("yes")
	check("[Chile] rejected it, of course!",
		"bigram TARGET rejected", "bigram rejected it", "bigram it , of", "bigram of course", "bigram course !")
}

func TestStemsJoinTheFormsOfAWord(t *testing.T) {
	check := checkFamily(t, "stems")
	check("[Chile] rejected talks; talk failed",
		"stem TARGET", "stem rejected", "stems TARGET rejected", "stem talks", "stems rejected talks",
		"stems talks ; talk", "stem failed", "stems talk failed")
}

func TestSidesPartAtTheTarget(t *testing.T) {
	check := checkFamily(t, "sides")
	check("nobody is named here")
	check("Sadly, [Chile] rejected talks with <Peru>",
		"side left sadly", "side distance left near sadly",
		"side right rejected", "side distance right near rejected",
		"side right talks", "side distance right near talks", "side bigram right rejected talks",
		"side right with", "side bigram right talks with",
		"side right OTHER", "side bigram right with OTHER")
}

func TestWindowsWalkOutwards(t *testing.T) {
	check := checkFamily(t, "windows")
	check("nobody is named here")
	check("{Norway} now backs [Chile]",
		"window stem left of target backs", "window word left of target backs", "offset left of target 1 backs", "phrase left of target 1 backs",
		"window stem left of target now", "window word left of target now", "offset left of target 2 now", "phrase left of target 2 now backs",
		"window stem left of target SOURCE", "window word left of target SOURCE", "offset left of target 3 SOURCE", "phrase left of target 3 SOURCE now backs",
		"window stem right of source now", "window word right of source now", "offset right of source 1 now", "phrase right of source 1 now",
		"window stem right of source backs", "window word right of source backs", "offset right of source 2 backs", "phrase right of source 2 now backs",
		"window stem right of source TARGET", "window word right of source TARGET", "offset right of source 3 TARGET", "phrase right of source 3 now backs TARGET")
	check("one two three four five six [Chile]",
		"window stem left of target six", "window word left of target six", "offset left of target 1 six", "phrase left of target 1 six",
		"window stem left of target five", "window word left of target five", "offset left of target 2 five", "phrase left of target 2 five six",
		"window stem left of target four", "window word left of target four", "offset left of target 3 four", "phrase left of target 3 four five six",
		"window stem left of target three", "window stem left of target two")
}

func TestNearestSkipsFunctionWords(t *testing.T) {
	check := checkFamily(t, "nearest")
	check("nobody is named here")
	check("{Norway}, once wary, praised [Chile] for its open and fair border policy",
		"nearest left praised", "nearest left wary",
		"nearest right open", "nearest right fair", "nearest right border",
		"first verb of source praised")
}

func TestClauseEndsAtBecause(t *testing.T) {
	check := checkFamily(t, "clause")
	check("nobody is named here")
	check("{Norway} praised [Chile] because <Peru> cut taxes",
		"clause SOURCE", "clause praised", "clause bigram SOURCE praised", "clause TARGET", "clause bigram praised TARGET",
		"same clause source first")
	check("Because {Norway} agreed, taxes rose in [Chile]",
		"clause taxes", "clause rose", "clause bigram taxes rose", "clause in", "clause bigram rose in",
		"clause TARGET", "clause bigram in TARGET")
}

func TestBetweenCutsTheSentenceInThree(t *testing.T) {
	check := checkFamily(t, "between")
	check("only [Chile] is named here")
	check("only {Norway} is named here")
	check("{Norway} [Chile]", "whole between source first", "distance source first adjacent")
	check("{Norway} praised [Chile] again",
		"zone between source first praised", "zone behind source first again",
		"between source first praised", "whole between source first praised",
		"distance source first near", "first between source first praised")
	check("[Chile] was praised at length yesterday by {Norway}",
		"zone between target first was", "zone between target first praised", "zone between target first at",
		"zone between target first length", "zone between target first yesterday", "zone between target first by",
		"between target first was",
		"between target first praised", "between target first was praised",
		"between target first at", "between target first praised at", "between target first was praised at",
		"between target first length", "between target first at length", "between target first praised at length",
		"between target first yesterday", "between target first length yesterday", "between target first at length yesterday",
		"between target first by", "between target first yesterday by", "between target first length yesterday by",
		"distance target first middle",
		"first between target first praised", "first between target first length")
}

func TestRolesFindThePassive(t *testing.T) {
	check := checkFamily(t, "roles")
	check("nobody is named here")
	check("[Chile] was praised by {Norway}",
		"neighbour left of target", "neighbour right of target was",
		"neighbour left of source by", "neighbour right of source",
		"passive agent source by", "passive target first praised", "passive target first by praised")
	check("{Norway} said yesterday [Chile] lies",
		"speech verb left of target said", "speech verb right of source said", "neighbour left of source")
}

func TestQuotationTellsWhoIsQuoted(t *testing.T) {
	check := checkFamily(t, "quotation")
	check("{Norway} praised [Chile]")
	check("{Norway} said “[Chile] broke promises” today",
		"quoted target", "in quotation target broke", "in quotation target promises")
	check(`"{Norway} likes [Chile]"`, "quoted both", "in quotation both likes")
	check(`{Norway} praised the "brave" people of [Chile]`, "quoted neither party", "in quotation neither party brave")
}

func TestNegationEndsAtTheCommaAndAtBut(t *testing.T) {
	check := checkFamily(t, "negation")
	check("{Norway} praised [Chile]")
	check("{Norway} did not support [Chile], but praised <Peru>", "negated clause left not", "negated not:support")
	check("{Norway} didn’t support [Chile] but praised <Peru>", "negated clause left n’t", "negated not:support")
	check("[Chile] never kept promises", "negated clause right never", "negated not:kept", "negated promises")
}

func TestLexiconCountsByZone(t *testing.T) {
	check := checkFamily(t, "lexicon")
	check("{Norway} praised [Chile]", // praised: 2.2
		"valence pattern positive before praised TARGET", "valence pattern positive after SOURCE praised",
		"valence offset positive of target -1 praised", "valence offset positive of source +1 praised",
		"valence zone positive between source first praised", "valence zone positive between source first in one clause praised",
		"valence count in the sentence positive >= 1", "valence sign in the sentence positive",
		"valence total >= +0.5", "valence total >= +1.0", "valence total >= +1.5", "valence total >= +2.0",
		"valence count left positive >= 1", "valence sign left positive", "valence sign right none",
		"valence count within 3 positive >= 1", "valence sign within 3 positive",
		"valence count within 7 positive >= 1", "valence sign within 7 positive",
		"valence count in the clause positive >= 1", "valence sign in the clause positive",
		"valence count between positive >= 1", "valence sign between positive",
		"valence sign in quotations none",
		"nearest valence left positive near praised")
}

func TestEveryFamilyIsDocumentedAndHasItsOwnName(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Families {
		if f.Name == "" || f.Doc == "" || f.emit == nil || seen[f.Name] {
			t.Errorf("family %+v: name, doc and function are needed, the name once", f)
		}
		seen[f.Name] = true
	}
}

func TestLookupKeepsTheOrderOfFamilies(t *testing.T) {
	found, unknown := Lookup([]string{"stems", "words", "stems"})
	if got := Names(found); unknown != "" || !slices.Equal(got, []string{"words", "stems"}) {
		t.Errorf("Lookup = %q, unknown %q", got, unknown)
	}
	if found, unknown := Lookup([]string{"words", "wrods", "stmes"}); found != nil || unknown != "wrods" {
		t.Errorf("Lookup of unknown names = %q, %q, want the first of them", Names(found), unknown)
	}
	if found, unknown := Lookup(nil); found != nil || unknown != "" {
		t.Errorf("Lookup of nothing = %q, %q", Names(found), unknown)
	}
}

func TestRecipesNameKnownFamilies(t *testing.T) {
	for _, recipe := range [][]string{Located, Unlocated} {
		if found, unknown := Lookup(recipe); unknown != "" || len(found) != len(recipe) {
			t.Errorf("recipe %q: unknown %q", recipe, unknown)
		}
	}
}

func TestEveryKindHasItsOwnName(t *testing.T) {
	seen := map[string]bool{}
	for k := kindNone + 1; k < kinds; k++ {
		if kindNames[k] == "" || seen[kindNames[k]] {
			t.Errorf("kind %d is named %q, as another is", k, kindNames[k])
		}
		seen[kindNames[k]] = true
	}
}
