package reports

import (
	"cmp"
	"math"
	"slices"

	"stance/datasets"
)

// What is counted of a dyad in an article: statements by stance, by sentiment, those that
// have probabilities, and the sum of p_favor - p_against in thousandths.
const (
	countFavor = iota
	countAgainst
	countNone
	countPositive
	countNegative
	countNeutral
	countProbable
	countExpected
	dyadCounts
)

// thousandth is how fine p_favor - p_against is added up: as labelling prints it. Sums of
// whole numbers are the same in any order.
const thousandth = 1000

// A portion is what one article adds to a dyad.
type portion struct {
	article int32
	counts  [dyadCounts]int32
}

// portions are those of a dyad; an article may have several until they are merged.
type portions []portion

// add counts a row. Rows of an article mostly stand together; where they do not, the
// portions are merged before they take more room.
func (p *portions) add(row *datasets.LabelledRow) {
	if last := len(*p) - 1; last >= 0 && (*p)[last].article == int32(row.Article) {
		(*p)[last].count(row)
		return
	}
	if len(*p) == cap(*p) {
		*p = p.roomier()
	}
	*p = append(*p, portion{article: int32(row.Article)})
	(*p)[len(*p)-1].count(row)
}

// roomier returns the portions merged, with room for at least half as many again: so
// that merging takes a constant number of steps for each row, on the whole.
func (p portions) roomier() portions {
	const least = 4
	m := p.merged()
	if len(m) <= cap(m)/2 && cap(m) >= least {
		return m
	}
	return slices.Grow(m, max(least, cap(m)))
}

func (p *portion) count(row *datasets.LabelledRow) {
	if k := datasets.Stance.Index(row.Stance); k >= 0 {
		p.counts[countFavor+k]++
	}
	if k := datasets.Sentiment.Index(row.Sentiment); k >= 0 {
		p.counts[countPositive+k]++
	}
	if row.HasExpected {
		p.counts[countProbable]++
		p.counts[countExpected] += int32(math.Round(thousandth * row.Expected))
	}
}

// merged returns the portions by article, one for each. It may reuse their memory.
func (p portions) merged() portions {
	byArticle := func(a, b portion) int { return cmp.Compare(a.article, b.article) }
	if !slices.IsSortedFunc(p, byArticle) {
		slices.SortStableFunc(p, byArticle)
	}
	var out = p[:0]
	for _, next := range p {
		if n := len(out); n > 0 && out[n-1].article == next.article {
			for k, v := range next.counts {
				out[n-1].counts[k] += v
			}
			continue
		}
		out = append(out, next)
	}
	return out
}

// sample returns the portions as the groups of a bootstrap, in the order of their counts:
// so that the order of rows and files changes nothing. Portions that are the same are one
// kind, of which there are few.
func (p portions) sample() *sample {
	p = slices.Clone(p)
	slices.SortFunc(p, func(a, b portion) int { return slices.Compare(a.counts[:], b.counts[:]) })
	s := &sample{width: dyadCounts, kinds: make([]int32, len(p))}
	for g := range p {
		if g == 0 || p[g].counts != p[g-1].counts {
			s.start = append(s.start, len(s.cells))
			for k, n := range p[g].counts {
				if n != 0 {
					s.cells, s.counts = append(s.cells, int32(k)), append(s.counts, n)
				}
			}
		}
		s.kinds[g] = int32(len(s.start) - 1)
	}
	s.start = append(s.start, len(s.cells))
	return s
}

// statements returns how many statements have a stance.
func (p portions) statements() int {
	n := 0
	for i := range p {
		n += int(p[i].counts[countFavor] + p[i].counts[countAgainst] + p[i].counts[countNone])
	}
	return n
}

// having returns how many articles have some of one of the counts.
func (p portions) having(counts ...int) int {
	n := 0
	for i := range p {
		if slices.ContainsFunc(counts, func(k int) bool { return p[i].counts[k] != 0 }) {
			n++
		}
	}
	return n
}
