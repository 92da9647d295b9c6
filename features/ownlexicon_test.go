package features

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

// lexiconOf returns the rows of a CSV without its header and without empty cells at the end.
func lexiconOf(t testing.TB, lines ...string) []LexiconRow {
	t.Helper()
	file := "entry,pos,polarity,slot,shift,class,writer_agent,writer_patient,effect,synonym,gloss\n"
	for _, l := range lines {
		file += l + strings.Repeat(",", lexiconCells-1-strings.Count(l, ",")) + "\n"
	}
	rows, err := ReadLexicon("mine.csv", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// extended returns the shipped lexicon with rows, or these alone.
func extended(t testing.TB, alone bool, lines ...string) *Lexicon {
	t.Helper()
	l, err := NewLexicon(lexiconOf(t, lines...), alone)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLexiconComesFromAnySpreadsheet(t *testing.T) {
	check := func(file string, want ...string) {
		t.Helper()
		rows, err := ReadLexicon("mine.csv", strings.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i := range rows {
			got = append(got, strings.Join(rows[i].Cells(), ",")+" "+rows[i].Place())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q:\n got %q\nwant %q", file, got, want)
		}
	}
	check("entry,pos,polarity,slot\ncondemn,verb,-3,object\n", "condemn,verb,-3,object,,,,,,, mine.csv:2")
	check("\ufeffSlot;Polarity;Entry;POS;note\r\nOf;+2;Hero’s Welcome;Noun;x\r\n\r\nobject;\u22121;nag;VERB;\r\n",
		"hero's welcome,noun,2,of,,,,,,, mine.csv:2", "nag,verb,-1,object,,,,,,, mine.csv:4")
	check("entry\tpos\tpolarity\tslot\tclass\tshift\nveto\tverb\t0\tobject\tshift\tReverse\n", "veto,verb,0,object,reverse,SHIFT,,,,, mine.csv:2")
	check("entry,pos,polarity,slot,gloss\nnag,verb,-1,object,\"in two\r\nlines\"\n", "nag,verb,-1,object,,,,,,,in two lines mine.csv:2")
	check("entry,pos,polarity,slot\n")
}

func TestLexiconWithoutNeededColumnIsRefused(t *testing.T) {
	_, err := ReadLexicon("mine.csv", strings.NewReader("entry,polarity,slot\nx,1,of\n"))
	want := "mine.csv:1: there is no column pos; the header must be entry,pos,polarity,slot,shift,class,writer_agent,writer_patient,effect,synonym,gloss, of which the first four are needed; it is entry,polarity,slot"
	if err == nil || err.Error() != want || !errors.Is(err, datasets.ErrRefused) {
		t.Errorf("error %v, want %s", err, want)
	}
}

func TestLexiconRowThatCannotBeUsedIsRefused(t *testing.T) {
	check := func(line, want string) {
		t.Helper()
		_, err := NewLexicon(lexiconOf(t, line), false)
		if err == nil || !strings.HasPrefix(err.Error(), want) || !errors.Is(err, datasets.ErrRefused) {
			t.Errorf("%s: error %v, want %s", line, err, want)
		}
	}
	check(",verb,-3,object", "mine.csv:2: the entry is empty; write the word or words")
	check("!!!,verb,-3,object", `mine.csv:2: entry "!!!" has no word; write`)
	check("nag,verb,,object", `mine.csv:2: nag: polarity "" is no whole number from -3 to 3; write one`)
	check("nag,verb,4,object", `mine.csv:2: nag: polarity "4" is no whole number`)
	check("nag,verb,-1.5,object", `mine.csv:2: nag: polarity "-1.5" is no whole number`)
	check("nag,vb,-1,object", `mine.csv:2: nag: unknown pos "vb"; use one of verb, noun`)
	check("nag,verb,-1,objct", `mine.csv:2: nag: unknown slot "objct"; use one of object, owner, modified, subject, or a preposition: of`)
	check("nag,verb,-1,object,yes", `mine.csv:2: nag: unknown shift "yes"; write reverse`)
	check("nag,verb,-1,object,,RUDE", `mine.csv:2: nag: unknown class "RUDE"; use one of AGREE`)
	if _, err := NewLexicon(nil, true); !errors.Is(err, datasets.ErrRefused) {
		t.Errorf("no rows alone: error %v", err)
	}
}

// firingsWith returns what a lexicon hears in a marked statement: polarities in order.
func firingsWith(l *Lexicon, statement string) (found []int) {
	x := NewExtractorWith(nil, l)
	x.Features(marked(statement))
	for _, f := range x.fire() {
		found = append(found, f.polarity)
	}
	return found
}

func TestOwnRowsExtendReplaceAndSwitchOff(t *testing.T) {
	check := func(l *Lexicon, statement string, want ...int) {
		t.Helper()
		if got := firingsWith(l, statement); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", statement, got, want)
		}
	}
	check(nil, "{Norway} flurbed [Chile].")
	check(nil, "{Norway} condemned [Chile].", -3)
	more := extended(t, false, "flurb,verb,-2,object", "condemn,verb,1,object", "applaud,verb,0,object")
	check(more, "{Norway} flurbed [Chile].", -2)
	check(more, "{Norway} did not flurb [Chile].", 1)
	check(more, "{Norway} condemned [Chile].", 1)
	check(more, "{Norway} praised [Chile].", 2)
	check(more, "{Norway} applauded [Chile].", 0)
	check(extended(t, false, "condemns,verb,2,object"), "{Norway} condemned [Chile].", 2) // ours is not replaced, but theirs is heard
	alone := extended(t, true, "flurb,verb,-2,object")
	check(alone, "{Norway} flurbed [Chile].", -2)
	check(alone, "{Norway} condemned [Chile].")
	later, err := more.Extend(lexiconOf(t, "flurb,verb,3,object"))
	if err != nil {
		t.Fatal(err)
	}
	check(later, "{Norway} flurbed [Chile].", 3)
	check(later, "{Norway} condemned [Chile].", 1)
	if n := len(later.Own()); n != 3 {
		t.Errorf("%d rows of its own, want 3: the later one replaces the earlier", n)
	}
}

func TestTheSameRowsAreTheSameLexiconAndOnlyThey(t *testing.T) {
	var shipped *Lexicon
	if shipped.Hash() != LexiconHash() || shipped.Alone() || shipped.Own() != nil {
		t.Error("nil is not the shipped lexicon")
	}
	if l, err := NewLexicon(nil, false); l != nil || err != nil {
		t.Errorf("no rows: %v, %v; want the shipped lexicon, nil", l, err)
	}
	seen := map[string]bool{LexiconHash(): true}
	for _, l := range []*Lexicon{
		extended(t, false, "flurb,verb,-2,object"), extended(t, true, "flurb,verb,-2,object"),
		extended(t, false, "flurb,verb,-3,object"), extended(t, false, "flurb,verb,-2,object,,,,,,a gloss; with; marks"),
	} {
		if seen[l.Hash()] {
			t.Errorf("%s: another lexicon has the same hash", l.Bytes())
		}
		seen[l.Hash()] = true
		again, err := OpenLexicon(l.Bytes(), l.Alone())
		if err != nil {
			t.Fatal(err)
		}
		if again.Hash() != l.Hash() || !slices.Equal(again.Bytes(), l.Bytes()) {
			t.Errorf("%s: reads back as %s", l.Bytes(), again.Bytes())
		}
	}
	for _, broken := range []string{"", "entry\n", "entry,pos,polarity,slot,shift,class,writer_agent,writer_patient,effect,synonym,gloss\n", "entry,pos,polarity,slot,shift,class,writer_agent,writer_patient,effect,synonym,gloss\nx,verb,9,object,,,,,,,\n"} {
		if _, err := OpenLexicon([]byte(broken), false); err == nil {
			t.Errorf("%q is no lexicon, but was opened", broken)
		}
	}
}

func TestShippedLexiconGivenAsOnesOwnReadsTheSame(t *testing.T) {
	var shipped *Lexicon
	copied, err := NewLexicon(shipped.Rows(), true)
	if err != nil {
		t.Fatal(err)
	}
	x, y := NewExtractor(Families), NewExtractorWith(Families, copied)
	for _, s := range written(300, 5) {
		if !slices.Equal(x.Features(s), y.Features(s)) {
			t.Fatalf("%q: other features", s.Text)
		}
	}
}
