package reports

import (
	"fmt"
	"slices"
	"strings"

	"stance/datasets"
)

// BehaviourSchema is the version of BehaviourReport's JSON. Later versions only add keys.
const BehaviourSchema = 1

// A Checked is a case of a behaviour test with what was predicted for its first and
// second text.
type Checked struct {
	datasets.Case
	Predicted [2]datasets.Prediction
}

// passes reports whether the predictions are as the test demands.
func (c *Checked) passes() bool { return c.Template.Passes(c.Predicted[0], c.Predicted[1]) }

// A BehaviourSampling says what was tested, and on what.
type BehaviourSampling struct {
	Suites  []string `json:"suites"` // with their hashes
	Model   string   `json:"model"`  // with its hash
	Parties int      `json:"parties"`
	Seed    uint64   `json:"seed"` // of the parties in the slots
	Version string   `json:"version"`
}

// A BehaviourReport counts the failures of behaviour tests.
type BehaviourReport struct {
	Schema    int               `json:"schema"`
	Signature string            `json:"signature"`
	Sampling  BehaviourSampling `json:"sampling"`
	Failing
	Tests []BehaviourTest `json:"tests"` // in the order of the suites
}

// Failing counts the cases of some templates. The interval of the share is Wilson's
// with the templates as trials, because the cases of one template share its words:
// 24 failures of one wording are one finding, not 24.
type Failing struct {
	Templates int      `json:"templates"`
	Cases     int      `json:"cases"`
	Failures  int      `json:"failures"`
	Share     Estimate `json:"share"` // of the cases that fail, in [0, 1]
	Early     int      `json:"early"` // failures of DIR that are wrong on the first text already
	Alike     int      `json:"alike"` // passes of INV with the same wrong label twice
}

// A BehaviourTest is all templates of one name.
type BehaviourTest struct {
	Name  string   `json:"name"`
	Kinds []string `json:"kinds"`
	Failing
	FirstFailure *BehaviourCase      `json:"first_failure"` // nil if there is none
	ByTemplate   []BehaviourTemplate `json:"by_template"`
}

// A BehaviourTemplate is one wording of a test.
type BehaviourTemplate struct {
	Suite    string         `json:"suite"`
	Line     int            `json:"line"`
	Cases    int            `json:"cases"`
	Failures int            `json:"failures"`
	Got      map[string]int `json:"got"`     // cases by label, or by both labels: "favor -> none"
	Pattern  BehaviourCase  `json:"pattern"` // with slots
}

// Behave counts checked cases by test and template.
func Behave(cases []Checked, s BehaviourSampling) *BehaviourReport {
	r := &BehaviourReport{Schema: BehaviourSchema, Sampling: s, Tests: []BehaviourTest{}}
	seen := make(map[*datasets.Template]int) // index in ByTemplate
	for i := range cases {
		c := &cases[i]
		t := r.test(c.Template)
		at, ok := seen[c.Template]
		if !ok {
			at = len(t.ByTemplate)
			seen[c.Template] = at
			t.ByTemplate = append(t.ByTemplate, newBehaviourTemplate(c.Template))
			t.Templates++
			r.Templates++
		}
		t.ByTemplate[at].add(c)
		t.add(c)
		r.Failing.add(c)
		if t.FirstFailure == nil && !c.passes() {
			first := c.outcome()
			t.FirstFailure = &first
		}
	}
	for i := range r.Tests {
		r.Tests[i].estimate()
	}
	r.estimate()
	r.Signature = s.signature(r.Templates)
	return r
}

// test returns the test of a template, which it adds if it is new.
func (r *BehaviourReport) test(t *datasets.Template) *BehaviourTest {
	i := slices.IndexFunc(r.Tests, func(b BehaviourTest) bool { return b.Name == t.Test })
	if i < 0 {
		i = len(r.Tests)
		r.Tests = append(r.Tests, BehaviourTest{Name: t.Test})
	}
	if b := &r.Tests[i]; !slices.Contains(b.Kinds, t.Kind) {
		b.Kinds = append(b.Kinds, t.Kind)
	}
	return &r.Tests[i]
}

// add counts a case.
func (f *Failing) add(c *Checked) {
	f.Cases++
	sound := c.Template.Sound(c.Predicted[0])
	switch passes := c.passes(); {
	case !passes:
		f.Failures++
		if c.Template.Kind == datasets.DIR && !sound {
			f.Early++
		}
	case c.Template.Kind == datasets.INV && !sound:
		f.Alike++
	}
}

// estimate divides last.
func (f *Failing) estimate() {
	f.Share.Value = ratio(f.Failures, f.Cases)
	f.Share.Interval = wilson(f.Share.Value, f.Templates)
}

// add counts a case.
func (b *BehaviourTemplate) add(c *Checked) {
	b.Cases++
	if !c.passes() {
		b.Failures++
	}
	got := string(c.Predicted[0].Label)
	if c.Template.Kind != datasets.MFT {
		got += " -> " + string(c.Predicted[1].Label)
	}
	b.Got[got]++
}

// signature returns one line that lets anyone repeat the numbers, for example
//
//	behaviour | 150 templates | 24 parties | seed 1 | suite shipped sha256:9f2c11d0 | model m.stance sha256:77ab0a03 | stance 0.1.0
func (s *BehaviourSampling) signature(templates int) string {
	return strings.Join([]string{
		"behaviour",
		counted(templates, "template"),
		counted(s.Parties, "party"),
		fmt.Sprintf("seed %d", s.Seed),
		"suite " + strings.Join(s.Suites, ", "),
		"model " + s.Model,
		"stance " + s.Version,
	}, " | ")
}

// Over returns the tests that fail in more than a share of their cases.
func (r *BehaviourReport) Over(share float64) []BehaviourTest {
	var over []BehaviourTest
	for _, t := range r.Tests {
		if ratio(t.Failures, t.Cases) > share {
			over = append(over, t)
		}
	}
	return over
}
