package datasets

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// An Expectation is what a behaviour test demands of a predicted stance. The zero
// value demands nothing.
type Expectation struct {
	label  Label
	not    bool    // any other label
	shift  int     // of the label's probability against the first text: 1 higher, -1 lower
	within float64 // no probability moves by more against the first text; 0 = may move
}

// ParseExpectation reads what a suite says in expect or expect2:
//
//	favor   the label is favor
//	!favor  the label is not favor
//	favor+  favor is more probable than for the first text
//	favor-  favor is less probable than for the first text
//	~0.1    no label's probability moves by more than 0.1 against the first text
func ParseExpectation(s string) (Expectation, error) {
	var e Expectation
	word := s
	switch {
	case s == "":
		return e, nil
	case strings.HasPrefix(s, "~"):
		v, err := strconv.ParseFloat(s[1:], 64)
		if err != nil || !(v > 0 && v < 1) {
			return e, fmt.Errorf("%q: a number between 0 and 1 is needed behind ~", s)
		}
		return Expectation{within: v}, nil
	case strings.HasPrefix(s, "!"):
		e.not, word = true, s[1:]
	case strings.HasSuffix(s, "+"):
		e.shift, word = 1, s[:len(s)-1]
	case strings.HasSuffix(s, "-"):
		e.shift, word = -1, s[:len(s)-1]
	}
	label, _, ok := Stance.ParseLabel(word)
	if !ok || label == "" {
		return Expectation{}, fmt.Errorf("%q expects no stance; write favor, against or none, with ! before it for any other, or + or - behind it for more or less probable", s)
	}
	e.label = label
	return e, nil
}

// String returns the expectation as a suite has it.
func (e Expectation) String() string {
	switch {
	case e.within > 0:
		return "~" + strconv.FormatFloat(e.within, 'g', -1, 64)
	case e.not:
		return "!" + string(e.label)
	case e.shift > 0:
		return string(e.label) + "+"
	case e.shift < 0:
		return string(e.label) + "-"
	}
	return string(e.label)
}

// MarshalText makes the expectation a string in JSON.
func (e Expectation) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

func (e Expectation) empty() bool { return e == Expectation{} }

// compares reports whether the expectation needs the prediction for another text.
func (e Expectation) compares() bool { return e.shift != 0 || e.within > 0 }

// holds reports whether prediction p is as expected; first is that for the first
// text of the test. What compares probabilities does not hold where they are unknown.
func (e Expectation) holds(p, first Prediction) bool {
	switch {
	case e.empty():
		return true
	case e.compares() && (len(p.Probabilities) < len(Stance.Labels) || len(first.Probabilities) < len(Stance.Labels)):
		return false
	case e.within > 0:
		for k := range Stance.Labels {
			if math.Abs(p.Probabilities[k]-first.Probabilities[k]) > e.within {
				return false
			}
		}
		return true
	case e.shift != 0:
		k := Stance.Index(e.label)
		return float64(e.shift)*(p.Probabilities[k]-first.Probabilities[k]) > 0
	case e.not:
		return p.Label != e.label
	}
	return p.Label == e.label
}
