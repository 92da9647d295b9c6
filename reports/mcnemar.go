package reports

import "math"

// A RightWrong counts statements by which of two systems A and B are right.
type RightWrong struct {
	Both    int `json:"both"`
	OnlyA   int `json:"only_a"`
	OnlyB   int `json:"only_b"`
	Neither int `json:"neither"`

	// P is that of the exact McNemar test on OnlyA and OnlyB. But: it takes the
	// statements for independent, those of one article too.
	P float64 `json:"mcnemar_p"`
}

// McNemar returns the two-sided p value of the exact test that of the statements
// on which just one of two systems is right, either is right equally often; 1
// where there are none.
//
//	p = min(1, 2 P(X <= min(onlyA, onlyB))),  X ~ Binomial(onlyA+onlyB, 1/2)
//
// McNemar (1947), Psychometrika 12(2); the exact conditional test of Fagerland,
// Lydersen and Laake (2013), BMC Medical Research Methodology 13:91, equation 3.
func McNemar(onlyA, onlyB int) float64 {
	n, few := onlyA+onlyB, min(onlyA, onlyB)
	if onlyA == onlyB {
		return 1
	}
	sum := 0.0
	for k := range few + 1 {
		sum += math.Exp(logBinomial(n, k) - float64(float64(n)*math.Ln2))
	}
	return min(1, 2*sum)
}

// logBinomial returns the logarithm of n over k.
func logBinomial(n, k int) float64 {
	of := func(n int) float64 { l, _ := math.Lgamma(float64(n + 1)); return l }
	return of(n) - of(k) - of(n-k)
}
