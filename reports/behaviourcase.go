package reports

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"stance/datasets"
)

// A BehaviourCase is the texts of a case or a template, with what was expected and
// predicted.
type BehaviourCase struct {
	Kind   string         `json:"kind"`
	First  BehaviourText  `json:"first"`
	Second *BehaviourText `json:"second"` // nil for an MFT
}

// A BehaviourText is one text of a case.
type BehaviourText struct {
	Text          string               `json:"text"`
	Source        string               `json:"source"` // "" = the author
	Target        string               `json:"target"`
	Expect        datasets.Expectation `json:"expect"`
	Predicted     datasets.Label       `json:"predicted,omitempty"`
	Probabilities []float64            `json:"probabilities,omitempty"` // favor, against, none
}

func newBehaviourTemplate(t *datasets.Template) BehaviourTemplate {
	pattern := Checked{Case: datasets.Case{Template: t, First: t.First, Second: t.Second}}
	return BehaviourTemplate{Suite: t.File, Line: t.Line, Got: make(map[string]int), Pattern: pattern.outcome()}
}

// outcome returns the case with its predictions.
func (c *Checked) outcome() BehaviourCase {
	text := func(p datasets.Probe, got datasets.Prediction) BehaviourText {
		return BehaviourText{p.Text, p.Source, p.Target, p.Expect, got.Label, got.Probabilities}
	}
	b := BehaviourCase{Kind: c.Template.Kind, First: text(c.First, c.Predicted[0])}
	if b.Kind != datasets.MFT {
		second := text(c.Second, c.Predicted[1])
		b.Second = &second
	}
	return b
}

// String says in one line what came and what was wanted:
//
//	"Iran did not back Kenya." Iran > Kenya: favor 0.712; wanted !favor
func (b BehaviourCase) String() string {
	line := fmt.Sprintf("%s: %s", b.First.asked(), b.First.got())
	if b.Second != nil {
		line += fmt.Sprintf(" -> %s: %s%s", b.Second.after(b.First), b.Second.got(), b.change())
	}
	return line + "; wanted " + b.wanted()
}

// wanted returns what was expected of the case.
func (b BehaviourCase) wanted() string {
	first := b.First.Expect.String()
	switch {
	case b.Second == nil:
		return first
	case b.Kind == datasets.INV:
		if most, ok := strings.CutPrefix(b.Second.Expect.String(), "~"); ok {
			return "the same label, no probability moved by more than " + most
		}
		return "the same label"
	case first == "":
		return b.Second.Expect.String()
	}
	return first + " -> " + b.Second.Expect.String()
}

// change returns the probabilities that the expectation of the second text compares,
// in brackets; "" if it compares labels only.
func (b BehaviourCase) change() string {
	expect := b.Second.Expect.String()
	p, q := b.First.Probabilities, b.Second.Probabilities
	if strings.HasPrefix(expect, "~") {
		return fmt.Sprintf(" (moved by %s)", number(moved(p, q)))
	}
	if k := compared(expect); k >= 0 && k < min(len(p), len(q)) {
		return fmt.Sprintf(" (p_%s %s -> %s)", datasets.Stance.Labels[k], number(p[k]), number(q[k]))
	}
	return ""
}

// asked returns the text and whose stance toward whom is asked for.
func (t BehaviourText) asked() string { return fmt.Sprintf("%q %s", t.Text, t.pair()) }

// after is asked without what the first text has said.
func (t BehaviourText) after(first BehaviourText) string {
	if t.Text == first.Text {
		return t.pair()
	}
	if t.pair() == first.pair() {
		return strconv.Quote(t.Text)
	}
	return t.asked()
}

func (t BehaviourText) pair() string {
	if t.Source == "" {
		return "the author > " + t.Target
	}
	return t.Source + " > " + t.Target
}

// got returns the label and its probability.
func (t BehaviourText) got() string {
	p := datasets.Prediction{Label: t.Predicted, Probabilities: t.Probabilities}
	return fmt.Sprintf("%s %s", t.Predicted, number(p.Probability(datasets.Stance)))
}

// compared returns the index of the label whose probability an expectation such as
// "favor-" compares, or -1.
func compared(expect string) int {
	if n := len(expect) - 1; n > 0 && (expect[n] == '+' || expect[n] == '-') {
		return datasets.Stance.Index(datasets.Label(expect[:n]))
	}
	return -1
}

// moved returns how far the label probabilities of two texts are apart at most.
func moved(p, q []float64) float64 {
	most := 0.0
	for k := range min(len(p), len(q)) {
		most = max(most, math.Abs(p[k]-q[k]))
	}
	return most
}
