package reports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

// pairsOf returns rows written as gold, A, B by first letters: "faf nnn".
func pairsOf(rows string) []datasets.Pair {
	label := map[byte]datasets.Label{'f': datasets.Favor, 'a': datasets.Against, 'n': datasets.None}
	var pairs []datasets.Pair
	for _, row := range strings.Fields(rows) {
		pairs = append(pairs, datasets.Pair{Statement: datasets.Statement{ID: row}, Gold: label[row[0]], A: label[row[1]], B: label[row[2]]})
	}
	return pairs
}

// alone returns a group for each of n rows.
func alone(n int) []int {
	groups := make([]int, n)
	for i := range groups {
		groups[i] = i
	}
	return groups
}

func mustCompare(t *testing.T, pairs []datasets.Pair, groups []int) *Contrast {
	t.Helper()
	r, err := Compare(datasets.Stance, pairs, groups, CompareOptions{Draws: MinCompareDraws, Seed: 1, A: "old", B: "new", GroupedBy: "doc_id"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// simulatedPairs returns the pairs and groups of simulated articles.
func simulatedPairs(articles int, alike float64, seed uint64) (pairs []datasets.Pair, groups []int) {
	return pairsOfRows(simulation{rand.New(rand.NewPCG(seed, 0)), alike}.articles(articles))
}

// Both systems get the scores that Evaluate gives them.
func TestCompareScoresAsEvaluateDoes(t *testing.T) {
	pairs, groups := simulatedPairs(40, 0.5, 1)
	r := mustCompare(t, pairs, groups)
	of := func(label func(*datasets.Pair) datasets.Label) Scores {
		var outcomes []Outcome
		for i := range pairs {
			outcomes = append(outcomes, Outcome{Group: groups[i], Gold: pairs[i].Gold, Prediction: datasets.Prediction{Label: label(&pairs[i])}})
		}
		return mustEvaluate(t, outcomes, nil, Options{Draws: MinCompareDraws, Seed: 1}).Scores
	}
	check := func(system string, s Scores, estimate func(MetricContrast) Estimate) {
		t.Helper()
		want := []Estimate{s.Headline, s.Macro.F1, s.Accuracy, s.ByLabel[0].F1, s.ByLabel[1].F1, s.ByLabel[2].F1, s.Kappa, s.MCC}
		for m, x := range r.Metrics {
			if got := estimate(x); got.Value != want[m].Value || *got.Interval != *want[m].Interval {
				t.Errorf("%s of %s = %v, Evaluate says %v", x.Metric, system, got, want[m])
			}
		}
	}
	check("A", of(func(p *datasets.Pair) datasets.Label { return p.A }), func(x MetricContrast) Estimate { return x.A })
	check("B", of(func(p *datasets.Pair) datasets.Label { return p.B }), func(x MetricContrast) Estimate { return x.B })
}

// The p value of a metric is below 0.05 where its interval leaves out 0, and nowhere
// else; a verdict is never against its interval; Holm's p value is never smaller.
func TestVerdictNeverContradictsTheInterval(t *testing.T) {
	verdicts := map[string]int{}
	for seed := range uint64(150) {
		pairs, groups := simulatedPairs(8+int(seed), []float64{0, 0.6, 0.9}[seed%3], seed)
		for i := range pairs { // B is better in half of the cases, so that there is something to find
			if seed%2 == 0 && i%7 == 0 {
				pairs[i].B = pairs[i].Gold
			}
		}
		for _, x := range mustCompare(t, pairs, groups).Metrics {
			verdicts[x.Verdict]++
			in := x.Difference.Interval
			if x.P == nil || in == nil {
				continue
			}
			if outside := in.Low > 0 || in.High < 0; outside != (*x.P < 0.05) {
				t.Errorf("seed %d, %s: interval %v with p = %v", seed, x.Metric, in, *x.P)
			}
			if x.Verdict == verdictBetter && in.Low <= 0 || x.Verdict == verdictWorse && in.High >= 0 {
				t.Errorf("seed %d, %s: %s with the interval %v", seed, x.Metric, x.Verdict, in)
			}
			if *x.Holm < *x.P || (*x.Holm < 0.05) != (x.Verdict == verdictBetter || x.Verdict == verdictWorse) {
				t.Errorf("seed %d, %s: %s with p = %v, Holm %v", seed, x.Metric, x.Verdict, *x.P, *x.Holm)
			}
		}
	}
	if verdicts[verdictBetter] == 0 || verdicts[verdictNoise] == 0 {
		t.Errorf("the cases show %v; want both better and ~", verdicts)
	}
}

func TestSwappedSystemsSwapTheVerdict(t *testing.T) {
	pairs, groups := simulatedPairs(60, 0.3, 4)
	for i := range pairs {
		if i%2 == 0 {
			pairs[i].B = pairs[i].Gold
		}
	}
	r := mustCompare(t, pairs, groups)
	for i := range pairs {
		pairs[i].A, pairs[i].B = pairs[i].B, pairs[i].A
	}
	swapped := mustCompare(t, pairs, groups)
	opposite := map[string]string{verdictBetter: verdictWorse, verdictNoise: verdictNoise}
	for m, x := range r.Metrics {
		y := swapped.Metrics[m]
		if !near(*x.P, *y.P) || y.Verdict != opposite[x.Verdict] || !near(x.Difference.Interval.Low, -y.Difference.Interval.High) {
			t.Errorf("%s: %v p %v %s, swapped %v p %v %s", x.Metric, x.Difference, *x.P, x.Verdict, y.Difference, *y.P, y.Verdict)
		}
	}
	if r.Headline().Verdict != verdictBetter {
		t.Errorf("headline: %s, want better", r.Headline().Verdict)
	}
}

// Which of two systems is called A changes signs and nothing else, also where few
// groups move a metric: the first favor of a system that predicts none makes an F1,
// and taking it from one that predicts many changes little or nothing.
func TestComparisonIsItsOwnMirror(t *testing.T) {
	opposite := map[string]string{verdictBetter: verdictWorse, verdictWorse: verdictBetter, verdictNoise: verdictNoise, verdictUnknown: verdictUnknown}
	untested := 0
	check := func(name string, pairs []datasets.Pair, groups []int) {
		t.Helper()
		swapped := slices.Clone(pairs)
		for i := range swapped {
			swapped[i].A, swapped[i].B = pairs[i].B, pairs[i].A
		}
		r, mirror := mustCompare(t, pairs, groups), mustCompare(t, swapped, groups)
		for m, x := range r.Metrics {
			y := mirror.Metrics[m]
			if x.P == nil {
				untested++
			}
			same := x.Movers == y.Movers && y.Verdict == opposite[x.Verdict] && (x.P == nil) == (y.P == nil)
			if !same || x.P != nil && !near(*x.P, *y.P) {
				t.Errorf("%s, %s: %d move it, p %s, %s; mirrored %d, p %s, %s", name, x.Metric, x.Movers, pValue(x.P), x.Verdict, y.Movers, pValue(y.P), y.Verdict)
			}
		}
	}
	for seed := range uint64(60) {
		pairs, groups := simulatedPairs(4+int(seed)%20, 0.8, seed)
		check(fmt.Sprintf("seed %d", seed), pairs, groups)
	}
	check("A never right on favor", pairsOf("fnf nfn nfn nfn nfn nfn aaa"), alone(7))
	if untested == 0 {
		t.Error("every metric was moved by many groups: the test shows little")
	}
}

// A is always wrong, B always right: the difference is 1 in every draw.
func TestPerfectBeatsHopeless(t *testing.T) {
	r := mustCompare(t, pairsOf(strings.Repeat("faf ana nfn ", 20)), alone(60))
	for _, x := range r.Metrics {
		if x.Difference.Value != x.B.Value-x.A.Value || x.Verdict != verdictBetter {
			t.Errorf("%s: %v %s, want better", x.Metric, x.Difference, x.Verdict)
		}
	}
	if n := r.RightWrong; n.OnlyB != 60 || n.OnlyA+n.Both+n.Neither != 0 || !agrees(n.P, 0x1p-59) {
		t.Errorf("right and wrong %+v, want only B right 60 times, p = 2/2^60", n)
	}
}

// Five articles that all point one way are nothing rare: 2/2^5 > 0.05.
func TestFiveArticlesMakeNoVerdict(t *testing.T) {
	rows := strings.Repeat("fff aaa nnn ", 20)
	check := func(n int, want string) {
		t.Helper()
		r := mustCompare(t, pairsOf(strings.Repeat("fnf ", n)+rows), alone(60+n))
		x := r.Metrics[2]
		if x.Metric != "accuracy" || x.Movers != n || x.Verdict != want || (x.P == nil) != (want == verdictUnknown) {
			t.Errorf("%d articles better: %+v, want %s", n, x, want)
		}
	}
	check(0, verdictNoise)
	check(5, verdictUnknown)
	check(6, verdictNoise)
	check(40, verdictBetter)
}

func TestIdenticalPredictionsDoNotDiffer(t *testing.T) {
	r := mustCompare(t, pairsOf("fff aaa naa nnn fnn"), alone(5))
	for _, x := range r.Metrics {
		if x.Difference.Value != 0 || *x.P != 1 || x.Verdict != verdictNoise {
			t.Errorf("%s: %v p %v %s, want 0, 1, ~", x.Metric, x.Difference, x.P, x.Verdict)
		}
	}
	if !slices.Contains(r.Notes, "A and B predict the same label for every row") {
		t.Errorf("notes %q do not say that nothing differs", r.Notes)
	}
}

func TestAbsentLabelIsNotCompared(t *testing.T) {
	r := mustCompare(t, pairsOf("fff fnf nnn naf"), alone(4))
	x := r.Metrics[4]
	if x.Metric != "F1 against" || !x.Absent || x.P != nil || x.Verdict != verdictUnknown || r.tested() != 7 {
		t.Errorf("%+v, %d metrics tested; want F1 against absent, 7 tested", x, r.tested())
	}
	if row := r.metricTable().Rows[4]; !slices.Equal(row, []string{"F1 against", "-", "-", "-", "-", "-", "-", "-"}) {
		t.Errorf("row %q, want dashes", row)
	}
}

func TestOneRowIsCompared(t *testing.T) {
	r := mustCompare(t, pairsOf("fnf"), []int{3})
	if x := r.Headline(); x.Verdict != verdictUnknown || x.P != nil || x.Difference.Interval != nil {
		t.Errorf("headline of one row: %+v, want no verdict", x)
	}
	data, err := json.Marshal(r)
	if err != nil || bytes.Contains(data, []byte("NaN")) {
		t.Errorf("JSON %s, %v", data, err)
	}
}

func TestCompareRefuses(t *testing.T) {
	check := func(pairs []datasets.Pair, groups []int, draws int, want string) {
		t.Helper()
		_, err := Compare(datasets.Stance, pairs, groups, CompareOptions{Draws: draws})
		if err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
	check(nil, nil, 0, "reports: no statement with stance gold to compare on; label some first")
	check(pairsOf("fff"), nil, 0, "reports: 0 groups for 1 pairs; give one each")
	check(pairsOf("fff"), []int{0}, 999, "reports: 999 bootstrap draws; at least 1000 are needed")
	check(pairsOf("fff"), []int{0}, MaxDraws+1, "reports: 100001 bootstrap draws; want at most 100000")
	check([]datasets.Pair{{Statement: datasets.Statement{ID: "s1"}, Gold: "favor", A: "favor", B: "positive"}}, []int{0}, 0,
		`reports: statement s1: label of B "positive" is not a stance label; use one of ["favor" "against" "none"]`)
}

func TestContrastIsTheSameOnAnyNumberOfCores(t *testing.T) {
	pairs, groups := simulatedPairs(30, 0.5, 2)
	encode := func(cores int) string {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		data, err := json.Marshal(mustCompare(t, pairs, groups))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if one := encode(1); encode(3) != one {
		t.Error("three cores give another contrast than one")
	}
}

func TestContrastIsGolden(t *testing.T) {
	pairs, groups := simulatedPairs(60, 0.5, 3)
	for i := range pairs {
		if i%3 == 0 {
			pairs[i].B = pairs[i].Gold
		}
	}
	r := mustCompare(t, pairs, groups)
	var text bytes.Buffer
	for _, table := range r.Tables() {
		if err := table.WriteText(&text); err != nil {
			t.Fatal(err)
		}
		text.WriteByte('\n')
	}
	checkGolden(t, "compare.txt", text.Bytes())
	var csv bytes.Buffer
	if err := ContrastTable([]*Contrast{r}).WriteCSV(&csv); err != nil {
		t.Fatal(err)
	}
	checkGolden(t, "compare.csv", csv.Bytes())
}

func TestWorseByNeedsBothTheVerdictAndThePoints(t *testing.T) {
	check := func(difference float64, verdict string, points float64, fails bool, why string) {
		t.Helper()
		r := &Contrast{Task: "stance", Metrics: []MetricContrast{{Metric: "macro-F1", Difference: Estimate{Value: difference}, Verdict: verdict}}}
		if got, said := r.WorseBy(points); got != fails || said != "stance macro-F1 of B is "+why {
			t.Errorf("%v %s by %v: %v, %q; want %v, %q", difference, verdict, points, got, said, fails, why)
		}
	}
	check(-0.03, verdictWorse, 2, true, "3.00 points worse than A, more than 2")
	check(-0.03, verdictWorse, 0, true, "3.00 points worse than A, more than 0")
	check(-0.03, verdictWorse, 5, false, "3.00 points worse than A, not more than 5")
	check(-0.03, verdictNoise, 2, false, "3.00 points below A, verdict ~")
	check(0.03, verdictBetter, 0, false, "3.00 points above A, verdict better")
	check(0, verdictNoise, 0, false, "0.00 points above A, verdict ~")
}

func TestChangedTableSaysWhoIsRight(t *testing.T) {
	pairs := pairsOf("fff ffn fnf fna")
	pairs[1].Text, pairs[1].Article, pairs[1].Source, pairs[1].Target = "=1+1", "d1", "Kenya", "Poland"
	want := [][]string{
		{"ffn", "stance", "favor", "favor", "none", "A", "d1", "Kenya", "Poland", "=1+1"},
		{"fnf", "stance", "favor", "none", "favor", "B", "", "", "", ""},
		{"fna", "stance", "favor", "none", "against", "neither", "", "", "", ""},
	}
	got := ChangedTable(datasets.Stance, pairs).Rows
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("changed %q, want %q", got, want)
	}
}

func TestPValuesAreNotRoundedAcrossTheLevel(t *testing.T) {
	check := func(p float64, want string) {
		t.Helper()
		if got := pValue(&p); got != want {
			t.Errorf("p value %v is printed %s, want %s", p, got, want)
		}
	}
	check(0.0499, "0.049")
	check(0.05, "0.050")
	check(0.0004, "<0.001")
	check(1, "1.000")
	if got := pValue(nil); got != "-" {
		t.Errorf("no p value is printed %s, want -", got)
	}
}
