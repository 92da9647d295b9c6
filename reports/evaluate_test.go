package reports

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

// outcome returns an outcome of its own group.
func outcome(i int, gold, predicted datasets.Label) Outcome {
	return Outcome{ID: fmt.Sprintf("s%d", i), Group: i, Gold: gold, Prediction: datasets.Prediction{Label: predicted}}
}

func TestEvaluateRefusesWhatItCannotScore(t *testing.T) {
	good := []Outcome{outcome(1, "favor", "none")}
	cases := []struct {
		name      string
		outcomes  []Outcome
		baselines []Baseline
		options   Options
		want      string
	}{
		{"nothing", nil, nil, Options{},
			"reports: no statement with stance gold to score; label some first"},
		{"gold missing", []Outcome{outcome(2, "", "none")}, nil, Options{},
			`reports: statement s2: gold "" is not a stance label; use one of ["favor" "against" "none"]`},
		{"prediction of another task", []Outcome{outcome(3, "favor", "positive")}, nil, Options{},
			`reports: statement s3: prediction "positive" is not a stance label; use one of ["favor" "against" "none"]`},
		{"short baseline", good, []Baseline{{Name: "majority"}}, Options{},
			"reports: baseline majority has 0 labels for 1 statements; give one each"},
		{"baseline of another task", good, []Baseline{{"lexicon", []datasets.Label{"neutral"}}}, Options{},
			`reports: statement s1: label of baseline lexicon "neutral" is not a stance label; use one of ["favor" "against" "none"]`},
		{"negative draws", good, nil, Options{Draws: -1},
			"reports: -1 bootstrap draws; want a positive number, or 0 for 2000"},
		{"draws that no memory holds", good, nil, Options{Draws: 1 << 40},
			"reports: 1099511627776 bootstrap draws; want at most 100000"},
	}
	for _, test := range cases {
		t.Run(test.name, func(t *testing.T) {
			r, err := Evaluate(datasets.Stance, test.outcomes, test.baselines, test.options)
			if err == nil || err.Error() != test.want || r != nil {
				t.Errorf("got report %v, error %v, want error %s", r, err, test.want)
			}
		})
	}
}

func TestNotesNameEveryConvention(t *testing.T) {
	cases := []struct {
		name   string
		counts [][]int
		groups int
		want   []string
	}{
		{"all well", [][]int{{20, 1, 1}, {1, 20, 1}, {1, 1, 20}}, 66, []string{}},
		{"none absent", [][]int{{20, 1, 0}, {1, 20, 0}, {0, 0, 0}}, 42, []string{
			"none: neither in gold nor predicted, left out of the macro average",
		}},
		{"favor absent", [][]int{{0, 0, 0}, {0, 20, 2}, {0, 3, 20}}, 45, []string{
			"favor: neither in gold nor predicted, left out of the macro average",
			"F1(favor,against) counts the absent favor as 0",
		}},
		{"against without gold", [][]int{{20, 1, 1}, {0, 0, 0}, {1, 2, 20}}, 45, []string{
			"against: no gold statement but 3 predicted; its recall (0/0) and F1 count as 0",
		}},
		{"majority", [][]int{{0, 0, 10}, {0, 0, 10}, {0, 0, 20}}, 40, []string{
			"favor: never predicted; its precision (0/0) counts as 0",
			"against: never predicted; its precision (0/0) counts as 0",
			"kappa and MCC count as 0 where gold or predicted has a single label",
		}},
		{"few rows", [][]int{{9, 1, 0}, {0, 9, 0}, {0, 1, 9}}, 29, []string{
			"few: 29 rows; read the intervals, not the numbers",
		}},
		{"few groups", [][]int{{20, 1, 1}, {1, 20, 1}, {1, 1, 20}}, 11, []string{
			"few: 11 groups; the intervals are rough",
		}},
		{"one group", [][]int{{20, 1, 1}, {1, 20, 1}, {1, 1, 20}}, 1, []string{
			"all rows in one group: no intervals",
		}},
	}
	for _, test := range cases {
		t.Run(test.name, func(t *testing.T) {
			got := notes(&Confusion{Task: datasets.Stance, Counts: test.counts}, test.groups)
			if !slices.Equal(got, test.want) {
				t.Errorf("notes = %q, want %q", got, test.want)
			}
		})
	}
}

