package articles

import (
	"slices"
	"testing"
	"time"

	"stance/internal/text"
)

func TestNamesAreResolvedByTheWordsAroundThem(t *testing.T) {
	g := defaultGazetteer(t)
	tests := []struct {
		text string
		want []string
	}{
		// hyphens
		{"DPRK-Russia ties", []string{"DPRK=North Korea", "Russia=Russia"}},
		{"US-led, anti-Iran, pro-Kremlin", []string{"US=United States", "Iran=Iran", "Kremlin=Russia"}},
		{"the Sino-Russian border", []string{"Sino=China", "Russian=Russia"}},
		{"a Franco–German plan", []string{"Franco=France", "German=Germany"}},
		{"Franco ruled Spain; Franco - German", []string{"Spain=Spain", "German=Germany"}},
		{"the Indo-Pacific and Greco-Roman art", nil},
		{"the South Korean delegation", []string{"South Korean=South Korea"}},
		// decoys
		{"Georgia voted", []string{"Georgia=Georgia?"}},
		{"Tbilisi said Georgia will join", []string{"Tbilisi=Georgia", "Georgia=Georgia"}},
		{"Brian Kemp said Georgia will vote", nil},
		{"Tbilisi and Atlanta: Georgia", []string{"Tbilisi=Georgia", "Georgia=Georgia?"}},
		{"Michael Jordan retired. Jordan was tall.", nil},
		{"Jordan said the king of Jordan agreed", []string{"Jordan=Jordan", "Jordan=Jordan"}},
		{"Kim Kardashian arrived. Kim smiled.", nil},
		{"Both Koreas: South Korea, North Korea; Korea", []string{"South Korea=South Korea", "North Korea=North Korea", "Korea=South Korea?"}},
		// common words
		{"a turkey, the best china, a pole and a kiwi", nil},
		{"Chile sells chile peppers", []string{"Chile=Chile"}},
		{"Niger, Nigerien and Nigerian troops", []string{"Niger=Niger", "Nigerien=Niger", "Nigerian=Nigeria"}},
		{"Guinea, guinea pigs, Papua New Guinea", []string{"Guinea=Guinea", "Papua New Guinea=Papua New Guinea"}},
		{"People may cook, ford a river, park and sing.", nil},
		{"May, Cook, Ford, Singh, Li and Park met", nil},
		// towns and first names
		{"police in Lebanon, Ohio and Moscow, Idaho", nil},
		{"Lebanon, Syria and Iraq", []string{"Lebanon=Lebanon", "Syria=Syria", "Iraq=Iraq"}},
		{"Moscow, Washington and Beijing", []string{"Moscow=Russia", "Washington=United States?", "Beijing=China"}},
		{"Armenia, Georgia", []string{"Armenia=Armenia", "Georgia=Georgia?"}},
		{"a match with Chad Smithers yesterday", nil},
		{"troops from Chad entered yesterday", []string{"Chad=Chad"}},
		{"singer Paris Delmar appeared", nil},
		{"Paris appeared ready", []string{"Paris=France"}},
		{"South Korea said Park and President Park agreed", []string{"South Korea=South Korea", "Park=South Korea", "President Park=South Korea"}},
		{"South Korea praised Ginny Park yesterday", []string{"South Korea=South Korea"}},
		// leaders and metonyms
		{"MBS, AMLO and Lula met Xi", []string{"MBS=Saudi Arabia", "AMLO=Mexico", "Lula=Brazil", "Xi=China"}},
		{"Foggy Bottom, the Élysée, Zhongnanhai", []string{"Foggy Bottom=United States", "Élysée=France", "Zhongnanhai=China"}},
		{"IRNA, SANA and KCNA reported", []string{"IRNA=Iran", "SANA=Syria?", "KCNA=North Korea"}},
		{"Reuters, Interfax, NHK and the Kyiv Post reported", nil},
		{"the BJP, the GOP, Likud", []string{"BJP=Bharatiya Janata Party", "GOP=Republican Party", "Likud=Likud"}},
		{"Ulan Bator, Ulaanbaatar, Kiev, Kyiv", []string{"Ulan Bator=Mongolia", "Ulaanbaatar=Mongolia", "Kiev=Ukraine", "Kyiv=Ukraine"}},
	}
	for _, tt := range tests {
		if got := g.named(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("named(%q)\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

func TestTheDayOfAnArticleSettlesWhoWasInOffice(t *testing.T) {
	g := defaultGazetteer(t)
	check := func(day, words string, want ...string) {
		t.Helper()
		dated := g
		if day != "" {
			when, err := time.Parse(time.DateOnly, day)
			if err != nil {
				t.Fatal(err)
			}
			dated = g.At(when)
		}
		if got := dated.named(words); !slices.Equal(got, want) {
			t.Errorf("on %q: named(%q) = %q, want %q", day, words, got, want)
		}
	}
	check("", "Rutte agreed", "Rutte=NATO?")
	check("2015-06-01", "Rutte agreed", "Rutte=Netherlands")
	check("2025-06-01", "Rutte agreed", "Rutte=NATO")
	check("1990-06-01", "Rutte agreed", "Rutte=NATO?")
	check("2018-06-01", "Mario Draghi agreed", "Mario Draghi=European Union")
	check("2022-06-01", "Mario Draghi agreed", "Mario Draghi=Italy")
	check("2004-06-01", "Bush agreed")
	check("2004-06-01", "Obama agreed", "Obama=United States")
}

func FuzzReadingsAgreeWithTheMatcher(f *testing.F) {
	f.Add("Kim met Moon in Washington, D.C., Franco-German, Paris Hilton")
	f.Add("Sino-")
	f.Add("\xffRussia-\xe2\x80")
	g, err := DefaultGazetteer()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, m := range g.appendMatches(nil, text.AppendTokens(nil, s)) {
			if m.Start < end || m.End <= m.Start || m.End > len(s) {
				t.Fatalf("match %+v after byte %d of %q", m, end, s)
			}
			end = m.End
		}
		for _, r := range g.Readings(s) {
			if len(r.Senses) == 0 || r.Words == "" {
				t.Fatalf("reading %+v of %q has no senses", r, s)
			}
		}
	})
}
