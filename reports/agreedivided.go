package reports

import (
	"cmp"
	"slices"

	"stance/datasets"
)

// Divided returns the indexes of the units on which coders differ, the most
// divided first: by the share of coder pairs that differ, then by how far apart
// their labels are on the task's scale (favor is nearer to none than to against),
// then by the number of coders; equals stay in order. Labels that are not of the
// task count as not given.
func Divided(t datasets.Task, units []Unit) []int {
	place := make([]int, len(t.Labels)) // of each label on the scale
	for i, k := range scaleOf(t) {
		place[k] = i
	}
	found := make([]division, 0, len(units))
	for u := range units {
		d := division{unit: u}
		labels := units[u].Labels
		for i, label := range labels {
			for _, other := range labels[:i] {
				d.add(place, t.Index(label), t.Index(other))
			}
		}
		if d.differ > 0 {
			found = append(found, d)
		}
	}
	slices.SortStableFunc(found, func(a, b division) int {
		return cmp.Or(
			cmp.Compare(b.differ*a.pairs, a.differ*b.pairs),
			cmp.Compare(b.distance*a.pairs, a.distance*b.pairs),
			cmp.Compare(b.pairs, a.pairs))
	})
	indexes := make([]int, len(found))
	for i, d := range found {
		indexes[i] = d.unit
	}
	return indexes
}

// A division counts the coder pairs of a unit.
type division struct {
	unit, pairs, differ int
	distance            int // steps on the scale, summed over the pairs
}

// add counts two labels by index, -1 for none.
func (d *division) add(place []int, x, y int) {
	if x < 0 || y < 0 {
		return
	}
	d.pairs++
	if x != y {
		d.differ++
		d.distance += max(place[x]-place[y], place[y]-place[x])
	}
}
