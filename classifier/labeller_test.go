package classifier

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"stance/datasets"
	"stance/features"
)

// handmade returns a stance classifier of words and pairs of words whose weights
// for favor, against and none are given by feature, as Describe puts it. Every
// feature must stand in one of the texts.
func handmade(t testing.TB, weights map[string][3]float32, texts ...string) *Classifier {
	t.Helper()
	families, _ := features.Lookup([]string{"words", "bigrams"})
	x := features.NewExtractor(families)
	byKey := make(map[uint64][3]float32)
	for _, marked := range texts {
		s := statement(marked)
		for _, f := range x.Features(&s) {
			if w, ok := weights[x.Describe(f, &s)]; ok {
				byKey[f.Hash/(1<<64/features.KeyLimit)] = w
			}
		}
	}
	if len(byKey) != len(weights) {
		t.Fatalf("%d of %d features stand in the texts", len(byKey), len(weights))
	}
	c := &Classifier{Recipe: Recipe{Task: datasets.Stance}, Families: families, Offsets: make([]float64, 3),
		Calibration: uncalibrated([]bool{true, true, true})}
	linear := &Linear{Classes: 3, Bias: []float64{0, 0, 0.5}}
	var keys []uint64
	for k := range byKey {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		w := byKey[k]
		linear.Weights = append(linear.Weights, w[:]...)
	}
	c.Linear = linear.Round()
	c.Vocabulary = features.NewVocabulary(slices.Values(keys), make([]uint32, len(keys)), 1)
	return c
}

func TestLabellerScoresAsTheTrainingSideDoes(t *testing.T) {
	examples, groups := corpus(31, 120)
	opinions, persons := survey(2, 240, true)
	check := func(name string, r Recipe, examples []*datasets.Example, groups []int) {
		t.Helper()
		c := trained(t, r, examples, groups)
		rows := statements(c.Task(), examples)
		bags := features.Extract(c.Families, rows, c.Copies)
		x := bags.Matrix(c.Vocabulary, inOrder(len(rows)), c.Weighting)
		l := c.newLabeller()
		for i, s := range rows {
			l.score(s)
			want := c.Linear.Linear().Scores(x.Row(i), nil)
			// Bayes' scores are sums of hundreds of large logarithms, added up in float32.
			if tolerance := 1e-4 + 5e-6*math.Abs(want[0]); !nearAll(l.scores, want, tolerance) {
				t.Fatalf("%s: %s: scores %v, want %v", name, s.Text, l.scores, want)
			}
		}
	}
	for _, method := range Trainers {
		check(method.Name, Recipe{Task: datasets.Stance, Trainer: method.Name}, examples, groups)
		check(method.Name, Recipe{Task: datasets.Sentiment, Trainer: method.Name}, examples, groups)
	}
	check("two blocks", Recipe{Task: datasets.Stance, Families: features.Unlocated}, examples, groups)
	check("copies", Recipe{Task: datasets.Stance, Families: []string{"words"}}, opinions, persons)
}

// twoTasks returns a model file of both tasks.
func twoTasks(t testing.TB) *File {
	examples, groups := corpus(32, 200)
	a := trained(t, Recipe{Task: datasets.Stance}, examples, groups)
	b := trained(t, Recipe{Task: datasets.Sentiment}, examples, groups)
	return parsed(t, written(t, fileOf(a, b)))
}

func TestTagAllocatesNothing(t *testing.T) {
	tagger := twoTasks(t).NewTagger()
	examples, _ := corpus(33, 50)
	examples[7].Flags |= datasets.FlagEmpty
	examples[8].Target = ""
	var a Answer
	all := func() {
		for _, e := range examples {
			tagger.Tag(&e.Statement, &a)
		}
	}
	all()
	if n := testing.AllocsPerRun(20, all); n != 0 {
		t.Errorf("%v allocations for %d statements", n, len(examples))
	}
}

func TestTagAnswersOnlyWhatApplies(t *testing.T) {
	tagger := twoTasks(t).NewTagger()
	check := func(name string, s datasets.Statement, stance, sentiment bool) {
		t.Helper()
		a := Answer{Stance: datasets.Prediction{Label: "old", Probabilities: []float64{9}}, Evidence: make([]datasets.Span, 7)}
		tagger.Tag(&s, &a)
		if (a.Stance.Label != "") != stance || (a.Sentiment.Label != "") != sentiment {
			t.Errorf("%s: answer %+v", name, a)
		}
		for p, want := range map[*datasets.Prediction]bool{&a.Stance: stance, &a.Sentiment: sentiment} {
			if (len(p.Probabilities) == 3) != want || !want && len(p.Probabilities) > 0 {
				t.Errorf("%s: probabilities %v", name, p.Probabilities)
			}
		}
		if len(a.Evidence) > maxEvidence {
			t.Errorf("%s: %d spans", name, len(a.Evidence))
		}
	}
	s := statement("(Avaria) sharply condemned <Borland> over the summit.")
	check("both", s, true, true)
	s.Target = ""
	check("no target", s, false, true)
	s.Flags |= datasets.FlagEmpty
	check("no words", s, false, false)
}

