package classifier

import (
	"bytes"
	"math"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"stance/datasets"
)

func TestModelFileIsTheSameOnAnyNumberOfCores(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	examples, groups := corpus(4, 400)
	for _, method := range Trainers {
		t.Run(method.Name, func(t *testing.T) {
			var want []byte
			for cores := 1; cores <= 3; cores++ {
				runtime.GOMAXPROCS(cores)
				r := Recipe{Task: datasets.Stance, Trainer: method.Name, Seed: 3}
				stance := trained(t, r, examples, groups)
				r.Task = datasets.Sentiment
				got := written(t, fileOf(stance, trained(t, r, examples, groups)))
				if want == nil {
					want = got
				}
				if !bytes.Equal(got, want) {
					t.Errorf("%d cores give other bytes than one", cores)
				}
			}
		})
	}
}

func TestTunedModelAndCrossPredictionsAreTheSameOnAnyNumberOfCores(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	examples, groups := corpus(5, 200)
	r := Recipe{Task: datasets.Stance, Families: []string{"words", "sides"}, AutoC: true, Seed: 3}
	var want []byte
	var wantPredictions []datasets.Prediction
	for cores := 1; cores <= 3; cores++ {
		runtime.GOMAXPROCS(cores)
		got := written(t, fileOf(trained(t, r, examples, groups)))
		predictions := crossPredict(t, r, examples, groups, 3)
		if want == nil {
			want, wantPredictions = got, predictions
		}
		if !bytes.Equal(got, want) || !reflect.DeepEqual(predictions, wantPredictions) {
			t.Errorf("%d cores give other bytes or predictions than one", cores)
		}
	}
}

// accuracy returns the share of examples that a classifier labels right.
func accuracy(c *Classifier, examples []*datasets.Example) float64 {
	right, tagger := 0, fileOf(c).NewTagger()
	for _, e := range examples {
		if tagger.Predict(c.Task(), &e.Statement).Label == e.Gold(c.Task()) {
			right++
		}
	}
	return float64(right) / float64(len(examples))
}

// One label in ten is drawn anew, so that no model can pass 0.93 by much.
func TestTrainedModelsLearnTheDrawnCorpus(t *testing.T) {
	train, groups := corpus(6, 400)
	test, _ := corpus(7, 400)
	for _, task := range datasets.Tasks {
		for name, least := range map[string]float64{"logistic": 0.9, "svm": 0.9, "nb": 0.9, "golearn-nb": 0.9, "lexicon": 0.45, "majority": 0.25} {
			if got := accuracy(trained(t, Recipe{Task: task, Trainer: name}, train, groups), test); got < least {
				t.Errorf("%s, %s: accuracy %.3f, want %.3f", task.Name, name, got, least)
			}
		}
	}
}

// A class of one group is unknown to the model of its own fold.
func TestOneExampleOfALabelDoesNotSpoilTheCalibration(t *testing.T) {
	train, groups := corpus(8, 300)
	for _, e := range train {
		if e.Stance == datasets.None {
			e.Stance = datasets.Favor
		}
	}
	train[17].Stance = datasets.None
	for _, method := range []string{"nb", "majority", "logistic", "golearn-nb"} {
		c := trained(t, Recipe{Task: datasets.Stance, Trainer: method}, train, groups)
		if method == "majority" {
			continue // one score for all
		}
		tagger, low, high := fileOf(c).NewTagger(), 1.0, 0.0
		for _, e := range train {
			p := tagger.Predict(datasets.Stance, &e.Statement).Probabilities[1]
			low, high = min(low, p), max(high, p)
		}
		if high-low < 0.5 {
			t.Errorf("%s: scale %v flattens every score: against from %.3f to %.3f", method, c.Calibration.Scale, low, high)
		}
	}
}

func TestLabelUnseenInTrainingHasProbabilityZeroAndIsNeverPredicted(t *testing.T) {
	train, groups := corpus(9, 200)
	train = slices.DeleteFunc(train, func(e *datasets.Example) bool { return e.Stance == datasets.Against })
	groups = groups[:len(train)]
	test, _ := corpus(10, 100)
	for _, method := range Trainers {
		c := trained(t, Recipe{Task: datasets.Stance, Trainer: method.Name}, train, groups)
		tagger := fileOf(c).NewTagger()
		for _, e := range test {
			p := tagger.Predict(datasets.Stance, &e.Statement)
			if p.Label == datasets.Against || p.Probabilities[1] != 0 {
				t.Errorf("%s: %v for a label it never saw", method.Name, p)
			}
			checkProbabilities(t, p.Probabilities, []bool{true, false, true})
		}
	}
}

func TestTrainingSurvivesTinyData(t *testing.T) {
	all, _ := corpus(11, 40)
	check := func(name string, examples []*datasets.Example, groups []int) {
		t.Helper()
		for _, method := range Trainers {
			c, err := Train(Recipe{Task: datasets.Stance, Trainer: method.Name}, examples, groups, nil)
			if err != nil {
				t.Errorf("%s: %s: %v", name, method.Name, err)
				continue
			}
			p := parsed(t, written(t, fileOf(c))).NewTagger().Predict(datasets.Stance, &all[5].Statement)
			checkProbabilities(t, p.Probabilities, c.Calibration.Seen)
		}
	}
	check("one example", all[:1], []int{0})
	check("two of one article", all[:2], []int{0, 0})
	check("two of two articles", all[:2], []int{0, 1})
	check("one text many times", slices.Repeat(all[:1], 9), inOrder(9))
	check("six articles", all[:6], inOrder(6))
}

