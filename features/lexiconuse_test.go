package features

import (
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

// labelled returns examples of marked statements, each for or against its target.
func labelled(stance datasets.Label, statements ...string) []datasets.Example {
	examples := make([]datasets.Example, len(statements))
	for i, s := range statements {
		examples[i] = datasets.Example{Statement: *marked(s), Stance: stance}
	}
	return examples
}

func TestUsesCountsWhatLabelledRowsSayOfARow(t *testing.T) {
	l, err := NewLexicon(lexiconOf(t, "flurb,verb,-2,object", "blick,verb,2,object"), true)
	if err != nil {
		t.Fatal(err)
	}
	examples := slices.Concat(
		labelled(datasets.Against, "{Norway} flurbed [Chile].", "{Norway} did not blick [Chile]."),
		labelled(datasets.Favor, "{Norway} flurbed [Chile] at noon.", "{Norway} did not flurb [Chile]."),
		labelled(datasets.None, "{Norway} flurbed [Chile] again."),                                      // takes no side
		labelled(datasets.Favor, "<Peru> flurbed [Chile].", "If {Norway} flurbs [Chile], all is lost."), // another's, or not yet
	)
	uses := l.Uses(examples)
	if u := uses[0]; u.Heard != 3 || u.Right != 2 || u.Example != "Norway flurbed Chile at noon." {
		t.Errorf("flurb: %+v", u)
	}
	if u := uses[1]; u.Heard != 1 || u.Right != 1 || u.Example != "" {
		t.Errorf("blick: %+v", u)
	}
}

func TestComplaintWantsManyRowsAndNoGloss(t *testing.T) {
	rows := lexiconOf(t, "flurb,verb,-2,object", "blick,verb,-2,object,,,,,,,meant so")
	for _, c := range []struct {
		row          int
		heard, right int
		complains    bool
	}{{0, 5, 2, true}, {0, 4, 0, false}, {0, 6, 3, false}, {1, 9, 0, false}} {
		u := LexiconUse{Row: &rows[c.row], Heard: c.heard, Right: c.right, Example: "x"}
		if got := u.contradicted(); got != c.complains {
			t.Errorf("%d of %d right: contradicted is %v", c.right, c.heard, got)
		}
	}
	uses := []LexiconUse{{Row: &rows[0], Heard: 5, Right: 2, Example: "Norway flurbed Chile."}}
	got, bad := LexiconCheck{Alone: true, Uses: uses}.Rows(rows)
	want := "mine.csv:2: flurb: polarity -2 as object, but of 5 labelled rows in which it is heard, 3 contradict it; correct it"
	if bad != 1 || len(got) != 1 || !strings.HasPrefix(got[0], want) {
		t.Errorf("%d rows are bad: %q, want %q ...", bad, got, want)
	}
}
