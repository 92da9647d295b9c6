package features

// markNames takes the polarity from words that are parts of names: nobody is pressed by
// the Associated Press, nor is the Freedom Party free. A part of a name has a capital,
// as the word beside it has. The first word of a sentence would have one anyway, and
// all words of a headline have.
func (v *view) markNames() {
	if v.isHeadline() {
		return
	}
	for i := 1; i < len(v.tokens); i++ {
		t := &v.tokens[i]
		if v.tokens[i-1].class&ender == 0 && v.hasCapital(i) && (v.hasCapital(i-1) || v.hasCapital(i+1)) {
			t.valence, t.shift, t.predicates = 0, keeps, rowRange{}
		}
	}
}

// hasCapital reports whether token i, which may be out of range, is a word with a
// meaning of its own and a capital.
func (v *view) hasCapital(i int) bool {
	return i >= 0 && i < len(v.tokens) && v.tokens[i].capital && v.tokens[i].content()
}

// isHeadline reports whether most words that could do without have a capital.
func (v *view) isHeadline() bool {
	words, capitals := 0, 0
	for i := range v.tokens {
		if t := &v.tokens[i]; t.content() {
			words++
			if t.capital {
				capitals++
			}
		}
	}
	return 2*capitals > words
}
