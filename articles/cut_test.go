package articles

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

func TestCutGivesTheStatementsOfAnArticle(t *testing.T) {
	const article = "Minister: No Return to Talks\n\nMINSK, May 2 (BelTA) - Belarus thanked China on Friday.\n\n" +
		"“Warsaw is hostile,” the ministry said."
	const first, second = "Belarus thanked China on Friday.", "“Warsaw is hostile,” the ministry said."
	span := func(s, words string) datasets.Span {
		i := strings.Index(s, words)
		return datasets.Span{Start: i, End: i + len(words)}
	}
	belarus := datasets.Mention{Entity: "Belarus", Span: span(first, "Belarus")}
	china := datasets.Mention{Entity: "China", Span: span(first, "China")}
	warsaw := datasets.Mention{Entity: "Poland", Span: span(second, "Warsaw")}
	ministry := datasets.Mention{Entity: "Belarus", Span: span(second, "ministry")}
	want := []datasets.Statement{{
		Text: first, Source: "Belarus", Target: "China", Mentions: []datasets.Mention{belarus, china},
		SourceSpan: belarus.Span, TargetSpan: china.Span, Sentence: 2, Place: span(article, first), SourceHow: "explicit", SourceCue: span(first, "thanked"),
	}, {
		Text: second, Source: "Belarus", Target: "Poland", Mentions: []datasets.Mention{warsaw, ministry}, SourceSpan: ministry.Span, TargetSpan: warsaw.Span,
		Flags:    datasets.FlagPronoun | datasets.FlagQuote,
		Sentence: 3, Place: span(article, second), SourceHow: "pronoun", SourceCue: span(second, "said"),
	}}
	got := Cut(article, defaultGazetteer(t))
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Cut:\n got %+v\nwant %+v", got, want)
	}
}

// brief returns a statement as "source > target how [source words|target words] by".
func brief(s datasets.Statement) string {
	by := ""
	if s.ReportedBy != "" {
		by = " by " + s.ReportedBy
	}
	return fmt.Sprintf("%s > %s %s [%s|%s]%s", s.Source, s.Target, s.SourceHow, s.SourceSpan.Of(s.Text), s.TargetSpan.Of(s.Text), by)
}

func briefs(statements []datasets.Statement) (lines []string) {
	for _, s := range statements {
		lines = append(lines, brief(s))
	}
	return lines
}

