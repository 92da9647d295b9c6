package features

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// randomKeys returns n distinct keys, ascending, the first and last possible among them.
func randomKeys(n int) []uint64 {
	rng := rand.New(rand.NewPCG(uint64(n), 0))
	known := map[uint64]bool{}
	for _, k := range []uint64{0, KeyLimit - 1}[:min(n, 2)] {
		known[k] = true
	}
	keys := make([]uint64, 0, n)
	for len(known) < n {
		known[rng.Uint64N(KeyLimit)] = true
	}
	for k := range known {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func TestColumnFindsEveryKeyAndNoOther(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 1000, 100000} {
		keys := randomKeys(n)
		v := NewVocabulary(slices.Values(keys), make([]uint32, n), 0)
		if v.Columns() != n {
			t.Errorf("%d keys give %d columns", n, v.Columns())
		}
		rng := rand.New(rand.NewPCG(7, uint64(n)))
		check := func(k uint64) {
			t.Helper()
			want, ok := slices.BinarySearch(keys, k)
			if !ok {
				want = -1
			}
			hash := k<<(64-keyBits) | rng.Uint64N(1<<(64-keyBits)) // what is below the key does not count
			if got := v.Column(hash); got != want {
				t.Fatalf("%d keys: column of %#x is %d, want %d", n, k, got, want)
			}
		}
		for _, k := range keys {
			check(k)
			check((k + 1) % KeyLimit)
			check((k + KeyLimit - 1) % KeyLimit)
			check(k ^ 1<<39)
		}
		if got := slices.Collect(v.Keys()); !slices.Equal(got, keys) {
			t.Fatalf("%d keys come back as %d others", n, len(got))
		}
		for range 10000 {
			check(rng.Uint64N(KeyLimit))
		}
	}
}

func TestCrowdedKeysAreFound(t *testing.T) {
	keys := make([]uint64, 5000) // all in one bucket
	for i := range keys {
		keys[i] = 1<<38 + uint64(i)
	}
	v := NewVocabulary(slices.Values(keys), make([]uint32, len(keys)), 0)
	for i, k := range keys {
		if got := v.Column(k << (64 - keyBits)); got != i {
			t.Fatalf("column of %#x is %d, want %d", k, got, i)
		}
	}
}

// counts returns how many distinct texts have each word of the vocabulary.
func counts(t *testing.T, v *Vocabulary, words ...string) []int {
	t.Helper()
	x := NewExtractor(families(t, "words"))
	all := make([]int, len(words))
	for i, w := range words {
		if c := v.Column(x.Features(marked(w))[0].Hash); c >= 0 {
			all[i] = int(v.Count(c))
		}
	}
	return all
}

func TestVocabularyCountsDistinctTexts(t *testing.T) {
	s := statements("peace talks", "Peace  talks", "war talks", "peace talks", "war war war", "“peace”", "\"peace\"")
	b := Extract(families(t, "words"), s, nil)
	check := func(rows []int, minTexts, texts int, want ...int) {
		t.Helper()
		v := b.Vocabulary(rows, minTexts)
		if got := counts(t, v, "peace", "talks", "war"); v.Texts != texts || !slices.Equal(got, want) {
			t.Errorf("rows %v, at least %d texts: %v in %d texts, want %v in %d", rows, minTexts, got, v.Texts, want, texts)
		}
	}
	check(upTo(7), 1, 4, 2, 2, 2)
	check([]int{6, 5, 4, 3, 2, 1, 0}, 1, 4, 2, 2, 2)
	check([]int{0, 0, 1, 3, 0}, 1, 1, 1, 1, 0) // one text five times
	check([]int{0, 1, 3}, 2, 1, 0, 0, 0)
	check([]int{0, 2, 5}, 2, 3, 2, 2, 0)
	check([]int{0, 2, 5}, 3, 3, 0, 0, 0)
	check(nil, 1, 0, 0, 0, 0)
}

func TestVocabularyLeavesTheListOfRowsAlone(t *testing.T) {
	b := Extract(families(t, "words"), statements("b", "a", "b"), nil)
	rows := []int{2, 1, 0}
	b.Vocabulary(rows, 1)
	if !slices.Equal(rows, []int{2, 1, 0}) {
		t.Errorf("rows are now %v", rows)
	}
}

func TestVocabularyIsTheSameOnAnyNumberOfCores(t *testing.T) {
	b := Extract(Families, written(1500, 1), nil)
	want := b.Vocabulary(upTo(len(b.Texts)), 2)
	onCores(t, []int{1, 2, 3, 5}, func(n int) {
		got := b.Vocabulary(upTo(len(b.Texts)), 2)
		if !slices.Equal(slices.Collect(got.Keys()), slices.Collect(want.Keys())) || !bytes.Equal(got.count, want.count) || got.Texts != want.Texts {
			t.Errorf("%d cores: another vocabulary of %d columns, want %d", n, got.Columns(), want.Columns())
		}
	})
	if !slices.IsSorted(slices.Collect(want.Keys())) || want.Columns() < 1000 {
		t.Errorf("%d keys, sorted %v", want.Columns(), slices.IsSorted(slices.Collect(want.Keys())))
	}
}

func TestCountsAreThoseOfAMap(t *testing.T) {
	s := written(900, 2)
	b := Extract(families(t, "words bigrams"), append(s, s[:300]...), nil)
	texts := map[uint64]map[int32]bool{}
	for r, hashes := range rowsOf(b) {
		for _, h := range hashes {
			if texts[key(h)] == nil {
				texts[key(h)] = map[int32]bool{}
			}
			texts[key(h)][b.Texts[r]] = true
		}
	}
	v := b.Vocabulary(upTo(len(b.Texts)), 1)
	if v.Columns() != len(texts) {
		t.Fatalf("%d columns, want %d", v.Columns(), len(texts))
	}
	for c, k := range slices.Collect(v.Keys()) {
		if int(v.Count(c)) != len(texts[k]) {
			t.Fatalf("column %d stands in %d texts, want %d", c, v.Count(c), len(texts[k]))
		}
	}
}

func TestIDFIsSmoothed(t *testing.T) {
	v := NewVocabulary(slices.Values([]uint64{1, 2, 3}), []uint32{1, 4, 9}, 9)
	for c, df := range []float64{1, 4, 9} {
		if got, want := float64(v.IDF(c)), math.Log(10/(1+df))+1; math.Abs(got-want) > 1e-6 {
			t.Errorf("IDF of a feature in %v of 9 texts = %v, want %v", df, got, want)
		}
	}
}

func TestUnsoundTablesAreRefused(t *testing.T) {
	keys := randomKeys(1000)
	count := make([]uint32, len(keys))
	check := func(change func(*Tables), want string) {
		t.Helper()
		tables := NewVocabulary(slices.Values(keys), count, 5).Tables()
		change(&tables)
		v, err := OpenVocabulary(tables, len(keys), 5)
		switch {
		case want != "" && (err == nil || err.Error() != want):
			t.Errorf("error %v, want %q", err, want)
		case want == "" && (err != nil || !slices.Equal(slices.Collect(v.Keys()), keys)):
			t.Errorf("error %v, want the keys", err)
		}
	}
	set := func(p Packed, i int, n uint32) { copy(p[packedSize*i:], Pack([]uint32{n})) }
	check(func(*Tables) {}, "")
	check(func(t *Tables) { t.Rest = t.Rest[1:] }, "sections do not fit 1000 columns")
	check(func(t *Tables) { t.Count = t.Count[packedSize:] }, "sections do not fit 1000 columns")
	check(func(t *Tables) { t.Start = nil }, "sections do not fit 1000 columns")
	check(func(t *Tables) { set(t.Start, 0, 1) }, "columns out of order")
	check(func(t *Tables) { set(t.Start, 7, 1<<31) }, "columns out of order")
	check(func(t *Tables) { set(t.Start, t.Start.Len()-1, 999) }, "columns out of order")
	check(func(t *Tables) { set(t.Start, 250, 0) }, "columns out of order")
	check(func(t *Tables) { set(t.Count, 3, 6) }, "a column stands in more texts than there are")
	crowded := make([]uint64, 8)
	for i := range crowded {
		crowded[i] = uint64(i)
	}
	tables := NewVocabulary(slices.Values(crowded), make([]uint32, len(crowded)), 5).Tables()
	set(tables.Rest, 4, 3)
	if _, err := OpenVocabulary(tables, len(crowded), 5); err == nil {
		t.Error("a key that stands twice is not refused")
	}
}
