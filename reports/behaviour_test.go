package reports

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"stance/datasets"
)

// The intervals are those of method 3 in Table I of Newcombe (1998), "Two-sided
// confidence intervals for the single proportion: comparison of seven methods",
// Statistics in Medicine 17:857-872, printed there with four decimals.
func TestWilsonEqualsNewcombe(t *testing.T) {
	for _, c := range []struct {
		successes, n int
		low, high    float64
	}{
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0, 0.1611},
		{1, 29, 0.0061, 0.1718},
	} {
		i := wilson(float64(c.successes)/float64(c.n), c.n)
		if math.Abs(i.Low-c.low) > 5e-5 || math.Abs(i.High-c.high) > 5e-5 {
			t.Errorf("%d of %d: [%.4f, %.4f], want [%.4f, %.4f]", c.successes, c.n, i.Low, i.High, c.low, c.high)
		}
		mirrored := wilson(1-float64(c.successes)/float64(c.n), c.n)
		if math.Abs(mirrored.Low-(1-i.High)) > 1e-12 || math.Abs(mirrored.High-(1-i.Low)) > 1e-12 {
			t.Errorf("%d of %d: failures have [%g, %g]", c.successes, c.n, mirrored.Low, mirrored.High)
		}
	}
	if wilson(0, 0) != nil {
		t.Error("no trials have an interval")
	}
}

// behaviourCases reads a suite without slots and gives each row its predictions.
func behaviourCases(t *testing.T, suite string, got ...[2]datasets.Prediction) []Checked {
	t.Helper()
	s, err := datasets.ReadSuite("s.csv", strings.NewReader("test,kind,text,source,target,expect,text2,source2,target2,expect2\n"+suite))
	if err != nil {
		t.Fatal(err)
	}
	var cases []Checked
	for i := range s.Templates {
		for _, c := range s.Templates[i].Cases(nil, 1) {
			cases = append(cases, Checked{Case: c, Predicted: got[i]})
		}
	}
	return cases
}

var (
	yes     = datasets.Prediction{Label: datasets.Favor, Probabilities: []float64{0.8, 0.1, 0.1}}
	no      = datasets.Prediction{Label: datasets.Against, Probabilities: []float64{0.1, 0.7, 0.2}}
	nothing = datasets.Prediction{Label: datasets.None, Probabilities: []float64{0.3, 0.1, 0.6}}
)

// sampleBehaviour has each kind, passing and failing.
func sampleBehaviour(t *testing.T) []Checked {
	return behaviourCases(t, `plain,MFT,"Iran praised ""Chad"".",Iran,Chad,favor,,,,
plain,MFT,Iran hailed Chad | Niger.,Iran,Chad,favor,,,,
rename,INV,Iran hit Chad.,Iran,Chad,against,Iran hit Peru.,Iran,Peru,
rename,INV,Iran hurt Chad.,Iran,Chad,against,Iran hurt Peru.,Iran,Peru,
rename,INV,Iran fed Chad.,Iran,Chad,,Iran fed Peru.,Iran,Peru,~0.1
negation,DIR,Iran backs Chad.,Iran,Chad,favor,Iran does not back Chad.,Iran,Chad,!favor
negation,DIR,Iran likes Chad.,Iran,Chad,favor,Iran dislikes Chad.,Iran,Chad,!favor
swap,DIR,Iran hit Chad.,Iran,Chad,,Iran hit Chad.,Chad,Iran,against-
plain,MFT,Chad is a menace.,,Chad,against,,,,
`,
		[2]datasets.Prediction{yes, {}}, [2]datasets.Prediction{nothing, {}},
		[2]datasets.Prediction{nothing, nothing}, [2]datasets.Prediction{no, yes}, [2]datasets.Prediction{yes, {Label: datasets.Favor, Probabilities: []float64{0.5, 0.2, 0.3}}},
		[2]datasets.Prediction{nothing, nothing}, [2]datasets.Prediction{yes, yes}, [2]datasets.Prediction{nothing, no},
		[2]datasets.Prediction{yes, {}})
}

var sampleBehaviourSampling = BehaviourSampling{Suites: []string{"s.csv sha256:01234567"}, Model: "m.stance sha256:89abcdef", Parties: 24, Seed: 1, Version: "0.0.0"}

func TestBehaviourIsGolden(t *testing.T) {
	cases := sampleBehaviour(t)
	r := Behave(cases, sampleBehaviourSampling)
	var all bytes.Buffer
	for _, table := range r.Tables(true) {
		if err := table.WriteText(&all); err != nil {
			t.Fatal(err)
		}
		all.WriteByte('\n')
	}
	for _, table := range []Table{r.TemplateTable(), FailureTable(cases)} {
		if err := table.WriteCSV(&all); err != nil {
			t.Fatal(err)
		}
		all.WriteByte('\n')
	}
	encoded, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	checkGolden(t, "behaviour.txt", all.Bytes())
	checkGolden(t, "behaviour.json", append(encoded, '\n'))
}

// Counted by hand from sampleBehaviour.
func TestBehaviourCounts(t *testing.T) {
	r := Behave(sampleBehaviour(t), sampleBehaviourSampling)
	check := func(what string, got Failing, templates, cases, failures, early, alike int) {
		t.Helper()
		if got.Templates != templates || got.Cases != cases || got.Failures != failures || got.Early != early || got.Alike != alike {
			t.Errorf("%s: %+v", what, got)
		}
		if want := float64(failures) / float64(cases); got.Share.Value != want {
			t.Errorf("%s: a share of %g, want %g", what, got.Share.Value, want)
		}
	}
	check("all", r.Failing, 9, 9, 7, 1, 1)
	check("plain", r.Tests[0].Failing, 3, 3, 2, 0, 0)
	check("rename", r.Tests[1].Failing, 3, 3, 2, 0, 1)
	check("negation", r.Tests[2].Failing, 2, 2, 2, 1, 0)
	check("swap", r.Tests[3].Failing, 1, 1, 1, 0, 0)
	var over []string
	for _, b := range r.Over(2.0 / 3) {
		over = append(over, b.Name)
	}
	if got := strings.Join(over, " "); got != "negation swap" {
		t.Errorf("over two thirds: %s", got)
	}
	if len(r.Over(1)) != 0 || len(r.Over(0)) != 4 {
		t.Errorf("over all: %v; over none: %v", r.Over(1), r.Over(0))
	}
}

func TestBehaviourWithoutFailuresOrCases(t *testing.T) {
	r := Behave(behaviourCases(t, "plain,MFT,Iran praised Chad.,Iran,Chad,favor,,,,\n", [2]datasets.Prediction{yes, {}}), sampleBehaviourSampling)
	if tables := r.Tables(false); len(tables) != 1 {
		t.Errorf("%d tables; there is no failure to show", len(tables))
	}
	if got := *r.Tests[0].Share.Interval; got.Low != 0 || math.Abs(got.High-0.7935) > 5e-5 { // z²/(1+z²)
		t.Errorf("one template that passes has the interval %v", got)
	}
	empty := Behave(nil, BehaviourSampling{})
	var b bytes.Buffer
	for _, table := range empty.Tables(true) {
		if err := table.WriteText(&b); err != nil {
			t.Fatal(err)
		}
	}
	if s := b.String(); strings.Contains(s, "NaN") || !strings.HasPrefix(s, "Behaviour tests: 0 of 0 cases fail, - % -\n") {
		t.Errorf("nothing prints as %s", s)
	}
}
