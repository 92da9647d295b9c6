package articles

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"stance/internal/text"
)

func defaultGazetteer(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := DefaultGazetteer()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// parties returns the parties named in s as "words=party".
func (g *Gazetteer) named(s string) []string {
	tokens := text.AppendTokens(nil, s)
	var set support
	set.reset(len(g.parties))
	matches := g.appendMatches(nil, tokens)
	g.supported(&set, matches)
	var named []string
	for _, m := range g.settle(matches, tokens, &set) {
		mark := ""
		if m.doubtful {
			mark = "?"
		}
		named = append(named, m.Of(s)+"="+g.parties[g.party(m)]+mark)
	}
	return named
}

func TestGazetteerFindsWholeTokensAndTheLongestAlias(t *testing.T) {
	g := defaultGazetteer(t)
	tests := []struct {
		text string
		want []string
	}{
		{"", nil},
		{"no party here", nil},
		{"Putin’s plan, Kim's answer", []string{"Putin=Russia"}},
		{"DPRK-Russia ties and U.S.-led drills", []string{"DPRK=North Korea", "Russia=Russia", "U.S.=United States"}},
		{"the D.P.R.K. and the U.N. met", []string{"D.P.R.K.=North Korea", "U.N.=United Nations"}},
		{"North Korea told South Korean officials", []string{"North Korea=North Korea", "South Korean=South Korea"}},
		{"N. Korea and N.Korea", []string{"N. Korea=North Korea", "N.Korea=North Korea"}},
		{"“Moscow”, anti-Iran, (NATO)", []string{"Moscow=Russia", "Iran=Iran", "NATO=NATO"}},
		{"People’s Daily and the People's Republic of China", []string{"People’s Daily=China", "People's Republic of China=China"}},
		{"they told us to turn the turkey", nil},
		{"Give it to US now", []string{"US=United States"}},
		{"TURKEY and Turkey", []string{"TURKEY=Turkey", "Turkey=Turkey"}},
		{"Polish rye, polish shoes", []string{"Polish=Poland"}},
		{"a white house; the White House", []string{"White House=United States"}},
		{"He played trumps; Trump lost", []string{"Trump=United States"}},
		{"obama and PUTIN", []string{"obama=United States", "PUTIN=Russia"}},
		{"the Korean War and the Indian Ocean", nil},
		{"South America, Latin American, New Mexico", nil},
		{"George Washington crossed", nil},
		{"Washington agreed", []string{"Washington=United States?"}},
		{"Washington and U.S. allies", []string{"Washington=United States", "U.S.=United States"}},
		{"Kim smiled", nil},
		{"North Korea said Kim smiled", []string{"North Korea=North Korea", "Kim=North Korea"}},
		{"Congo and Brussels", []string{"Congo=DR Congo?", "Brussels=European Union?"}},
		{"Brussels, the Belgian capital", []string{"Brussels=Belgium", "Belgian=Belgium"}},
		{"Brazzaville is in Congo", []string{"Brazzaville=Republic of the Congo", "Congo=Republic of the Congo"}},
		{"Guinea-Bissau, Equatorial Guinea, Papua New Guinea", []string{"Guinea-Bissau=Guinea-Bissau",
			"Equatorial Guinea=Equatorial Guinea", "Papua New Guinea=Papua New Guinea"}},
		{"the Dominican Republic and Dominica", []string{"Dominican Republic=Dominican Republic", "Dominica=Dominica"}},
		{"South Sudan, Sudan, Niger, Nigeria", []string{"South Sudan=South Sudan", "Sudan=Sudan", "Niger=Niger", "Nigeria=Nigeria"}},
		{"Élysée and Quai d’Orsay", []string{"Élysée=France", "Quai d’Orsay=France"}},
		{"Zelenskyy, Zelensky, Erdoğan", []string{"Zelenskyy=Ukraine", "Zelensky=Ukraine", "Erdoğan=Turkey"}},
		{"\xff\xfeRussia\xff", []string{"Russia=Russia"}},
	}
	for _, tt := range tests {
		if got := g.named(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("named(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestCanonicalResolvesNamesWithAndWithoutAnArticle(t *testing.T) {
	g := defaultGazetteer(t)
	check := func(name, want string) {
		t.Helper()
		if got, ok := g.Canonical(name); got != want || ok != (want != "") {
			t.Errorf("Canonical(%q) = %q, %v, want %q", name, got, ok, want)
		}
	}
	check("Russia", "Russia")
	check("russia", "Russia")
	check("the Kremlin", "Russia")
	check("The United States of America", "United States")
	check("DPRK", "North Korea")
	check("  Kim   Jong-un ", "North Korea")
	check("Georgia", "Georgia")
	check("Congo", "DR Congo")
	check("Kim", "")
	check("us", "")
	check("Russia and China", "")
	check("Korean War", "")
	check("Atlantis", "")
	check("the", "")
	check("", "")
	check("\xff", "")
}

// unMembers is the roll of the 193 member states, by the names of our table.
// Source: the membership table of the United Nations (2024).
const unMembers = `Afghanistan;Albania;Algeria;Andorra;Angola;Antigua and Barbuda;Argentina;Armenia;Australia;Austria;Azerbaijan;
Bahamas;Bahrain;Bangladesh;Barbados;Belarus;Belgium;Belize;Benin;Bhutan;Bolivia;Bosnia and Herzegovina;Botswana;Brazil;Brunei;Bulgaria;
Burkina Faso;Burundi;Cape Verde;Cambodia;Cameroon;Canada;Central African Republic;Chad;Chile;China;Colombia;Comoros;Republic of the Congo;
Costa Rica;Ivory Coast;Croatia;Cuba;Cyprus;Czechia;North Korea;DR Congo;Denmark;Djibouti;Dominica;Dominican Republic;Ecuador;Egypt;
El Salvador;Equatorial Guinea;Eritrea;Estonia;Eswatini;Ethiopia;Fiji;Finland;France;Gabon;Gambia;Georgia;Germany;Ghana;Greece;Grenada;
Guatemala;Guinea;Guinea-Bissau;Guyana;Haiti;Honduras;Hungary;Iceland;India;Indonesia;Iran;Iraq;Ireland;Israel;Italy;Jamaica;Japan;Jordan;
Kazakhstan;Kenya;Kiribati;Kuwait;Kyrgyzstan;Laos;Latvia;Lebanon;Lesotho;Liberia;Libya;Liechtenstein;Lithuania;Luxembourg;Madagascar;Malawi;
Malaysia;Maldives;Mali;Malta;Marshall Islands;Mauritania;Mauritius;Mexico;Micronesia;Monaco;Mongolia;Montenegro;Morocco;Mozambique;Myanmar;
Namibia;Nauru;Nepal;Netherlands;New Zealand;Nicaragua;Niger;Nigeria;North Macedonia;Norway;Oman;Pakistan;Palau;Panama;Papua New Guinea;
Paraguay;Peru;Philippines;Poland;Portugal;Qatar;South Korea;Moldova;Romania;Russia;Rwanda;Saint Kitts and Nevis;Saint Lucia;
Saint Vincent and the Grenadines;Samoa;San Marino;Sao Tome and Principe;Saudi Arabia;Senegal;Serbia;Seychelles;Sierra Leone;Singapore;
Slovakia;Slovenia;Solomon Islands;Somalia;South Africa;South Sudan;Spain;Sri Lanka;Sudan;Suriname;Sweden;Switzerland;Syria;Tajikistan;
Thailand;East Timor;Togo;Tonga;Trinidad and Tobago;Tunisia;Turkey;Turkmenistan;Tuvalu;Uganda;Ukraine;United Arab Emirates;United Kingdom;
Tanzania;United States;Uruguay;Uzbekistan;Vanuatu;Venezuela;Vietnam;Yemen;Zambia;Zimbabwe`

func TestPartiesHoldAllMembersAndObserversOfTheUnitedNations(t *testing.T) {
	members := strings.Split(strings.ReplaceAll(unMembers, "\n", ""), ";")
	if len(members) != 193 {
		t.Fatalf("the roll has %d members, want 193", len(members))
	}
	known := defaultGazetteer(t).Parties()
	for _, m := range append(members, "Holy See", "Palestine", "Taiwan", "Kosovo") {
		if _, ok := slices.BinarySearch(known, m); !ok {
			t.Errorf("%s is not in parties.csv", m)
		}
	}
}

func TestPartiesAreSortedAndEachPartyHasItsOwnName(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(partiesCSV)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	key := func(r []string) string {
		return fmt.Sprintf("%s\x00%d", strings.ToLower(r[0]), slices.Index(kindNames, r[2]))
	}
	for i, r := range rows[1:] {
		if i > 0 && key(r) < key(rows[i]) {
			t.Errorf("parties.csv:%d: %s, %s is out of order", i+2, r[0], r[2])
		}
		named[r[0]] = named[r[0]] || r[0] == r[1] && r[2] == "name"
	}
	for _, p := range defaultGazetteer(t).Parties() {
		if !named[p] {
			t.Errorf("%s is not among its own aliases", p)
		}
	}
	if len(rows) < 1500 {
		t.Errorf("%d aliases, want 1,500 or more", len(rows)-1)
	}
}

func TestReadPartiesNamesFileAndLineOfABadRow(t *testing.T) {
	const header = "party,alias,kind,case,from,to,note\n"
	tests := []struct{ table, want string }{
		{"party,kind\n", "p.csv:1: the header must be party,alias,kind,case,from,to,note, of which party and alias are needed; it is party,kind"},
		{header + "A,a,name,,,\n", "p.csv:2: wrong number of fields; every row needs 7 fields"},
		{header + "A,a,name,,,,\nB,\"b,name,,,,\n", "p.csv:3: extraneous or missing \" in quoted-field; every row needs 7 fields"},
		{header + "A,,name,,,,\n", "p.csv:2: empty alias; write the words that name the party, or delete the row"},
		{header + "A,\" \t\",name,,,,\n", "p.csv:2: empty alias; write the words that name the party, or delete the row"},
		{header + "A,a,planet,,,,\n", "p.csv:2: unknown kind \"planet\"; use one of name, capital, demonym, institution, media, person, none"},
		{header + ",a,name,,,,\n", "p.csv:2: alias \"a\" has no party; name it, or write the kind none"},
		{header + "A,a,name,upper,,,\n", "p.csv:2: unknown case \"upper\"; use exact, or leave it empty"},
		{header + "A,a,person,,2014,,\n", "p.csv:2: date \"2014\" is not a day; write it as 2006-01-02"},
		{header + "A,a,person,,2014-02-01,2013-01-01,\n", "p.csv:2: date to 2013-01-01 is before date from 2014-02-01"},
		{header + "A,a b,name,,,,\nB,A  B,name,,,,\n", "p.csv:3: alias \"A  B\" names another party already (p.csv:2); mark both as ambiguous, or drop one"},
		{header + "A,a,name,,,,ambiguous\nB,a,name,,,,\n", "p.csv:3: alias \"a\" names another party already (p.csv:2); mark both as ambiguous, or drop one"},
	}
	for _, tt := range tests {
		if _, err := ReadParties("p.csv", strings.NewReader(tt.table)); err == nil || err.Error() != tt.want {
			t.Errorf("ReadParties(%q) error = %v, want %s", tt.table, err, tt.want)
		}
	}
}

func TestGazetteerHoldsAnAliasOfAThousandWords(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("very long ", 500))
	g, err := ReadParties("p.csv", strings.NewReader("party,alias,kind,case,from,to,note\nA,"+long+",name,,,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	if party, ok := g.Canonical("the " + long); party != "A" || !ok {
		t.Errorf("Canonical = %q, %v, want A", party, ok)
	}
}

func TestHashDependsOnTheRowsNotOnTheLineEnds(t *testing.T) {
	hash := func(table string) string {
		t.Helper()
		g, err := ReadParties("p.csv", strings.NewReader(table))
		if err != nil {
			t.Fatal(err)
		}
		return g.Hash()
	}
	unix := hash("party,alias,kind,case,from,to,note\nA,a,name,,,,\n")
	excel := hash("\ufeffparty,alias,kind,case,from,to,note\r\n\"A\",a,name,,,,\r\n")
	other := hash("party,alias,kind,case,from,to,note\nA,b,name,,,,\n")
	if unix != excel || unix == other || len(unix) != 64 {
		t.Errorf("hashes: LF %s, CRLF %s, other table %s", unix, excel, other)
	}
}

const news = `The Kremlin said on Tuesday that Russia and North Korea will deepen ties, and that U.S.-led drills near the Korean
Peninsula are a threat. Analysts expect little from the talks in Geneva; the weather was mild, and delegates spoke of trade.
`

func BenchmarkMatch(b *testing.B) {
	g := defaultGazetteer(b)
	s := strings.Repeat(news, 100)
	tokens := text.AppendTokens(nil, s)
	var matches []match
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		matches = g.appendMatches(matches[:0], tokens)
	}
}

func BenchmarkTokenizeAndMatch(b *testing.B) {
	g := defaultGazetteer(b)
	s := strings.Repeat(news, 100)
	var tokens []text.Token
	var matches []match
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		tokens = text.AppendTokens(tokens[:0], s)
		matches = g.appendMatches(matches[:0], tokens)
	}
}

func BenchmarkReadParties(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadParties("parties.csv", strings.NewReader(partiesCSV)); err != nil {
			b.Fatal(err)
		}
	}
}