func TestSentimentDoesNotDependOnTheSource(t *testing.T) {
	tagger := twoTasks(t).NewTagger()
	examples, _ := corpus(34, 60)
	for _, e := range examples {
		with, without := e.Statement, e.Statement
		without.Source = ""
		if a, b := tagger.Predict(datasets.Sentiment, &with), tagger.Predict(datasets.Sentiment, &without); !reflect.DeepEqual(a, b) {
			t.Errorf("%s: %v with its source, %v without", e.Text, a, b)
		}
	}
}

func TestPredictOfATaskTheModelLacksIsEmpty(t *testing.T) {
	examples, groups := corpus(35, 60)
	tagger := fileOf(trained(t, Recipe{Task: datasets.Stance}, examples, groups)).NewTagger()
	if p := tagger.Predict(datasets.Sentiment, &examples[0].Statement); p.Label != "" || p.Probabilities != nil {
		t.Errorf("prediction %v", p)
	}
}

// evidenceOf returns the texts of the spans that speak for a label.
func evidenceOf(c *Classifier, marked string, label datasets.Label) []string {
	s := statement(marked)
	l := c.newLabeller()
	l.Label(&s, nil)
	var texts []string
	for _, span := range l.Evidence(label) {
		texts = append(texts, s.Text[span.Start:span.End])
	}
	return texts
}

func TestEvidenceIsTheStrongestWordsFirst(t *testing.T) {
	const text = "(Avaria) praised <Borland>, thanked it, then quietly blamed it, the old enemy, and condemned them, hailed peace, “cheered”."
	c := handmade(t, map[string][3]float32{
		"word praised":     {1.0, -0.5, -0.5},
		"word thanked":     {1.2, -0.6, -0.6},
		"word hailed":      {0.9, 0, 0},
		"word cheered":     {0.8, 0, 0},
		"word blamed":      {-1, 1, 0},
		"word condemned":   {-2, 2, 0},
		"word old":         {0, 2.2, 0}, // no lexicon lists it
		"word enemy":       {0, 1.3, 0},
		"word the":         {0.1, 0.1, 0.1},
		"word quietly":     {0, 0.2, 0},
		"bigram old enemy": {0, 0.6, 0},
		"word target":      {5, 5, -5},
	}, text, "target")
	check := func(label datasets.Label, want ...string) {
		t.Helper()
		if got := evidenceOf(c, text, label); !slices.Equal(got, want) {
			t.Errorf("evidence for %s is %q, want %q", label, got, want)
		}
	}
	check(datasets.Favor, "thanked", "praised", "hailed") // three at most
	check(datasets.Against, "condemned", "old enemy", "blamed")
	check(datasets.None)
}

func TestEvidenceIsSpansOfTheText(t *testing.T) {
	b := twoTasks(t)
	tagger := b.NewTagger()
	for _, marked := range []string{"", " ", "<Borland>", "…", "(Åland) praised <Côte d’Ivoire> — “warmly praised” it, 歓迎した 🎉 praised",
		"praised praised condemned praised <Borland> praised", "\xff praised <B> \xfe", "(Avaria) warmly praised <Borland> at the summit."} {
		s := statement(marked)
		var a Answer
		tagger.Tag(&s, &a)
		if len(a.Evidence) > maxEvidence {
			t.Errorf("%q: %d spans", s.Text, len(a.Evidence))
		}
		for i, e := range a.Evidence {
			if e.Start < 0 || e.Start >= e.End || e.End > len(s.Text) {
				t.Fatalf("%q: span %v", s.Text, e)
			}
			for _, other := range a.Evidence[:i] {
				if e.Overlaps(other) {
					t.Errorf("%q: spans %v and %v overlap", s.Text, e, other)
				}
			}
		}
	}
}

// With three labels, what favors one label over the mean of the others sums up to
// the difference of the scores; only the bias is no feature.
func TestContributionsSumToTheDifferenceOfScores(t *testing.T) {
	examples, groups := corpus(36, 200)
	for _, r := range []Recipe{
		{Task: datasets.Stance, Families: []string{"words"}},
		{Task: datasets.Stance, Families: []string{"words"}, Trainer: "nb"},
		{Task: datasets.Stance, Families: []string{"words", "between"}, Trainer: "svm"},
	} {
		c := trained(t, r, examples, groups)
		b := fileOf(c)
		l := c.newLabeller()
		for _, marked := range []string{"(Avaria) condemned <Borland>", "<Borland> will meet (Avaria)", "(Avaria) thanked <Borland>", "(Avaria) praised [Fenwick] and <Borland>"} {
			s := statement(marked)
			_, all := b.Explain(&s)
			got := all[0]
			if got.Features == 0 || got.Features > shownContributions {
				t.Fatalf("%s: %d features, want a few", s.Text, got.Features)
			}
			l.score(&s)
			k, sum := got.Task.Index(got.Prediction.Label), 0.0
			for _, w := range got.Contributions {
				sum += w.Weight
			}
			others, bias := 0.0, c.Linear.Bias[k]
			for j := range l.scores {
				if j != k {
					others += l.scores[j] / 2
					bias -= c.Linear.Bias[j] / 2
				}
			}
			scale := c.Calibration.Scale // the contributions are in log-odds
			if !near(sum+scale*bias, scale*(l.scores[k]-others), 1e-4) {
				t.Errorf("%s: contributions sum to %v and the bias is %v; the scores differ by %v", s.Text, sum, scale*bias, scale*(l.scores[k]-others))
			}
		}
	}
}

