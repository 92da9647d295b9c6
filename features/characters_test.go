package features

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// gramHash returns the hash of the n-gram's feature.
func gramHash(gram string) uint64 {
	x := NewExtractor(nil)
	x.seen.reset()
	var h uint64
	for _, r := range gram {
		h = (h + uint64(r)) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	x.emit(kindCharacters, utf8.RuneCountInString(gram), h, 0, 0, 0)
	return x.found[0].Hash
}

// The n-grams are those of scikit-learn 1.2.1, CountVectorizer(analyzer="char_wb",
// ngram_range=(2, 5)), with a space for "_".
func TestCharactersAreThoseOfScikitLearn(t *testing.T) {
	x := NewExtractor(families(t, "characters"))
	check := func(text, grams string) {
		t.Helper()
		var want []uint64
		for _, g := range strings.Fields(grams) {
			if strings.HasPrefix(g, "_") {
				g = "^" + g[1:]
			}
			if strings.HasSuffix(g, "_") {
				g = g[:len(g)-1] + "$"
			}
			want = append(want, gramHash(g))
		}
		slices.Sort(want)
		if got := hashesOf(x, marked(text)); !slices.Equal(got, want) {
			t.Errorf("%q has %d n-grams, want %d: %s", text, len(got), len(want), grams)
		}
	}
	check("", "")
	check("a", "_a _a_ a_")
	check("is", "_i _is _is_ is is_ s_")
	check("Ally", "_a _al _all _ally al all ally ally_ ll lly lly_ ly ly_ y_")
	check("veto veto", "_v _ve _vet _veto et eto eto_ o_ to to_ ve vet veto veto_")
	check("sanction [Chile]", `_s _sa _san _sanc an anc anct ancti ct cti ctio ction io ion ion_ n_ nc nct ncti nctio
		on on_ sa san sanc sanct ti tio tion tion_`)
}

func TestCharactersFoldCaseAndApostrophes(t *testing.T) {
	x := NewExtractor(families(t, "characters"))
	for _, pair := range [][2]string{
		{"ÉTAT", "état"}, {"DON'T", "don’t"}, {"ΕΙΡΗΝΗ", "ειρηνη"}, {"США", "сша"},
	} {
		if !slices.Equal(hashesOf(x, marked(pair[0])), hashesOf(x, marked(pair[1]))) {
			t.Errorf("%q and %q have different n-grams", pair[0], pair[1])
		}
	}
}

func TestCharactersHaveTheirOwnBlock(t *testing.T) {
	x := NewExtractor(Families)
	for _, f := range x.Features(marked("{Norway} did not praise [Chile]")) {
		if (f.Block() == blockCharacters) != (f.kind == kindCharacters) {
			t.Errorf("%s is in block %d", kindNames[f.kind], f.Block())
		}
	}
}
