package datasets

import (
	"cmp"
	"slices"

	"stance/internal/text"
)

// keptMarks is how many marks are kept of an article: memory grows with articles, not with
// their statements.
const keptMarks = 16

// marks are the smallest keptMarks different hashes of what stands in an article, each of
// text, source and target of a statement: a bottom sketch (Broder 1997, section 4).
type marks []uint64

// add adds a hash.
func (m *marks) add(h uint64) {
	at, known := slices.BinarySearch(*m, h)
	switch {
	case known, at == keptMarks:
		return
	case len(*m) == keptMarks:
		*m = (*m)[:keptMarks-1]
	}
	*m = slices.Insert(*m, at, h)
}

// markOf returns the hash of a statement, its text folded. The multipliers are those of
// SplitMix64: any set of statements has its smallest hashes by chance.
func markOf(words, source, target string) uint64 {
	h := uint64(border)
	for _, part := range []string{words, source, target} {
		h = (h ^ text.Hash(part)) * 0xBF58476D1CE4E5B9
		h ^= h >> 31
	}
	h *= 0x94D049BB133111EB
	return h ^ h>>29
}

// share returns the share of one article's statements that stand in the other, too: of the
// article that has fewer. Below the end of the shorter sketch both are complete, and what
// they have there is a random sample of what they have.
func (m marks) share(other marks) float64 {
	end := ^uint64(0)
	for _, full := range []marks{m, other} {
		if len(full) == keptMarks {
			end = min(end, full[keptMarks-1])
		}
	}
	m, other = m.upTo(end), other.upTo(end)
	return float64(shared(m, other)) / float64(max(1, min(len(m), len(other))))
}

// upTo returns the marks up to and including end.
func (m marks) upTo(end uint64) marks {
	n, known := slices.BinarySearch(m, end)
	if known {
		n++
	}
	return m[:n]
}

// A Twice is what seems to stand in the rows twice: articles of different doc_ids.
type Twice struct {
	Articles int    // of which more than half of the statements stand in another article
	A, B     string // doc_ids of the first two, as an example
}

// oftenTwice is the share of an article's statements beyond which it stands there twice.
const oftenTwice = 0.5

// twice compares articles that share a statement: of those with the same statement each
// with the next, so that what stands in thousands takes no longer. Note: to compare all
// with all would find articles that stand there three times with a gap; it takes the square.
func (a *articleNumbers) twice() (t Twice) {
	type mark struct {
		hash    uint64
		article int32
	}
	var all []mark
	for n, m := range a.marks {
		for _, h := range m {
			all = append(all, mark{h, int32(n)})
		}
	}
	slices.SortFunc(all, func(x, y mark) int {
		return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(x.article, y.article))
	})
	var pairs [][2]int32
	for i := 1; i < len(all); i++ {
		if all[i].hash == all[i-1].hash {
			pairs = append(pairs, [2]int32{all[i-1].article, all[i].article})
		}
	}
	slices.SortFunc(pairs, func(x, y [2]int32) int { return slices.Compare(x[:], y[:]) })
	found := map[int32]bool{}
	for _, p := range slices.Compact(pairs) {
		if a.marks[p[0]].share(a.marks[p[1]]) <= oftenTwice {
			continue
		}
		if len(found) == 0 {
			t.A, t.B = a.name[p[0]], a.name[p[1]]
		}
		found[p[1]] = true
	}
	t.Articles = len(found)
	return t
}