// sourceTests are the rules by which sources are found, one case or more each.
var sourceTests = []struct {
	name, article string
	want          []string
}{
	{"nothing", "", nil},
	{"no party", "The weather was mild. Nobody spoke.", nil},
	{"subject of said that", "The Kremlin said that Washington was wrong.",
		[]string{"Russia > United States explicit [Kremlin|Washington]"}},
	{"spokesman for", "A senior spokesman for the Kremlin said Washington was wrong.",
		[]string{"Russia > United States explicit [Kremlin|Washington]"}},
	{"possessive and ministry", "North Korea's Foreign Ministry warned South Korea on Tuesday.",
		[]string{"North Korea > South Korea explicit [North Korea|South Korea]"}},
	{"title and name", "Chinese Foreign Minister Wang Yi told Moscow that Beijing stands by it.",
		[]string{"China > Russia explicit [Wang Yi|Moscow]"}},
	{"quotation, S said", `"Washington is losing its mind," Lavrov said.`,
		[]string{"Russia > United States quote [Lavrov|Washington]"}},
	{"quotation, said S", `“Washington is losing its mind,” said Russian Foreign Minister Sergei Lavrov.`,
		[]string{"Russia > United States quote [Sergei Lavrov|Washington]"}},
	{"S said, quotation", `Lavrov told reporters in Geneva: "Washington is losing its mind."`,
		[]string{"Russia > United States quote [Lavrov|Washington]"}},
	{"quotation, S said, quotation", `"Washington," Lavrov said, "is losing its mind over Iran."`,
		[]string{"Russia > United States quote [Lavrov|Washington]", "Russia > Iran quote [Lavrov|Iran]"}},
	{"quotation about others, he said", `Macron spoke on Monday. "Russia has failed in Ukraine," he said.`,
		[]string{" > France narrator [|Macron]", "France > Russia pronoun [he|Russia]", "France > Ukraine pronoun [he|Ukraine]",
			"Russia > Ukraine explicit [Russia|Ukraine] by France"}},
	{"does not", `Poland does not trust Germany.`, []string{"Poland > Germany explicit [Poland|Germany]"}},
	{"did not", `France did not back Israel.`, []string{"France > Israel explicit [France|Israel]"}},
	{"adverb between", `Russia has likewise voiced its opposition to the U.S. blockade.`,
		[]string{"Russia > United States explicit [Russia|U.S.]"}},
	{"the ministry acts", `The Foreign Ministry of Turkey issued a statement. The ministry summoned the ambassador of Greece.`,
		[]string{" > Turkey narrator [|Turkey]", "Turkey > Greece pronoun [ministry|Greece]"}},
	{"statement of a ministry", "Statement by the Ministry of Foreign Affairs of Chile on the border\n\nWe reject the claims of Venezuela. Guyana has our support.",
		[]string{"Chile > Venezuela heading [|Venezuela]", "Chile > Guyana heading [|Guyana]"}},
	{"label before the statement", "Philippines: Statement of the Department of Foreign Affairs on the reef\n\nThe Department protests the acts of China.",
		[]string{"Philippines > China heading [|China]"}},
	{"turns of a transcript", "Transcript of the weekly briefing by the Spokesperson of the Foreign Ministry of Pakistan\n\n" +
		"Reporter: Will you attend the talks in Russia?\n\nSpokesperson: We are grateful to Russia. India was not asked.",
		[]string{" > Pakistan narrator [|Pakistan]", " > Russia unknown [|Russia] by Reporter", "Pakistan > Russia explicit [|Russia]", "Pakistan > India explicit [|India]"}},
	{"list of actors", "Oman, Qatar and Kuwait condemned Israel.",
		[]string{"Qatar > Israel explicit [Qatar|Israel]", "Kuwait > Israel explicit [Kuwait|Israel]", "Oman > Israel explicit [Oman|Israel]"}},
	{"headline to come", "Uganda, Kenya to host talks with Sudan",
		[]string{"Kenya > Sudan explicit [Kenya|Sudan]", "Uganda > Sudan explicit [Uganda|Sudan]"}},
	{"what two do with each other", "Kenya and Ethiopia agreed to reopen the border.",
		[]string{"Kenya > Ethiopia explicit [Kenya|Ethiopia]", "Ethiopia > Kenya explicit [Ethiopia|Kenya]"}},
	{"each other", "Hamas, Fatah blame each other as talks collapse",
		[]string{"Fatah > Hamas explicit [Fatah|Hamas]", "Hamas > Fatah explicit [Hamas|Fatah]"}},
	{"minister introduced", "Kenya's interior minister, Joseph Mutai, spoke on Monday. Mutai accused Ethiopia of a raid.",
		[]string{" > Kenya narrator [|Kenya]", "Kenya > Ethiopia explicit [Mutai|Ethiopia]"}},
	{"body introduced", "The Security Council met on Haiti. The Council thanked Kenya.",
		[]string{"United Nations > Haiti explicit [Security Council|Haiti]", "United Nations > Kenya explicit [Council|Kenya]"}},
	{"both sides", "Iran and Iraq met in June. Turkey urged both sides to talk.",
		[]string{"Iran > Iraq explicit [Iran|Iraq]", "Iraq > Iran explicit [Iraq|Iran]", "Turkey > Iran explicit [Turkey|both sides]", "Turkey > Iraq explicit [Turkey|both sides]"}},
	{"in the capital, the president", "In Bucharest, the president thanked Ukraine.",
		[]string{"Romania > Ukraine pronoun [president|Ukraine]"}},
	{"a capital that is only a place", "Talks in Bamako failed.", nil},
	{"newspaper of nobody's", "One Japanese newspaper denounced China.",
		[]string{" > Japan narrator [|Japanese]", " > China narrator [|China]"}},
	{"television of a state", "Chinese state television denounced Japan.", []string{"China > Japan explicit [Chinese|Japan]"}},
	{"contrast parts the views", "Ukraine welcomed the result, while Hungary said it would wait.",
		[]string{" > Ukraine narrator [|Ukraine]", " > Hungary narrator [|Hungary]"}},
	{"verb that says that", "A Pentagon spokesman babbled last week that Japan was safe.",
		[]string{"United States > Japan explicit [Pentagon|Japan]"}},
	{"verb that no list has", "Pyongyang scorns Seoul's offer.", []string{"North Korea > South Korea explicit [Pyongyang|Seoul]"}},
	{"colon", `Lavrov: "Washington is losing its mind."`,
		[]string{"Russia > United States quote [Lavrov|Washington]"}},
	{"headline with a colon", "Lavrov: No Deal With Washington",
		[]string{"Russia > United States explicit [Lavrov|Washington]"}},
	{"according to, before", "According to Seoul, Pyongyang fired two missiles.",
		[]string{"South Korea > North Korea according_to [Seoul|Pyongyang]"}},
	{"according to, behind", "Pyongyang fired two missiles, according to a spokesman for Seoul.",
		[]string{"South Korea > North Korea according_to [Seoul|Pyongyang]"}},
	{"nested in an unnamed newspaper", "The newspaper said Pyongyang sends its full support to Moscow.",
		[]string{"North Korea > Russia explicit [Pyongyang|Moscow] by newspaper"}},
	{"nested in a party", "Beijing said Tokyo claimed the islands of Taiwan.",
		[]string{"China > Japan explicit [Beijing|Tokyo]", "China > Taiwan explicit [Beijing|Taiwan]",
			"Japan > Taiwan explicit [Tokyo|Taiwan] by China"}},
	{"the speaker again as it", "Beijing said it supports Moscow.",
		[]string{"China > Russia explicit [Beijing|Moscow]"}},
	{"state media are the state", "Rodong Sinmun said the United States is a gangster.",
		[]string{"North Korea > United States explicit [Rodong Sinmun|United States]"}},
	{"another medium reports", "Lavrov said Kyiv would lose, Xinhua reported.",
		[]string{"Russia > Ukraine explicit [Lavrov|Kyiv] by Xinhua"}},
	{"quoted by a medium", "KCNA quoted Kim Jong Un as saying that Russia is a friend.",
		[]string{"North Korea > Russia explicit [Kim Jong Un|Russia] by KCNA"}},
	{"passive of quoted", "Kim Jong Un was quoted by KCNA as saying that Russia is a friend.",
		[]string{"North Korea > Russia explicit [Kim Jong Un|Russia] by KCNA"}},
	{"direct act", "Beijing condemned Tokyo's visit.",
		[]string{"China > Japan explicit [Beijing|Tokyo]"}},
	{"headline", "Rodong Sinmun lauds ties with Moscow",
		[]string{"North Korea > Russia explicit [Rodong Sinmun|Moscow]"}},
	{"passive act", "Tokyo was sharply condemned by Beijing.",
		[]string{"China > Japan explicit [Beijing|Tokyo]"}},
	{"accused by", "Ukraine has been accused by Moscow of shelling its own towns.",
		[]string{"Russia > Ukraine explicit [Moscow|Ukraine]"}},
	{"two verbs", "Russian President Vladimir Putin thanked Kim Jong Un and condemned Washington.",
		[]string{"Russia > North Korea explicit [Vladimir Putin|Kim Jong Un]", "Russia > United States explicit [Vladimir Putin|Washington]"}},
	{"two clauses", "Beijing condemned Tokyo while Seoul praised Washington.",
		[]string{"China > Japan explicit [Beijing|Tokyo]", "South Korea > United States explicit [Seoul|Washington]"}},
	{"two actors", "Russia and China condemned Israel.",
		[]string{"Russia > Israel explicit [Russia|Israel]", "China > Israel explicit [China|Israel]"}},
	{"is willing", "Germany is not willing to help Mali.",
		[]string{"Germany > Mali explicit [Germany|Mali]"}},
	{"aside", "Iran's foreign minister, a former envoy, said on Monday that Israel was weak.",
		[]string{"Iran > Israel explicit [Iran|Israel]"}},
	{"party in an aside", "Maria Petrova, a spokeswoman for the Russian Foreign Ministry, told reporters that NATO is a threat.",
		[]string{"Russia > NATO explicit [Russian Foreign Ministry|NATO]"}},
	{"the envoy's post is no target", "The U.S. envoy to Moscow said Ukraine was strong.",
		[]string{"United States > Ukraine explicit [U.S.|Ukraine]"}},
	{"setting and date before the verb", "In a joint statement on Friday, the G7 condemned Russia.",
		[]string{"G7 > Russia explicit [G7|Russia]"}},
	{"critics are not the party", "Putin's critics said Ukraine would win.",
		[]string{" > Russia unknown [|Putin] by Putin's critics", " > Ukraine unknown [|Ukraine] by Putin's critics"}},
	{"unnamed speakers", "Analysts said Russia is weak.",
		[]string{" > Russia unknown [|Russia] by Analysts"}},
	{"the author", "Russia is a threat to Poland.",
		[]string{" > Russia narrator [|Russia]", " > Poland narrator [|Poland]"}},
	{"the author toward the party left over", "At talks in Mongolia, Russia thanked China.",
		[]string{"Russia > China explicit [Russia|China]", " > Mongolia narrator [|Mongolia]"}},
	{"a noun that looks like a verb", "Chinese claims about Taiwan are false.",
		[]string{" > China narrator [|Chinese]", " > Taiwan narrator [|Taiwan]"}},
	{"whom the quotation says to act", `"The United States threatens Russia," Kim Jong Un said in Pyongyang.`,
		[]string{"North Korea > United States quote [Kim Jong Un|United States]", "North Korea > Russia quote [Kim Jong Un|Russia]",
			"United States > Russia explicit [United States|Russia] by North Korea"}},
	{"pronoun", "Kim Jong Un visited a farm. He said Japan should apologize.",
		[]string{" > North Korea narrator [|Kim Jong Un]", "North Korea > Japan pronoun [He|Japan]"}},
	{"a pronoun too far away", "Kim Jong Un visited a farm. It rained. It rained. It rained. He said Japan should apologize.",
		[]string{" > North Korea narrator [|Kim Jong Un]", " > Japan unknown [|Japan] by He"}},
	{"the newspaper named before", "Rodong Sinmun praised Russia. The newspaper denounced Japan.",
		[]string{"North Korea > Russia explicit [Rodong Sinmun|Russia]", "North Korea > Japan pronoun [newspaper|Japan]"}},
	{"a quotation that goes on", "“Russia is with us,” Kim Jong Un said. “And Japan will pay.”",
		[]string{"North Korea > Russia quote [Kim Jong Un|Russia]", "North Korea > Japan quote [|Japan]"}},
	{"a speaker named late", "“Russia is with us today.\n\n“And Japan will pay for it,” Kim Jong Un said.",
		[]string{"North Korea > Russia quote [|Russia]", "North Korea > Japan quote [Kim Jong Un|Japan]"}},
	{"nobody's quotation", "“Russia is with us today.”",
		[]string{" > Russia unknown [|Russia]"}},
	{"dateline", "MOSCOW, June 19 (TASS) - Iran welcomed the plan.", []string{" > Iran narrator [|Iran]"}},
	{"dateline with a dash", "SEOUL, South Korea (AP) — Iran welcomed the plan.", []string{" > Iran narrator [|Iran]"}},
	{"no dateline", "NATO - a club of thirty - welcomed Finland.",
		[]string{" > NATO narrator [|NATO]", " > Finland narrator [|Finland]"}},
	{"byline and credit", "By Kim Song Ho\n\nPYONGYANG, Nov. 3 (KCNA)\n\nIran won.", []string{" > Iran narrator [|Iran]"}},
	{"both sides are the two named most", "Iran met Iraq. Oman urged both sides to talk. Iran and Iraq want peace.",
		[]string{"Iran > Iraq explicit [Iran|Iraq]", "Oman > Iran explicit [Oman|both sides]", "Oman > Iraq explicit [Oman|both sides]", " > Iran narrator [|Iran]", " > Iraq narrator [|Iraq]"}},
	{"joint communique", "Joint Communiqué of Poland and Lithuania\n\nThey condemned Belarus.",
		[]string{"Poland > Lithuania heading [|Lithuania]", "Lithuania > Poland heading [|Poland]", "Poland > Belarus heading [|Belarus]", "Lithuania > Belarus heading [|Belarus]"}},
	{"statement that says we", "No: 118, Regarding the Exercise\n\nThe Ministry of Foreign Affairs of the Republic of Türkiye condemns the exercise of Greece. We urge Greece to stop. Our rights are clear. We thank Pakistan.",
		[]string{"Turkey > Greece heading [|Greece]", "Turkey > Greece heading [|Greece]", "Turkey > Pakistan heading [|Pakistan]"}},
	{"deed noun", "Turkey condemned Russia's invasion of Ukraine.",
		[]string{"Turkey > Russia explicit [Turkey|Russia]", "Turkey > Ukraine explicit [Turkey|Ukraine]", "Russia > Ukraine explicit [Russia|Ukraine]"}},
	{"word noun", "Chile regrets Venezuela's claim that Guyana is weak.",
		[]string{"Chile > Venezuela explicit [Chile|Venezuela]", "Chile > Guyana explicit [Chile|Guyana]", "Venezuela > Guyana explicit [Venezuela|Guyana]"}},
	{"to somebody's annoyance", "Egypt sent arms to Somalia, to the annoyance of Ethiopia.",
		[]string{"Egypt > Somalia explicit [Egypt|Somalia]", "Ethiopia > Egypt explicit [Ethiopia|Egypt]"}},
	{"what it called", "Beijing warned Tokyo of what it called a grave mistake.",
		[]string{"China > Japan explicit [Beijing|Tokyo]"}},
	{"co-speakers", "Gabon, Bahrain and Kenya spoke in support of Morocco.",
		[]string{"Bahrain > Morocco explicit [Bahrain|Morocco]", "Kenya > Morocco explicit [Kenya|Morocco]", "Gabon > Morocco explicit [Gabon|Morocco]"}},
	{"an office without its state", "Mexico closed the border. Trade Minister Rosa Villa said Canada had helped. Villa thanked Peru.",
		[]string{" > Mexico narrator [|Mexico]", "Mexico > Canada pronoun [Trade Minister Rosa Villa|Canada]", "Mexico > Peru explicit [Villa|Peru]"}},
	{"a private firm", "A Canadian firm sold pumps to Kenya.",
		[]string{" > Kenya narrator [|Kenya]"}},
	{"a measure against nationals", "India suspended visas for Pakistani nationals.",
		[]string{"India > Pakistan explicit [India|Pakistani]"}},
	{"a stranger of a leader's name", "“Turkey is weak,” said Aylin Erdogan of a think-tank. Erdogan praised Greece.",
		[]string{" > Turkey unknown [|Turkey]", " > Greece narrator [|Greece]"}},
	{"the junta", "Thailand warned Myanmar. The United Nations said the junta had lied.",
		[]string{"Thailand > Myanmar explicit [Thailand|Myanmar]", "United Nations > Myanmar explicit [United Nations|the junta]"}},
	{"it", "Honduras is poor, and Brazil scolded it.",
		[]string{"Brazil > Honduras explicit [Brazil|it]"}},
	{"the bloc", "The European Union banned steel. Indonesia said the bloc had ignored Jakarta.",
		[]string{" > European Union narrator [|European Union]", "Indonesia > European Union explicit [Indonesia|the bloc]"}},
	{"a relative clause with a subject of its own", "Venezuela, which Colombia has accused of lies, thanked Cuba.",
		[]string{"Colombia > Venezuela explicit [Colombia|Venezuela]", "Venezuela > Cuba explicit [Venezuela|Cuba]"}},
	{"a relative clause before a semicolon", "Kenya thanked Uganda, which Rwanda has accused of lies; Burundi protested.",
		[]string{"Rwanda > Uganda explicit [Rwanda|Uganda]", "Kenya > Uganda explicit [Kenya|Uganda]", " > Burundi narrator [|Burundi]"}},
	{"lists in a relative clause", "U.S. envoy Tom Barrack, who met Egypt, Qatar and Jordan, thanked Oman.",
		[]string{"United States > Egypt explicit [U.S.|Egypt]", "United States > Qatar explicit [U.S.|Qatar]", "United States > Jordan explicit [U.S.|Jordan]", "United States > Oman explicit [U.S.|Oman]"}},
	{"party aside", "Taiwan's main opposition party, the Kuomintang, blamed Japan.",
		[]string{"Kuomintang > Japan explicit [Kuomintang|Japan]", " > Taiwan narrator [|Taiwan]"}},
	{"leader's party", "Germany's Social Democratic Party criticised France.",
		[]string{"Germany > France explicit [Germany|France]"}},
	{"headline as", "Taiwan reports planes as Japan condemns China",
		[]string{"Japan > China explicit [Japan|China]", " > Taiwan narrator [|Taiwan]"}},
	{"no headline, for it ends in a quotation", "Taiwan says planes came as Japan condemns “the acts of China.”",
		[]string{"Taiwan > Japan quote [Taiwan|Japan]", "Taiwan > China quote [Taiwan|China]"}},
	{"headline two verbs", "Colombia suspends talks with Peru, asks Cuba to act",
		[]string{"Colombia > Peru explicit [Colombia|Peru]", "Colombia > Cuba explicit [Colombia|Cuba]"}},
	{"begin drills", "Kenya, Uganda begin drills",
		[]string{"Uganda > Kenya explicit [Uganda|Kenya]", "Kenya > Uganda explicit [Kenya|Uganda]"}},
	{"agreed with", "China and Iran agreed with Moscow.",
		[]string{"China > Russia explicit [China|Moscow]", "Iran > Russia explicit [Iran|Moscow]"}},
	{"but asked", "Qatar condemned Iran but asked Oman to wait.",
		[]string{"Qatar > Oman explicit [Qatar|Oman]", "Qatar > Iran explicit [Qatar|Iran]"}},
	{"observers of an organisation", "Observers from the OSCE criticised Moldova.",
		[]string{"OSCE > Moldova explicit [OSCE|Moldova]"}},
	{"label of a body", "UN: Sudan uses hunger as a weapon",
		[]string{"United Nations > Sudan explicit [UN|Sudan]"}},
	{"she is nobody", "Milica Savic, a pharmacist, said Serbia was weak. She said Kosovo was weak.",
		[]string{" > Serbia unknown [|Serbia] by Milica Savic", " > Kosovo unknown [|Kosovo] by She"}},
	{"its minister", "Oman sent aid, and its foreign minister, Badr Quijada, is expected in Doha. Quijada thanked Iran.",
		[]string{" > Oman narrator [|Oman]", "Oman > Iran explicit [Quijada|Iran]"}},
	{"a place", "Kenya will meet Uganda in Cairo.",
		[]string{"Kenya > Uganda explicit [Kenya|Uganda]"}},
	{"an envoy of no listed party", "Kenya praised Peru. “Chile is weak,” said a Nordic ambassador.",
		[]string{"Kenya > Peru explicit [Kenya|Peru]", " > Chile unknown [|Chile]"}},
	{"charged with a deed", "Kinshasa accused Rwanda of sending troops to M23.",
		[]string{"DR Congo > Rwanda explicit [Kinshasa|Rwanda]", "DR Congo > M23 explicit [Kinshasa|M23]", "Rwanda > M23 explicit [Rwanda|M23] by DR Congo"}},
	{"charged with a deed toward the accuser", "Guyana accused Venezuela of firing on a supply boat.",
		[]string{"Guyana > Venezuela explicit [Guyana|Venezuela]", "Venezuela > Guyana explicit [Venezuela|Guyana] by Guyana"}},
	{"responded by", "Islamabad responded by closing its airspace to India.",
		[]string{"Pakistan > India explicit [Islamabad|India]"}},
	{"a surname alone", "Foreign ministry spokesman Lin Jian spoke. Lin thanked Kenya.",
		[]string{" > China narrator [|Lin Jian]", "China > Kenya explicit [Lin|Kenya]"}},
	{"a claim by", "The minister rejected a claim by Australia that Iran lied.",
		[]string{"Australia > Iran explicit [Australia|Iran]"}},
	{"done by", "Oman condemned the seizure of an Emirati boat by Iran.",
		[]string{"Oman > United Arab Emirates explicit [Oman|Emirati]", "Oman > Iran explicit [Oman|Iran]", "Iran > United Arab Emirates explicit [Iran|Emirati]"}},
	{"support from another sentence", "North Korea fired a missile. Kim condemned Seoul.",
		[]string{" > North Korea narrator [|North Korea]", "North Korea > South Korea explicit [Kim|Seoul]"}},
}

