package features

// Reach of the windows around a party, in words.
const (
	stemReach   = 5
	wordReach   = 3
	phraseReach = 3
)

// Anchors: the party that a window stands around.
const (
	aroundTarget = iota
	aroundSource
)

// windows emits what stands near the target and near the source.
func windows(x *Extractor) {
	x.window(aroundTarget, x.view.target)
	x.window(aroundSource, x.view.source)
}

// window walks outwards from the anchor in both directions.
func (x *Extractor) window(around, anchor int) {
	if anchor < 0 {
		return
	}
	for _, step := range [2]int{-1, 1} {
		x.walk(around, anchor, step)
	}
}

// walk emits the words on one side of the anchor: stems within stemReach, words
// within wordReach also with their exact offset, and the phrase that grows from
// the anchor outwards.
func (x *Extractor) walk(around, anchor, step int) {
	v := &x.view
	n := around*2 + side(anchor+step, anchor)
	var phrase uint64
	for i, d := anchor+step, 1; i >= 0 && i < len(v.tokens) && d <= stemReach; i += step {
		t := &v.tokens[i]
		if !t.spoken() {
			continue
		}
		x.one(kindWindowStem, n, t.stem, i)
		if d <= wordReach {
			x.one(kindWindowWord, n, t.hash, i)
			x.one(kindOffset, n*4+d, t.hash, i)
		}
		if d <= phraseReach {
			phrase = mix(phrase+1, t.hash)
			x.emit(kindPhrase, n*4+d, phrase, 0, min(anchor+step, i), max(anchor+step, i))
		}
		d++
	}
}
