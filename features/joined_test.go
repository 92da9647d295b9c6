package features

import (
	"slices"
	"testing"
)

func vocabularyOf(keys []uint64, counts []uint32, texts int) *Vocabulary {
	return NewVocabulary(slices.Values(keys), counts, texts)
}

func TestVocabulariesJoin(t *testing.T) {
	check := func(own, other *Vocabulary, keys []uint64, counts []uint32, places ...int32) {
		t.Helper()
		joined, at := own.With(other)
		var got []uint32
		for c := range joined.Columns() {
			got = append(got, joined.Count(c))
		}
		if k := slices.Collect(joined.Keys()); !slices.Equal(k, keys) || !slices.Equal(got, counts) || !slices.Equal(at, places) {
			t.Errorf("keys %v, counts %v, places %v; want %v, %v, %v", k, got, at, keys, counts, places)
		}
		if joined.Texts != own.Texts {
			t.Errorf("%d texts, want %d", joined.Texts, own.Texts)
		}
	}
	own := vocabularyOf([]uint64{5, 1 << 20, 1 << 39}, []uint32{7, 2, 3}, 10)
	none := vocabularyOf(nil, nil, 0)
	check(own, none, []uint64{5, 1 << 20, 1 << 39}, []uint32{7, 2, 3}, 0, 1, 2)
	check(own, own, []uint64{5, 1 << 20, 1 << 39}, []uint32{7, 2, 3}, 0, 1, 2)
	check(none, vocabularyOf([]uint64{9}, []uint32{4}, 4), []uint64{9}, []uint32{0})
	// What own has keeps its count; no count is above the texts of own.
	check(own, vocabularyOf([]uint64{1, 5, 6, 1<<39 + 1}, []uint32{4, 99, 98, 1}, 200),
		[]uint64{1, 5, 6, 1 << 20, 1 << 39, 1<<39 + 1}, []uint32{4, 7, 10, 2, 3, 1}, 1, 3, 4)
}
