package articles

import "slices"

// strangers are surnames that a party table has, and that the article gives to somebody
// else: "Demirtas" after "said Aylin Demirtas", where no leader of the name is named in full.
type strangers struct {
	other map[uint64]bool // surnames behind another first name
	known map[uint64]bool // surnames of persons named in full, as the table has them
}

// note keeps the persons that a sentence names; its matches are not settled.
func (s *strangers) note(x *sentence) {
	for _, m := range x.matches {
		if x.g.aliasOf(m).kind != personKind {
			continue
		}
		surname := x.tokens[m.last-1].Hash
		switch {
		case m.last-m.first > 1:
			put(&s.known, surname, true)
		case m.first > 1 && x.g.isName(x.tokens, m.first-1) && isNext(x.tokens, m.first) && !isHeadline(x.tokens, m):
			put(&s.other, surname, true)
		}
	}
}

// drop drops the mentions of surnames that the article gives to somebody else.
func (s *strangers) drop(x *sentence) {
	if s.other == nil {
		return
	}
	x.matches = slices.DeleteFunc(x.matches, func(m match) bool {
		surname := x.tokens[m.last-1].Hash
		return m.last-m.first == 1 && x.g.aliasOf(m).kind == personKind && s.other[surname] && !s.known[surname]
	})
}
