package reports

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

// ceilingCase returns outcomes and the labels of coders, one letter a row.
func ceilingCase(gold, model string, coders ...string) ([]Outcome, [][]datasets.Label) {
	var outcomes []Outcome
	golds := units(gold, model)
	for i, u := range golds {
		outcomes = append(outcomes, outcome(i, u.Labels[0], u.Labels[1]))
	}
	var labels [][]datasets.Label
	for _, u := range units(coders...) {
		labels = append(labels, u.Labels)
	}
	return outcomes, labels
}

func TestCeilingScoresCodersAsModelsAreScored(t *testing.T) {
	outcomes, labels := ceilingCase(
		"ffffaaaannnf",
		"ffaaaaannnnf",
		"fffnaaaannn ",
		"fffaaaannnnf")
	r := mustEvaluate(t, outcomes, nil, Options{Draws: 100, Seed: 1})
	if err := r.AddCeiling(annaBen, labels, outcomes); err != nil {
		t.Fatal(err)
	}
	c := r.Ceiling
	if c.Rows != 11 || c.Groups != 11 {
		t.Errorf("%d rows in %d groups, want the 11 that both coders labelled", c.Rows, c.Groups)
	}
	check := func(what string, got Estimate, want float64) {
		t.Helper()
		if !upTo(12, got.Value, want) {
			t.Errorf("%s = %.6f, want %.6f", what, got.Value, want)
		}
	}
	// By hand, F1 = 2 both / (one + other), over the first eleven rows.
	// anna and ben: favor 2*3/(3+3), against 2*3/(4+4); 9 of 11 equal.
	check("human headline", c.Human.Headline, (1+0.75)/2)
	check("human accuracy", c.Human.Accuracy, 9.0/11)
	// model and anna: favor 4/(2+3), against 6/(5+4); and ben: favor 4/5, against 8/(5+4).
	check("model headline", c.Model.Headline, ((4.0/5+6.0/9)/2+(4.0/5+8.0/9)/2)/2)
	check("model accuracy", c.Model.Accuracy, (8.0/11+10.0/11)/2)
	// model and gold: favor 4/(2+4), against 6/(5+4); 8 of 11 equal.
	check("gold headline", c.Gold.Headline, (4.0/6+6.0/9)/2)
	check("gold accuracy", c.Gold.Accuracy, 8.0/11)
	if d := c.Gain.Headline; !upTo(12, d.Value, c.Model.Headline.Value-c.Human.Headline.Value) || d.Verdict != verdictNoise {
		t.Errorf("gain %v %q, want the difference, inside the noise", d, d.Verdict)
	}
	alone := mustAgree(t, annaBen, units("fffnaaaannn", "fffaaaannnn"), Options{Draws: 10})
	if c.Alpha.Value != alone.Overall.Alpha.Value {
		t.Errorf("alpha %v, want that of Agree, %v", c.Alpha.Value, alone.Overall.Alpha.Value)
	}
}

func TestCeilingIsATableOfTheReport(t *testing.T) {
	names := func(r *Report) (names []string) {
		for _, table := range r.Tables() {
			names = append(names, table.Name)
		}
		return names
	}
	outcomes, labels := ceilingCase("fan", "fan", "f  ", " an")
	r := mustEvaluate(t, outcomes, nil, Options{Draws: 10})
	if err := r.AddCeiling(annaBen, labels, outcomes); err != nil {
		t.Fatal(err)
	}
	if r.Ceiling != nil || slices.Contains(names(r), "ceiling") {
		t.Error("a ceiling without a row that two coders labelled")
	}
	if want := "no human ceiling: no row has the labels of two coders"; !slices.Contains(r.Notes, want) {
		t.Errorf("no note %q in %q", want, r.Notes)
	}

	outcomes, labels = ceilingCase("nn", "nf", "nn", "nn")
	r = mustEvaluate(t, outcomes, nil, Options{Draws: 10})
	if err := r.AddCeiling(annaBen, labels, outcomes); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(names(r), "ceiling") || r.Ceiling.Alpha != nil {
		t.Errorf("tables %q, alpha %v; want a ceiling whose alpha is not defined", names(r), r.Ceiling.Alpha)
	}
	text := fmt.Sprint(r.Ceiling.table())
	if strings.Contains(text, "NaN") {
		t.Errorf("the table prints %s", text)
	}
	if _, err := json.Marshal(r); err != nil {
		t.Error(err)
	}
}

func TestCeilingRefusesWhatDoesNotFit(t *testing.T) {
	outcomes, labels := ceilingCase("fa", "fa", "fa", "fa")
	r := mustEvaluate(t, outcomes, nil, Options{Draws: 10})
	check := func(labels [][]datasets.Label, want string) {
		t.Helper()
		if err := r.AddCeiling(annaBen, labels, outcomes); err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
	check(labels[:1], "reports: labels of coders for 1 of 2 outcomes; give one list each")
	check([][]datasets.Label{{"favor"}, {"favor"}}, "reports: unit s0 has 1 labels for 2 coders; give one each, empty where there is none")
	check([][]datasets.Label{{"favor", "up"}, {"", ""}}, `reports: unit s0: "up" is not a stance label; use one of ["favor" "against" "none"]`)
}