func TestBreakdownPoolsSmallTargetsLast(t *testing.T) {
	var outcomes []Outcome
	add := func(target string, rows int) {
		for range rows {
			o := outcome(len(outcomes), "favor", "favor")
			o.Target = target
			outcomes = append(outcomes, o)
		}
	}
	add("Tonga", 9)
	add("Mali", 12)
	add("Chad", 12)
	add("", 3)
	add("Peru", 40)
	r := mustEvaluate(t, outcomes, nil, Options{Draws: 10})
	if len(r.Breakdowns) != 1 || r.Breakdowns[0].Column != "target" {
		t.Fatalf("breakdowns = %+v, want one by target", r.Breakdowns)
	}
	type slice struct {
		name         string
		pooled, rows int
	}
	var got []slice
	for _, s := range r.Breakdowns[0].Slices {
		got = append(got, slice{s.title(), s.Pooled, s.Rows})
	}
	want := []slice{{"Peru", 0, 40}, {"Chad", 0, 12}, {"Mali", 0, 12}, {"(2 others)", 2, 12}}
	if !slices.Equal(got, want) {
		t.Errorf("slices = %v, want %v", got, want)
	}
}

func TestBreakdownOfSmallTargetsOnlyHasNoMean(t *testing.T) {
	o := outcome(1, "favor", "favor")
	o.Target = "Tonga"
	b := mustEvaluate(t, []Outcome{o}, nil, Options{Draws: 10}).Breakdowns[0]
	if b.Mean != nil || len(b.Slices) != 1 || b.Slices[0].title() != "(1 other)" {
		t.Errorf("breakdown = %+v, want one pooled slice and no mean", b)
	}
}

func TestNoTargetNoBreakdown(t *testing.T) {
	r := mustEvaluate(t, []Outcome{outcome(1, "favor", "favor")}, nil, Options{Draws: 10})
	if len(r.Breakdowns) != 0 {
		t.Errorf("breakdowns = %+v, want none", r.Breakdowns)
	}
}

func TestMeanOverTargetsIsUnweighted(t *testing.T) {
	var outcomes []Outcome
	for i := range 40 { // Peru: 30 rows all right; Mali: 10 rows all wrong
		o := outcome(i, []datasets.Label{"favor", "against"}[i%2], "none")
		o.Target = "Mali"
		if i < 30 {
			o.Target, o.Prediction.Label = "Peru", o.Gold
		}
		outcomes = append(outcomes, o)
	}
	r := mustEvaluate(t, outcomes, nil, Options{})
	if got := r.Breakdowns[0].Mean.Value; got != 0.5 {
		t.Errorf("mean over targets = %v, want 0.5", got)
	}
}

// A target without favor and against has no F1 of them: it is "-" in the table and no 0
// in the mean, nor in the draws that happen to miss the few that another target has.
func TestMeanOverTargetsLeavesOutThoseWithoutGold(t *testing.T) {
	var outcomes []Outcome
	add := func(target string, n int, gold, predicted datasets.Label) {
		for range n {
			o := outcome(len(outcomes), gold, predicted)
			o.Target = target
			outcomes = append(outcomes, o)
		}
	}
	add("Chad", 20, datasets.None, datasets.Favor)
	add("Mali", 9, datasets.Favor, datasets.Favor)
	add("Mali", 9, datasets.Against, datasets.Against)
	add("Peru", 1, datasets.Favor, datasets.Favor)
	add("Peru", 19, datasets.None, datasets.None)
	r := mustEvaluate(t, outcomes, nil, Options{Draws: 400, Seed: 1})
	b := r.Breakdowns[0]
	// Mali 1, Peru 0.5; in a draw 1 and 0.5, or 1 alone, never less
	if b.Mean.Value != 0.75 || b.Mean.Interval == nil || b.Mean.Interval.Low < 0.75 {
		t.Errorf("mean over targets = %v, want 0.75, and no draw below", b.Mean)
	}
	notes := r.breakdownTable(b).Notes
	if want := "mean over the 2 not pooled: " + b.Mean.String() + "; from 0.500 to 1.000; 1 without such gold (-) not counted"; !slices.Equal(notes, []string{want}) {
		t.Errorf("notes %q, want %q", notes, want)
	}
}

// The interval of the mean is as wide as few articles ask for.
func TestIntervalOfTheMeanIsExpanded(t *testing.T) {
	draws := []float64{3, 1, 4, 1.5, 5, 9, 2.6, 5.3}
	if got, want := expanded(draws, 10), middle(ascending(draws), expandedTail(10)); !reflect.DeepEqual(got, want) || expanded(draws, 1) != nil {
		t.Errorf("interval of 10 groups %v, of one %v; want %v, none", got, expanded(draws, 1), want)
	}
	b := breakdown{groups: 5, alone: []*part{{confusion: NewConfusion(datasets.Stance), draws: [][]float64{nil, nil, draws}}}}
	if got, want := b.mean().Interval, expanded(draws, 5); !reflect.DeepEqual(got, want) {
		t.Errorf("mean over slices: interval %v, want %v", got, want)
	}
}

