package classifier

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"stance/datasets"
	"stance/features"
)

// invented are two words that no lexicon has, as a user's rows.
const invented = "entry,pos,polarity,slot\nflurb,verb,-3,object\nchapeau,noun,3,to\n"

// inventedLexicon returns the shipped lexicon with the invented words, or these alone.
func inventedLexicon(t testing.TB, alone bool) *features.Lexicon {
	t.Helper()
	rows, err := features.ReadLexicon("mine.csv", strings.NewReader(invented))
	if err != nil {
		t.Fatal(err)
	}
	l, err := features.NewLexicon(rows, alone)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// inventedCorpus returns statements whose stance only the invented words tell.
func inventedCorpus(n int) (examples []*datasets.Example, groups []int) {
	for i := range n {
		source, target := fmt.Sprintf("Source%d", i%7), fmt.Sprintf("Target%d", i%5)
		verb, label := "met", datasets.Label("none")
		switch i % 3 {
		case 0:
			verb, label = "flurbed", "against"
		case 1:
			verb, label = "said chapeau to", "favor"
		}
		e := &datasets.Example{Stance: label}
		e.ID, e.Text, e.Source, e.Target = fmt.Sprint(i), fmt.Sprintf("%s %s %s on day %d.", source, verb, target, i), source, target
		at := len(source) + len(verb) + 2
		e.SourceSpan, e.TargetSpan = datasets.Span{Start: 0, End: len(source)}, datasets.Span{Start: at, End: at + len(target)}
		e.Mentions = []datasets.Mention{{Entity: source, Span: e.SourceSpan}, {Entity: target, Span: e.TargetSpan}}
		examples, groups = append(examples, e), append(groups, i)
	}
	return examples, groups
}

func TestEveryTrainerReadsWithTheLexiconOfItsRecipeAndItsFile(t *testing.T) {
	examples, groups := inventedCorpus(60)
	for _, alone := range []bool{false, true} {
		for _, trainer := range []string{"lexicon", "logistic", "nb", "svm"} {
			r := Recipe{Task: datasets.Stance, Trainer: trainer, Lexicon: inventedLexicon(t, alone)}
			if trainer != "lexicon" {
				r.Families = []string{"predicates", "lexicon"} // no words: what they learn is what the rows say
			}
			c := trained(t, r, examples, groups)
			f := fileOf(c)
			f.Directed, f.Lexicon = r.Lexicon, r.Lexicon.Hash()
			data := written(t, f)
			g := parsed(t, data)
			if err := g.Check("parties"); err != nil {
				t.Errorf("%s: %v", trainer, err)
			}
			if !bytes.Equal(data, written(t, g)) || g.Directed.Alone() != alone {
				t.Errorf("%s: writing what was read gives other bytes", trainer)
			}
			if right := accuracy(parsed(t, data).Classifiers[0], examples); right < 1 {
				t.Errorf("%s, alone %v: the model that was read gets %.2f right, want all", trainer, alone, right)
			}
			if right := accuracy(g.With(nil).Classifiers[0], examples); right > 0.5 {
				t.Errorf("%s, alone %v: without its rows the model gets %.2f right", trainer, alone, right)
			}
		}
	}
}

func TestCrossPredictionAndBareRuleReadWithTheLexicon(t *testing.T) {
	examples, groups := inventedCorpus(60)
	r := Recipe{Task: datasets.Stance, Trainer: "lexicon", Lexicon: inventedLexicon(t, false)}
	rule := NewLexiconRuleWith(datasets.Stance, r.Lexicon)
	for i, p := range crossPredict(t, r, examples, groups, 4) {
		if p.Label != examples[i].Stance || rule.Label(&examples[i].Statement) != p.Label {
			t.Errorf("%s: cross-predicted %s, rule %s, want %s", examples[i].Text, p.Label, rule.Label(&examples[i].Statement), examples[i].Stance)
		}
	}
}

func TestModelWithoutOwnRowsSaysNothingOfThem(t *testing.T) {
	if data := written(t, smallFile(t)); bytes.Contains(data, []byte("own_lexicon")) {
		t.Error("a model with the shipped lexicon names one of its own")
	}
}

func TestModelWithOwnRowsIsRefusedWhereItWouldReadOtherwise(t *testing.T) {
	f := smallFile(t)
	l := inventedLexicon(t, false)
	f.Directed, f.Lexicon = l, l.Hash()
	if err := f.Check("parties"); err != nil {
		t.Fatal(err)
	}
	f.Lexicon = features.LexiconHash() // what a program that knows no rows of a model expects
	if err := f.Check("parties"); !errors.Is(err, ErrMismatch) {
		t.Errorf("another lexicon: %v, want %v", err, ErrMismatch)
	}
}

func TestDamagedOwnRowsAreRefused(t *testing.T) {
	h := &lexiconHeader{Rows: 2}
	check := func(body, want string) {
		t.Helper()
		_, err := h.open(map[string][]byte{lexiconSection: []byte(body)})
		if !errors.Is(err, ErrCorrupt) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", body, err, want)
		}
	}
	head := strings.Join(features.LexiconColumns(), ",") + "\n"
	check("", "damaged")
	check(head, "damaged")
	check(head+"flurb,verb\n", "damaged")
	check(head+"flurb,verb,-3,object,,,,,,,\n", "1 rows, the header says 2")
	check(head+"flurb,verb,-9,object,,,,,,,\nx,verb,1,object,,,,,,,\n", `polarity "-9"`)
}