func TestTrainRefusesWhatItCannotUse(t *testing.T) {
	examples, groups := corpus(12, 10)
	check := func(r Recipe, examples []*datasets.Example, want string) {
		t.Helper()
		if c, err := Train(r, examples, groups[:len(examples)], nil); err == nil || c != nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("classifier %v, error %v, want %s", c, err, want)
		}
	}
	bare := *examples[3]
	bare.Stance, bare.ID = "", "x7"
	check(Recipe{Task: datasets.Stance}, nil, "classifier: no example has a stance label")
	check(Recipe{Task: datasets.Stance}, []*datasets.Example{examples[0], &bare}, `classifier: example x7: "" is not a stance label`)
	check(Recipe{Task: datasets.Stance, Trainer: "oracle"}, examples, `classifier: no trainer "oracle"; one of majority, lexicon, nb, logistic, svm, golearn-nb`)
	check(Recipe{Task: datasets.Stance, Families: []string{"words", "rhymes"}}, examples, `classifier: no feature family "rhymes"; one of words, bigrams,`)
	check(Recipe{Task: datasets.Stance, C: -1}, examples, "classifier: c is -1; it must be above 0")
}

func TestRecipeIsCompletedByTheData(t *testing.T) {
	located, groups := corpus(13, 60)
	var unlocated []*datasets.Example
	for _, e := range located {
		bare := *e
		bare.Mentions, bare.TargetSpan, bare.SourceSpan = nil, datasets.Span{}, datasets.Span{}
		unlocated = append(unlocated, &bare)
	}
	a := trained(t, Recipe{Task: datasets.Stance}, located, groups).Recipe
	b := trained(t, Recipe{Task: datasets.Stance}, unlocated, groups).Recipe
	if !slices.Equal(a.Families, DefaultFamilies(true)) || !slices.Equal(b.Families, DefaultFamilies(false)) {
		t.Errorf("families %q where the target is named, %q where not", a.Families, b.Families)
	}
	for _, r := range []Recipe{a, b} {
		if r.Trainer != "logistic" || r.OperatingPoint != OperatingF1 || r.MinTexts != 2 || !(r.C > 0) {
			t.Errorf("defaults %+v", r)
		}
	}
}

func TestArgmaxOperatingPointHasNoOffsets(t *testing.T) {
	examples, groups := corpus(14, 200)
	c := trained(t, Recipe{Task: datasets.Stance, OperatingPoint: OperatingArgmax}, examples, groups)
	if !slices.Equal(c.Offsets, []float64{0, 0, 0}) {
		t.Errorf("offsets %v", c.Offsets)
	}
}

func TestStopwatchHearsOfEveryStep(t *testing.T) {
	examples, groups := corpus(15, 60)
	var steps []string
	watch := func(step string, took time.Duration) {
		if steps = append(steps, step); took < 0 {
			t.Errorf("%s took %v", step, took)
		}
	}
	if _, err := Train(Recipe{Task: datasets.Stance, AutoC: true}, examples, groups, watch); err != nil {
		t.Fatal(err)
	}
	if want := []string{"features", "tune", "fit", "calibrate"}; !slices.Equal(steps, want) {
		t.Errorf("steps %q, want %q", steps, want)
	}
}

func TestQuantizedWeightsAreWholeStepsAndNearTheTrainedOnes(t *testing.T) {
	m := &Linear{Classes: 3, Weights: []float32{0.5, -2, 0, -0.25, 1.999, 0, 0.1, 0.0001, 0}, Bias: make([]float64, 3)}
	r := m.Round()
	if want := []float64{0.5 / 32767, 2. / 32767, 0}; !nearAll(r.Steps, want, 1e-12) {
		t.Errorf("steps %v, want %v", r.Steps, want)
	}
	rounded := r.Linear()
	for i, w := range rounded.Weights {
		if step := r.Steps[i%3]; !near(float64(w), float64(m.Weights[i]), step/2+1e-7) {
			t.Errorf("weight %d is %v, was %v", i, w, m.Weights[i])
		}
	}
	if again := rounded.Round(); !bytes.Equal(again.whole, r.whole) {
		t.Errorf("rounding twice gives %v, once %v", again.whole, r.whole)
	}
}

