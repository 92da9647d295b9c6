package reports

import (
	"reflect"
	"slices"
	"testing"

	"stance/datasets"
)

// flaggedOutcomes returns 200 outcomes; every fifth has a negation, and is wrong more
// often.
func flaggedOutcomes() []Outcome {
	outcomes := probableOutcomes(200, 5)
	for i := range outcomes {
		o := &outcomes[i]
		o.Prediction.Label = o.Gold
		if i%5 == 0 {
			o.Flags |= datasets.FlagNegation
		}
		if i%5 == 0 && i%10 != 0 || i%11 == 0 {
			o.Prediction.Label = datasets.None
		}
		if i%7 == 0 {
			o.Flags |= datasets.FlagHedge
		}
		if i < 9 {
			o.Flags |= datasets.FlagQuote
		}
		o.Source, o.Target = "Kenya", "Poland"
	}
	return outcomes
}

func TestWorstSliceComesFirst(t *testing.T) {
	r := mustEvaluate(t, flaggedOutcomes(), nil, Options{Draws: 400, Seed: 1})
	var names []string
	for _, s := range r.Slices {
		names = append(names, s.Name)
	}
	// the 9 rows with a quotation are too few; "not likeliest label" follows from
	// the labels having been changed
	if want := []string{"negation", "not likeliest label", "hedge"}; !slices.Equal(names, want) {
		t.Fatalf("slices = %q, want %q", names, want)
	}
	if s := r.Slices[0]; s.Rows != 40 || s.Gain.Verdict != verdictWorse || s.Headline.Value >= s.Rest.Value {
		t.Errorf("negation = %+v, want 40 rows, worse than the rest", s)
	}
	if s := r.Slices[2]; s.Gain.Verdict != verdictNoise {
		t.Errorf("hedge = %+v, want a difference within the noise", s)
	}
}

// The rest is counted as all rows less the slice; counted for itself it must be the
// same, draw by draw.
func TestRestOfASliceIsAllOtherRows(t *testing.T) {
	outcomes := flaggedOutcomes()
	r := mustEvaluate(t, outcomes, nil, Options{Draws: 200, Seed: 1})
	e := &evaluation{task: datasets.Stance, outcomes: outcomes}
	if err := e.addLabellings(); err != nil {
		t.Fatal(err)
	}
	var others []int
	for i := range outcomes {
		if !outcomes[i].Flags.Has(datasets.FlagNegation) {
			others = append(others, i)
		}
	}
	rest := e.add(sliceMeasures(), others, e.predicted)
	d := drawing{e.task, e.parts, nil, newSample(e.pairs, e.groups, len(e.parts)*e.cells()), 200, 1}
	d.bootstrap()
	if got, want := r.Slices[0].Rest, rest.estimate(ofHeadline); !reflect.DeepEqual(got, want) {
		t.Errorf("rest = %v, counted for itself %v", got, want)
	}
}

// A slice that is all right, or a rest that is, says nothing of other articles: there
// is no interval, and no verdict.
func TestSliceThatNeverVariesGetsNoVerdict(t *testing.T) {
	check := func(wrong func(negated bool, i int) bool) {
		t.Helper()
		outcomes := flaggedOutcomes()
		for i := range outcomes {
			o := &outcomes[i]
			o.Prediction.Label, o.Prediction.Probabilities = o.Gold, nil
			if wrong(o.Flags.Has(datasets.FlagNegation), i) {
				o.Prediction.Label = datasets.None
			}
		}
		r := mustEvaluate(t, outcomes, nil, Options{Draws: 200, Seed: 1})
		for _, s := range r.Slices {
			if s.Name == "negation" && (s.Gain.Interval != nil || s.Gain.Verdict != verdictUnknown || s.Gain.Value == 0) {
				t.Errorf("%d rows, headline %v, rest %v: gain %v %s", s.Rows, s.Headline, s.Rest, s.Gain, s.Gain.Verdict)
			}
		}
	}
	check(func(negated bool, i int) bool { return !negated && i%3 == 0 })
	check(func(negated bool, i int) bool { return negated && i%2 == 0 })
}

func TestSliceWithoutGoldOfTheHeadlineComesLastAsADash(t *testing.T) {
	outcomes := flaggedOutcomes()
	for i := range outcomes {
		if outcomes[i].Flags.Has(datasets.FlagNegation) {
			outcomes[i].Gold, outcomes[i].Prediction.Label = datasets.None, datasets.None
		}
	}
	r := mustEvaluate(t, outcomes, nil, Options{Draws: 50})
	rows := r.sliceTable().Rows
	if last := rows[len(rows)-1]; last[0] != "negation" || !slices.Equal(last[2:5], []string{"-", "-", "-"}) {
		t.Errorf("last row = %q, want negation with dashes", last)
	}
}

func TestEveryKindOfStatementHasItsQuestion(t *testing.T) {
	words := func(n int) (s string) {
		for range n {
			s += "word "
		}
		return s
	}
	base := Outcome{Source: "Kenya", Target: "Poland", Text: words(20)}
	check := func(change func(*Outcome), want ...string) {
		t.Helper()
		o := base
		change(&o)
		var got []string
		for _, k := range kinds(datasets.Stance) {
			if k.has(&o) {
				got = append(got, k.name)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("kinds of %+v = %q, want %q", o, got, want)
		}
	}
	check(func(o *Outcome) {})
	check(func(o *Outcome) { o.Flags = datasets.FlagQuote | datasets.FlagNegation }, "target in a quotation", "negation")
	check(func(o *Outcome) { o.Flags = datasets.FlagMultiParty | datasets.FlagHedge }, "three or more parties", "hedge")
	check(func(o *Outcome) { o.Target, o.Source = "", "" }, "no target", "no source")
	check(func(o *Outcome) { o.Flags = datasets.FlagTargetNotFound | datasets.FlagSourceNotFound }, "target not named", "source not named")
	check(func(o *Outcome) { o.Flags = datasets.FlagTargetByAlias | datasets.FlagSourceByAlias }, "target by alias", "source by alias")
	check(func(o *Outcome) { o.Unseen = true; o.Flags = datasets.FlagAmbiguous }, "unseen target", "ambiguous party")
	check(func(o *Outcome) { o.Text = words(12) }, "short (<= 12 words)")
	check(func(o *Outcome) { o.Text = words(13) })
	check(func(o *Outcome) { o.Text = words(39) })
	check(func(o *Outcome) { o.Text = words(40) }, "long (>= 40 words)")
	check(func(o *Outcome) { o.Text = "" })
	check(func(o *Outcome) {
		o.Prediction = datasets.Prediction{Label: "favor", Probabilities: []float64{0.4, 0.5, 0.1}}
	}, "not likeliest label")
}
