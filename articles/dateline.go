package articles

import (
	"stance/internal/text"
)

// maxDateline is the number of tokens that a dateline or a byline has at most.
const maxDateline = 24

// datelineEnd returns the number of tokens of the dateline that the sentence
// begins with, or 0. Its places and agencies are no parties.
//
//	PYONGYANG, Nov. 3 (KCNA) -- The newspaper said ...
//	[------- dateline --------]
//
// A byline, and a line that has nothing but a dateline, are one as a whole.
func datelineEnd(g *Gazetteer, s string, tokens []text.Token) int {
	if isByline(s, tokens) {
		return len(tokens)
	}
	sure := false // a date or an agency in brackets was seen
	for i := 0; i < len(tokens) && i < maxDateline; i++ {
		t := tokens[i]
		switch {
		case i > 0 && isDash(s, t) && tokens[i-1].End < t.Start || i > 0 && isDash(s, t) && tokens[i-1].Of(s) == ")":
			if sure || isPlaceInCapitals(g, tokens[:i]) {
				return i + 1
			}
			return 0
		case i > 0 && (t.Of(s) == "(" || monthOrDay(t)):
			sure = true
		case t.Kind == text.Word && t.Case == text.Lower, t.Kind == text.Punct && !isDatelineMark(t.Of(s)):
			return 0
		}
	}
	if sure && len(tokens) <= maxDateline && len(tokens) > 1 && tokens[0].Case == text.Upper {
		return len(tokens)
	}
	return 0
}

// isByline reports whether the line names its author: "By Kim Song Ho".
func isByline(s string, tokens []text.Token) bool {
	if len(tokens) < 2 || len(tokens) > 10 || tokens[0].Of(s) != "By" && tokens[0].Of(s) != "BY" {
		return false
	}
	for _, t := range tokens[1:] {
		if t.Kind == text.Word && t.Case == text.Lower && t.Of(s) != "and" && t.Of(s) != "in" {
			return false
		}
	}
	return s[len(s)-1] != '.'
}

func isDash(s string, t text.Token) bool {
	switch t.Of(s) {
	case "-", "--", "---", "–", "—", "―":
		return true
	}
	return false
}

func isDatelineMark(mark string) bool {
	switch mark {
	case ",", ".", "(", ")", "/", "'", "’", ";", ":", "-":
		return true
	}
	return false
}

// monthOrDay reports whether the token is a month or a day of the week.
func monthOrDay(t text.Token) bool {
	return t.Case != text.Lower && grammar().of(t.Hash)&timeWord != 0
}

// isPlaceInCapitals reports whether the tokens begin with a place in capitals
// that is not the name of a state or body: "MOSCOW", not "NATO".
func isPlaceInCapitals(g *Gazetteer, tokens []text.Token) bool {
	if tokens[0].Case != text.Upper || tokens[0].End-tokens[0].Start < 3 {
		return false
	}
	if m, ok := g.longest(tokens, 0); ok {
		return g.aliases[m.alias].kind == capitalKind
	}
	return true
}
