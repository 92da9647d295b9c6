package features

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"stance/internal/text"
)

// The pairs are from the sample vocabulary that snowballstem.org publishes with the
// English stemmer (Porter 2), and from its lists of exceptions.
func TestStemsAreThoseOfPorter2(t *testing.T) {
	const pairs = `consign consign, consigned consign, consigning consign, consignment consign, consist consist,
		consistency consist, consistently consist, consolation consol, consolatory consolatori, consolingly consol,
		conspicuously conspicu, conspiracy conspiraci, conspirators conspir, conspire conspir, constables constabl,
		constancy constanc, kneaded knead, kneel kneel, kneeling kneel, knees knee, knelt knelt, knife knife,
		knightly knight, knights knight, knitted knit, knives knive, knocker knocker,
		skies sky, dying die, lying lie, news news, early earli, only onli, singly singl, andes andes, inning inning,
		proceed proceed, succeeded succeed`
	for _, pair := range strings.Split(pairs, ",") {
		var word, want string
		fmt.Sscan(pair, &word, &want)
		if got := stem(word); got != want {
			t.Errorf("stem(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestStemLeavesAloneWhatIsNoWord(t *testing.T) {
	long := strings.Repeat("running", 6)
	for _, s := range []string{"", "a", "is", "@meetings", "#meetings", "a.org/meetings", long} {
		if got := stem(s); got != s {
			t.Errorf("stem(%q) = %q", s, got)
		}
	}
}

func TestWordsOfOneHashHaveOneDescription(t *testing.T) {
	check := func(cut, whole string) { // "ca" of "can't" carries the hash of "can"
		t.Helper()
		h := text.AppendTokens(nil, cut+"n't")[0].Hash
		if a, b := shippedPredicates().describe(h, cut), shippedPredicates().describe(text.Hash(whole), whole); !reflect.DeepEqual(a, b) {
			t.Errorf("%q is described as %+v, %q as %+v", cut, a, whole, b)
		}
	}
	check("ca", "can")
	check("wo", "will")
	check("sha", "shall")
	check("do", "do")
}

// What an extractor has read before must not show in what it says now.
func TestFeaturesDoNotDependOnEarlierText(t *testing.T) {
	statements := []string{"They can't stay", "They can stay", "We won’t, we will", "I shall not, you shan't", "CAN they?"}
	used := NewExtractor(Families)
	for _, first := range statements {
		for _, s := range statements {
			used.Features(marked(first))
			if !slices.Equal(used.Features(marked(s)), NewExtractor(Families).Features(marked(s))) {
				t.Errorf("features of %q differ after %q", s, first)
			}
		}
	}
}

func TestFullWordCacheIsEmptiedAndGivesTheSameAnswers(t *testing.T) {
	used := NewExtractor(families(t, "words stems lexicon"))
	sentence := marked("{Norway} can't have condemned [Chile]’s horrible votes")
	want := slices.Clone(used.Features(sentence))
	for i := 0; i < 3*lastCacheSize; i += 8 {
		var b strings.Builder
		for j := i; j < i+8; j++ {
			fmt.Fprintf(&b, "word%dx ", j)
		}
		used.Features(marked(b.String()))
	}
	if got := used.Features(sentence); !slices.Equal(got, want) {
		t.Errorf("features after %d other words differ", 3*lastCacheSize)
	}
}

func TestWordCacheRemembersEveryWordUntilItIsHalfFull(t *testing.T) {
	c := newWordCache()
	for i := range uint64(lastCacheSize / 2) {
		c.put(word{hash: (i + 1) * 0x9e3779b97f4a7c15, stem: i})
	}
	for i := range uint64(lastCacheSize / 2) {
		if w := c.slot((i + 1) * 0x9e3779b97f4a7c15); w.stem != i {
			t.Fatalf("word %d is found as %+v", i, *w)
		}
	}
}
