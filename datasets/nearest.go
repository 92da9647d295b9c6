package datasets

// nearest returns the first of the candidates that is a slip of the pen away
// from one of the wanted names, the fewest edits first, or "".
func nearest(wanted, candidates []string) string {
	best, least := "", 0
	for _, candidate := range candidates {
		for _, name := range wanted {
			a, b := ColumnKey(candidate), ColumnKey(name)
			d := edits(a, b)
			if d <= min(len(a), len(b), 8)/3+len(b)/8 && (best == "" || d < least) {
				best, least = candidate, d
			}
		}
	}
	return best
}

// edits returns the number of letters to insert, delete, replace or swap with
// their neighbor that turn a into b (optimal string alignment).
func edits(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(t)]
}
