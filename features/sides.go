package features

// Sides of an anchor, the n of positional kinds.
const (
	left = iota
	right
)

// side returns on which side of the anchor token i stands.
func side(i, anchor int) int {
	if i < anchor {
		return left
	}
	return right
}

// distanceBucket tells near (0), middle (1) and far (2).
func distanceBucket(d int) int {
	switch d = max(d, -d); {
	case d <= 3:
		return 0
	case d <= 8:
		return 1
	}
	return 2
}

// sides emits what stands left and right of the target: stems, pairs of adjacent
// words, and content stems with their distance.
func sides(x *Extractor) {
	v := &x.view
	if v.target < 0 {
		return
	}
	last := -1
	for i := range v.tokens {
		t := &v.tokens[i]
		if i == v.target {
			last = -1
			continue
		}
		if !t.spoken() {
			continue
		}
		s := side(i, v.target)
		x.one(kindSideStem, s, t.stem, i)
		if t.content() {
			x.one(kindSideDistance, s*3+distanceBucket(i-v.target), t.stem, i)
		}
		if last >= 0 {
			x.emit(kindSideBigram, s, v.tokens[last].hash, t.hash, last, i)
		}
		last = i
	}
}
