package features

// ruleReach is how far from the target the bare rule looks for polar words, in tokens.
const ruleReach = 7

// directedWeight is what a step of directed polarity (-3 to 3) weighs in the rule,
// in VADER's units (-4 to 4 a word).
const directedWeight = 1.5

// rule emits one number, what the lexicons say without any training: the polarity
// shown toward the target by the directed lexicon, plus VADER's valence around it,
// or of the whole text where it names no target.
func rule(x *Extractor) {
	v := &x.view
	var sum float32
	for i := range v.tokens {
		if v.target < 0 || max(i-v.target, v.target-i) <= ruleReach {
			sum += v.valueAt(i)
		}
	}
	if v.target >= 0 {
		for _, f := range x.fire() {
			if f.reaches(v, target) && !v.tokens[f.at].unreal {
				sum += directedWeight * float32(f.polarity)
			}
		}
	}
	x.emit(kindRule, 0, 0, 0, -1, -1)
	if n := len(x.found); n > 0 && x.found[n-1].kind == kindRule {
		x.found[n-1].Value = sum
	}
}
