package reports

import "math"

// studentTails returns the probability that |T| exceeds t >= 0, where T has
// Student's distribution with df >= 1 degrees of freedom. The finite series of
// Abramowitz and Stegun (1964), 26.7.3 (df odd) and 26.7.4 (df even).
func studentTails(t float64, df int) float64 {
	sin, cos := math.Sincos(math.Atan(t / math.Sqrt(float64(df))))
	term, sum := 1.0, 0.0
	if df%2 == 1 {
		term = cos
	}
	for k := 2 + df%2; k <= df; k += 2 {
		sum += term
		term *= float64(cos * cos * float64(k-1) / float64(k))
	}
	if df%2 == 0 {
		return 1 - float64(sin*sum)
	}
	return 1 - 2/math.Pi*(math.Atan(t/math.Sqrt(float64(df)))+float64(sin*sum))
}

// studentQuantile returns the t that |T| exceeds with probability tails < 0.3, by
// Newton's steps from the left, where the tails are convex: they never overshoot.
func studentQuantile(tails float64, df int) float64 {
	v := float64(df)
	above, _ := math.Lgamma((v + 1) / 2)
	below, _ := math.Lgamma(v / 2)
	scale := 2 * math.Exp(above-below) / math.Sqrt(v*math.Pi)
	t := 1.0
	for {
		density := scale * math.Pow(1+t*t/v, -(v+1)/2)
		step := (studentTails(t, df) - tails) / density
		if t += step; step < 1e-10*t {
			return t
		}
	}
}

// normalTail returns the probability that a standard normal number exceeds z.
func normalTail(z float64) float64 { return math.Erfc(z/math.Sqrt2) / 2 }

// normalQuantile returns the z that a standard normal number exceeds with
// probability tail in (0, 1).
func normalQuantile(tail float64) float64 { return math.Sqrt2 * math.Erfcinv(2*tail) }

// expandedTail returns the share of the bootstrap draws of n >= 2 independent
// things that a two-sided 95 % interval leaves out at each end. It is less than
// 2.5 %, because draws from n things vary less than the things do:
//
//	Phi(-sqrt(n/(n-1)) * t(0.975, n-1))
//
// The expanded percentile interval of Hesterberg (2015), What Teachers Should Know
// about the Bootstrap, The American Statistician 69(4); ExpandProbs in his R
// package resample. For 100 it is 2.3 %, for 10 it is 0.9 %.
func expandedTail(n int) float64 {
	return normalTail(narrowing(n) * studentQuantile(1-Level, n-1))
}

// tailsOf returns the two-sided probability that a share q of the draws at one
// end stands for: the inverse of expandedTail, which it returns 5 % for.
func tailsOf(q float64, n int) float64 {
	if q >= 0.5 {
		return 1
	}
	return studentTails(normalQuantile(q)/narrowing(n), n-1)
}

// narrowing is how much too narrow the draws of n things lie.
func narrowing(n int) float64 { return math.Sqrt(float64(n) / float64(n-1)) }
