package datasets

import (
	"slices"
	"testing"
)

func TestParseLabelKnowsOtherWords(t *testing.T) {
	check := func(task Task, word string, label Label, exact, ok bool) {
		t.Helper()
		l, e, o := task.ParseLabel(word)
		if l != label || e != exact || o != ok {
			t.Errorf("%s %q: %q %v %v, want %q %v %v", task.Name, word, l, e, o, label, exact, ok)
		}
	}
	for _, w := range []string{"favour", "Pro", "support", "for", "in favour", "1", "+1", "1.0"} {
		check(Stance, w, Favor, false, true)
	}
	for _, w := range []string{"con", "anti", "oppose", "opposed", "-1", "-1.0", "−1"} {
		check(Stance, w, Against, false, true)
	}
	for _, w := range []string{"neutral", "NEITHER", "0", "0.0"} {
		check(Stance, w, None, false, true)
	}
	check(Stance, " FAVOR ", Favor, true, true)
	check(Stance, "", "", true, true)
	check(Stance, "  ", "", true, true)
	check(Stance, "positive", "", false, false)
	check(Stance, "pos", "", false, false)
	check(Sentiment, "pos", Positive, false, true)
	check(Sentiment, "NEG", Negative, false, true)
	check(Sentiment, "neu", Neutral, false, true)
	check(Sentiment, "Neutral", Neutral, true, true)
	check(Sentiment, "-1", Negative, false, true)
	check(Sentiment, "favor", "", false, false)
}

func TestOtherSpellingsAreNoticedOnceAWord(t *testing.T) {
	const in = "text,stance,sentiment\n" +
		"a,favour,pos\nb,Favor,positive\nc,con,\nd,favour,neu\ne,favour,pos\nf,,\n"
	r := mustOpen(t, in)
	var got []string
	for {
		row, err := r.Read()
		if err != nil {
			break
		}
		e, err := r.Example(row)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(e.Stance)+"/"+string(e.Sentiment))
	}
	if want := []string{"favor/positive", "favor/positive", "against/", "favor/neutral", "favor/positive", "/"}; !slices.Equal(got, want) {
		t.Errorf("labels %q, want %q", got, want)
	}
	want := []string{
		`in.csv:2: stance "favour" read as favor (3 rows)`,
		`in.csv:2: sentiment "pos" read as positive (2 rows)`,
		`in.csv:4: stance "con" read as against (1 row)`,
		`in.csv:5: sentiment "neu" read as neutral (1 row)`,
	}
	if !slices.Equal(r.Notices(), want) {
		t.Errorf("notices %q, want %q", r.Notices(), want)
	}
}

func TestUnknownLabelSaysWhatToUse(t *testing.T) {
	check := func(stance, sentiment, want string) {
		t.Helper()
		r := mustOpen(t, "text,stance,sentiment\na,"+stance+","+sentiment+"\n")
		row, err := r.Read()
		if err != nil {
			t.Fatal(err)
		}
		_, err = r.Example(row)
		wantError(t, err, want)
	}
	check("maybe", "", `in.csv:2: "maybe" is not a stance label; use favor, against or none, or leave the cell empty`)
	check("agianst", "", `in.csv:2: "agianst" is not a stance label; did you mean "against"?`)
	check("Positive", "", `in.csv:2: "Positive" is not a stance label; it looks like a sentiment: put it in the column sentiment`)
	check("neg", "", `in.csv:2: "neg" is not a stance label; it looks like a sentiment: put it in the column sentiment`)
	check("", "against", `in.csv:2: "against" is not a sentiment label; it looks like a stance: put it in the column stance`)
	check("", "2", `in.csv:2: "2" is not a sentiment label; use positive, negative or neutral, or leave the cell empty`)
}
