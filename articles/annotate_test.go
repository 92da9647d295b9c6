package articles

import (
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

// annotated is what Annotate filled, as words.
type annotated struct {
	mentions       []string // "words=Entity"
	source, target string
	flags          string
}

func describe(s *datasets.Statement) annotated {
	got := annotated{source: s.SourceSpan.Of(s.Text), target: s.TargetSpan.Of(s.Text), flags: s.Flags.String()}
	for _, m := range s.Mentions {
		got.mentions = append(got.mentions, m.Of(s.Text)+"="+m.Entity)
	}
	return got
}

func equal(a, b annotated) bool {
	return slices.Equal(a.mentions, b.mentions) && a.source == b.source && a.target == b.target && a.flags == b.flags
}

func TestAnnotateFindsSourceTargetAndAllOtherParties(t *testing.T) {
	tests := []struct {
		name, text, source, target string
		want                       annotated
	}{
		{"exact", "Beijing backs Moscow.", "Beijing", "Moscow",
			annotated{[]string{"Beijing=Beijing", "Moscow=Moscow"}, "Beijing", "Moscow", ""}},
		{"canonical names found by alias", "Beijing backs Moscow.", "China", "Russia",
			annotated{[]string{"Beijing=China", "Moscow=Russia"}, "Beijing", "Moscow",
				"target_not_found target_by_alias source_not_found source_by_alias"}},
		{"an alias of a leader", "The Kremlin hit back.", "", "Russia",
			annotated{[]string{"Kremlin=Russia"}, "", "Kremlin", "target_not_found target_by_alias"}},
		{"name and alias are both mentions", "Russia said Moscow and China agree.", "", "Russia",
			annotated{[]string{"Russia=Russia", "Moscow=Russia", "China=China"}, "", "Russia", ""}},
		{"a longer name that holds the name", "the Islamic Republic of Iran", "", "Iran",
			annotated{[]string{"Islamic Republic of Iran=Iran"}, "", "Islamic Republic of Iran", ""}},
		{"last word of a person's name", "Voters like Walker.", "", "Scott Walker",
			annotated{[]string{"Walker=Scott Walker"}, "", "Walker", "target_not_found target_by_alias"}},
		{"first word of two", "I like Hillary", "", "Hillary Clinton",
			annotated{[]string{"Hillary=Hillary Clinton"}, "", "Hillary", "target_not_found target_by_alias"}},
		{"the last word must be capitalised", "a good walker", "", "Scott Walker",
			annotated{nil, "", "", "target_not_found"}},
		{"surname first", "Moon met them", "", "Moon Jae-in",
			annotated{[]string{"Moon=Moon Jae-in"}, "", "Moon", "target_not_found target_by_alias"}},
		{"another leader of the state is not the person", "Obama spoke.", "", "Donald Trump",
			annotated{[]string{"Obama=United States"}, "", "", "target_not_found"}},
		{"two persons of one state", "Trump blames Obama for US debt.", "Trump", "Obama",
			annotated{[]string{"Trump=Trump", "Obama=Obama", "US=United States"}, "Trump", "Obama", "multi_party"}},
		{"a person and the state", "Trump loves the United States.", "Donald Trump", "United States",
			annotated{[]string{"Trump=Donald Trump", "United States=United States"}, "Trump", "United States",
				"source_not_found source_by_alias"}},
		{"nearest to the source", "Iran and Oman met; France blames Iran.", "France", "Iran",
			annotated{[]string{"Iran=Iran", "Oman=Oman", "France=France", "Iran=Iran"}, "France", "Iran", "multi_party"}},
		{"cut names", "A Los Angeles anchor is in the United States.", "Los Angele", "the United State",
			annotated{[]string{"Los Angeles=Los Angele", "United States=the United State"}, "Los Angeles", "United States",
				"target_not_found target_by_alias source_not_found source_by_alias"}},
		{"cut at the apostrophe", "Kratz’s claims hurt Avery.", "Kratz’", "Avery",
			annotated{[]string{"Kratz=Kratz’", "Avery=Avery"}, "Kratz", "Avery", ""}},
		{"name with article and possessive", "The Kremlin's line", "", "the Kremlin",
			annotated{[]string{"Kremlin=the Kremlin"}, "", "Kremlin", ""}},
		{"other case", "I hate RUSSIA and russia", "", "Russia",
			annotated{[]string{"RUSSIA=Russia", "russia=Russia"}, "", "RUSSIA", ""}},
		{"a word in lower case is not the name", "Bush fires burn the bush.", "", "Bush",
			annotated{[]string{"Bush=Bush"}, "", "Bush", ""}},
		{"only in lower case", "i like russia", "", "Russia",
			annotated{[]string{"russia=Russia"}, "", "russia", ""}},
		{"us is not US", "they told us", "", "US",
			annotated{nil, "", "", "target_not_found"}},
		{"hashtag", "So true #HillaryClinton #SemST", "", "Hillary Clinton",
			annotated{[]string{"#HillaryClinton=Hillary Clinton"}, "", "#HillaryClinton", "target_not_found target_by_alias"}},
		{"party as hashtag", "#Israel forever", "", "Israel",
			annotated{[]string{"#Israel=Israel"}, "", "#Israel", ""}},
		{"self", "Russia says Russia is strong.", "Russia", "Russia",
			annotated{[]string{"Russia=Russia", "Russia=Russia"}, "Russia", "Russia", ""}},
		{"no target", "Nothing here.", "", "", annotated{nil, "", "", "no_target negation"}},
		{"empty", " ... ", "", "Iran", annotated{nil, "", "", "empty target_not_found"}},
		{"hedge and negation", "Iran might not agree", "", "Iran",
			annotated{[]string{"Iran=Iran"}, "", "Iran", "negation hedge"}},
		{"ambiguous", "Washington agreed", "", "", annotated{[]string{"Washington=United States"}, "", "", "no_target ambiguous_party"}},
		{"three parties", "Iran, Iraq and Oman", "", "",
			annotated{[]string{"Iran=Iran", "Iraq=Iraq", "Oman=Oman"}, "", "", "no_target multi_party"}},
		{"unknown name", "Acme sues Initech.", "Acme", "Globex",
			annotated{[]string{"Acme=Acme"}, "Acme", "", "target_not_found"}},
	}
	a := NewAnnotator(defaultGazetteer(t))
	for _, tt := range tests {
		s := datasets.Statement{Text: tt.text, Source: tt.source, Target: tt.target}
		for pass := range 2 { // a second pass changes nothing
			a.Annotate(&s)
			if got := describe(&s); !equal(got, tt.want) {
				t.Errorf("%s: Annotate(%q), pass %d\n got %q\nwant %q", tt.name, tt.text, pass+1, got, tt.want)
			}
		}
	}
}

func TestAnnotateWidensTheSpanThatCameWithTheStatement(t *testing.T) {
	const line = "Putin’s foes and Putin's friends, Iran"
	tests := []struct {
		span datasets.Span
		want annotated
	}{
		{datasets.Span{Start: 20, End: 22}, annotated{[]string{"Putin=Putin", "Putin=Putin", "Iran=Iran"}, "", "Putin", ""}},
		{datasets.Span{Start: 0, End: 8}, annotated{[]string{"Putin’s=Putin", "Putin=Putin", "Iran=Iran"}, "", "Putin’s", ""}},
		{datasets.Span{Start: 10, End: 14}, annotated{[]string{"Putin=Putin", "foes=Putin", "Putin=Putin", "Iran=Iran"}, "", "foes", ""}},
		{datasets.Span{Start: 9, End: 10}, annotated{[]string{"Putin=Putin", "Putin=Putin", "Iran=Iran"}, "", "Putin", ""}},
		{datasets.Span{Start: 90, End: 95}, annotated{[]string{"Putin=Putin", "Putin=Putin", "Iran=Iran"}, "", "Putin", ""}},
		{datasets.Span{Start: -5, End: 2}, annotated{[]string{"Putin=Putin", "Putin=Putin", "Iran=Iran"}, "", "Putin", ""}},
		{datasets.Span{Start: 8, End: 2}, annotated{[]string{"Putin=Putin", "Putin=Putin", "Iran=Iran"}, "", "Putin", ""}},
	}
	a := NewAnnotator(defaultGazetteer(t))
	for _, tt := range tests {
		s := datasets.Statement{Text: line, Target: "Putin", TargetSpan: tt.span}
		for range 2 { // a second pass changes nothing
			a.Annotate(&s)
			if got := describe(&s); !equal(got, tt.want) {
				t.Errorf("span %v:\n got %q\nwant %q", tt.span, got, tt.want)
			}
		}
	}
}

func TestAnnotateFlagsATargetInsideAQuotation(t *testing.T) {
	a := NewAnnotator(defaultGazetteer(t))
	check := func(line, target string, want bool) {
		t.Helper()
		s := datasets.Statement{Text: line, Target: target}
		a.Annotate(&s)
		if got := s.Flags.Has(datasets.FlagQuote); got != want {
			t.Errorf("%q, %s: quote = %v, want %v", line, target, got, want)
		}
	}
	check("“We stand with Russia always,” Kim said.", "Russia", true)
	check(`"We stand with Russia always," Kim said.`, "Russia", true)
	check("“We stand firm always,” Russia said.", "Russia", false)
	check("Russia said no.", "Russia", false)
}

func TestAnnotateKeepsFlagsOfOthersAndStatementsThatWereCut(t *testing.T) {
	a := NewAnnotator(defaultGazetteer(t))
	s := datasets.Statement{Text: "Iran", Target: "Iran", Flags: datasets.FlagInvalidUTF8 | datasets.FlagHedge}
	a.Annotate(&s)
	if got := s.Flags.String(); got != "invalid_utf8" {
		t.Errorf("flags = %q, want invalid_utf8", got)
	}
	cut := datasets.Statement{Text: "Iran", Target: "Oman", Sentence: 1, Mentions: []datasets.Mention{{Entity: "Oman"}}}
	a.Annotate(&cut)
	if cut.Mentions[0].Entity != "Oman" || cut.Flags != 0 {
		t.Errorf("a cut statement was changed: %+v", cut)
	}
}

func TestAnnotateNeedsNoAllocationForAStatementUsedAgain(t *testing.T) {
	a := NewAnnotator(defaultGazetteer(t))
	s := datasets.Statement{Text: news, Source: "Russia", Target: "United States"}
	a.Annotate(&s)
	if n := testing.AllocsPerRun(100, func() { a.Annotate(&s) }); n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}

func FuzzAnnotateKeepsSpansInOrder(f *testing.F) {
	f.Add(news, "Russia", "United States", 4, 11)
	f.Add("Kratz’s claims", "Kratz’", "Kratz", 0, 3)
	f.Add("Trump Trump Trump", "Donald Trump", "Trump", 8, 2)
	f.Add("\xff“\xe2\x80", "\xff", "the", -1, 90)
	g, err := DefaultGazetteer()
	if err != nil {
		f.Fatal(err)
	}
	a := NewAnnotator(g)
	f.Fuzz(func(t *testing.T, line, source, target string, start, end int) {
		s := datasets.Statement{Text: line, Source: source, Target: target, TargetSpan: datasets.Span{Start: start, End: end}}
		a.Annotate(&s)
		checkSpans(t, &s)
	})
}

// checkSpans fails unless all spans lie in the text, ascend, do not overlap, and
// the spans of source and target are mentions of theirs.
func checkSpans(t *testing.T, s *datasets.Statement) {
	t.Helper()
	end := 0
	for _, m := range s.Mentions {
		if m.Start < end || m.End <= m.Start || m.End > len(s.Text) || m.Entity == "" {
			t.Fatalf("mention %+v in %q after byte %d", m, s.Text, end)
		}
		end = m.End
	}
	for _, c := range []datasets.Mention{{Entity: s.Source, Span: s.SourceSpan}, {Entity: s.Target, Span: s.TargetSpan}} {
		if !c.Span.Empty() && !slices.Contains(s.Mentions, c) {
			t.Fatalf("%+v is not among the mentions %v of %q", c, s.Mentions, s.Text)
		}
	}
}

func BenchmarkAnnotateShortTextWithoutTarget(b *testing.B) {
	s := datasets.Statement{Text: "so the game tonight was great and we all had a really good time there, see you again next week my dear"}
	benchmarkAnnotate(b, s)
}

func BenchmarkAnnotateSentenceWithTarget(b *testing.B) {
	benchmarkAnnotate(b, datasets.Statement{Text: news, Source: "Russia", Target: "United States"})
}

func BenchmarkAnnotateMegabyte(b *testing.B) {
	benchmarkAnnotate(b, datasets.Statement{Text: strings.Repeat(news, 4000), Source: "Russia", Target: "United States"})
}

func benchmarkAnnotate(b *testing.B, s datasets.Statement) {
	a := NewAnnotator(defaultGazetteer(b))
	b.SetBytes(int64(len(s.Text)))
	b.ReportAllocs()
	for b.Loop() {
		a.Annotate(&s)
	}
}

func TestTheDayOfAStatementSettlesWhoIsMeant(t *testing.T) {
	a := NewAnnotator(defaultGazetteer(t))
	check := func(day, target string, want annotated) {
		t.Helper()
		s := datasets.Statement{Text: "Rutte praised Kyiv.", Target: target}
		if day != "" {
			s.Published, _ = datasets.ParseDay(day)
		}
		if a.Annotate(&s); !equal(describe(&s), want) {
			t.Errorf("on %q, about %s: %+v, want %+v", day, target, describe(&s), want)
		}
	}
	others := func(party, flags string) annotated {
		return annotated{[]string{"Rutte=" + party, "Kyiv=Ukraine"}, "", "Kyiv", "target_not_found target_by_alias" + flags}
	}
	check("2015-06-01", "Ukraine", others("Netherlands", ""))
	check("", "Ukraine", others("NATO", " ambiguous_party"))
	check("2025-06-01", "Ukraine", others("NATO", ""))
	check("2015-06-01", "Netherlands", annotated{[]string{"Rutte=Netherlands", "Kyiv=Ukraine"}, "", "Rutte", "target_not_found target_by_alias"})
	check("2025-06-01", "Netherlands", annotated{[]string{"Rutte=NATO", "Kyiv=Ukraine"}, "", "", "target_not_found"})
	check("2015-06-01", "Rutte", annotated{[]string{"Rutte=Rutte", "Kyiv=Ukraine"}, "", "Rutte", ""})
}
