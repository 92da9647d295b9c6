package features

import (
	"strings"
	"testing"

	"stance/datasets"
)

// sketch returns the view of a marked statement on one line: "|" before each new
// clause, "~" before negated tokens, "^" before quoted ones.
func sketch(s string) string {
	x, st := NewExtractor(nil), marked(s)
	x.Features(st)
	var b strings.Builder
	clause := uint16(0)
	for i, t := range x.view.tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		if t.clause != clause {
			b.WriteString("| ")
			clause = t.clause
		}
		if t.negated {
			b.WriteByte('~')
		}
		if t.quoted {
			b.WriteByte('^')
		}
		b.WriteString(x.tokenText(i, st.Text))
	}
	return b.String()
}

func TestViewMarksClausesNegationsAndQuotations(t *testing.T) {
	check := func(s, want string) {
		t.Helper()
		if got := sketch(s); got != want {
			t.Errorf("view of %q:\n got %s\nwant %s", s, got, want)
		}
	}
	check("", "")
	check("...", "| ...")
	check("Peace", "peace")

	// Clauses.
	check("He left because she came.", "he left | because she came | .")
	check("He left, and she came", "he left | , | and she came")
	check("one; two: three", "one | ; two | : three")

	// Scopes of negation.
	check("{Norway} did not support [Chile], but praised <Peru>",
		"SOURCE did not ~not:support ~TARGET | , | but praised OTHER")
	check("{Norway} didn’t support [Chile] but praised <Peru>",
		"SOURCE did n’t ~not:support ~TARGET | but praised OTHER")
	check("We can't and won't yield", "we ca n't | ~and ~wo ~n't ~yield")
	check("nobody left without him", "nobody ~left ~without ~him")
	check("no no no", "no ~no ~no")

	// What ties words together is no border; what parts them is one.
	check("no U.S.-backed anti-war plan", "no ~u.s. ~- ~not:backed ~anti ~- ~war ~plan")
	check("not a Norway–Chile treaty", "not ~a ~norway ~– ~chile ~not:treaty")
	check("not for him—she left", "not ~for ~him | — she left")
	check("not for him--she left", "not ~for ~him | -- she left")
	check("not for him - she left", "not ~for ~him | - she left")
	check("not for him…she left", "not ~for ~him | … she left")
	check("{Norway} declined to endorse [Chile] and praised <Peru>",
		"SOURCE declined to not:endorse TARGET | and praised OTHER")
	check("{Norway} did not refuse to support [Chile]", "SOURCE did not ~not:refuse ~to ~support ~TARGET")
	check("never • always", "never | • always")

	// A negation turns one polar word, and those in a list with it.
	check("{Norway} will never abandon its friends in [Chile]", "SOURCE will never ~not:abandon ~its ~friends ~in ~TARGET")
	check("{Norway} neither condemns nor supports [Chile]", "SOURCE neither ~not:condemns | ~nor ~not:supports ~TARGET")
	check("{Norway} did not praise or thank [Chile]", "SOURCE did not ~not:praise | ~or ~not:thank ~TARGET")

	// Words in names have no polarity; the first of a sentence and those of headlines are no names.
	check("voters did not see the Freedom Party again", "voters did not ~see ~the ~freedom ~party ~again")
	check("voters did not see the Freedom party again", "voters did not ~see ~the ~not:freedom ~party ~again")
	check("talks ended there. Not Good Friday talks", "talks ended there | . not ~good ~friday ~talks")
	check("Norway Does Not Support Chile", "norway does not ~not:support ~chile")

	// Quotations.
	check(`{Norway} said "we trust [Chile]" today`, `SOURCE said | " ^SOURCE ^trust ^TARGET | " today`)
	check("“No,” {Norway} said, “never”", "| “ ^no ~^, | ” SOURCE said | , | “ ^never | ”")
	check("the “open one", "the | “ ^open ^one")
}

// reading returns the tokens as the families see them.
func reading(s *datasets.Statement) string {
	x := NewExtractor(nil)
	x.Features(s)
	return x.Reading(s)
}