func TestCutFindsWhoSpeaksAndWhoActs(t *testing.T) {
	g := defaultGazetteer(t)
	for _, tt := range sourceTests {
		if got := briefs(Cut(tt.article, g)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: Cut(%q)\n got %q\nwant %q", tt.name, tt.article, got, tt.want)
		}
	}
}

func TestCutGivesAtMostSixPairsOfASentence(t *testing.T) {
	const list = "Iran, Iraq, Oman, Qatar, Syria, Yemen, Egypt and Libya met."
	got := Cut(list, defaultGazetteer(t))
	if len(got) != 6 {
		t.Errorf("a list of eight parties gives %d statements, want 6", len(got))
	}
	for _, s := range got {
		if !s.Flags.Has(datasets.FlagCapped) {
			t.Errorf("%s toward %s: not flagged that there were more", s.Source, s.Target)
		}
	}
	for _, s := range Cut("Iran, Iraq and Oman met.", defaultGazetteer(t)) {
		if s.Flags.Has(datasets.FlagCapped) {
			t.Errorf("%s toward %s: flagged, though nothing was left out", s.Source, s.Target)
		}
	}
}

func TestNamesLearntInAnArticleAreFlagged(t *testing.T) {
	statements := Cut("Kenya's interior minister, Joseph Mutai, praised Poland. Mutai thanked Chile. Kenya thanked Peru.", defaultGazetteer(t))
	for i, learnt := range []bool{false, true, false} {
		if s := statements[i]; s.Source != "Kenya" || s.Flags.Has(datasets.FlagPronoun) != learnt {
			t.Errorf("%q: source %q, inferred %v, want %v", s.Text, s.Source, !learnt, learnt)
		}
	}
}

