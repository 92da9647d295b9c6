package features

// negation emits the content stems in the scope of a negation, and whether the
// target's clause has one. The scope ends at punctuation and at "but".
func negation(x *Extractor) {
	v := &x.view
	for i := range v.tokens {
		t := &v.tokens[i]
		if t.negated && t.content() {
			x.one(kindNegatedStem, 0, t.stem, i)
		}
		if t.class&negator != 0 && v.target >= 0 && t.clause == v.tokens[v.target].clause {
			x.flag(kindNegatedClause, side(i, v.target), i)
		}
	}
}
