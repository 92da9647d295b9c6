package datasets

import (
	"fmt"
	"strings"
	"testing"
)

func TestRunsOfTemplatesInTexts(t *testing.T) {
	check := func(template, text string, run, words int, whole, stands bool) {
		t.Helper()
		o := NewOverlaps([]Template{{First: Probe{Text: template}}})
		if err := o.Read("train.csv", strings.NewReader("text\n\"Nothing alike.\"\n\""+strings.ReplaceAll(text, `"`, `""`)+"\"\n")); err != nil {
			t.Fatal(err)
		}
		f := o.Found[0]
		if f.Run != run || f.Words != words || f.Whole != whole || f.Stands() != stands {
			t.Errorf("%q in %q: run %d of %d words, whole %v, stands %v", template, text, f.Run, f.Words, f.Whole, f.Stands())
		}
		if run > 0 && (f.File != "train.csv" || f.Line != 3 || !strings.HasSuffix(text, f.Text)) {
			t.Errorf("%q: found in %s:%d %q", template, f.File, f.Line, f.Text)
		}
	}
	// All of it, whoever the parties are.
	check("{A} threw its weight behind {B}.", "Mr Doe threw its weight behind the bill.", 4, 4, false, true)
	check("{A} threw its weight behind {B}.", "In May, Mr Doe's party THREW its weight - behind it", 4, 4, false, true)
	check("{A} said “we stand by {B}”", `Mr Doe said "we stand by our friends"`, 4, 4, false, true)
	// Four words, but half of the template only: an idiom.
	check("{A} threw its weight behind {B} in the old dispute.", "It threw its weight behind him.", 4, 8, false, false)
	check("{A} threw its weight behind {B} in the dispute.", "It threw its weight behind him.", 4, 7, false, true)
	// Runs go across slots, which are one to four words.
	check("We and {A} did {B} much harm.", "We and the whole wide world did you much harm.", 5, 5, false, true)
	check("We and {A} did {B} much harm.", "We and all of the whole world did you much harm.", 3, 5, false, false)
	check("We and {A} did {B} much harm.", "We and did you much harm.", 3, 5, false, false)
	// Fewer than four words are a copy where they are a whole text about names.
	check("{A} supports {B}.", "North Korea supports Russia.", 1, 1, true, true)
	check("{A} supports {B}.", "North Korea supports the old bill.", 1, 1, false, false)
	check("{A} supports {B}.", "As we heard, North Korea supports Russia.", 1, 1, false, false)
	check("{A} supports {B}.", "Nobody came.", 0, 1, false, false)
	check("{A} does not support {B}.", "Kenya does not support Poland", 3, 3, true, true)
	check("Something else.", "", 0, 2, false, false)
}

// The second text is looked for as well, and a whole text is not forgotten for a
// longer run elsewhere.
func TestOverlapKeepsTheWorst(t *testing.T) {
	o := NewOverlaps([]Template{
		{First: Probe{Text: "{A} met {B}."}, Second: Probe{Text: "{A} would rather not have met {B}."}},
		{First: Probe{Text: "Completely different words here."}},
	})
	file := "text,target\nKenya met Poland.,x\nKenya met Poland.,y\nWe would rather not go.,x\n"
	if err := o.Read("train.csv", strings.NewReader(file)); err != nil {
		t.Fatal(err)
	}
	first := o.Found[0]
	if !first.Whole || first.Run != 1 || first.Words != 1 || first.Line != 2 {
		t.Errorf("found %+v", first)
	}
	if first.Text != "met Poland." { // from the first word of the run on
		t.Errorf("the run stands at %q", first.Text)
	}
	if got := o.Standing(); len(got) != 1 || got[0] != first || o.Longest() != 1 {
		t.Errorf("standing are %+v, the longest run has %d words", got, o.Longest())
	}
	if o.Texts != 2 {
		t.Errorf("%d texts; the rows of one text count once", o.Texts)
	}
	if second := o.Found[1]; second.Run != 0 || second.Words != 4 || second.Stands() {
		t.Errorf("found %+v", second)
	}
}

// A word that stands twice in a template counts twice in its run, whatever was read
// before: the longest run does not depend on the order of the rows.
func TestOverlapDoesNotDependOnTheOrderOfRows(t *testing.T) {
	rows := []string{"We said it and they heard it.", "It is what it is and they know it is what it is.", "And that is what it is, they know."}
	longest := func(order ...int) string {
		o := NewOverlaps([]Template{{First: Probe{Text: "{A} knows it is what it is and what it is."}}})
		file := "text\n"
		for _, i := range order {
			file += `"` + rows[i] + `"` + "\n"
		}
		if err := o.Read("train.csv", strings.NewReader(file)); err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(o.Found[0].Run, o.Found[0].Whole, o.Found[0].Text)
	}
	want := longest(0, 1, 2)
	for _, order := range [][]int{{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		if got := longest(order...); got != want {
			t.Errorf("in the order %v: %s, want %s", order, got, want)
		}
	}
	if !strings.HasPrefix(want, "6 ") { // it is what it is and
		t.Errorf("longest run %s, want 6 words", want)
	}
}

func TestOverlapNeedsAText(t *testing.T) {
	o := NewOverlaps([]Template{{First: Probe{Text: "Any."}}})
	if err := o.Read("x.csv", strings.NewReader("a,b\n1,2\n")); err == nil {
		t.Error("a file without a text column is read")
	}
}
