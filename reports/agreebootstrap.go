package reports

// resample returns what measure makes of every bootstrap draw of a sample: for each of
// its numbers, the values in the order of the draws. measure is called from several
// goroutines.
func resample(s *sample, o Options, measure func(counts []int) []float64) [][]float64 {
	draws := matrix(len(measure(s.all())), o.Draws)
	s.eachDraw(o.Draws, o.Seed, func(counts []int) func(int, []int32) {
		return func(i int, _ []int32) {
			for m, v := range measure(counts) {
				draws[m][i] = v
			}
		}
	})
	return draws
}

// all returns the counts of the whole sample: every group once.
func (s *sample) all() []int {
	counts, times := make([]int, s.width), make([]int32, len(s.start)-1)
	for _, kind := range s.kinds {
		times[kind]++
	}
	for g := range times {
		if s.kinds == nil {
			times[g] = 1
		}
	}
	s.count(times, counts)
	return counts
}
