package datasets

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// misread returns what a program makes of s that takes its UTF-8 for another encoding:
// by x/text; the five bytes that Windows-1252 leaves open are control characters, as in
// every browser (WHATWG Encoding, index windows-1252).
func misread(s string, as *charmap.Charmap) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		r := as.DecodeByte(c)
		if r == utf8.RuneError {
			r = rune(c)
		}
		b.WriteRune(r)
	}
	return b.String()
}

func TestRepairUndoesWrongEncodings(t *testing.T) {
	for _, want := range []string{
		"don’t", "“Yes,” he said – no — maybe…", "café", "Müller, Škoda, Łódź", "£5 or €5", "São Paulo", "Ångström", "naïve", "¿Qué?",
		"Öl", "brand™", "five • six", "😀 fine 🇺🇸", "Élysée", "Ñandú", "ß", "cœur", "Œuvre",
	} {
		for _, wrong := range []*charmap.Charmap{charmap.Windows1252, charmap.ISO8859_1} {
			damaged := misread(want, wrong)
			if got := repaired(damaged); got != want {
				t.Errorf("%q from %q, want %q", got, damaged, want)
			}
			if want == "cœur" { // twice over it looks like a quotation that ends
				continue
			}
			damaged = misread(damaged, wrong)
			if got := repaired(damaged); got != want {
				t.Errorf("twice: %q from %q, want %q", got, damaged, want)
			}
		}
	}
}

func TestRepairUndoesEscapes(t *testing.T) {
	check := func(in, want string) {
		t.Helper()
		if got := repaired(in); got != want {
			t.Errorf("%q from %q, want %q", got, in, want)
		}
	}
	check("AT&amp;T &quot;cut&quot; 5 &lt; 6&#39;s &#x201C;", `AT&T "cut" 5 < 6's “`)
	check("&amp;amp;amp;", "&")
	check(`Monday\u2019s \u002c \ud83d\ude00`, "Monday’s , 😀")
	check("a\u0093b\u0094", "a“b”") // bytes of Windows-1252 as control characters
	check("\u00ef\u00bb\u00bfid", "id")
	check("", "")
}

func TestRepairLeavesSoundTextAlone(t *testing.T) {
	for _, s := range []string{
		"“Fiancé”—she", "“JOSÉ”", "“à” – é…", "“MANHÔ", "“Â” is a letter", "Ã and Å and â", "¡Qué café!", "AT&T; R&D", "a & b;", "x &y; z",
		"Россия и Украина", "中文字", "naïve façade", "“«Ä»”", `C:\users`, `\u00zz`, `\u0007`, "5 < 6 > 4", "â€", "Ð¡", "“Ô", "JOSÉ—he",
	} {
		if got := repaired(s); got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

func TestRepairMovesSpans(t *testing.T) {
	check := func(s, covered, want string, ok bool) {
		t.Helper()
		at := strings.Index(s, covered)
		after, got := repairedSpan(s, Span{Start: at, End: at + len(covered)})
		if got != ok || ok && after.Of(repaired(s)) != want {
			t.Errorf("%q in %q: %v %v", covered, s, after, got)
		}
	}
	check("itâ€™s Oslo&amp;Rome now", "Oslo", "Oslo", true)
	check("itâ€™s MÃ¼nchen now", "MÃ¼nchen", "München", true)
	check("itâ€™s MÃ¼nchen now", "MÃ", "", false)
}

func FuzzRepair(f *testing.F) {
	f.Add("donâ€™t &amp; \\u2019")
	f.Add("\xff\u0080Ã")
	f.Fuzz(func(t *testing.T, s string) {
		once := repaired(s)
		if again := repaired(once); again != once && strings.Count(s, "amp") < 5 {
			t.Errorf("%q is repaired to %q and that to %q", s, once, again)
		}
		if isASCII(s) && !strings.ContainsAny(s, `&\`) && once != s {
			t.Errorf("%q became %q", s, once)
		}
	})
}
