package reports

import (
	"fmt"
	"slices"
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
	s := signed(d.Value) + " -"
	if i := d.Interval; i != nil {
		s = fmt.Sprintf("%s [%s, %s]", signed(d.Value), signed(i.Low), signed(i.High))
	}
	if d.Verdict == verdictNoise {
		s = "~ " + s
	}
	return s
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