func TestVerdictOnADifference(t *testing.T) {
	cases := []struct {
		e    Estimate
		want string
	}{
		{Estimate{0.1, &Interval{0.02, 0.2}}, "better"},
		{Estimate{-0.1, &Interval{-0.2, -0.02}}, "worse"},
		{Estimate{0.1, &Interval{-0.01, 0.2}}, "~"},
		{Estimate{0.1, &Interval{0, 0.2}}, "~"},
		{Estimate{0, nil}, "~"},
		{Estimate{0.1, nil}, "-"},
	}
	for _, test := range cases {
		if got := newDifference(test.e).Verdict; got != test.want {
			t.Errorf("verdict on %v = %q, want %q", test.e, got, test.want)
		}
	}
}

func TestModelDoesNotBeatItself(t *testing.T) {
	outcomes := outcomesOf(100, 2, true, 1)
	same := Baseline{Name: "same"}
	for _, o := range outcomes {
		same.Labels = append(same.Labels, o.Prediction.Label)
	}
	gain := mustEvaluate(t, outcomes, []Baseline{same}, Options{}).Baselines[0].Gain
	want := Difference{Verdict: "~"}
	if gain.Headline != want || gain.MacroF1 != want || gain.Accuracy != want {
		t.Errorf("gain over itself = %+v, want 0 ~", gain)
	}
}

func TestReportReadBackPrintsTheSame(t *testing.T) {
	r := sampleReport(t)
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var back Report
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(r.Tables(), back.Tables()) {
		t.Error("the tables of a report read back from JSON differ")
	}
}

func TestSignatureNamesAllThatIsKnown(t *testing.T) {
	check := func(task datasets.Task, s Sampling, want string) {
		t.Helper()
		if got := Signature(task, s); got != want {
			t.Errorf("Signature = %q, want %q", got, want)
		}
	}
	check(datasets.Stance, Sampling{"gold.csv 9f2c", 600, 96, "doc_id", 2000, 1, "0.1.0"},
		"F1(favor,against) | task stance | rows 600 | groups 96 by doc_id | draws 2000 | seed 1 | gold.csv 9f2c | stance 0.1.0")
	check(datasets.Sentiment, Sampling{Rows: 3, Groups: 3, Draws: 10},
		"macro-F1 | task sentiment | rows 3 | groups 3 | draws 10 | seed 0")
}

// FuzzEvaluateGivesFiniteNumbers reads each byte as one outcome: gold, prediction,
// group and target. JSON cannot hold NaN, so that encoding is the check.
func FuzzEvaluateGivesFiniteNumbers(f *testing.F) {
	f.Add([]byte{0})
	f.Add([]byte{0, 1, 2, 3, 200, 255})
	f.Add([]byte(strings.Repeat("\x08", 40)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) == 0 || len(data) > 200 {
			return
		}
		labels := datasets.Stance.Labels
		outcomes := make([]Outcome, len(data))
		for i, b := range data {
			outcomes[i] = outcome(i, labels[b%3], labels[b/3%3])
			outcomes[i].Group, outcomes[i].Target = int(b/9%6), string('A'+rune(b/54))
		}
		r := mustEvaluate(t, outcomes, nil, Options{Draws: 15})
		if _, err := json.Marshal(r); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(fmt.Sprint(r.Tables()), "NaN") {
			t.Fatal("NaN in a table")
		}
	})
}

func BenchmarkEvaluate(b *testing.B) {
	outcomes := outcomesOf(12000, 4, true, 1)
	majority := Baseline{Name: "majority", Labels: make([]datasets.Label, len(outcomes))}
	for i := range majority.Labels {
		majority.Labels[i] = datasets.None
	}
	baselines := []Baseline{majority, {"lexicon", majority.Labels}}
	for _, group := range []struct {
		name string
		rows int
	}{{"articles", 4}, {"rows", 1}} {
		for i := range outcomes {
			outcomes[i].Group = i / group.rows
		}
		b.Run("by="+group.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				mustEvaluate(b, outcomes, baselines, Options{Seed: 1})
			}
		})
	}
}