func TestExplainNamesTheWordsAndTheReading(t *testing.T) {
	const text = "(Avaria) condemned <Borland> and praised [Cadonia]"
	const step = 2. / math.MaxInt16 // of class against
	c := handmade(t, map[string][3]float32{"word condemned": {-1, 2, 0}, "word praised": {1, -8192 * step, 0}, "word and": {0, 1638 * step, 0}}, text)
	s := statement(text)
	reading, all := fileOf(c).Explain(&s)
	if want := "SOURCE condemned TARGET and praised OTHER"; reading != want {
		t.Errorf("reading %q, want %q", reading, want)
	}
	if len(all) != 1 {
		t.Fatalf("%d explanations", len(all))
	}
	e := all[0]
	want := []Weight{{"word condemned", 2.5}, {"word praised", -8192*step - 0.5}, {"word and", 1638 * step}}
	near := slices.EqualFunc(e.Contributions, want, func(a, b Weight) bool {
		return a.Feature == b.Feature && near(a.Weight, b.Weight, 1e-6)
	})
	if !near || e.Features != 3 || e.Prediction.Label != datasets.Against || !reflect.DeepEqual(e.Evidence, [][]datasets.Span{{{Start: 29, End: 36}}, {{Start: 7, End: 16}}, {}}) {
		t.Errorf("explanation %+v, want contributions %v", e, want)
	}
	s.Target = ""
	if _, all := fileOf(c).Explain(&s); all != nil {
		t.Errorf("without a target: %v", all)
	}
}

func TestTopFeaturesAreInWordsAndDescending(t *testing.T) {
	examples, groups := corpus(37, 200)
	for _, task := range datasets.Tasks {
		for _, name := range []string{"logistic", "svm", "nb", "golearn-nb"} {
			c := trained(t, Recipe{Task: task, Trainer: name}, examples, groups)
			for k, top := range c.Top {
				if len(top) == 0 || len(top) > topFeatures {
					t.Errorf("%s, %s: %d features for %s", task.Name, name, len(top), task.Labels[k])
				}
				for i, w := range top {
					if w.Feature == "" || !(w.Weight > 0) || i > 0 && w.Weight > top[i-1].Weight {
						t.Errorf("%s, %s: feature %d for %s is %+v", task.Name, name, i, task.Labels[k], w)
					}
				}
			}
		}
	}
}

func TestHeaviestColumnsAreThoseFarAboveTheOthers(t *testing.T) {
	linear := &Linear{Classes: 3, Bias: make([]float64, 3), Weights: []float32{-1, -3, -3 /**/, 1, 1, 1 /**/, 3, 1, 0 /**/, 0.5, 0, 0 /**/, 3, 0, 1}}
	m := linear.Round()
	check := func(k, n int, want ...int) {
		t.Helper()
		if got := m.heaviest(k, n); !slices.Equal(got, want) {
			t.Errorf("heaviest %d of class %d = %v, want %v", n, k, got, want)
		}
	}
	check(0, 9, 2, 4, 0, 3) // of equals the first
	check(0, 2, 2, 4)
	check(1, 9)
}

func TestLexiconRuleReadsTheValenceAroundTheTarget(t *testing.T) {
	rule := map[string]*LexiconRule{"stance": NewLexiconRule(datasets.Stance), "sentiment": NewLexiconRule(datasets.Sentiment)}
	check := func(marked string, stance, sentiment datasets.Label) {
		t.Helper()
		s := statement(marked)
		if a, b := rule["stance"].Label(&s), rule["sentiment"].Label(&s); a != stance || b != sentiment {
			t.Errorf("%s: %s and %s, want %s and %s", s.Text, a, b, stance, sentiment)
		}
	}
	check("(Avaria) praised the wonderful <Borland>.", datasets.Favor, datasets.Positive)
	check("(Avaria) condemned the terrible <Borland>.", datasets.Against, datasets.Negative)
	check("(Avaria) met <Borland> on Monday.", datasets.None, datasets.Neutral)
	check("", datasets.None, datasets.Neutral)
}

func BenchmarkTag(b *testing.B) {
	tagger := twoTasks(b).NewTagger()
	examples, _ := corpus(38, 256)
	var a Answer
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		tagger.Tag(&examples[i%len(examples)].Statement, &a)
		i++
	}
}
