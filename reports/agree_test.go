package reports

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

// tallyOf tallies codings, each the label index by coder, -1 for none.
func tallyOf(labels int, codings [][]int) *tally {
	b := newCodebook(numberedTask(labels), len(codings[0]))
	var counts []int
	for _, c := range codings {
		if codes(c) < 2 {
			continue
		}
		n := b.number(c)
		if n == len(counts) {
			counts = append(counts, 0)
		}
		counts[n]++
	}
	return b.tally(counts)
}

// columns turns the codes of each coder, one letter a unit, into codings: "ab." is
// labels 0 and 1 and a unit not coded.
func columns(coders ...string) [][]int {
	var codings [][]int
	for u := range coders[0] {
		var coding []int
		for _, c := range coders {
			k := -1
			if c[u] != '.' {
				k = strings.IndexByte("abcdefgh", c[u])
			}
			coding = append(coding, k)
		}
		codings = append(codings, coding)
	}
	return codings
}

// manyCoders returns units that two or three of many coders labelled, each about one of
// several targets.
func manyCoders(units, coders, targets int) (names []string, all []Unit) {
	rng := rand.New(rand.NewPCG(1, 0))
	for c := range coders {
		names = append(names, fmt.Sprintf("coder %d", c))
	}
	for i := range units {
		u := Unit{ID: fmt.Sprint(i), Group: i / 3, Target: fmt.Sprintf("target %d", i%targets), Labels: make([]datasets.Label, coders)}
		for range 3 {
			u.Labels[rng.IntN(coders)] = datasets.Stance.Labels[rng.IntN(3)]
		}
		all = append(all, u)
	}
	return names, all
}

// What is counted grows with the units, not with the units times the targets: all of
// them once, and once more by target.
func TestAgreementIsCountedOnceByTarget(t *testing.T) {
	names, units := manyCoders(1200, 40, 80)
	a := &agreement{task: datasets.Stance, coders: names, book: newCodebook(datasets.Stance, len(names))}
	if err := a.take(units); err != nil {
		t.Fatal(err)
	}
	a.cutTargets()
	if s := a.sample(); len(a.cuts) != 80 || s.width > 2*len(a.units) {
		t.Errorf("%d cells for %d units in %d cuts", s.width, len(a.units), len(a.cuts))
	}
	for i, b := range a.books {
		if len(b.pairs) > 3*len(a.cuts[i].rows) {
			t.Errorf("%d pairs of coders for %d units of %s", len(b.pairs), len(a.cuts[i].rows), a.cuts[i].name)
		}
	}
}

func TestAgreeRefusesTooManyDraws(t *testing.T) {
	names, units := manyCoders(4, 3, 1)
	_, err := Agree(datasets.Stance, names, units, Options{Draws: MaxDraws + 1})
	if err == nil || err.Error() != "reports: 100001 bootstrap draws; want at most 100000" {
		t.Errorf("error %v", err)
	}
}

