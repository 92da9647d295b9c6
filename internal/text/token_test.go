package text

import (
	"slices"
	"strings"
	"testing"
)

func TestTokensOfHardText(t *testing.T) {
	check := func(in string, want ...string) {
		t.Helper()
		var got []string
		for _, tok := range AppendTokens(nil, in) {
			got = append(got, tok.Of(in))
		}
		if !slices.Equal(got, want) {
			t.Errorf("tokens of %q:\n got %q\nwant %q", in, got, want)
		}
	}
	check("")
	check(" \t\n\u00a0\u3000 ")
	check("Seoul", "Seoul")
	check("aaaaaaaa", "aaaaaaaa") // one full chunk of the hash
	check("aaaaaaaaa b", "aaaaaaaaa", "b")

	// Contractions and possessives.
	check("Kim's foes don't yield.", "Kim", "'s", "foes", "do", "n't", "yield", ".")
	check("He can’t, won’t and shan't", "He", "ca", "n’t", ",", "wo", "n’t", "and", "sha", "n't")
	check("DON'T they're we'll I've I'm he'd", "DO", "N'T", "they", "'re", "we", "'ll", "I", "'ve", "I", "'m", "he", "'d")
	check("do n't Trump 's", "do", "n't", "Trump", "'s")
	check("Kratz’ claims", "Kratz", "’", "claims")
	check("O'Brien in Sana’a’s old town, Xi'an", "O'Brien", "in", "Sana’a", "’s", "old", "town", ",", "Xi'an")
	check("the U.S.'s and the 1980's", "the", "U.S.", "'s", "and", "the", "1980", "'s")
	check("the states' rights, 'tis", "the", "states", "'", "rights", ",", "'", "tis")
	check("café’s Müller's", "café", "’s", "Müller", "'s")

	// Full stops inside a token.
	check("U.S. and D.P.R.K. at 5 p.m.", "U.S.", "and", "D.P.R.K.", "at", "5", "p.m.")
	check("N. Korea, N.Korea, J. D. Vance, J.D.Vance", "N.", "Korea", ",", "N.", "Korea", ",", "J.", "D.", "Vance", ",", "J.D.", "Vance")
	check("the U.S and", "the", "U.S", "and")
	check("Plan B. The end of World War I. Then", "Plan", "B", ".", "The", "end", "of", "World", "War", "I", ".", "Then")
	check("It was over.Then", "It", "was", "over", ".", "Then")
	check("К.Н.Д.Р. и С. Корея", "К.Н.Д.Р.", "и", "С.", "Корея")
	check("Mr. Kim", "Mr", ".", "Kim")

	// Hyphens, ampersands, numbers.
	check("anti-Iran, U.S.-backed, DPRK–Russia", "anti", "-", "Iran", ",", "U.S.", "-", "backed", ",", "DPRK", "–", "Russia")
	check("AT&T and Q&A, black&white", "AT&T", "and", "Q&A", ",", "black", "&", "white")
	check("3,000.5 at 10:30 on 9/11, 20% of $5bn, G20, 1980s, 2nd", "3,000.5", "at", "10:30", "on", "9/11", ",",
		"20%", "of", "$", "5bn", ",", "G20", ",", "1980s", ",", "2nd")
	check("in 2019, 56 of 60.", "in", "2019", ",", "56", "of", "60", ".")
	check("٣٥ و½", "٣٥", "و½")

	// Marks and their runs.
	check("What?! Stop!!! Well... (so) ((x))", "What", "?", "!", "Stop", "!!!", "Well", "...", "(", "so", ")", "(", "(", "x", ")", ")")
	check("“Yes…” --- \"\"", "“", "Yes", "…", "”", "---", "\"", "\"")
	check("e\u0301te\u0301", "e\u0301te\u0301")

	// The web.
	check("@MFA_Russia says #StandWithUs #1 # @", "@MFA_Russia", "says", "#StandWithUs", "#", "1", "#", "@")
	check("see https://example.com/a?b=1, www.example.org. Or example.com/x)", "see", "https://example.com/a?b=1", ",",
		"www.example.org", ".", "Or", "example.com/x", ")")
	check("mail press@example.org.", "mail", "press@example.org", ".")
	check("by: it ://", "by", ":", "it", ":", "//")
	check("👍🏽 👨‍👩‍👧 🇰🇵🇷🇺 ❤️ 😀😀", "👍🏽", "👨‍👩‍👧", "🇰🇵", "🇷🇺", "❤️", "😀", "😀")
	check("good :) bad :-( ;) :D <3 ^_^ >:( =)) no:", "good", ":)", "bad", ":-(", ";)", ":D", "<3", "^_^", ">:(", "=))", "no", ":")
	check("x:y a;b <30 2-1 :(a", "x", ":", "y", "a", ";", "b", "<", "30", "2", "-", "1", ":", "(", "a")

	// Other scripts, invisible and broken bytes.
	check("Россия поддержала КНДР", "Россия", "поддержала", "КНДР")
	check("中国说 NATO不好", "中", "国", "说", "NATO", "不", "好")
	check("한국과 북한", "한국과", "북한")
	check("co\u00adoperate\u200b \ufeffnow", "co\u00adoperate", "now")
	check("a\xffb\xc3\x28\xff\xff", "a", "\xff", "b", "\xc3", "(", "\xff\xff")
	check("\x00\x00a", "\x00\x00", "a")
	check(strings.Repeat("x", 70000), strings.Repeat("x", 70000))
}

