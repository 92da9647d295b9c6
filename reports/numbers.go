package reports

import (
	"fmt"
	"slices"
	"strings"
)

// String returns the interval as "[0.661, 0.751]", nil as "-".
func (i *Interval) String() string {
	if i == nil {
		return "-"
	}
	return fmt.Sprintf("[%s, %s]", number(i.Low), number(i.High))
}

// String returns value and interval as "0.707 [0.661, 0.751]".
func (e Estimate) String() string {
	return number(e.Value) + " " + e.Interval.String()
}

// String returns the difference with signs as "+0.036 [+0.008, +0.065]"; "~" in
// front says that it is inside the noise.
func (d Difference) String() string {
	s := signed(d.Value) + " " + d.Interval.signed()
	if d.Verdict == verdictNoise {
		s = "~ " + s
	}
	return s
}

// signed returns the interval of a difference as "[+0.008, +0.065]", nil as "-".
func (i *Interval) signed() string {
	if i == nil {
		return "-"
	}
	return fmt.Sprintf("[%s, %s]", sided(i.Low), sided(i.High))
}

// sided is signed, but a number that is rounded to nothing keeps its sign, because
// the side of 0 on which an interval ends matters.
func sided(v float64) string {
	if v == 0 {
		return "0.000"
	}
	return fmt.Sprintf("%+.3f", v)
}

// pValue prints three decimals, which never round a p value up to 0.05; nil is "-".
func pValue(p *float64) string {
	switch {
	case p == nil:
		return "-"
	case *p < 0.0005:
		return "<0.001"
	case *p < significance:
		return number(min(*p, significance-0.001))
	}
	return number(*p)
}

// number prints three decimals, as all scores are printed.
func number(v float64) string { return zero(fmt.Sprintf("%.3f", v)) }

// signed is number with a sign in front.
func signed(v float64) string { return zero(fmt.Sprintf("%+.3f", v)) }

// zero takes the sign off a number that is rounded to nothing.
func zero(s string) string {
	if slices.Contains([]string{"-0.000", "+0.000"}, s) {
		return "0.000"
	}
	return s
}

// percent prints a share with one decimal, and "-" for a share of nothing.
func percent(n, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f", 100*ratio(n, of))
}

// counted returns a number and its noun: "1 case", "2 cases", "24 parties".
func counted(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case strings.HasSuffix(noun, "y"):
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(noun, "y"))
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
