package features

// clause emits the stems, and pairs of them, of the clause that holds the target,
// and whether the source stands in it too.
func clause(x *Extractor) {
	v := &x.view
	if v.target < 0 {
		return
	}
	here := v.tokens[v.target].clause
	last := -1
	for i := range v.tokens {
		t := &v.tokens[i]
		if t.clause != here || !t.spoken() {
			continue
		}
		x.one(kindClauseStem, 0, t.stem, i)
		if last >= 0 {
			x.emit(kindClauseBigram, 0, v.tokens[last].hash, t.hash, last, i)
		}
		last = i
	}
	if v.source >= 0 && v.tokens[v.source].clause == here {
		x.flag(kindSameClause, order(v.source, v.target), -1)
	}
}
