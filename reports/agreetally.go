package reports

import (
	"slices"

	"stance/datasets"
)

// A codebook numbers the distinct codings of units. A coding is the label index
// that each coder gave a unit, -1 where one gave none. There are few of them
// (two coders of three labels: nine), so that units are counted by coding once
// and every coefficient, in every bootstrap draw, comes from these counts.
type codebook struct {
	labels, coders int
	most           int // codes of a coding
	codings        [][]int
	crossed        [][]int // beside codings: the cells of tally.cells it counts in
	numbers        map[string]int
	pairs          [][2]int // coders whose codes are crossed: (0,1), (0,2) ... (1,2) ...
}

func newCodebook(t datasets.Task, coders int) *codebook {
	b := &codebook{labels: len(t.Labels), coders: coders, numbers: map[string]int{}}
	for i := range coders {
		for j := i + 1; j < coders; j++ {
			b.pairs = append(b.pairs, [2]int{i, j})
		}
	}
	return b
}

// within returns a codebook of the codings that some units have, and of the pairs of
// coders that share one: with many coders and targets it is a small part. coding is
// the number of each unit's coding.
func (b *codebook) within(coding, units []int) *codebook {
	part := &codebook{labels: b.labels, coders: b.coders, numbers: map[string]int{}}
	together := make([]bool, len(b.pairs))
	for _, u := range units {
		for _, cell := range b.crossed[coding[u]] {
			together[cell/(b.labels*b.labels)] = true
		}
	}
	for p, pair := range b.pairs {
		if together[p] {
			part.pairs = append(part.pairs, pair)
		}
	}
	for _, u := range units {
		part.number(b.codings[coding[u]])
	}
	return part
}

// number returns the number of a coding, which is kept if it is new.
func (b *codebook) number(coding []int) int {
	key := make([]byte, len(coding))
	for i, k := range coding {
		key[i] = byte(k + 1)
	}
	n, known := b.numbers[string(key)]
	if !known {
		n = len(b.codings)
		b.numbers[string(key)] = n
		b.codings = append(b.codings, slices.Clone(coding))
		b.crossed = append(b.crossed, b.cross(coding))
		b.most = max(b.most, codes(coding[:b.coders]))
	}
	return n
}

// cross returns the cell of each pair of coders that both gave a label.
func (b *codebook) cross(coding []int) []int {
	var cells []int
	for p, pair := range b.pairs {
		if x, y := coding[pair[0]], coding[pair[1]]; x >= 0 && y >= 0 {
			cells = append(cells, (p*b.labels+x)*b.labels+y)
		}
	}
	return cells
}

// codes returns how many coders gave a label.
func codes(coding []int) int {
	n := 0
	for _, k := range coding {
		if k >= 0 {
			n++
		}
	}
	return n
}

// A tally is all that the coefficients of agreement need to know of some units.
type tally struct {
	labels int

	// together[m][c*labels+k] counts, over the units with m codes, the ordered
	// pairs of codes by two coders that are labels c and k. Such a unit has
	// m(m-1) of them.
	together [][]int

	// cells[(p*labels+x)*labels+y] counts the units to which the first coder of
	// pair p gave label x and the second label y.
	cells []int
}

func newTally(labels, codes, pairs int) *tally {
	square := labels * labels
	t := &tally{labels: labels, together: make([][]int, codes+1), cells: make([]int, pairs*square)}
	all := make([]int, len(t.together)*square)
	for m := range t.together {
		t.together[m] = all[m*square : (m+1)*square]
	}
	return t
}

// pairs returns the number of coder pairs.
func (t *tally) pairs() int { return len(t.cells) / (t.labels * t.labels) }

// pairCells returns the cells of pair p.
func (t *tally) pairCells(p int) []int {
	square := t.labels * t.labels
	return t.cells[p*square : (p+1)*square : (p+1)*square]
}

// tally counts units; counts stand beside the codings. Codings of fewer than two
// codes add nothing.
func (b *codebook) tally(counts []int) *tally {
	t := newTally(b.labels, b.most, len(b.pairs))
	of := make([]int, b.labels) // codes of each label
	for i, n := range counts {
		if n == 0 {
			continue
		}
		coding := b.codings[i]
		clear(of)
		for _, k := range coding[:b.coders] {
			if k >= 0 {
				of[k]++
			}
		}
		t.addTogether(codes(coding[:b.coders]), of, n)
		for _, cell := range b.crossed[i] {
			t.cells[cell] += n
		}
	}
	return t
}

// addTogether counts the code pairs of n units with m codes, of[k] of label k.
func (t *tally) addTogether(m int, of []int, n int) {
	for c, x := range of {
		for k, y := range of {
			if c == k {
				y-- // nobody agrees with himself
			}
			t.together[m][c*t.labels+k] += n * x * y
		}
	}
}

// collapse returns the tally of label k (as 0) against all others (as 1).
func (t *tally) collapse(k int) *tally {
	side := func(label int) int {
		if label == k {
			return 0
		}
		return 1
	}
	to := newTally(2, len(t.together)-1, t.pairs())
	for m, pairs := range t.together {
		for i, n := range pairs {
			to.together[m][2*side(i/t.labels)+side(i%t.labels)] += n
		}
	}
	for i, n := range t.cells {
		xy := i / t.labels // pair*labels + x
		to.cells[(2*(xy/t.labels)+side(xy%t.labels))*2+side(i%t.labels)] += n
	}
	return to
}

// pair returns the tally of one coder pair.
func (t *tally) pair(p int) *tally {
	to := newTally(t.labels, 2, 0)
	to.cells = t.pairCells(p)
	for i, n := range to.cells {
		to.together[2][i] += n
		to.together[2][i%t.labels*t.labels+i/t.labels] += n
	}
	return to
}

// units returns the number of units with m codes.
func (t *tally) units(m int) int {
	if m < 2 {
		return 0
	}
	return sumInts(t.together[m]) / (m * (m - 1))
}

// total returns the number of units.
func (t *tally) total() int {
	n := 0
	for m := range t.together {
		n += t.units(m)
	}
	return n
}

// given returns how many codes are label k.
func (t *tally) given(k int) int {
	n := 0
	for m, pairs := range t.together {
		if m >= 2 {
			n += sumInts(pairs[k*t.labels:(k+1)*t.labels]) / (m - 1)
		}
	}
	return n
}

func sumInts(counts []int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}
