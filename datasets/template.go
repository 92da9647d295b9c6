package datasets

import (
	"errors"
	"fmt"
)

// A Template is a behaviour test: what a model must do on a small example, in the
// kinds of CheckList (Ribeiro et al. 2020, "Beyond Accuracy: Behavioral Testing of
// NLP Models with CheckList", section 2):
//
//	MFT  minimum functionality: the first text must be labelled as expected
//	INV  invariance: both texts must get the same label
//	DIR  directional expectation: the second text must differ from the first as expected
//
// Its texts and parties have slots: see Party. Filled, it is a Case.
type Template struct {
	Test, Kind    string
	First, Second Probe  // an MFT has no Second
	File          string // where it stands
	Line          int
}

// A Probe is a statement that a model is asked about, and what is expected of its
// stance.
type Probe struct {
	Text, Source, Target string
	Expect               Expectation
}

// Example returns the statement that a model is asked about, without gold.
func (p *Probe) Example() Example {
	return Example{Statement: Statement{Text: p.Text, Source: p.Source, Target: p.Target}}
}

// The kinds of behaviour tests.
const (
	MFT = "MFT"
	INV = "INV"
	DIR = "DIR"
)

// Passes reports whether the stances predicted for both texts are as expected. An
// MFT has one text: second is not looked at.
func (t *Template) Passes(first, second Prediction) bool {
	switch t.Kind {
	case INV:
		return first.Label == second.Label && t.Second.Expect.holds(second, first)
	case DIR:
		return t.Sound(first) && t.Second.Expect.holds(second, first)
	}
	return t.Sound(first)
}

// Sound reports whether the prediction for the first text is as expected, whatever
// the second gets.
func (t *Template) Sound(first Prediction) bool { return t.First.Expect.holds(first, first) }

// check reports what is wrong with the template.
func (t *Template) check() error {
	if t.Test == "" {
		return errors.New("the test has no name")
	}
	if t.First.Text == "" || t.First.Target == "" {
		return errors.New("text and target are needed")
	}
	if t.First.Expect.compares() {
		return fmt.Errorf("expect %q compares with another text; only expect2 can", t.First.Expect)
	}
	if err := t.checkKind(); err != nil {
		return err
	}
	if err := t.First.checkSlots(); err != nil {
		return err
	}
	return t.Second.checkSlots()
}

// checkKind reports what is missing for the template's kind, or too much.
func (t *Template) checkKind() error {
	two, expect2 := t.Second.Text != "" && t.Second.Target != "", t.Second.Expect
	switch t.Kind {
	case MFT:
		if t.First.Expect.empty() {
			return errors.New("an MFT needs a label in expect")
		}
		if t.Second != (Probe{}) {
			return errors.New("an MFT has one text, but text2, source2, target2 or expect2 is filled; the kinds with two are INV and DIR")
		}
	case INV:
		if !two {
			return errors.New("an INV needs text2 and target2")
		}
		if !expect2.empty() && expect2.within == 0 {
			return fmt.Errorf("expect2 %q of an INV: it is the same label that is expected; leave it empty, or write ~0.1 to let no probability move by more", expect2)
		}
	case DIR:
		if !two || expect2.empty() || expect2.within != 0 {
			return errors.New("a DIR needs text2, target2 and in expect2 a label, such as favor, !favor, favor+ or favor-")
		}
	default:
		return fmt.Errorf("kind %q is none of MFT, INV, DIR", t.Kind)
	}
	return nil
}