// The agreement on a target is that of a file with its units alone.
func TestAgreementByTargetIsThatOfItsUnits(t *testing.T) {
	names, units := manyCoders(120, 6, 4)
	agree := func(units []Unit) *Agreement {
		r, err := Agree(datasets.Stance, names, units, Options{Draws: 20})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	values := func(c Coefficients) (all []float64) {
		for _, e := range []*Estimate{c.Percent, c.Cohen, c.Fleiss, c.Alpha, c.OrdinalAlpha, c.AC1} {
			all = append(all, e.Value)
		}
		return all
	}
	for _, target := range agree(units).ByTarget {
		alone := agree(slices.DeleteFunc(slices.Clone(units), func(u Unit) bool { return u.Target != target.Target }))
		if got, want := values(target.Coefficients), values(alone.Overall); !slices.Equal(got, want) || target.Units != alone.Sampling.Units {
			t.Errorf("%s: %v, alone %v", target.Target, got, want)
		}
	}
}

// upTo reports whether a number rounds to what a paper prints.
func upTo(decimals int, got, want float64) bool {
	return math.Abs(got-want) <= 0.5*math.Pow10(-decimals)+1e-9
}

// Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", University of
// Pennsylvania: the worked examples of sections A to E. The labels 1 to 5 (and 0, 1;
// a to e) are written as letters, * as a dot.
func TestAlphaEqualsKrippendorff(t *testing.T) {
	check := func(what string, got, want float64) {
		t.Helper()
		if !upTo(3, got, want) {
			t.Errorf("%s = %.4f, want %.3f", what, got, want)
		}
	}
	binary := tallyOf(2, columns("abaaaaaaba", "bbbaabaaaa")).coincidences()
	check("section A, binary data, two observers", binary.alpha(nominal), 0.095)
	two := tallyOf(5, columns("aabbdcccedda", "babbbccceddd")).coincidences()
	check("section B, nominal data, two observers", two.alpha(nominal), 0.692)
	four := tallyOf(5, columns("abccbadab...", "abccbbdabe.c", ".cccbcdbbea.", "abccbddabea.")).coincidences()
	check("section C, nominal data, four observers, missing", four.alpha(nominal), 0.743)
	check("section D, ordinal", four.ordinal(), 0.815)
	check("section E, interval", four.alpha(func(c, k int) float64 { return float64((c - k) * (c - k)) }), 0.849)
}

// diagnoses is table 1 of Fleiss (1971), "Measuring nominal scale agreement among
// many raters", Psychological Bulletin 76: how many of six psychiatrists gave a
// patient which of five diagnoses. Taken from the data set diagnoses of the R
// package irr, whose column sums are those of the paper (26, 26, 30, 55, 43).
var diagnoses = [][]int{
	{0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0}, {2, 0, 4, 0, 0},
	{0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6}, {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0},
	{0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1}, {0, 0, 5, 0, 1}, {3, 0, 0, 1, 2}, {5, 1, 0, 0, 0},
	{0, 2, 0, 4, 0}, {1, 0, 2, 0, 3}, {0, 0, 0, 0, 6}, {0, 1, 0, 5, 0}, {0, 2, 0, 1, 3}, {2, 0, 0, 4, 0},
	{1, 0, 0, 4, 1}, {0, 5, 0, 1, 0}, {4, 0, 0, 0, 2}, {0, 2, 0, 4, 0}, {1, 0, 5, 0, 0}, {0, 0, 0, 0, 6},
}

func TestFleissKappaEqualsFleiss(t *testing.T) {
	var codings [][]int
	for _, patient := range diagnoses {
		var coding []int
		for k, n := range patient {
			coding = append(coding, slices.Repeat([]int{k}, n)...)
		}
		codings = append(codings, coding)
	}
	all := tallyOf(5, codings)
	if got, want := all.fleiss(), 0.4302445; !upTo(7, got, want) { // irr::kappam.fleiss; .430 in the paper
		t.Errorf("kappa = %.7f, want %.7f", got, want)
	}
	// kappa_j, irr::kappam.fleiss(diagnoses, detail=TRUE).
	for k, want := range []float64{0.245, 0.245, 0.520, 0.471, 0.566} {
		if got := all.collapse(k).fleiss(); !upTo(3, got, want) {
			t.Errorf("kappa of diagnosis %d = %.4f, want %.3f", k, got, want)
		}
	}
	for k, want := range []int{26, 26, 30, 55, 43} {
		if got := all.given(k); got != want {
			t.Errorf("diagnosis %d given %d times, want %d", k, got, want)
		}
	}
}

// table returns the tally of two coders' confusion.
func table(rows ...[]int) *tally {
	var codings [][]int
	for x, row := range rows {
		for y, n := range row {
			codings = append(codings, slices.Repeat([][]int{{x, y}}, n)...)
		}
	}
	return tallyOf(len(rows), codings)
}

// The examples of Gwet, with the values that his R package irrCAC (and its Python
// port) print for them.
//
//   - high agreement: the 125 subjects of Gwet (2008), "Computing inter-rater
//     reliability and its variance in the presence of high agreement", British
//     Journal of Mathematical and Statistical Psychology 61: pa .944 with a kappa
//     below 0; AC1 .941, which follows from its formula by hand: pe = 2 .972 .028.
//   - abstractors, diagnosis, observers, gender: data sets cont3x3abstractors,
//     cont4x4diagnosis, cac.raw5obser and cac.rawgender, of Gwet (2014), Handbook of
//     Inter-Rater Reliability, 4th ed.; observers have missing codes.
//
// Every unit of these has two codes or more. Where one has a single code irrCAC
// counts it in the chance agreement of AC1 and Fleiss' kappa, and we leave it out.
func TestCoefficientsEqualGwet(t *testing.T) {
	cases := []struct {
		name                                string
		tally                               *tally
		percent, ac1, fleiss, alpha, cohens float64 // NaN = not printed
	}{
		{"high agreement", table([]int{118, 5}, []int{2, 0}), 0.944, 0.941, math.NaN(), math.NaN(), -0.023},
		{"abstractors", table([]int{13, 0, 0}, []int{0, 20, 7}, []int{0, 4, 56}), 0.890, 0.849, math.NaN(), math.NaN(), 0.796},
		{"diagnosis", table([]int{40, 6, 4, 15}, []int{4, 25, 1, 5}, []int{4, 2, 21, 9}, []int{17, 13, 12, 45}), math.NaN(), 0.456, math.NaN(), math.NaN(), 0.432},
		{"observers", tallyOf(4, columns("bbc.aabbcc.abdb", "bbdaaaa.cbbacdb", "cadaaacccbaaccb", ".bd....a.baacc.", "c..aaab.c....db")),
			0.616, 0.497, 0.458, 0.481, math.NaN()},
		{"gender", tallyOf(3, columns("aaaaabbbcaaaaab", "aaaababccaaaaba", "abbcaabbcabbcaa", "ccccaabbcccccaa")), 0.456, 0.208, 0.129, 0.143, math.NaN()},
	}
	for _, c := range cases {
		v := c.tally.coefficients(nil)
		for _, m := range []struct {
			name string
			at   int
			want float64
		}{
			{"percent agreement", ofPercent, c.percent}, {"AC1", ofAC1, c.ac1}, {"Fleiss' kappa", ofFleiss, c.fleiss},
			{"alpha", ofAlpha, c.alpha}, {"Cohen's kappa", ofCohen, c.cohens},
		} {
			if !math.IsNaN(m.want) && !upTo(3, v[m.at], m.want) {
				t.Errorf("%s: %s = %.4f, want %.3f", c.name, m.name, v[m.at], m.want)
			}
		}
	}
}

// testdata/agree.json, written by testdata/agree.py: Cohen's kappa by scikit-learn,
// Fleiss' by statsmodels, Krippendorff's alpha by NLTK, for made-up codes.
func TestCoefficientsEqualOtherPrograms(t *testing.T) {
	data, err := os.ReadFile("testdata/agree.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Cases []struct {
			Name         string
			Labels       int
			Units        [][]int
			Cohen        []*float64
			Fleiss       *float64
			Whole        bool
			Alpha        *float64
			AlphaOrdinal *float64 `json:"alpha_ordinal"`
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Cases) < 30 {
		t.Fatalf("%d cases, want 30 or more", len(file.Cases))
	}
	for _, c := range file.Cases {
		check := func(what string, got float64, want *float64) {
			t.Helper()
			if want == nil && !math.IsNaN(got) || want != nil && !(math.Abs(got-*want) <= 1e-9) {
				t.Errorf("%s: %s = %v, want %v", c.Name, what, got, estimateWanted(want))
			}
		}
		all := tallyOf(c.Labels, c.Units)
		for p, want := range c.Cohen {
			check(fmt.Sprintf("Cohen's kappa of pair %d", p), cohen(all.pairCells(p), c.Labels), want)
			check(fmt.Sprintf("Cohen's kappa of pair %d alone", p), all.pair(p).light(), want)
		}
		if c.Whole {
			check("Fleiss' kappa", all.fleiss(), c.Fleiss)
		}
		check("alpha", all.coincidences().alpha(nominal), c.Alpha)
		check("ordinal alpha", all.coincidences().ordinal(), c.AlphaOrdinal)
	}
}

func estimateWanted(v *float64) any {
	if v == nil {
		return "none"
	}
	return *v
}

// units makes units of one group each from the labels of coders, " " for none.
func units(coders ...string) []Unit {
	label := map[byte]datasets.Label{'f': datasets.Favor, 'a': datasets.Against, 'n': datasets.None}
	var all []Unit
	for i := range coders[0] {
		u := Unit{ID: fmt.Sprintf("u%d", i), Group: i}
		for _, c := range coders {
			u.Labels = append(u.Labels, label[c[i]])
		}
		all = append(all, u)
	}
	return all
}

func mustAgree(t *testing.T, coders []string, all []Unit, o Options) *Agreement {
	t.Helper()
	r, err := Agree(datasets.Stance, coders, all, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var annaBen = []string{"anna", "ben"}

func TestScaleIsOrdered(t *testing.T) {
	a := mustAgree(t, annaBen, units("fnaf", "fnaa"), Options{Draws: 10})
	if want := []datasets.Label{"against", "none", "favor"}; !slices.Equal(a.Scale, want) {
		t.Errorf("scale %q, want %q", a.Scale, want)
	}
	// A slip to none is a smaller disagreement than one to the contrary.
	near := mustAgree(t, annaBen, units("fffnaaa", "ffnnaaa"), Options{Draws: 10})
	far := mustAgree(t, annaBen, units("fffnaaa", "ffanaaa"), Options{Draws: 10})
	if n, f := near.Overall, far.Overall; !(n.OrdinalAlpha.Value > n.Alpha.Value && f.OrdinalAlpha.Value < f.Alpha.Value) {
		t.Errorf("alpha and ordinal alpha are %v, %v for a near slip and %v, %v for a far one", n.Alpha, n.OrdinalAlpha, f.Alpha, f.OrdinalAlpha)
	}
	if got := []int{near.Sampling.Opposed, far.Sampling.Opposed}; !slices.Equal(got, []int{0, 1}) {
		t.Errorf("units with both ends of the scale: %d, want 0 and 1", got)
	}
}

func TestAgreeRefusesWhatItCannotCompare(t *testing.T) {
	check := func(all []Unit, o Options, want string) {
		t.Helper()
		r, err := Agree(datasets.Stance, annaBen, all, o)
		if err == nil || err.Error() != want || r != nil {
			t.Errorf("got %v, error %v, want error %s", r, err, want)
		}
	}
	check(nil, Options{}, "reports: stance: no unit has the labels of two coders")
	check(units("f n", " a "), Options{}, "reports: stance: no unit has the labels of two coders")
	check(units("f", "f"), Options{Draws: -1}, "reports: -1 bootstrap draws; want a positive number, or 0 for 2000")
	check([]Unit{{ID: "x", Labels: []datasets.Label{"favor"}}}, Options{},
		"reports: unit x has 1 labels for 2 coders; give one each, empty where there is none")
	check([]Unit{{ID: "x", Labels: []datasets.Label{"favor", "positive"}}}, Options{},
		`reports: unit x: "positive" is not a stance label; use one of ["favor" "against" "none"]`)
	if _, err := Agree(datasets.Stance, annaBen, nil, Options{}); !errors.Is(err, ErrNoOverlap) {
		t.Errorf("error %v is not ErrNoOverlap", err)
	}
}

func TestDegenerateAgreementIsNoted(t *testing.T) {
	custom := "a custom, not a law: rely on alpha >= 0.800, and from 0.667 on draw tentative conclusions (Krippendorff 2004, p. 241)"
	few := func(n int) string { return fmt.Sprintf("few: %d units; read the intervals, not the numbers", n) }
	single := func(label string) string {
		return "all labels given are " + label + ": no disagreement can be expected, so kappa and alpha are not defined (-)"
	}
	cases := []struct {
		name   string
		units  []Unit
		values [6]string // percent, Cohen, Fleiss, alpha, ordinal, AC1
		notes  []string
	}{
		{"one unit, agreed", units("f", "f"), [6]string{"1.000", "-", "-", "-", "-", "1.000"},
			[]string{single("favor"), "one unit: it says nothing of how coders agree"}},
		{"one unit, divided", units("f", "a"), [6]string{"0.000", "0.000", "-1.000", "0.000", "0.000", "-0.333"},
			[]string{"one unit: it says nothing of how coders agree", custom}},
		{"one label", units("nnnn", "nnnn"), [6]string{"1.000", "-", "-", "-", "-", "1.000"}, []string{single("none"), few(4)}},
		{"left out", units("fafa f", "faaf  "), [6]string{"0.500", "0.000", "0.000", "0.125", "0.125", "0.333"},
			[]string{"left out: 2 of 6 units, 1 with the label of one coder and 1 with none",
				"kappa and alpha are not defined in 1 of 64 draws (one label only); their intervals leave these out", few(4), custom}},
		{"skewed", units("nnnnnnnnnf", "nnnnnnnnnn"), [6]string{"0.900", "0.000", "-0.053", "0.000", "0.000", "0.895"},
			[]string{"none has 95.0 % of the labels given: kappa and alpha come out low where one label is so frequent; read AC1 beside them",
				"kappa and alpha are not defined in 21 of 64 draws (one label only); their intervals leave these out", few(10), custom}},
	}
	for _, c := range cases {
		r := mustAgree(t, annaBen, c.units, Options{Draws: 64, Seed: 1})
		o := r.Overall
		var values [6]string
		for i, e := range []*Estimate{o.Percent, o.Cohen, o.Fleiss, o.Alpha, o.OrdinalAlpha, o.AC1} {
			values[i] = e.value()
		}
		if values != c.values {
			t.Errorf("%s: %q, want %q", c.name, values, c.values)
		}
		if !slices.Equal(r.Notes, c.notes) {
			t.Errorf("%s: notes\n%q, want\n%q", c.name, r.Notes, c.notes)
		}
		for _, table := range r.Tables() {
			if text := fmt.Sprint(table); strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
				t.Errorf("%s: a table prints %s", c.name, text)
			}
		}
		if _, err := json.Marshal(r); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestThirdCoderIsComparedWhereShared(t *testing.T) {
	// carol shares no unit with anna, and with ben one label only.
	r := mustAgree(t, []string{"anna", "ben", "carol"}, units("fafn   ", "faanfff", "    fff"), Options{Draws: 50})
	var got []string
	for _, p := range r.ByPair {
		got = append(got, fmt.Sprintf("%s %s %d %s %s", p.Coders[0], p.Coders[1], p.Units, p.Percent.percent(), p.Cohen.value()))
	}
	want := []string{"anna ben 4 75.0 0.636", "anna carol 0 - -", "ben carol 3 100.0 -"}
	if !slices.Equal(got, want) {
		t.Errorf("pairs %q, want %q", got, want)
	}
	if v := r.Overall.Cohen.value(); v != "0.636" {
		t.Errorf("mean kappa %s, want that of the only pair that has one", v)
	}
	for _, note := range []string{
		"1 of 3 coder pairs share no unit",
		"Cohen's kappa is the mean over the other pairs: in 1 of 3 both gave one and the same label only",
	} {
		if !slices.Contains(r.Notes, note) {
			t.Errorf("no note %q in %q", note, r.Notes)
		}
	}
}

func TestDividedComesMostDividedFirst(t *testing.T) {
	//                     0     1     2     3     4     5     6
	all := units("fffafnf", "fnanfff", "fna faf")
	// 0 and 4 and 6 agree; 2 (f,a,a) and 1 (f,n,n): two of three pairs differ, 2 farther;
	// 3 (a,n): its only pair differs; 5 (n,f,a): all three differ, farther apart than 3.
	if got, want := Divided(datasets.Stance, all), []int{5, 3, 2, 1}; !slices.Equal(got, want) {
		t.Errorf("divided %d, want %d", got, want)
	}
	if got := Divided(datasets.Stance, nil); len(got) != 0 {
		t.Errorf("divided %d of no units", got)
	}
}

// sampleAgreement compares three coders on 120 made-up units in 40 articles.
func sampleAgreement(t *testing.T) *Agreement {
	labels := datasets.Stance.Labels
	var all []Unit
	for i := range 120 {
		u := Unit{ID: fmt.Sprint(i), Group: i / 3, Target: []string{"Russia", "Chad", "朝鮮 | DPRK"}[i%7%3]}
		for c := range 3 {
			k := (i*i + i/5) % 3
			if (i+c)%(3+c) == 0 {
				k = (k + i) % 3
			}
			label := labels[k]
			if (i+2*c)%11 < c {
				label = ""
			}
			u.Labels = append(u.Labels, label)
		}
		all = append(all, u)
	}
	return mustAgree(t, []string{"anna", "ben", "carol"}, all, Options{Draws: 200, Seed: 1, GroupedBy: "doc_id", Version: "0.0.0"})
}

func TestAgreementDrawsWholeGroups(t *testing.T) {
	width := func(articles int) float64 {
		all := units(strings.Repeat("fanfanffan", 12), strings.Repeat("fanfannfaa", 12))
		for i := range all {
			all[i].Group = i % articles
		}
		interval := mustAgree(t, annaBen, all, Options{Draws: 400, Seed: 1}).Overall.Alpha.Interval
		return interval.High - interval.Low
	}
	// With 10 articles each of them holds twelve equal units: ten facts, not 120.
	if rows, articles := width(120), width(10); !(articles > 2*rows) {
		t.Errorf("the interval is %.3f wide over 10 articles, %.3f over as many articles as units", articles, rows)
	}
	all := units("fanf", "fana")
	for i := range all {
		all[i].Group = 7
	}
	r := mustAgree(t, annaBen, all, Options{Draws: 20})
	if r.Overall.Alpha.Interval != nil || !slices.Contains(r.Notes, "all units in one group: no intervals") {
		t.Errorf("interval %v within one group, notes %q", r.Overall.Alpha.Interval, r.Notes)
	}
}

func TestAgreementIsTheSameOnAnyNumberOfCores(t *testing.T) {
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	one := sampleAgreement(t)
	for _, cores := range []int{2, 3, 16} {
		runtime.GOMAXPROCS(cores)
		if many := sampleAgreement(t); !reflect.DeepEqual(one, many) {
			t.Errorf("%d cores give another agreement than one", cores)
		}
	}
	if reflect.DeepEqual(one.Overall.Alpha.Interval, mustAgree(t, annaBen, units("fan", "fna"), Options{Draws: 9}).Overall.Alpha.Interval) {
		t.Error("two agreements have one interval")
	}
}

func TestAgreementReadBackPrintsTheSame(t *testing.T) {
	a := sampleAgreement(t)
	data, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	var back Agreement
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back.Tables(), a.Tables()) {
		t.Error("tables differ after a round trip through JSON")
	}
}
