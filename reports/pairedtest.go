package reports

// pairedTest returns the interval and the two-sided p value of a number of B minus
// that of A, from the same draws; movers is the number of groups that move it.
//
// The p value is tailsOf the share of the draws on the far side of 0, at least
// 1/(draws+1), because the data are a draw too: Davison and Hinkley (1997),
// Bootstrap Methods and their Application, section 4.2.
func pairedTest(a, b []float64, movers int) (*Interval, *float64) {
	draws := make([]float64, len(a))
	for i := range draws {
		draws[i] = b[i] - a[i]
	}
	sorted := ascending(draws)
	p := tailsOf(max(crossing(sorted), 1/float64(len(sorted)+1)), movers)
	return middle(sorted, expandedTail(movers)), &p
}

// crossing returns the largest share in [0, 1] that the ascending values can leave
// out at each end, as quantile cuts it, before the rest lies on one side of 0.
func crossing(ascending []float64) float64 {
	mirrored := make([]float64, len(ascending))
	for i, v := range ascending {
		mirrored[len(ascending)-1-i] = -v
	}
	return min(reaches(ascending), reaches(mirrored))
}

// reaches returns the largest q with quantile(ascending, q) <= 0, or 0.
func reaches(ascending []float64) float64 {
	n := 0
	for n < len(ascending) && ascending[n] <= 0 {
		n++
	}
	if n == 0 || n == len(ascending) {
		return float64(min(n, 1))
	}
	low, high := ascending[n-1], ascending[n]
	return (float64(n-1) - low/(high-low)) / float64(len(ascending)-1)
}
