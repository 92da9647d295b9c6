package text

// longerWord returns the whole token that begins with the ASCII word t, where
// the byte after t may belong to it: "U" of "U.S.", "don" of "don't", "caf" of
// "café".
func longerWord(s string, t Token) Token {
	switch s[t.End] {
	case '.':
		if t.End-t.Start > 1 && !isLetterAt(s, t.End+1) {
			return t
		}
	case ':', '@':
		return address(s, t)
	}
	end := wordEnd(s, t.Start, t.End)
	if end != t.End {
		t = newToken(s, t.Start, end, Word)
		t.Hash = fullVerb(s, t)
	}
	if end < len(s) && s[end] == '.' {
		return dotted(s, t)
	}
	return t
}

func isLetterAt(s string, i int) bool {
	r, _ := runeAt(s, i)
	return isLetter(r)
}

// wordEnd returns where the word s[start:i], which may go on, ends.
func wordEnd(s string, start, i int) int {
	for i < len(s) {
		r, w := runeAt(s, i)
		switch {
		case isApostrophe(r):
			if end, done := apostrophe(s, start, i, w); done {
				return end
			}
		case isWordRune(r):
		case r == '&' && isCapitalBefore(s, i) && isCapitalAt(s, i+1):
		case isInvisible(r):
			if next, _ := runeAt(s, i+w); !isWordRune(next) {
				return i
			}
		default:
			return i
		}
		i += w
	}
	return i
}

// apostrophe returns where the word s[start:i] ends, given the apostrophe of w
// bytes at i; done is false where the word goes on: "O'Brien", "Sana’a".
func apostrophe(s string, start, i, w int) (end int, done bool) {
	if next, _ := runeAt(s, i+w); !isLetter(next) {
		return i, true
	}
	if endsContraction(s, i+w, "t") && i > start && s[i-1]|0x20 == 'n' {
		if i-1 == start {
			return i + w + 1, true // the token [n't] itself
		}
		return i - 1, true
	}
	return i, contraction(s, i+w) > 0
}

// contraction returns the number of letters of the short verb or possessive at
// i, just after an apostrophe, or 0 if there is none.
func contraction(s string, i int) int {
	for _, short := range [...]string{"s", "ll", "re", "ve", "d", "m"} {
		if endsContraction(s, i, short) {
			return len(short)
		}
	}
	return 0
}

// endsContraction reports whether the word at i is short, which is ASCII.
func endsContraction(s string, i int, short string) bool {
	if len(s)-i < len(short) {
		return false
	}
	for k := 0; k < len(short); k++ {
		if s[i+k]|0x20 != short[k] {
			return false
		}
	}
	r, _ := runeAt(s, i+len(short))
	return !isWordRune(r)
}

// fullVerb returns the hash of t, the verb in full where "n't" has cut it:
// "ca" hashes as "can", "wo" as "will", "sha" as "shall".
func fullVerb(s string, t Token) uint64 {
	if t.End == len(s) || s[t.End]|0x20 != 'n' {
		return t.Hash
	}
	for _, v := range [...][2]string{{"ca", "can"}, {"wo", "will"}, {"sha", "shall"}} {
		if t.Hash == Hash(v[0]) {
			return Hash(v[1])
		}
	}
	return t.Hash
}

func isCapitalAt(s string, i int) bool {
	r, _ := runeAt(s, i)
	return isUpper(r)
}

func isCapitalBefore(s string, i int) bool {
	r, _ := runeBefore(s, i)
	return isUpper(r)
}