func TestCrossPredictAnswersEveryExampleWithoutItsArticle(t *testing.T) {
	examples, groups := corpus(16, 120)
	// A word that only one article has, and that is always favor there, would be
	// learnt by a model that had seen it.
	for i, e := range examples {
		if groups[i] == 4 {
			e.Statement = statement("(Avaria) zorbled <Borland> and zorbled again.")
			e.Stance = datasets.Favor
		}
	}
	r := Recipe{Task: datasets.Stance, Families: []string{"words"}, MinTexts: 1, OperatingPoint: OperatingArgmax}
	predictions := crossPredict(t, r, examples, groups, 4)
	right := 0
	for i, p := range predictions {
		checkProbabilities(t, p.Probabilities, []bool{true, true, true})
		if p.Label == examples[i].Stance {
			right++
		}
		if groups[i] == 4 && p.Probabilities[0] > 0.6 {
			t.Errorf("%s: %v: the word was learnt from the article itself", examples[i].Text, p)
		}
	}
	if right < 100 {
		t.Errorf("%d of %d right", right, len(predictions))
	}
	if _, err := Folds(r, examples[:3], []int{1, 1, 1}, 2); err == nil {
		t.Error("two folds of one group: no error")
	}
	if _, err := CrossPredict(r, examples[:3], []int{1, 1, 1}, []int{0, 1, 0}); err == nil {
		t.Error("nothing is left to train on: no error")
	}
}

// crossPredict returns the predictions of k-fold cross-validation.
func crossPredict(t *testing.T, r Recipe, examples []*datasets.Example, groups []int, k int) []datasets.Prediction {
	t.Helper()
	folds, err := Folds(r, examples, groups, k)
	if err != nil {
		t.Fatal(err)
	}
	predictions, err := CrossPredict(r, examples, groups, folds)
	if err != nil {
		t.Fatal(err)
	}
	return predictions
}

func TestCrossPredictTrainsOnNoArticleThatIsHeldOut(t *testing.T) {
	examples, groups := corpus(16, 120)
	folds := make([]int, len(examples)) // fold 0 holds out one example of article 4, whose others stay in fold -1
	first := true
	for i, e := range examples {
		folds[i] = -1
		if groups[i] != 4 {
			continue
		}
		e.Statement = statement("(Avaria) zorbled <Borland> and zorbled again.")
		e.Stance = datasets.Favor
		if first {
			folds[i], first = 0, false
		}
	}
	r := Recipe{Task: datasets.Stance, Families: []string{"words"}, MinTexts: 1, OperatingPoint: OperatingArgmax}
	predictions, err := CrossPredict(r, examples, groups, folds)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range predictions {
		switch {
		case folds[i] < 0 && p.Label != "":
			t.Errorf("example %d is of no fold, and predicted %v", i, p)
		case folds[i] == 0 && p.Probabilities[0] > 0.6:
			t.Errorf("%v: the word was learnt from the article itself", p)
		}
	}
}

func TestCurveTrainsOnNestedSharesAndPredictsWhatItHasNotSeen(t *testing.T) {
	examples, groups := corpus(7, 200)
	r := Recipe{Task: datasets.Stance, Families: []string{"words"}, MinTexts: 1}
	shares := []float64{0.25, 0.5, 1}
	told := 0
	trials, err := Curve(r, examples, groups, shares, []uint64{1, 2}, func(Trial) { told++ })
	if err != nil || len(trials) != 6 || told != 6 {
		t.Fatalf("%d trials, told of %d, error %v", len(trials), told, err)
	}
	all := distinct(groups)
	for i, trial := range trials {
		held := make(map[int]bool)
		for _, h := range trial.Held {
			held[groups[h]] = true
		}
		if len(trial.Predictions) != len(trial.Held) || trial.Share != shares[i%3] {
			t.Errorf("trial %d: share %v, %d predictions of %d", i, trial.Share, len(trial.Predictions), len(trial.Held))
		}
		if free := float64(all - len(held)); math.Abs(float64(trial.Articles)-trial.Share*free) > 0.5 {
			t.Errorf("trial %d: %d articles are not %v of %v", i, trial.Articles, trial.Share, free)
		}
		if i%3 > 0 && trial.Rows <= trials[i-1].Rows {
			t.Errorf("trial %d has %d rows, the smaller share %d", i, trial.Rows, trials[i-1].Rows)
		}
	}
	if slices.Equal(trials[0].Held, trials[3].Held) {
		t.Error("two seeds hold out the same articles")
	}
}

func BenchmarkTrain(b *testing.B) {
	examples, groups := corpus(17, 400)
	for _, name := range []string{"logistic", "svm", "nb"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				trained(b, Recipe{Task: datasets.Stance, Trainer: name}, examples, groups)
			}
			b.ReportMetric(float64(b.N*len(examples))/b.Elapsed().Seconds(), "statements/s")
		})
	}
}

func TestMajorityIsAlwaysTheMostFrequentLabel(t *testing.T) {
	examples, groups := corpus(9, 120)
	counts := map[datasets.Label]int{}
	for i, e := range examples {
		e.Stance = datasets.None
		if i%5 == 0 {
			e.Stance = []datasets.Label{datasets.Favor, datasets.Against}[i%2]
		}
		counts[e.Stance]++
	}
	for _, p := range crossPredict(t, Recipe{Task: datasets.Stance, Trainer: "majority"}, examples, groups, 4) {
		if p.Label != datasets.None {
			t.Fatalf("%v predicted of %v", p, counts)
		}
	}
}
