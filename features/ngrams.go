package features

// words emits every token that is a word, and the marks that carry tone.
func words(x *Extractor) {
	for i := range x.view.tokens {
		if t := &x.view.tokens[i]; t.spoken() {
			x.one(kindWord, 0, t.hash, i)
		}
	}
}

// spoken reports whether the token is heard when the sentence is read: all but
// commas, brackets and full stops.
func (t *token) spoken() bool { return t.isWord() || t.valence != 0 || t.class&tone != 0 }

// bigrams emits pairs of adjacent words.
func bigrams(x *Extractor) {
	last := -1
	for i := range x.view.tokens {
		if !x.view.tokens[i].spoken() {
			continue
		}
		if last >= 0 {
			x.emit(kindBigram, 0, x.view.tokens[last].hash, x.view.tokens[i].hash, last, i)
		}
		last = i
	}
}

// stems emits stems and pairs of adjacent stems.
func stems(x *Extractor) {
	last := -1
	for i := range x.view.tokens {
		t := &x.view.tokens[i]
		if !t.spoken() {
			continue
		}
		x.one(kindStem, 0, t.stem, i)
		if last >= 0 {
			x.emit(kindStemBigram, 0, x.view.tokens[last].stem, t.stem, last, i)
		}
		last = i
	}
}
