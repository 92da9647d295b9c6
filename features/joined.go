package features

import "slices"

// With returns the vocabulary of the features that v or other has, and where the columns
// of v are in it. What v has keeps its count; another feature has that of other, as if it
// were v's texts that have it, so that it weighs what a feature as rare would in v.
func (v *Vocabulary) With(other *Vocabulary) (joined *Vocabulary, at []int32) {
	own, theirs := slices.Collect(v.Keys()), slices.Collect(other.Keys())
	keys, counts := make([]uint64, 0, len(own)+len(theirs)), make([]uint32, 0, len(own)+len(theirs))
	i, j := 0, 0
	for i < len(own) || j < len(theirs) {
		if i == len(own) || j < len(theirs) && theirs[j] < own[i] {
			keys, counts = append(keys, theirs[j]), append(counts, min(other.Count(j), uint32(v.Texts)))
			j++
			continue
		}
		if j < len(theirs) && theirs[j] == own[i] {
			j++
		}
		at = append(at, int32(len(keys)))
		keys, counts = append(keys, own[i]), append(counts, v.Count(i))
		i++
	}
	return NewVocabulary(slices.Values(keys), counts, v.Texts), at
}
