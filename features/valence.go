package features

// Zones in which polar words are counted.
const (
	zoneSentence = iota
	zoneLeft
	zoneRight
	zoneNear3
	zoneNear7
	zoneClause
	zoneBetween
	zoneQuoted
	zoneCount
)

// mostCounted ends the thermometer of polar words in a zone.
const mostCounted = 4

// A tally is the polar words of a zone.
type tally struct {
	positive, negative int
	sum                float32
}

func (t *tally) add(v float32) {
	if v > 0 {
		t.positive++
	} else {
		t.negative++
	}
	t.sum += v
}

// negatedScale turns a negated valence and weakens it: Hutto and Gilbert (2014), section 3.3.
const negatedScale = -0.74

// reconciled returns VADER's valence of a word, or where the directed lexicon knows
// the word by another sign, that lexicon's: VADER's list has "backs" as negative.
func reconciled(valence float32, polarity int8) float32 {
	if polarity == 0 || valence*float32(polarity) > 0 {
		return valence
	}
	return float32(polarity)
}

// valueAt returns the valence of token i in its context: turned in the scope of a
// negation, 0 for masked tokens.
func (v *view) valueAt(i int) float32 {
	t := &v.tokens[i]
	value := t.valence
	if value == 0 || t.role != plain || t.unreal {
		return 0
	}
	if i > 0 {
		switch before := v.tokens[i-1].class; {
		case before&booster != 0:
			value *= 1.25
		case before&dampener != 0:
			value *= 0.75
		}
	}
	if t.turned {
		value *= negatedScale
	}
	return value
}

// valence emits counts and signs of polar words by zone, the nearest polar word
// on each side of the target, and the total of the sentence.
func valence(x *Extractor) {
	v := &x.view
	var zones [zoneCount]tally
	nearestLeft, nearestRight := -1, -1
	for i := range v.tokens {
		value := v.valueAt(i)
		if value == 0 {
			continue
		}
		v.tally(&zones, i, value)
		x.polarContext(i, sign(value))
		if i < v.target {
			nearestLeft = i
		} else if nearestRight < 0 {
			nearestRight = i
		}
	}
	for z := range zones {
		if v.target >= 0 || z == zoneSentence || z == zoneQuoted {
			x.emitTally(z, &zones[z])
		}
	}
	if v.target >= 0 {
		x.nearestValence(left, nearestLeft)
		x.nearestValence(right, nearestRight)
	}
}

// tally adds token i to every zone it stands in.
func (v *view) tally(zones *[zoneCount]tally, i int, value float32) {
	t := &v.tokens[i]
	zones[zoneSentence].add(value)
	if t.quoted {
		zones[zoneQuoted].add(value)
	}
	if v.target < 0 {
		return
	}
	zones[zoneLeft+side(i, v.target)].add(value)
	if d := max(i-v.target, v.target-i); d <= 7 {
		zones[zoneNear7].add(value)
		if d <= 3 {
			zones[zoneNear3].add(value)
		}
	}
	if t.clause == v.tokens[v.target].clause {
		zones[zoneClause].add(value)
	}
	if v.source >= 0 && zoneOf(i, min(v.source, v.target), max(v.source, v.target)) == 1 {
		zones[zoneBetween].add(value)
	}
}

// emitTally emits the counts of one zone, the sign of its sum, and for the whole
// sentence how large the sum is.
func (x *Extractor) emitTally(zone int, t *tally) {
	x.thermometer(kindValenceCount, zone*16, t.positive, mostCounted)
	x.thermometer(kindValenceCount, zone*16+8, t.negative, mostCounted)
	x.flag(kindValenceSign, zone*4+sign(t.sum), -1)
	if zone == zoneSentence {
		x.thermometer(kindValenceTotal, 0, int(2*max(t.sum, 0)), 16)
		x.thermometer(kindValenceTotal, 32, int(2*max(-t.sum, 0)), 16)
	}
}

// polarContext emits where a polar word stands with respect to the two parties, with
// its sign in place of the word: what is learnt from one word then holds for all.
func (x *Extractor) polarContext(i, sign int) {
	v := &x.view
	if v.target < 0 {
		return
	}
	n := sign - 1
	if i+1 < len(v.tokens) {
		x.emit(kindValencePattern, n, v.tokens[i+1].stem, 0, i, i+1)
	}
	if i > 0 {
		x.emit(kindValencePattern, n+2, v.tokens[i-1].stem, 0, i-1, i)
	}
	x.valenceOffset(aroundTarget, n, i, v.target)
	if v.source < 0 {
		return
	}
	x.valenceOffset(aroundSource, n, i, v.source)
	zone := zoneOf(i, min(v.source, v.target), max(v.source, v.target))
	where := (zone*2+order(v.source, v.target))*2 + n
	x.flag(kindValenceZone, where, i)
	if v.tokens[i].clause == v.tokens[v.target].clause {
		x.flag(kindValenceZone, 16+where, i)
	}
}

// valenceOffset emits the distance of a polar word from a party, up to four tokens.
func (x *Extractor) valenceOffset(around, n, i, anchor int) {
	if d := i - anchor; -4 <= d && d <= 4 {
		x.flag(kindValenceOffset, (around*2+n)*16+d+4, i)
	}
}

// zoneOf tells before (0), between (1) and behind (2) two tokens a < b.
func zoneOf(i, a, b int) int {
	switch {
	case i < a:
		return 0
	case i > b:
		return 2
	}
	return 1
}

// sign maps a sum to 0 (none), 1 (positive) or 2 (negative).
func sign(sum float32) int {
	switch {
	case sum > 0:
		return 1
	case sum < 0:
		return 2
	}
	return 0
}

func (x *Extractor) nearestValence(side, i int) {
	if i < 0 {
		return
	}
	n := side*16 + sign(x.view.valueAt(i))*4 + distanceBucket(i-x.view.target)
	x.flag(kindValenceNearest, n, i)
}
