package datasets

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// twiceIn returns what stands twice in rows "doc_id,text,source,target,stance".
func twiceIn(t *testing.T, rows ...string) Twice {
	t.Helper()
	l := &LabelledFiles{}
	file := "doc_id,text,source,target,stance\n" + strings.Join(rows, "\n") + "\n"
	if _, err := l.Read("f.csv", strings.NewReader(file), func(*LabelledRow) {}); err != nil {
		t.Fatal(err)
	}
	return l.Twice()
}

func TestArticlesThatStandTwiceAreFound(t *testing.T) {
	check := func(want Twice, rows ...string) {
		t.Helper()
		if got := twiceIn(t, rows...); got != want {
			t.Errorf("%q: got %+v, want %+v", rows, got, want)
		}
	}
	none := Twice{}
	check(Twice{1, "a", "a.txt"}, "a,One.,X,Y,favor", "a.txt,one.,X,Y,against") // the text is folded; the labels may differ
	check(none, "a,One.,X,Y,favor", "a,One.,X,Y,favor")                         // one article
	check(none, "a,One.,X,Y,favor", "b,One.,Y,X,favor")                         // another pair
	check(none, "a,One.,X,Y,favor", "b,Two.,X,Y,favor")
	check(none, "a,,X,Y,favor", "b,,X,Y,favor") // texts that are not known
	check(none, ",One.,X,Y,favor", ",One.,X,Y,favor")
	check(none, "a,One.,X,Y,", "b,One.,X,Y,") // not counted
	check(none, "a,One.,X,,favor", "b,One.,X,,favor")
	// Half is not more than half; two of three are, of the article that has fewer.
	check(none, "a,One.,X,Y,favor", "a,Two.,X,Y,favor", "b,One.,X,Y,favor", "b,Three.,X,Y,favor")
	check(Twice{1, "a", "b"}, "a,One.,X,Y,favor", "a,Two.,X,Y,favor", "a,Three.,X,Y,favor",
		"b,One.,X,Y,favor", "b,Two.,X,Y,favor", "b,Four.,X,Y,favor", "b,Five.,X,Y,favor")
	check(Twice{2, "a", "b"}, "a,One.,X,Y,favor", "b,One.,X,Y,favor", "c,One.,X,Y,favor")
}

// The share that 16 marks estimate is, on average, near the one that the two articles are
// made to have.
func TestShareOfMarksIsThatOfAllStatements(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 0))
	for _, want := range []float64{0.25, 0.5, 0.9} {
		sum := 0.0
		const trials, fewer, more = 300, 60, 90
		for trial := range trials {
			var a, b marks
			for i := range fewer {
				h := markOf(fmt.Sprint(trial, " ", i), "X", "Y")
				a.add(h)
				if float64(i) < want*fewer {
					b.add(h)
				}
			}
			for i := range more - int(want*fewer) {
				b.add(markOf(fmt.Sprint(trial, " other ", i), "X", "Y"))
			}
			if len(a) != keptMarks || !slices.IsSorted(a) {
				t.Fatalf("%d marks, ascending %v", len(a), slices.IsSorted(a))
			}
			if rng.IntN(2) == 0 {
				a, b = b, a
			}
			sum += a.share(b)
		}
		if got := sum / trials; got < want-0.07 || got > want+0.12 { // the fewer of a sample make it high by a little
			t.Errorf("share %.3f, want %.3f", got, want)
		}
	}
}

func TestMarksAreTheSmallestInAnyOrder(t *testing.T) {
	hashes := []uint64{}
	for i := range 100 {
		hashes = append(hashes, markOf(fmt.Sprint(i), "X", "Y"))
	}
	var forth, back marks
	for i := range hashes {
		forth.add(hashes[i])
		forth.add(hashes[i])
		back.add(hashes[len(hashes)-1-i])
	}
	slices.Sort(hashes)
	if want := hashes[:keptMarks]; !slices.Equal(forth, want) || !slices.Equal(back, want) {
		t.Errorf("got %v and %v, want %v", forth, back, want)
	}
}
