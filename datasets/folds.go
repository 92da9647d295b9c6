package datasets

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// Folds returns the fold of each example, in [0, k), or -1 for one without a
// label of the task. All examples of a group share a fold; folds are as equal
// as the groups allow in their share of each label and in size. The same input
// and seed give the same folds.
//
// Groups are dealt out greedily, large ones first and equal ones in an order
// drawn from the seed, each to the fold f that adds least to
//
//	sum over f and labels l of count(f,l)^2/count(l)  +  sum over f of size(f)^2/size
//
// which is least where every fold holds 1/k of every label.
//
// It panics if groups and ex differ in length.
func Folds(ex []Example, groups []int, t Task, k int, seed uint64) ([]int, error) {
	if len(groups) != len(ex) {
		panic("datasets: Folds: one group for each example")
	}
	d := newDeal(ex, groups, t)
	switch {
	case k < 2:
		return nil, refusal(fmt.Sprintf("datasets: %d folds; take at least 2", k))
	case k > len(d.groups):
		return nil, refusal(fmt.Sprintf("datasets: %s for only %s with a %s label; take fewer folds",
			count(k, "fold"), count(len(d.groups), "group"), t.Name))
	}
	d.shuffle(seed)
	foldOf := d.out(k)
	folds := make([]int, len(ex))
	for i := range ex {
		folds[i] = -1
		if t.Index(ex[i].Gold(t)) >= 0 {
			folds[i] = foldOf[groups[i]]
		}
	}
	return folds, nil
}

// A deal is the groups to be dealt out to folds.
type deal struct {
	groups []dealt
	labels []int // examples by label
	size   int
}

type dealt struct {
	group  int
	size   int
	labels []int // examples by label
}

func newDeal(ex []Example, groups []int, t Task) *deal {
	d := &deal{labels: make([]int, len(t.Labels))}
	place := map[int]int{}
	for i := range ex {
		l := t.Index(ex[i].Gold(t))
		if l < 0 {
			continue
		}
		p, ok := place[groups[i]]
		if !ok {
			p = len(d.groups)
			place[groups[i]] = p
			d.groups = append(d.groups, dealt{group: groups[i], labels: make([]int, len(t.Labels))})
		}
		d.groups[p].labels[l]++
		d.groups[p].size++
		d.labels[l]++
		d.size++
	}
	return d
}

// shuffle orders the groups: large first, equal ones at random.
func (d *deal) shuffle(seed uint64) {
	r := rand.New(rand.NewPCG(seed, 0))
	r.Shuffle(len(d.groups), func(i, j int) { d.groups[i], d.groups[j] = d.groups[j], d.groups[i] })
	slices.SortStableFunc(d.groups, func(a, b dealt) int { return b.size - a.size })
}

// out returns the fold of each group.
func (d *deal) out(k int) map[int]int {
	folds := make([]dealt, k)
	for f := range folds {
		folds[f].labels = make([]int, len(d.labels))
	}
	foldOf := make(map[int]int, len(d.groups))
	for _, g := range d.groups {
		best, least := 0, 0.0
		for f := range folds {
			if cost := d.cost(folds[f], g); f == 0 || cost < least {
				best, least = f, cost
			}
		}
		foldOf[g.group] = best
		folds[best].size += g.size
		for l, n := range g.labels {
			folds[best].labels[l] += n
		}
	}
	return foldOf
}

// cost returns what group g adds to the sum of squares if it joins fold f.
func (d *deal) cost(f, g dealt) float64 {
	sum := float64(g.size*(2*f.size+g.size)) / float64(d.size)
	for l, n := range g.labels {
		if n > 0 {
			sum += float64(n*(2*f.labels[l]+n)) / float64(d.labels[l])
		}
	}
	return sum
}
