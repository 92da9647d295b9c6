package reports

import "math"

// z975 is the 97.5 % quantile of the normal distribution.
const z975 = 1.959963984540054

// wilson returns the 95 % score interval of a share seen in n independent trials; nil
// if there are none. The share need not be a whole number of them: a trial may be a
// share itself. Wilson (1927), as method 3 of Newcombe (1998), "Two-sided confidence
// intervals for the single proportion", Statistics in Medicine 17.
//
//	(2np + z² ± z·sqrt(z² + 4np(1-p))) / 2(n + z²)
func wilson(share float64, n int) *Interval {
	if n <= 0 {
		return nil
	}
	trials := float64(n)
	middle := 2*trials*share + z975*z975
	reach := z975 * math.Sqrt(z975*z975+4*trials*share*(1-share))
	width := 2 * (trials + z975*z975)
	return &Interval{max(0, (middle-reach)/width), min(1, (middle+reach)/width)}
}
