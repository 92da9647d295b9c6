package features

// ruleReach is how far from the target the bare rule looks for polar words, in tokens.
const ruleReach = 7

// directedWeight is what a step of directed polarity (-3 to 3) weighs in the rule, beside texts in
// which VADER's valence (-4 to 4 a word) speaks alone.
const directedWeight = 1.53

// rule emits one number, what the lexicons say without any training: the polarity that the
// source, or nobody named, shows toward the target by the directed lexicon; where that is
// silent or cancels out, the valence of the polar words around the target, or of the whole text where it
// names no target.
func rule(x *Extractor) {
	sum := directedWeight * float32(x.shown())
	if sum == 0 {
		sum = x.view.around()
	}
	x.emit(kindRule, 0, 0, 0, -1, -1)
	if n := len(x.found); n > 0 && x.found[n-1].kind == kindRule {
		x.found[n-1].Value = sum
	}
}

// shown returns the polarity shown to the target by the source or by nobody named.
func (x *Extractor) shown() int {
	v, sum := &x.view, 0
	if v.target < 0 {
		return 0
	}
	for _, f := range x.ties() {
		if f.reaches(v, target) && !v.isRole(f.agent, other) && !v.tokens[f.at].unreal {
			sum += f.polarity
		}
	}
	return sum
}

// around returns the valence of the words within ruleReach of the target, or of all.
func (v *view) around() float32 {
	var sum float32
	for i := range v.tokens {
		if v.target < 0 || max(i-v.target, v.target-i) <= ruleReach {
			sum += v.valueAt(i)
		}
	}
	return sum
}