func TestMentionsAreMasked(t *testing.T) {
	check := func(s, want string) {
		t.Helper()
		if got := reading(marked(s)); got != want {
			t.Errorf("reading of %q = %q, want %q", s, got, want)
		}
	}
	check("[Chile]", "TARGET")
	check("{the Kingdom of Norway} met [Chile], <Peru> and <Costa Rica>", "SOURCE met TARGET , OTHER and OTHER")
	check("[Chile]'s army and [Chile]’s navy", "TARGET 's army and TARGET ’s navy")
	check("[Chile's] army", "TARGET army")
	check("pro-[Chile] {U.S.}-backed", "pro - TARGET SOURCE - backed")
	check("the [Chile]an army", "the TARGET army")                       // the token is cut behind
	check("un[Chile]an", "TARGET")                                       // and on both sides
	check("u[n-Ch]ilean army", "TARGET army")                            // three tokens, two of them cut
	check("[Chi]{le}", "TARGET")                                         // two parties in one token: the first
	check("[ Chile ]army", "TARGET army")                                // spaces do not count
	check("[] Chile", "chile")                                           // nothing named
	check("\"[Chile]\"", "\" TARGET \"")                                 // marks around it stay
	check("[Chile] and [the republic]", "TARGET and TARGET")             // every mention
	check("[\xff\xfe] said \xc3", "TARGET said \ufffd")                  // broken UTF-8
	check("{Norway}{Norway} <a><b>", "SOURCE OTHER")                     // one token, one party
	check("<Peru> and <Peru> [Chile]{Norway}", "OTHER and OTHER TARGET") // the first party keeps the token
}

func TestTheMentionThatCountsIsTheOneOfTheSpan(t *testing.T) {
	check := func(s string, span datasets.Span, want int) {
		t.Helper()
		x, st := NewExtractor(nil), marked(s)
		st.TargetSpan = span
		x.Features(st)
		if x.view.target != want {
			t.Errorf("target of %q at %v is token %d, want %d", s, span, x.view.target, want)
		}
	}
	check("they left", datasets.Span{}, -1)
	check("[A] met [B] and [C]", datasets.Span{}, 0)
	check("[A] met [B] and [C]", datasets.Span{Start: 0, End: 1}, 0)
	check("[A] met [B] and [C]", datasets.Span{Start: 6, End: 7}, 2)
	check("[A] met [B] and [C]", datasets.Span{Start: 12, End: 13}, 4)
	check("[A] met [B] and [C]", datasets.Span{Start: 900, End: 901}, 0)
}

func TestPartyThatIsBothSourceAndTargetIsTheTarget(t *testing.T) {
	s := marked("[Chile] praised itself")
	s.Source = s.Target
	if got := reading(s); got != "TARGET praised itself" {
		t.Errorf("reading = %q", got)
	}
}

func TestMentionsThatBreakTheRulesDoNotPanic(t *testing.T) {
	for _, spans := range [][]datasets.Span{
		{{Start: 6, End: 9}, {Start: 0, End: 3}},  // descending
		{{Start: 0, End: 8}, {Start: 4, End: 12}}, // overlapping
		{{Start: 0, End: 5}, {Start: 0, End: 5}},  // equal
		{{Start: -4, End: 3}, {Start: 5, End: 999}},
		{{Start: 9, End: 2}},
		{{Start: 999, End: 1000}},
	} {
		s := &datasets.Statement{Text: "Norway met Chile twice", Source: "s", Target: "t"}
		for i, span := range spans {
			s.Mentions = append(s.Mentions, datasets.Mention{Entity: []string{"s", "t"}[i%2], Span: span})
		}
		x := NewExtractor(Families)
		for _, f := range x.Features(s) {
			x.Describe(f, s)
		}
	}
}

func TestWholeTextMayBeTheTarget(t *testing.T) {
	s := marked("[We do not want it, they said]")
	if got := reading(s); got != "TARGET" {
		t.Errorf("reading = %q", got)
	}
	if n := len(NewExtractor(Families).Features(s)); n == 0 {
		t.Error("a masked text has no features at all")
	}
}
