package reports

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

// says returns a row without sentiment and probabilities.
func says(article int, source, target string, stance datasets.Label) datasets.LabelledRow {
	return datasets.LabelledRow{Article: article, Source: source, Target: target, Stance: stance}
}

// countedDyads returns the report of rows.
func countedDyads(t *testing.T, o DyadOptions, draw Options, rows []datasets.LabelledRow) *DyadsReport {
	t.Helper()
	d := NewDyads(o)
	for i := range rows {
		d.Add(&rows[i])
	}
	r, err := d.Report(draw)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// repeated returns n rows of one article each, from article first on.
func repeated(n, first int, stance datasets.Label) (rows []datasets.LabelledRow) {
	for i := range n {
		rows = append(rows, says(first+i, "A", "B", stance))
	}
	return rows
}

// A dyadOracle is one dyad of testdata/dyads.json, which dyads.py wrote with numpy from
// all n^n bootstrap draws of n articles.
type dyadOracle struct {
	Articles            [][][4]any
	Net, Expected, Tone struct{ Value, Low, High float64 }
}

func (o *dyadOracle) rows(source string) (rows []datasets.LabelledRow) {
	for a, statements := range o.Articles {
		for _, s := range statements {
			row := says(a, source, "T", datasets.Label(s[0].(string)))
			row.Sentiment = datasets.Label(s[1].(string))
			row.Expected, row.HasExpected = s[2].(float64)-s[3].(float64), true
			rows = append(rows, row)
		}
	}
	return rows
}

func TestIntervalsOfDyadsAreThoseOfAllDraws(t *testing.T) {
	data, err := os.ReadFile("testdata/dyads.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]dyadOracle
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	if len(all) < 3 {
		t.Fatalf("%d dyads, want 3", len(all))
	}
	var rows []datasets.LabelledRow
	for name, o := range all {
		rows = append(rows, o.rows(name)...)
	}
	r := countedDyads(t, DyadOptions{}, Options{Draws: 40_000, Seed: 1}, rows)
	for _, d := range r.Dyads {
		o := all[d.Source]
		check := func(what string, got Estimate, want struct{ Value, Low, High float64 }) {
			t.Helper()
			if math.Abs(got.Value-want.Value) > 1e-6 {
				t.Errorf("%s: %s = %v, want %v", d.Source, what, got.Value, want.Value)
			}
			// Note: the draws are fractions of small numbers; one step of them is about 0.02.
			if i := got.Interval; i == nil || math.Abs(i.Low-want.Low) > 0.021 || math.Abs(i.High-want.High) > 0.021 {
				t.Errorf("%s: %s interval %v, want [%v, %v]", d.Source, what, i, want.Low, want.High)
			}
		}
		check("net", d.Net, o.Net)
		check("expected net", *d.Expected, o.Expected)
		check("tone", *d.Tone, o.Tone)
	}
}

func TestDyadsAreCountedAndSorted(t *testing.T) {
	rows := []datasets.LabelledRow{
		says(0, "Y", "Z", datasets.Favor),
		says(0, "X", "Z", datasets.Against), says(1, "X", "Z", datasets.Against), says(1, "X", "Z", datasets.None),
		says(1, "X", "Z", datasets.Favor), says(2, "X", "Z", datasets.Against),
		says(2, "Z", "X", datasets.Favor),
		{Source: "X", Target: "Z"},
		{Source: "X", Stance: datasets.Favor},
	}
	r := countedDyads(t, DyadOptions{Min: 1}, Options{Draws: 50}, rows)
	var got []string
	for _, d := range r.Dyads {
		got = append(got, fmt.Sprintf("%s>%s %d in %d: %d %d %d net %.3f", d.Source, d.Target, d.Statements, d.Articles, d.Favor, d.Against, d.None, d.Net.Value))
	}
	// By hand: (1 - 3) / 5 = -0.4; ties by name.
	want := []string{"X>Z 5 in 3: 1 3 1 net -0.400", "Y>Z 1 in 1: 1 0 0 net 1.000", "Z>X 1 in 1: 1 0 0 net 1.000"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if r.LeftOut != (DyadsLeftOut{NoStance: 1, NoTarget: 1}) {
		t.Errorf("left out %+v", r.LeftOut)
	}
	if r.Sampling.Rows != 7 || r.Sampling.Groups != 3 {
		t.Errorf("sampling %+v, want 7 rows in 3 groups", r.Sampling)
	}
}

func TestDyadLeansIfSixArticlesSaySo(t *testing.T) {
	check := func(rows []datasets.LabelledRow, net, leans string) {
		t.Helper()
		d := countedDyads(t, DyadOptions{}, Options{Draws: 200}, rows).Dyads[0]
		if got := d.net(); got != net || d.Leans != leans {
			t.Errorf("net %q leans %q, want %q %q", got, d.Leans, net, leans)
		}
	}
	check(repeated(6, 0, datasets.Against), "-100 =", "against")
	check(repeated(6, 0, datasets.Favor), "+100 =", "favor")
	check(repeated(5, 0, datasets.Favor), "+100 = ?", "?")
	check(repeated(9, 0, datasets.None), "~ 0 =", "~")
	check(repeated(5, 0, datasets.None), "0 = ?", "?")
	check(append(repeated(6, 0, datasets.Favor), repeated(6, 0, datasets.Favor)...), "+100 =", "favor")
	check(append(repeated(6, 0, datasets.Favor), repeated(6, 0, datasets.Against)...), "~ 0 =", "~")
	// Twenty statements of one article are one article's.
	var one []datasets.LabelledRow
	for range 20 {
		one = append(one, says(3, "A", "B", datasets.Against))
	}
	check(one, "-100 ?", "?")
	check(slices.Concat(repeated(1, 3, datasets.Favor), one[:4]), "-60 ?", "?") // both sides in one article: no interval, not the same
	// Draws from two articles cannot leave the side that both are on.
	check([]datasets.LabelledRow{says(0, "A", "B", datasets.Favor), says(1, "A", "B", datasets.Favor), says(1, "A", "B", datasets.None)}, "+67 [+50, +100] ?", "?")
	// ... but they may hold 0: they are too few all the same.
	check(append(repeated(2, 0, datasets.Favor), repeated(1, 2, datasets.Against)...), "+33 [-100, +100] ?", "?")
}

func TestDyadsDoNotDependOnTheOrderOfRowsOrOnOtherDyads(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 0))
	labels := datasets.Stance.Labels
	var rows []datasets.LabelledRow
	for i := range 3000 {
		rows = append(rows, says(i/7, string(rune('A'+rng.IntN(3))), string(rune('X'+rng.IntN(2))), labels[rng.IntN(3)]))
	}
	want := countedDyads(t, DyadOptions{}, Options{Draws: 100, Seed: 1}, rows).Dyads
	shuffled := slices.Clone(rows)
	rng.Shuffle(len(rows), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	for i := range shuffled { // other numbers for the same articles
		shuffled[i].Article = 9999 - shuffled[i].Article
	}
	if got := countedDyads(t, DyadOptions{}, Options{Draws: 100, Seed: 1}, shuffled).Dyads; !sameJSON(t, got, want) {
		t.Error("the order of rows changes the dyads")
	}
	got := countedDyads(t, DyadOptions{Sources: []string{want[0].Source}, Targets: []string{want[0].Target}}, Options{Draws: 100, Seed: 1}, rows).Dyads
	if !sameJSON(t, got, want[:1]) {
		t.Errorf("alone a dyad is %+v, beside others %+v", got, want[0])
	}
}

func sameJSON(t *testing.T, a, b any) bool {
	t.Helper()
	x, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	y, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Equal(x, y)
}

func TestPortionsGrowWithArticlesNotWithRows(t *testing.T) {
	const articles, rows = 50, 100_000
	var p portions
	for i := range rows {
		row := says(i%articles, "A", "B", datasets.Favor)
		p.add(&row)
	}
	if len(p) > 4*articles {
		t.Errorf("%d portions of %d articles", len(p), articles)
	}
	if p = p.merged(); len(p) != articles || p.statements() != rows {
		t.Errorf("%d portions with %d statements, want %d with %d", len(p), p.statements(), articles, rows)
	}
}

func TestSmallDyadsAndPeriodsAreCountedNotShown(t *testing.T) {
	var rows []datasets.LabelledRow
	for i := range 7 {
		row := says(i, "A", "B", datasets.Favor)
		row.Period = []string{"2024-01", "2024-03"}[i/5]
		rows = append(rows, row)
	}
	rows[3].Undated = true
	rows = append(rows, says(9, "B", "A", datasets.None))
	whole := countedDyads(t, DyadOptions{Min: 3, Period: "month"}, Options{Draws: 50}, rows)
	if n := len(whole.Dyads[0].Periods); n != 2 || whole.Small.Periods != 0 {
		t.Errorf("%d parts, %d left out; the minimum of dyads is not that of parts", n, whole.Small.Periods)
	}
	r := countedDyads(t, DyadOptions{Min: 3, MinPart: 3, Period: "month"}, Options{Draws: 50}, rows)
	if r.Small != (Small{Dyads: 1, Statements: 1, Periods: 1}) || r.LeftOut.Undated != 1 {
		t.Errorf("small %+v, left out %+v", r.Small, r.LeftOut)
	}
	d := r.Dyads[0]
	if d.Statements != 7 || len(d.Periods) != 1 || d.Periods[0].Name != "2024-01" || d.Periods[0].Statements != 4 {
		t.Errorf("got %+v", d)
	}
	if r.List().FileName() != "dyads-by-month" || r.List().Rows[0][2] != "2024-01" {
		t.Errorf("list %+v", r.List())
	}
}

func TestDyadsWithoutStanceAreRefused(t *testing.T) {
	d := NewDyads(DyadOptions{})
	d.Add(&datasets.LabelledRow{Source: "A", Target: "B"})
	if _, err := d.Report(Options{}); !errors.Is(err, ErrNoStance) {
		t.Errorf("got %v, want %v", err, ErrNoStance)
	}
	if _, err := NewDyads(DyadOptions{}).Report(Options{}); !errors.Is(err, ErrNoStance) {
		t.Errorf("without rows: got %v, want %v", err, ErrNoStance)
	}
}

func TestDyadsOfNothingPrintWhyAndNoNaN(t *testing.T) {
	rows := repeated(6, 0, datasets.Favor)
	r := countedDyads(t, DyadOptions{Sources: []string{"Atlantis"}, Without: []string{datasets.AuthorSource}, Period: "month"}, Options{Draws: 10}, rows)
	var b strings.Builder
	for _, table := range append(r.Tables(0), r.Cells(0)...) {
		if err := table.WriteText(&b); err != nil {
			t.Fatal(err)
		}
	}
	want := `no row with a stance has the source "Atlantis"`
	if text := b.String(); !strings.Contains(text, want) || strings.Contains(text, "NaN") {
		t.Errorf("got\n%s\nwant %s", text, want)
	}
	if out, err := json.Marshal(r); err != nil || !bytes.Contains(out, []byte(`"dyads":[]`)) {
		t.Errorf("JSON %s, %v", out, err)
	}
}
