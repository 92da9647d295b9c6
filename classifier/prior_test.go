package classifier

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"testing"

	"stance/datasets"
)

// priorOf returns a model of both tasks trained on n rows of the corpus.
func priorOf(t testing.TB, n int) *Prior {
	t.Helper()
	examples, groups := corpus(1, n)
	r := Recipe{Task: datasets.Stance, Seed: 1}
	stance := trained(t, r, examples, groups)
	r.Task = datasets.Sentiment
	f := fileOf(stance, trained(t, r, examples, groups))
	f.Training = []Training{{Name: "many.csv", SHA256: "00", Rows: n}}
	f.Fingerprints = datasets.NewFingerprints(values(examples), datasets.Tasks)
	p, err := NewPrior("many.stance", f)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// right returns how many examples a classifier answers as they are labelled.
func right(c *Classifier, examples []*datasets.Example) int {
	tagger, n := fileOf(c).NewTagger(), 0
	for _, e := range examples {
		if tagger.Predict(c.Task(), &e.Statement).Label == e.Gold(c.Task()) {
			n++
		}
	}
	return n
}

func TestFewRowsWithAPriorBeatFewRowsAlone(t *testing.T) {
	few, groups := corpus(2, 6)
	test, _ := corpus(3, 500)
	prior := priorOf(t, 500)
	for _, task := range datasets.Tasks {
		r := Recipe{Task: task, Seed: 1}
		alone := right(trained(t, r, few, groups), test)
		r.Prior = prior
		if with := right(trained(t, r, few, groups), test); with < alone+50 {
			t.Errorf("%s: %d of 500 right with the prior, %d without", task.Name, with, alone)
		}
	}
}

// A prior from the same kind of text counts in full; one that takes favor for against
// counts no more than usual, and does no harm.
func TestRowsSayWhatThePriorCounts(t *testing.T) {
	few, groups := corpus(2, 15)
	prior := priorOf(t, 500)
	r := Recipe{Task: datasets.Stance, Seed: 1, Prior: prior}
	if c := trained(t, r, few, groups); c.Recipe.PriorScale != 1 {
		t.Errorf("right: it counts %v", c.Recipe.PriorScale)
	}
	few, groups = corpus(2, 200)
	test, _ := corpus(3, 500)
	turn(few)
	turn(test)
	c := trained(t, r, few, groups)
	r.Prior = nil
	with, alone := right(c, test), right(trained(t, r, few, groups), test)
	if c.Recipe.PriorScale > priorScale || with < alone-10 {
		t.Errorf("wrong: it counts %v; %d of 500 right, %d without it", c.Recipe.PriorScale, with, alone)
	}
}

// turn takes favor for against, and against for favor.
func turn(examples []*datasets.Example) {
	for _, e := range examples {
		switch e.Stance {
		case datasets.Favor:
			e.Stance = datasets.Against
		case datasets.Against:
			e.Stance = datasets.Favor
		}
	}
}

func TestModelFromAPriorIsOrdinary(t *testing.T) {
	few, groups := corpus(2, 60)
	prior := priorOf(t, 300)
	r := Recipe{Task: datasets.Stance, Seed: 1, Prior: prior}
	c := trained(t, r, few, groups)
	from := prior.of(datasets.Stance)
	if !reflect.DeepEqual(c.Recipe.Families, from.Recipe.Families) || c.Weighting != from.Weighting || c.Vocabulary.Texts != from.Vocabulary.Texts {
		t.Errorf("families %q, weighting %v, %d texts are not the prior's", c.Recipe.Families, c.Weighting, c.Vocabulary.Texts)
	}
	for k, top := range c.Top {
		if len(top) < topFeatures/2 {
			t.Errorf("%s: %d features in words", r.Task.Labels[k], len(top))
		}
	}
	f := fileOf(c)
	f.Prior = &prior.Origin
	data := written(t, f)
	g := parsed(t, data)
	if again := written(t, g); !bytes.Equal(data, again) {
		t.Error("writing what was read gives other bytes")
	}
	if !reflect.DeepEqual(g.Prior, f.Prior) || g.Classifiers[0].Recipe.PriorScale != c.Recipe.PriorScale {
		t.Errorf("read back: prior %+v", g.Prior)
	}
	if want := fmt.Sprintf("%x", sha256.Sum256(written(t, prior.file))); prior.SHA256 != want {
		t.Errorf("hash %s, that of the file is %s", prior.SHA256, want)
	}
	cores := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(cores)
	h := fileOf(trained(t, r, few, groups))
	if h.Prior = f.Prior; !bytes.Equal(written(t, h), data) {
		t.Error("on one core the bytes are others")
	}
}

func TestOneGroupTakesThePriorAsItUsuallyCounts(t *testing.T) {
	few, _ := corpus(2, 12)
	c := trained(t, Recipe{Task: datasets.Stance, Prior: priorOf(t, 100)}, few, make([]int, len(few)))
	if c.Recipe.PriorScale != priorScale || c.HeldOut.Rows != 0 {
		t.Errorf("scale %v, %d rows held out", c.Recipe.PriorScale, c.HeldOut.Rows)
	}
}

func TestTaskThatThePriorLacksTrainsAsUsual(t *testing.T) {
	few, groups := corpus(2, 60)
	prior := priorOf(t, 100)
	prior.file.Classifiers = prior.file.Classifiers[:1]
	r := Recipe{Task: datasets.Sentiment, Seed: 1}
	want := written(t, fileOf(trained(t, r, few, groups)))
	r.Prior = prior
	if got := written(t, fileOf(trained(t, r, few, groups))); !bytes.Equal(got, want) || prior.Has(r.Task) || prior.Check(r.Task, few) != nil {
		t.Error("the prior makes a difference to a task that it lacks")
	}
}

func TestPriorOfOtherLabelsOrTrainerIsRefused(t *testing.T) {
	few, _ := corpus(2, 60)
	check := func(change func(*Classifier), rows []*datasets.Example, want string) {
		t.Helper()
		p := priorOf(t, 60)
		change(p.of(datasets.Stance))
		err := p.Check(datasets.Stance, rows)
		if got := fmt.Sprint(err); got != want || err != nil && !errors.Is(err, datasets.ErrRefused) {
			t.Errorf("error %q, want %q", got, want)
		}
	}
	var sided []*datasets.Example
	for _, e := range few {
		if e.Stance != datasets.None {
			sided = append(sided, e)
		}
	}
	refused := datasets.ErrRefused.Error()
	check(func(*Classifier) {}, few, "<nil>")
	check(func(c *Classifier) { c.Recipe.Trainer = "svm" }, few,
		refused+": the prior many.stance answers stance by the trainer svm; train it with logistic, or leave --prior out")
	check(func(*Classifier) {}, sided,
		refused+": the rows have no stance labelled none, which the prior many.stance answers; label some, or leave --prior out")
	check(func(c *Classifier) { c.Counts = []int{5, 5, 0} }, few,
		refused+": the prior many.stance never saw stance labelled none, as rows are; name another, or leave --prior out")
	check(func(c *Classifier) { c.Counts = []int{5, 5, 0} }, sided, "<nil>")
}

// By hand: the differences are 1, 0, -1, 2; their mean is 1/2, their squared deviations
// sum to 5, and the standard error is sqrt(5/(4*3)).
func TestSavedLossesAndTheirNoise(t *testing.T) {
	gain, noise := saved([]float64{3, 1, 1, 4}, []float64{2, 1, 2, 2})
	if !near(gain, 0.5, 1e-12) || !near(noise, 0.6454972243679028, 1e-12) {
		t.Errorf("%v, %v", gain, noise)
	}
	if gain, noise = saved([]float64{2}, []float64{1}); gain != 1 || noise != 0 {
		t.Errorf("one row: %v, %v", gain, noise)
	}
}
