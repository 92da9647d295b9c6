package text

import (
	"strings"
	"unicode"
)

const maxLabels = 6 // between the full stops of a bare domain

// address returns the web or e-mail address that begins with the word t, or t.
func address(s string, t Token) Token {
	rest := s[t.End:]
	if strings.HasPrefix(rest, "://") || rest[0] == '@' && isLetterAt(s, t.End+1) {
		if end := addressEnd(s, t.End+1); end > t.End+1 {
			return newToken(s, t.Start, end, URL)
		}
	}
	return t
}

// domain returns the bare domain that begins with the word t and the full stop
// after it, with its path, or t: "example.com/a", but not "over.Then".
func domain(s string, t Token) Token {
	if strings.EqualFold(t.Of(s), "www") && isLetterAt(s, t.End+1) {
		return newToken(s, t.Start, addressEnd(s, t.End), URL)
	}
	i := t.End
	for range maxLabels {
		label := wordAt(s, i+1)
		if label == "" || s[i] != '.' {
			break
		}
		i += 1 + len(label)
		if next, _ := runeAt(s, i); isTopLevel(label) && !isWordRune(next) {
			return newToken(s, t.Start, addressEnd(s, i), URL)
		}
	}
	return t
}

// isTopLevel reports whether a bare name ending in that label is read as a
// domain. Only labels that are not words of running text are listed.
func isTopLevel(label string) bool {
	switch label {
	case "com", "org", "net", "gov", "edu", "mil", "info", "ly", "ru", "ua", "cn", "kp", "kr", "jp", "uk", "de", "fr", "eu", "tv", "io":
		return true
	}
	return false
}

// addressEnd returns the end of the address that has reached i: the next white
// space or quotation mark, less the punctuation before it.
func addressEnd(s string, i int) int {
	j := runEnd(s, i, func(r rune) bool {
		return !unicode.IsSpace(r) && !isInvisible(r) && !strings.ContainsRune("<>\"“”«»", r)
	})
	for j > i {
		r, w := runeBefore(s, j)
		if !strings.ContainsRune(".,;:!?'’)]}…", r) {
			break
		}
		j -= w
	}
	return j
}
