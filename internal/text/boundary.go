package text

import "unicode"

// endsAt reports whether a sentence ends at the stop, given what follows.
func (c *cutter) endsAt(t *stop, next view) bool {
	switch {
	case next.r == 0:
		return false // the paragraph ends
	case t.wide:
		return c.hasWord(t.Start)
	case !next.spaced:
		return c.endsWithoutSpace(t, next)
	case unicode.IsLower(next.r), isStop(next.r), !c.hasWord(t.Start):
		return false
	case t.strong:
		return true
	case t.dots > 1:
		return c.ellipsisEnds(t, next)
	}
	return c.fullStopEnds(t, next)
}

func isStop(r rune) bool {
	var t stop
	return t.add(r)
}

// ellipsisEnds reports whether a sentence ends at "...". One with white space
// before it leaves words out: "the ... United States".
func (c *cutter) ellipsisEnds(t *stop, next view) bool {
	before, _ := runeBefore(c.s, t.Start)
	return !unicode.IsSpace(before) || t.dots > 3 || startsAt(c.s, next.letter)
}

// endsWithoutSpace reports whether a sentence ends where a space was forgotten:
// "It was over.Then Seoul", but not "U.S.-led", "3.5", "www.Example.com".
func (c *cutter) endsWithoutSpace(t *stop, next view) bool {
	if t.after == t.End && t.dots == 1 && classAt(c.s, t.End) == digit {
		return false
	}
	before, _ := runeBefore(c.s, t.Start)
	word := wordAt(c.s, next.letter)
	if !unicode.IsLower(before) && t.after == t.End || !unicode.IsUpper(next.r) {
		return false
	}
	if len(word) < 2 && word != "I" && word != "A" || len(word) > 1 && word[1] < 'a' {
		return false
	}
	if r, _ := runeAt(c.s, next.letter+len(word)); r == '.' && isWordAt(c.s, next.letter+len(word)+1) {
		return false
	}
	return abbreviationOf(wordBefore(c.s, c.start, t.Start)) == notShort
}

func classAt(s string, i int) class {
	if i >= len(s) {
		return white
	}
	return classes[s[i]]
}

// fullStopEnds reports whether the single full stop at t, followed by white
// space and something not in lower case, ends a sentence.
func (c *cutter) fullStopEnds(t *stop, next view) bool {
	before, w := runeBefore(c.s, t.Start)
	switch {
	case unicode.IsDigit(before):
		return !c.isNumbering(t.Start) && !(unicode.IsDigit(next.r) && c.isAmount(t.Start))
	case unicode.IsSpace(before):
		return !c.isSpacedEllipsis(t.Start) || startsAt(c.s, next.letter)
	case !unicode.IsLetter(before):
		return true
	}
	if r, _ := runeBefore(c.s, t.Start-w); !unicode.IsLetter(r) {
		return c.letterEnds(t, next, before)
	}
	word := wordBefore(c.s, c.start, t.Start)
	return abbreviationOf(word).ends(c.s, next)
}

// isNumbering reports whether the number that ends at i begins its sentence,
// as in "1. The".
func (c *cutter) isNumbering(i int) bool {
	j := i
	for j > c.start && i-j < 4 && classes[c.s[j-1]] == digit {
		j--
	}
	return firstLetter(c.s, c.start, i) == j
}

// isAmount reports whether the number that ends at i is one of money: the full
// stop of "$3. 5 million" is a decimal point that got a space.
func (c *cutter) isAmount(i int) bool {
	j := i
	for j > c.start && i-j < 4 && classes[c.s[j-1]] == digit {
		j--
	}
	r, _ := runeBefore(c.s, j)
	return unicode.Is(unicode.Sc, r)
}

// isSpacedEllipsis reports whether another full stop stands before the white
// space before i, as in ". . .".
func (c *cutter) isSpacedEllipsis(i int) bool {
	for j := i - 1; j > c.start && i-j < 4; j-- {
		if classes[c.s[j]] != white {
			return c.s[j] == '.'
		}
	}
	return false
}

// letterEnds reports whether a sentence ends at the full stop after a single
// letter: of an acronym, an initial, a time, or a word of its own.
func (c *cutter) letterEnds(t *stop, next view, l rune) bool {
	word := wordBefore(c.s, c.start, t.Start)
	starts := startsAt(c.s, next.letter)
	switch word {
	case "I":
		return true
	case "a.m", "p.m", "A.M", "P.M":
		return !unicode.IsDigit(next.r) && !isTimeWord(c.s, next.letter)
	case "e.g", "i.e", "v":
		return false
	case "D.C":
		return starts || c.followsComma(t.Start-len(word)) && unicode.IsUpper(next.r)
	}
	return starts
}

// followsComma reports whether ", " stands before i: after "Washington, D.C."
// no noun follows that it could belong to.
func (c *cutter) followsComma(i int) bool {
	return i >= 2 && c.s[i-2:i] == ", "
}

// isTimeWord reports whether the word at i goes on with a time of day: "5 p.m.
// Eastern", "5 p.m. Moscow time", "9 a.m. Monday".
func isTimeWord(s string, i int) bool {
	word := wordAt(s, i)
	switch word {
	case "Eastern", "Central", "Mountain", "Pacific", "ET", "EST", "EDT", "CT", "CST", "CDT", "PT", "PST", "PDT",
		"GMT", "UTC", "BST", "CET", "CEST", "MSK", "KST", "JST",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		"January", "February", "March", "April", "May", "June", "July", "August", "September",
		"October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return wordAt(s, i+len(word)+1) == "time"
}

// wordBefore returns the ASCII letters and the full stops between them that end
// at i, or "" where they go on with another letter.
func wordBefore(s string, start, i int) string {
	j := i
	for j > start && i-j < 12 && (classes[s[j-1]] == letter || s[j-1] == '.') {
		j--
	}
	if r, _ := runeBefore(s, j); j > start && unicode.IsLetter(r) {
		return ""
	}
	return s[j:i]
}
