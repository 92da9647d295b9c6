package articles

import (
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

func TestPassageWithoutSentenceEndsIsReported(t *testing.T) {
	g := defaultGazetteer(t)
	dump := strings.Repeat("Russia ", 10000)
	article := "Kenya praised Poland.\n\n" + dump + "\n\nPoland thanked Kenya."
	statements, leftOut := CutAll(article, g)
	if got, want := briefs(statements), []string{"Kenya > Poland explicit [Kenya|Poland]", "Poland > Kenya explicit [Poland|Kenya]"}; !slices.Equal(got, want) {
		t.Errorf("statements %q, want %q", got, want)
	}
	const start = len("Kenya praised Poland.\n\n")
	if want := []datasets.Span{{Start: start, End: start + len(strings.TrimSpace(dump))}}; !slices.Equal(leftOut, want) {
		t.Errorf("left out %v, want %v", leftOut, want)
	}
	if _, leftOut = CutAll("Kenya praised Poland.", g); leftOut != nil {
		t.Errorf("left out %v of a plain article", leftOut)
	}
}
