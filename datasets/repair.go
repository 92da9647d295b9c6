package datasets

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// repaired returns a text without the damage of a wrong encoding, also several times
// over: UTF-8 that was read as Windows-1252 or Latin-1; bytes of Windows-1252 that stand
// as control characters; HTML entities and escapes of JSON.
//
//	"donâ€™t, cafÃ© &amp; bar\u2026" -> "don’t, café & bar…"
func repaired(s string) string {
	const times = 10
	for range times {
		again := unescaped(controls(unmangled(s)))
		if again == s {
			break
		}
		s = again
	}
	return s
}

func isASCII(s string) bool { return asciiPrefix([]byte(s)) == len(s) }

// unmangled replaces every run of letters that are one character of UTF-8 read byte
// by byte.
func unmangled(s string) string {
	if isASCII(s) {
		return s
	}
	runes := []rune(s)
	var b strings.Builder
	for i := 0; i < len(runes); {
		if r, n := mangled(runes[i:], i > 0 && unicode.IsLetter(runes[i-1])); n > 0 {
			if r != '\uFEFF' { // a byte order mark means nothing inside a text
				b.WriteRune(r)
			}
			i += n
			continue
		}
		b.WriteRune(runes[i])
		i++
	}
	return b.String()
}

// mangled returns the character that the first n runes are in UTF-8, read byte by
// byte; n is 0 if they are themselves. Only what is hardly ever meant is taken for
// damage: "Â£", "Ã©", "Å¡", "â€™", "â„¢", "ï¿½", "ðŸ˜€", but not "é”—", which ends a
// quotation.
func mangled(runes []rune, inWord bool) (r rune, n int) {
	sizes := map[rune]int{'Â': 2, 'Ã': 2, 'Ä': 2, 'Å': 2, 'Ë': 2, 'â': 3, 'ï': 3, 'ð': 4}
	n = sizes[runes[0]]
	if n == 0 || len(runes) < n {
		return 0, 0
	}
	bytes := make([]byte, n)
	for i, c := range runes[:n] {
		b, ok := byteOf(c)
		if !ok || i > 0 && b&0xC0 != 0x80 {
			return 0, 0
		}
		bytes[i] = b
	}
	r, size := utf8.DecodeRune(bytes)
	if size != n || !isDamage(runes, bytes, r, inWord) {
		return 0, 0
	}
	return r, n
}

// isDamage reports whether runes that could be the bytes of r are hardly ever meant.
func isDamage(runes []rune, bytes []byte, r rune, inWord bool) bool {
	switch len(bytes) {
	case 2:
		if unicode.IsControl(r) {
			return runes[1] <= 0x9F // of Latin-1, read wrongly twice
		}
		beforeLetter := len(runes) > 2 && unicode.IsLetter(runes[2])
		return !isQuoteOrDash(runes[1]) || beforeLetter && (!inWord || strings.ContainsRune("‘“‚„‹«…", runes[1]))
	case 3: // general punctuation, currency and letterlike signs; byte order mark, U+FFFD
		return bytes[0] == 0xE2 && bytes[1] <= 0x86 || r == '\uFEFF' || r == '\uFFFD'
	}
	return bytes[1] == 0x9F // emoji
}

func isQuoteOrDash(r rune) bool {
	return strings.ContainsRune("‘’‚“”„‹›«»–—…", r)
}

// byteOf returns the byte that a careless program read as r.
func byteOf(r rune) (byte, bool) {
	if 0x80 <= r && r <= 0x9F { // Latin-1
		return byte(r), true
	}
	return windows1252Byte(r)
}

// controls returns s with what Windows-1252 means by the bytes of control characters.
func controls(s string) string {
	return strings.Map(func(r rune) rune {
		if 0x80 <= r && r <= 0x9F && r != 0x85 { // 0x85 is also the line end of mainframes
			if meant := windows1252Rune(byte(r)); meant != utf8.RuneError {
				return meant
			}
		}
		return r
	}, s)
}

var entity = regexp.MustCompile(`&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});`)

var escape = regexp.MustCompile(`(\\u[0-9a-fA-F]{4})+`)

// unescaped returns s with letters for HTML entities and for the escapes of JSON.
func unescaped(s string) string {
	if strings.Contains(s, "&") {
		s = entity.ReplaceAllStringFunc(s, html.UnescapeString)
	}
	if strings.Contains(s, `\u`) {
		s = escape.ReplaceAllStringFunc(s, unquoted)
	}
	return s
}

// unquoted returns the letters that escapes stand for, surrogates in pairs.
func unquoted(escapes string) string {
	var s string
	if json.Unmarshal([]byte(`"`+escapes+`"`), &s) != nil || strings.ContainsFunc(s, unicode.IsControl) {
		return escapes
	}
	return s
}

// repairedSpan returns the place that a span of s has after repair; ok is false if
// damage stands across one of its ends.
func repairedSpan(s string, at Span) (after Span, ok bool) {
	before, inside, behind := repaired(s[:at.Start]), repaired(s[at.Start:at.End]), repaired(s[at.End:])
	if before+inside+behind != repaired(s) {
		return Span{}, false
	}
	return Span{Start: len(before), End: len(before) + len(inside)}, true
}
