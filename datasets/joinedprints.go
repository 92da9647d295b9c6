package datasets

// With returns the fingerprints of the texts of f and of other, each text once, with the
// tasks of both; nil where one is nil, because leaks could not be told. Where f or other
// is a sample, so is the result, and Texts counts the texts that are known to differ.
func (f *Fingerprints) With(other *Fingerprints) *Fingerprints {
	if f == nil || other == nil {
		return nil
	}
	joined, both, i, j := &Fingerprints{}, 0, 0, 0
	for i < f.Kept || j < other.Kept {
		from, at := f, i
		switch {
		case i == f.Kept || j < other.Kept && other.hashAt(j) < f.hashAt(i):
			from, at = other, j
			j++
		case j < other.Kept && other.hashAt(j) == f.hashAt(i):
			both++
			i, j = i+1, j+1
		default:
			i++
		}
		if joined.Kept == keptTexts {
			continue
		}
		about := from.aboutAt(at)
		if from == f && j > 0 && other.hashAt(j-1) == f.hashAt(at) {
			about |= other.aboutAt(j-1) &^ mostCounted
		}
		joined.add(from.hashAt(at), about, from.sketchAt(at))
		joined.Kept++
	}
	joined.Texts = f.Texts + other.Texts - both
	return joined
}
