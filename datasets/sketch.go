package datasets

// A sketch is the smallest shingles of a text, ascending, and how many it has. Only
// the upper half of each is kept: two texts of 25 words share one by chance in one
// case of a hundred, which does not make them near duplicates.
type sketch struct {
	values []uint16
	size   int
}

// sketchOf returns the sketch of a set of shingles.
func sketchOf(s Shingles) sketch {
	k := sketch{size: len(s)}
	for _, v := range s[:min(len(s), keptShingles)] {
		k.values = append(k.values, uint16(v>>16))
	}
	return k
}

// whole reports whether the sketch is the whole set.
func (k sketch) whole() bool { return len(k.values) == k.size }

// leastSampled is how many shingles of the shorter text must be in the sample for an
// estimate to count.
const leastSampled = 8

// near reports whether the texts of two sketches are near duplicates, as Overlap.Near
// does. Where a sketch is not the whole set, both are cut where the first of them
// ends: below that both are complete, and what they share there is a random sample of
// what they share (Broder 1997, section 4). The sample is scaled up to the sets.
func (k sketch) near(other sketch) bool {
	a, b := k.values, other.values
	if k.whole() && other.whole() {
		return Overlap{shared(a, b), len(a), len(b)}.Near()
	}
	end := 1 << 16
	for _, s := range []sketch{k, other} {
		if !s.whole() {
			end = min(end, int(s.values[len(s.values)-1]))
		}
	}
	a, b = upTo(a, end), upTo(b, end)
	if min(len(a), len(b)) < leastSampled {
		return false
	}
	o := Overlap{shared(a, b), len(a), len(b)}
	smaller, sampled := min(k.size, other.size), min(len(a), len(b))
	scaled := Overlap{o.Shared * smaller / sampled, smaller, max(k.size, other.size)}
	return o.Resemblance() >= nearResemblance || scaled.Shared >= nearShared && o.Containment() >= nearContainment
}

// upTo returns the values up to and including end.
func upTo(values []uint16, end int) []uint16 {
	n := len(values)
	for n > 0 && int(values[n-1]) > end {
		n--
	}
	return values[:n]
}
