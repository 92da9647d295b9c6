package classifier

import (
	"math"
	"slices"
	"testing"

	"stance/datasets"
)

func TestBecauseIsTheStrongestWordsThenPriorAndRest(t *testing.T) {
	const text = "(Avaria) condemned <Borland> and praised [Cadonia]"
	const half = 8192. / math.MaxInt16 // of the largest weight of class against, to the step
	c := handmade(t, map[string][3]float32{"word condemned": {-1, 2, 0}, "word praised": {1, -2 * half, 0}, "word and": {0, 0.1, 0}}, text)
	l := c.newLabeller()
	check := func(marked string, label datasets.Label, want ...Weight) {
		t.Helper()
		s := statement(marked)
		l.Label(&s, nil)
		got := l.because(c.Task().Index(label), nil)
		same := slices.EqualFunc(got, want, func(a, b Weight) bool { return a.Feature == b.Feature && near(a.Weight, b.Weight, 1e-4) })
		if !same {
			t.Errorf("%s: because of %s %v, want %v", s.Text, label, got, want)
		}
	}
	// Weight for the label less the mean of the others: 2 - (-1+0)/2; the bias of none is 0.5.
	check(text, datasets.Against, Weight{`"condemned"`, 2.5}, Weight{`"praised"`, -2*half - 0.5}, Weight{"prior", -0.25}, Weight{"rest", 0.1})
	check(text, datasets.None, Weight{`"condemned"`, -0.5}, Weight{`"praised"`, half - 0.5}, Weight{"prior", 0.5}, Weight{"rest", -0.05})
	check("(Avaria) condemned <Borland>, condemned it", datasets.Against, Weight{`"condemned"`, 2.5}, Weight{"prior", -0.25}, Weight{"rest", 0})
	check("<Borland>", datasets.None, Weight{"prior", 0.5}, Weight{"rest", 0})
	check("", datasets.None, Weight{"prior", 0.5}, Weight{"rest", 0})
}

// The sum is that of the printed probabilities, whoever trained, also where a label was
// never seen.
func TestReasonsSumToTheLogOddsOfTheProbabilities(t *testing.T) {
	examples, groups := corpus(38, 200)
	taking, itsGroups := examples[:0:0], groups[:0:0]
	for i, e := range examples {
		if e.Stance.Polar() {
			taking, itsGroups = append(taking, e), append(itsGroups, groups[i])
		}
	}
	for _, c := range []*Classifier{
		trained(t, Recipe{Task: datasets.Stance}, examples, groups),
		trained(t, Recipe{Task: datasets.Sentiment, Trainer: "svm"}, examples, groups),
		trained(t, Recipe{Task: datasets.Stance, Trainer: "nb"}, examples, groups),
		trained(t, Recipe{Task: datasets.Stance}, taking, itsGroups),
	} {
		tagger := fileOf(c).NewTagger()
		for _, e := range examples[:60] {
			p := tagger.Predict(c.Task(), &e.Statement)
			sum := 0.0
			for _, r := range tagger.Because(c.Task(), p.Label, nil) {
				sum += r.Weight
			}
			k, others, n := c.Task().Index(p.Label), 0.0, 0.0
			for j, v := range p.Probabilities {
				if j != k && v > 0 {
					others, n = others+math.Log(v), n+1
				}
			}
			if want := math.Log(p.Probabilities[k]) - others/n; !near(sum, want, 1e-3) {
				t.Fatalf("%s: reasons sum to %v, the log-odds are %v", e.Text, sum, want)
			}
		}
	}
}

func TestBecauseOfNoLabelIsEmpty(t *testing.T) {
	examples, groups := corpus(39, 60)
	tagger := fileOf(trained(t, Recipe{Task: datasets.Stance}, examples, groups)).NewTagger()
	tagger.Predict(datasets.Stance, &examples[0].Statement)
	if got := tagger.Because(datasets.Stance, "", nil); got != nil {
		t.Errorf("no label: %v", got)
	}
	if got := tagger.Because(datasets.Sentiment, datasets.Negative, nil); got != nil {
		t.Errorf("a task that the model lacks: %v", got)
	}
}
