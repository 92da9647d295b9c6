package text

import "unicode/utf8"

// dotted returns the token that begins with the word t and the full stop after
// it: an acronym, an initial, a bare domain, or t alone.
func dotted(s string, t Token) Token {
	if utf8.RuneCountInString(s[t.Start:min(t.End, t.Start+utf8.UTFMax+1)]) > 1 {
		return domain(s, t)
	}
	end, letters := acronymEnd(s, t.End)
	switch {
	case letters > 1:
		return newToken(s, t.Start, end, Word)
	case isInitial(s, t):
		return newToken(s, t.Start, t.End+1, Word)
	}
	return domain(s, t)
}

// acronymEnd returns the end of the letters with full stops between them whose
// first stop stands at i, and their number: "U.S.", "D.P.R.K.", "a.m", "J.D."
// of "J.D.Vance".
func acronymEnd(s string, i int) (end, letters int) {
	for letters = 1; ; letters++ {
		r, w := runeAt(s, i+1)
		if !isLetter(r) {
			return i + 1, letters
		}
		next, _ := runeAt(s, i+1+w)
		switch {
		case next == '.':
			i += 1 + w
		case isWordRune(next) || isApostrophe(next):
			return i + 1, letters
		default:
			return i + 1 + w, letters + 1
		}
	}
}

// isInitial reports whether the single letter t with the full stop after it
// stands for a name: "N. Korea", "J. D. Vance", "N.Korea", but not "Plan B. The".
func isInitial(s string, t Token) bool {
	if isLetterAt(s, t.End+1) {
		return true
	}
	if s[t.Start] == 'I' || t.End+1 >= len(s) || s[t.End+1] != ' ' || !isCapitalAt(s, t.End+2) {
		return false
	}
	return !startsAt(s, t.End+2)
}