func TestKindAndCase(t *testing.T) {
	check := func(in string, kind Kind, c Case) {
		t.Helper()
		got := AppendTokens(nil, in)
		if len(got) != 1 || got[0].Kind != kind || got[0].Case != c {
			t.Errorf("%q is %+v, want one token of kind %v, case %d", in, got, kind, c)
		}
	}
	check("treaty", Word, Lower)
	check("Treaty", Word, Title)
	check("Constitutional", Word, Title)
	check("I", Word, Title)
	check("NATO", Word, Upper)
	check("INTERNATIONAL", Word, Upper)
	check("U.S.", Word, Upper)
	check("McCain", Word, Mixed)
	check("iPhone", Word, Mixed)
	check("constitutionAl", Word, Mixed)
	check("Ünal", Word, Title)
	check("КНДР", Word, Upper)
	check("’S", Word, Title)
	check("G20", Word, Title)
	check("中", Word, NoCase)
	check("1,000", Number, NoCase)
	check("1980s", Number, Lower)
	check("...", Punct, NoCase)
	check("@Kim", User, Title)
	check("#MAGA", Tag, Upper)
	check("https://Example.com", URL, Mixed)
	check(":-)", Emoji, NoCase)
	check("🇰🇵", Emoji, NoCase)
}

func TestHashIsThatOfTheFoldedText(t *testing.T) {
	same := func(a, b string) {
		t.Helper()
		if Hash(a) != Hash(b) {
			t.Errorf("Hash(%q) != Hash(%q)", a, b)
		}
		if Hash(a) != Hash(Fold(a)) {
			t.Errorf("Hash(%q) is not that of its folded text %q", a, Fold(a))
		}
	}
	same("Treaty", "treaty")
	same("CONSTITUTIONAL", "constitutional")
	same("n’t", "N'T")
	same("“", `"`)
	same("«", `"`)
	same("—", "-")
	same("…", "...")
	same("РОССИЯ", "россия")
	same("ΛΌΓΟΣ", "λόγος")
	same("co\u00adop", "coop")
	same("ﬁve", "five")
	same("ＮＡＴＯ", "nato")
	same("❤️", "❤")

	for _, pair := range [][2]string{{"U.S.", "us"}, {"a", "b"}, {"aaaaaaaa", "aaaaaaaaa"}, {"", "a"}, {"ab", "ba"}, {"!", "!!"}} {
		if Hash(pair[0]) == Hash(pair[1]) {
			t.Errorf("Hash(%q) == Hash(%q)", pair[0], pair[1])
		}
	}
}

func TestTokensCarryTheHashOfTheirText(t *testing.T) {
	in := "Kim’s DON'T constitutional INTERNATIONALLY café 3,000 — … “U.S.” AT&T @a #b :) 😀 中 x"
	for _, tok := range AppendTokens(nil, in) {
		if tok.Hash != Hash(tok.Of(in)) {
			t.Errorf("token %q does not carry the hash of its text", tok.Of(in))
		}
	}
}

func TestCutVerbsHashInFull(t *testing.T) {
	check := func(in, want string) {
		t.Helper()
		got := AppendTokens(nil, in)
		if len(got) != 2 || got[0].Hash != Hash(want) || got[1].Hash != Hash("n't") {
			t.Errorf("%q is %+v, want the hashes of %q and \"n't\"", in, got, want)
		}
	}
	check("can't", "can")
	check("Won’t", "will")
	check("SHAN'T", "shall")
	check("don't", "do")
	check("ain't", "ai")
	if got := AppendTokens(nil, "ca wo"); got[0].Hash != Hash("ca") || got[1].Hash != Hash("wo") {
		t.Error("words that are not cut must keep their own hash")
	}
}

func TestFold(t *testing.T) {
	check := func(in, want string) {
		t.Helper()
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
	check("", "")
	check(" \t\u00a0 ", "")
	check("  “Don’t” —\u00a0he\r\n said… ", `"don't" - he said...`)
	check("co\u00adop\u200beration a \u200b b \u200b", "cooperation a b")
	check("«Да»", `"да"`)
	check("ﬂag ＡＢ", "flag ab")
	check("a\xffb", "a\ufffdb")
	check("don\u0092t", "don't")
}