func TestCutLeavesOutWhatIsTooLongForASentence(t *testing.T) {
	article := "Iran won. " + strings.Repeat("Iran and Oman ", maxSentence/10) + ".\n\nOman won."
	want := []string{" > Iran narrator [|Iran]", " > Oman narrator [|Oman]"}
	if got := briefs(Cut(article, defaultGazetteer(t))); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCutReadsTheExampleArticle(t *testing.T) {
	article, err := os.ReadFile("../examples/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"North Korea > Russia explicit [Rodong Sinmun|Russia]",
		"North Korea > Russia explicit [Rodong Sinmun|Russian]",
		"North Korea > Russia explicit [Pyongyang|Moscow] by newspaper",
		"North Korea > Russia explicit [Kim Jong Un|Putin]",
		"North Korea > Russia quote [Choe Son Hui|Russia]",
		"Russia > North Korea explicit [Sergei Lavrov|DPRK]",
		"Russia > United States quote [Lavrov|United States]",
		"Russia > United States pronoun [He|Washington]",
		"North Korea > United States pronoun [commentary|United States]",
		"North Korea > United States according_to [Pyongyang|U.S.]",
		" > Mongolia narrator [|Mongolia]",
	}
	if got := briefs(Cut(string(article), defaultGazetteer(t))); !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func FuzzCutKeepsSpansInsideTheArticle(f *testing.F) {
	f.Add(news)
	f.Add("Kim said, \"Russia will fight. Japan will lose,\" KCNA reported, according to Seoul.")
	f.Add("MOSCOW (TASS) - “Iran\n\n“Iraq,” said it, who, which")
	f.Add("\xff“Russia\xe2\x80 said US said UN said EU said")
	g, err := DefaultGazetteer()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, article string) {
		place, sentence := 0, 0
		for _, s := range Cut(article, g) {
			if s.Place.Start < place || s.Place.End > len(article) || s.Place.Of(article) != s.Text || s.Sentence < sentence {
				t.Fatalf("%+v: out of place in %q", s, article)
			}
			if s.Target == "" || s.Target == s.Source || s.SourceHow == "" || s.TargetSpan.Empty() {
				t.Fatalf("%+v: not a statement", s)
			}
			checkSpans(t, &s)
			place, sentence = s.Place.Start, s.Sentence
		}
	})
}

func BenchmarkCut(b *testing.B) {
	g := defaultGazetteer(b)
	article := strings.Repeat(news+"\n", 100)
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		Cut(article, g)
	}
}

func BenchmarkCutLongSentences(b *testing.B) {
	g := defaultGazetteer(b)
	article := strings.Repeat(strings.Repeat("also Russia said will and Kim ", 2000)+"end.\n\n", 10)
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		Cut(article, g)
	}
}

func TestHostileArticlesTakeLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("a few seconds")
	}
	g := defaultGazetteer(t)
	for _, piece := range []string{
		"Kenya’s claim that ", "the government said it thanked him ", "both sides urged it, which ", "Russia's invasion of ",
		"“Kenya” ", "Kenya, ", "Kenya and Peru said ", "according to Kenya, ", "to the annoyance of Kenya ", "its minister, Aa Bb, ",
	} {
		hostile(t, g, piece, func(int) string { return piece })
	}
}
