package features

// shortBetween is the longest string between two parties that counts as one
// expression, in words.
const shortBetween = 4

// order tells source before target (0) from target before source (1).
func order(source, target int) int {
	if source < target {
		return 0
	}
	return 1
}

// between emits the words of the three zones that source and target cut the
// sentence into, with the order of the two.
func between(x *Extractor) {
	v := &x.view
	if v.target < 0 || v.source < 0 {
		return
	}
	n := order(v.source, v.target)
	a, b := min(v.source, v.target), max(v.source, v.target)
	x.zones(n, a, b)
	x.grams3(n, a, b)
	x.flag(kindBetweenDistance, n*8+min(distanceBucket(b-a)*2+adjacent(a, b), 7), -1)
	for i, found := a+1, 0; i < b && found < 2; i++ {
		if t := &v.tokens[i]; t.content() {
			x.one(kindBetweenFirst, n, t.stem, i)
			found++
		}
	}
}

func adjacent(a, b int) int {
	if b == a+1 {
		return 1
	}
	return 0
}

// zones emits every stem with its zone: before (0), between (1), behind (2).
func (x *Extractor) zones(n, a, b int) {
	for i := range x.view.tokens {
		t := &x.view.tokens[i]
		if i == a || i == b || !t.spoken() {
			continue
		}
		x.one(kindBetweenZone, n*3+zoneOf(i, a, b), t.stem, i)
	}
}

// grams3 emits stem 1-3-grams between the two, and all of it where it is short.
func (x *Extractor) grams3(n, a, b int) {
	v := &x.view
	var h2, h3, whole uint64
	first, before, count := -1, -1, 0 // the two spoken tokens before i
	for i := a + 1; i < b; i++ {
		t := &v.tokens[i]
		if !t.spoken() {
			continue
		}
		x.emit(kindBetweenGram, n*3, t.stem, 0, i, i)
		if count > 0 {
			h2 = mix(v.tokens[before].stem, t.stem)
			x.emit(kindBetweenGram, n*3+1, h2, 0, before, i)
		}
		if count > 1 {
			x.emit(kindBetweenGram, n*3+2, h3, t.stem, first, i)
		}
		whole, h3 = mix(whole+1, t.stem), h2
		first, before = before, i
		count++
	}
	switch {
	case count == 0:
		x.flag(kindBetweenWhole, n, -1)
	case count <= shortBetween:
		x.emit(kindBetweenWhole, n, whole, 0, a+1, b-1)
	}
}
