package reports

// countMovers counts, for each metric, the groups that move it: it would be
// another number if A had predicted in the group what B did.
func (c *contest) countMovers() {
	rows := make([][]int, c.groups)
	for i, g := range c.group {
		if c.predicted[i] != c.other[i] {
			rows[g] = append(rows[g], i)
		}
	}
	c.movers = make([]int, len(c.metrics))
	before := make([]float64, len(c.metrics))
	for m := range before {
		before[m] = c.metrics[m].of(c.a.confusion)
	}
	for _, some := range rows {
		if len(some) == 0 {
			continue
		}
		c.differ++
		c.swap(some, c.predicted, c.other)
		for m := range c.metrics {
			if c.metrics[m].of(c.a.confusion) != before[m] {
				c.movers[m]++
			}
		}
		c.swap(some, c.other, c.predicted)
	}
}

// swap counts rows of A under other labels.
func (c *contest) swap(rows, from, to []int) {
	for _, i := range rows {
		c.a.confusion.Counts[c.gold[i]][from[i]]--
		c.a.confusion.Counts[c.gold[i]][to[i]]++
	}
}
