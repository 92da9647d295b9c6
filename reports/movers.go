package reports

// countMovers counts, for each metric, the groups that move it: it would be another
// number if A had predicted in the group what B did, or B what A did. One does not
// imply the other, and which system is called A must not matter.
func (c *contest) countMovers() {
	rows := make([][]int, c.groups)
	for i, g := range c.group {
		if c.predicted[i] != c.other[i] {
			rows[g] = append(rows[g], i)
		}
	}
	c.movers = make([]int, len(c.metrics))
	for _, some := range rows {
		if len(some) == 0 {
			continue
		}
		c.differ++
		inA, inB := c.moved(c.a, some, c.predicted, c.other), c.moved(c.b, some, c.other, c.predicted)
		for m := range c.metrics {
			if inA[m] || inB[m] {
				c.movers[m]++
			}
		}
	}
}

// moved reports for each metric whether it is another number for a part with other
// labels in some rows.
func (c *contest) moved(p *part, rows, from, to []int) []bool {
	before := make([]float64, len(c.metrics))
	for m := range before {
		before[m] = c.metrics[m].of(p.confusion)
	}
	c.swap(p, rows, from, to)
	moved := make([]bool, len(before))
	for m := range moved {
		moved[m] = c.metrics[m].of(p.confusion) != before[m]
	}
	c.swap(p, rows, to, from)
	return moved
}

// swap counts rows of a part under other labels.
func (c *contest) swap(p *part, rows, from, to []int) {
	for _, i := range rows {
		p.confusion.Counts[c.gold[i]][from[i]]--
		p.confusion.Counts[c.gold[i]][to[i]]++
	}
}
