package text

import (
	_ "embed"
	"slices"
	"strings"
	"testing"
)

//go:embed testdata/sentences.txt
var sentenceCases string

func sentences(s string) []string {
	var out []string
	for _, p := range AppendSentences(nil, s) {
		out = append(out, p.Of(s))
	}
	return out
}

func TestSentencesOfHardCases(t *testing.T) {
	cases := strings.Split(sentenceCases, "\n# ")[1:]
	if len(cases) < 80 {
		t.Errorf("%d cases, want at least 80", len(cases))
	}
	for _, c := range cases {
		name, marked, _ := strings.Cut(strings.TrimSuffix(c, "\n"), "\n")
		want := strings.Split(marked, "|")
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		text := strings.ReplaceAll(strings.ReplaceAll(marked, "| ", ""), "|", "")
		if got := sentences(text); !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", name, got, want)
		}
	}
}

func TestSentencesOfEdges(t *testing.T) {
	check := func(in string, want ...string) {
		t.Helper()
		if got := sentences(in); !slices.Equal(got, want) {
			t.Errorf("sentences of %q:\n got %q\nwant %q", in, got, want)
		}
	}
	check("")
	check(" \n\r\n\t\u00a0\n")
	check(".", ".")
	check("\"", "\"")
	check("One.\r\n\r\nTwo.", "One.", "Two.")
	check("One.\rTwo.", "One.", "Two.")
	check("  One. \n", "One.")
	check("a\xff. \xffB", "a\xff.", "\xffB")
}

func TestLongQuotationIsCutInside(t *testing.T) {
	long := strings.Repeat("We will stay in the city. ", 30)
	in := "“" + long + "We will win,” Kim said."
	got := sentences(in)
	if len(got) != 31 || got[0] != "“We will stay in the city." || got[30] != "We will win,” Kim said." {
		t.Errorf("%d sentences, first %q, last %q", len(got), got[0], got[len(got)-1])
	}
}

func TestQuotes(t *testing.T) {
	check := func(in string, want ...string) {
		t.Helper()
		var got []string
		for _, q := range AppendQuotes(nil, in) {
			got = append(got, q.Of(in))
		}
		if !slices.Equal(got, want) {
			t.Errorf("quotations in %q:\n got %q\nwant %q", in, got, want)
		}
	}
	check("")
	check("No quotation here.")
	check("“We will fight,” Kim said, “and win.”", "We will fight,", "and win.")
	check(`"We will fight," Kim said, "and win."`, "We will fight,", "and win.")
	check("« Oui », dit-il. «Non».", "Oui", "Non")
	check("„Nie“, sagte er. »Doch«, sagte sie.", "Nie", "Doch")
	check("他说：「好。」", "好。")
	check("“He told me ‘go home’ and left,” she said.", "He told me ‘go home’ and left,")
	check("“He told me “go home” and left,” she said.", "He told me “go home” and left,")
	check(`"He told me "go home" and left," she said.`, `He told me "go home" and left,`)
	check("‘We will fight,’ he said.", "We will fight,")
	check("'We don't yield,' he said. 'Never.'", "We don't yield,", "Never.")
	check("The 'peace talks' failed.", "peace talks")
	check("The states' rights, the '90s, 'tis Kim's and Sana'a's.")
	check("He'd said rock 'n' roll isn't the allies' aim.")
	check("“We will stay.\n\n“We will win,” Kim said.", "We will stay.", "We will win,")
	check("“We will stay. We will win.\n\nSeoul replied.", "We will stay. We will win.")
	check("“We will stay, he said. “We will win.”", "We will stay, he said.", "We will win.")
	check(`A 5'10" man with a 9" gun said "no".`, "no")
	check(`("yes") ["no"]—"maybe"`, "yes", "no", "maybe")
	check(`He said , " we will stay . " and left`, "we will stay .")
	check(`said:"Yes."He left.`, "Yes.")
	check("“” \"\" “ ”")
	check("“We will stay,\" he said. \"We will win,” she said.", "We will stay,", "We will win,")
	check("\u0093Yes,\u0094 he said.", "Yes,")
	check("\"\xff\" \xe2\x80", "\xff")
}
