package features

// roles emits who does what to whom, as far as word order shows it: the passive,
// a speech verb beside a party, and the neighbours of each party.
func roles(x *Extractor) {
	v := &x.view
	x.role(aroundTarget, v.target)
	x.role(aroundSource, v.source)
	if v.target >= 0 && v.source >= 0 {
		x.passive(min(v.source, v.target), max(v.source, v.target))
	}
}

// role emits the surroundings of one party.
func (x *Extractor) role(around, anchor int) {
	if anchor < 0 {
		return
	}
	v := &x.view
	for i := max(anchor-3, 0); i < min(anchor+4, len(v.tokens)); i++ {
		if v.tokens[i].class&speech != 0 {
			x.one(kindSpeech, around*2+side(i, anchor), v.tokens[i].stem, i)
		}
	}
	x.neighbour(around*2, anchor-1)
	x.neighbour(around*2+1, anchor+1)
	if anchor > 0 && v.tokens[anchor-1].class&by != 0 {
		x.flag(kindPassive, 4+around, anchor-1)
	}
}

// neighbour emits the token beside a party where it is no content word, or the
// edge of the sentence.
func (x *Extractor) neighbour(n, i int) {
	v := &x.view
	switch {
	case i < 0 || i >= len(v.tokens):
		x.flag(kindNeighbour, n, -1)
	case !v.tokens[i].content():
		x.one(kindNeighbour, n, v.tokens[i].hash, i)
	}
}

// passive emits "a is -ed by b", with the order of source and target.
func (x *Extractor) passive(a, b int) {
	v := &x.view
	be := -1
	for i := a + 1; i < b; i++ {
		t := &v.tokens[i]
		if t.class&being != 0 {
			be = i
		}
		if be >= 0 && i-be <= 3 && t.class&pastForm != 0 {
			n := order(v.source, v.target)
			x.flag(kindPassive, n, i)
			if v.tokens[b-1].class&by != 0 {
				x.one(kindPassive, 2+n, t.stem, i)
			}
			return
		}
	}
}
