package text

import (
	"unicode"
	"unicode/utf8"
)

// Fold returns s in the form in which two prints of the same words are equal:
// lower case, straight quotes, ASCII hyphens for dashes, "..." for an ellipsis,
// plain letters for ligatures and full-width forms, one space for any white
// space and none at the ends, nothing for invisible characters. Broken UTF-8
// becomes U+FFFD.
//
//	"  “Don’t” — he\u00a0said… " -> `"don't" - he said...`
func Fold(s string) string {
	b := make([]byte, 0, len(s))
	space := false // white space since the last byte of b
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		i += w
		if unicode.IsSpace(r) {
			space = len(b) > 0
			continue
		}
		n := len(b)
		if space {
			b = append(b, ' ')
		}
		if b = appendFolded(b, r); len(b) > n && b[len(b)-1] != ' ' {
			space = false
		} else {
			b = b[:n]
		}
	}
	return string(b)
}

func appendFolded(b []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(b, byte(r))
	}
	if long := expansion(r); long != "" {
		return append(b, long...)
	}
	if r = foldRune(r); r < 0 {
		return b
	}
	return utf8.AppendRune(b, r)
}

// foldRune returns the rune that stands for r in folded text, or -1 where r is
// left out. Runes with an expansion are not its business.
func foldRune(r rune) rune {
	if uint32(r) < alphabetEnd {
		return rune(alphabet[r].fold)
	}
	return searchFold(r)
}

func searchFold(r rune) rune {
	switch {
	case r < 0x91:
		return unicode.ToLower(r)
	case isInvisible(r):
		return -1
	case r >= 0xFF01 && r <= 0xFF5E: // full-width ASCII
		return unicode.ToLower(r - 0xFF01 + '!')
	}
	switch r {
	case '‘', '’', '‚', '‛', '′', 'ʼ', 'ʹ', '‹', '›', '´', 0x91, 0x92:
		return '\''
	case '“', '”', '„', '‟', '″', '«', '»', '〝', '〞', 0x93, 0x94:
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹘', '﹣', 0x96, 0x97:
		return '-'
	case 'ς': // final sigma
		return 'σ'
	}
	return unicode.ToLower(r)
}

// expansion returns the several letters that stand for r in folded text, or "".
func expansion(r rune) string {
	switch r {
	case '…':
		return "..."
	case 'ﬀ':
		return "ff"
	case 'ﬁ':
		return "fi"
	case 'ﬂ':
		return "fl"
	case 'ﬃ':
		return "ffi"
	case 'ﬄ':
		return "ffl"
	case 'ﬅ', 'ﬆ':
		return "st"
	}
	return ""
}

// isApostrophe reports whether r can be an apostrophe inside a word.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '′', '´', '＇', 0x92:
		return true
	}
	return false
}
