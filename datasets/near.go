package datasets

import (
	"slices"

	"stance/internal/text"
)

// A Match is the text that another one repeats.
type Match struct {
	Of    int  // index of the text repeated; -1 = none
	Exact bool // equal when folded; else a near duplicate
	Overlap
}

// Found reports whether there is a match.
func (m Match) Found() bool { return m.Of >= 0 }

// Matches returns, for each text of list, the text of in that it repeats: an equal
// one (when folded), else the near duplicate that resembles it most; the first of
// several. Every near duplicate is verified on the whole sets of shingles, and none
// is missed but for the bound on candidates, see join.
func Matches(list, in []string) []Match {
	j := newJoin(slices.Concat(in, list))
	matches := make([]Match, len(list))
	for i := range in {
		j.add(i)
	}
	for i := range list {
		matches[i] = j.best(len(in) + i)
	}
	return matches
}

// Repeats returns, for each text, the earlier text of the same list that it repeats,
// chosen as by Matches.
func Repeats(list []string) []Match {
	j := newJoin(list)
	matches := make([]Match, len(list))
	for i := range list {
		matches[i] = j.best(i)
		j.add(i)
	}
	return matches
}

// A join finds near duplicates among texts that are added one after the other.
//
// Prefix filter: Chaudhuri, Ganti and Kaushik (2006), "A primitive operator for
// similarity joins", Lemma 1; Bayardo, Ma and Srikant (2007), "Scaling up all pairs
// similarity search". Near duplicates share at least 0.75 of the shingles of the
// shorter text, so that one of its n - ceil(0.75 n) + 1 rarest shingles, its prefix,
// stands in the longer one. Two indexes lead from a shingle to the texts that have it
// in their prefix, and to those that have it at all. Rare shingles stand in few texts,
// which makes it almost linear in the texts.
//
// So that it is linear also in a file of ten thousand copies of one pattern, an index
// keeps the first candidates of a shingle only. What repeats a text beyond them and none
// of them is missed, where all the shingles that lead to it are that frequent: a near
// duplicate of a near duplicate need not be one.
//
// Note: MinHash with banding finds a pair of resemblance 0.75 with a probability
// only, and a short text in a long one hardly ever.
type join struct {
	texts    []ranked
	exact    map[string]int // first text of a folded text
	inPrefix [][]int32      // by rank: texts added that have it in their prefix
	anywhere [][]int32      // by rank: texts added that have it
	looked   []int32        // by text: 1 + the text that was last compared with it
	compared int            // pairs of texts so far
}

// candidates is how many texts an index keeps for a shingle.
const candidates = 64

// A ranked is a text as a join sees it.
type ranked struct {
	folded string
	ranks  []uint32 // of its shingles that stand in other texts, too; ascending: the rarest first
	size   int      // shingles, those of no other text included
}

// prefix returns the rarest shingles, one of which a longer near duplicate must have.
// Those that stand in no other text come first and cannot be it.
func (r *ranked) prefix() []uint32 {
	alone := r.size - len(r.ranks)
	return r.ranks[:max(0, prefixLength(r.size)-alone)]
}

// prefixLength returns n - ceil(0.75 n) + 1 for a set of n, and 0 for an empty one.
func prefixLength(n int) int {
	if n == 0 {
		return 0
	}
	return n/4 + 1
}

func newJoin(texts []string) *join {
	sets := make([]Shingles, len(texts))
	j := &join{texts: make([]ranked, len(texts)), exact: map[string]int{}, looked: make([]int32, len(texts))}
	var b shingler
	for i, s := range texts {
		sets[i] = b.of(s)
		j.texts[i] = ranked{folded: text.Fold(s), size: len(sets[i])}
	}
	n := j.rank(sets)
	j.inPrefix, j.anywhere = make([][]int32, n), make([][]int32, n)
	return j
}

// rank numbers the shingles that stand in several texts, the rarest first and equal
// ones by hash, gives each text the numbers of its own, and returns how many there are.
func (j *join) rank(sets []Shingles) int {
	var all []uint32
	for _, s := range sets {
		all = append(all, s...)
	}
	slices.Sort(all)
	var order []uint64 // texts<<32 | shingle
	for i := 0; i < len(all); {
		end := i + 1
		for end < len(all) && all[end] == all[i] {
			end++
		}
		if end-i > 1 {
			order = append(order, uint64(end-i)<<32|uint64(all[i]))
		}
		i = end
	}
	slices.Sort(order)
	number := make(map[uint32]uint32, len(order))
	for rank, o := range order {
		number[uint32(o)] = uint32(rank)
	}
	for i, s := range sets {
		t := &j.texts[i]
		for _, shingle := range s {
			if rank, ok := number[shingle]; ok {
				t.ranks = append(t.ranks, rank)
			}
		}
		slices.Sort(t.ranks)
	}
	return len(order)
}

// add makes text i one that later texts are compared with. Of equal texts only the
// first is.
func (j *join) add(i int) {
	t := &j.texts[i]
	if _, ok := j.exact[t.folded]; ok {
		return
	}
	j.exact[t.folded] = i
	for _, r := range t.prefix() {
		if len(j.inPrefix[r]) < candidates {
			j.inPrefix[r] = append(j.inPrefix[r], int32(i))
		}
	}
	for _, r := range t.ranks {
		if len(j.anywhere[r]) < candidates {
			j.anywhere[r] = append(j.anywhere[r], int32(i))
		}
	}
}

// each calls visit for the texts added that text i repeats, in no stated order: the
// equal one alone, else every near duplicate.
func (j *join) each(i int, visit func(Match)) {
	t := &j.texts[i]
	if k, ok := j.exact[t.folded]; ok {
		visit(Match{Of: k, Exact: true, Overlap: Overlap{t.size, t.size, t.size}})
		return
	}
	compare := func(found []int32) {
		for _, k := range found {
			if j.looked[k] == int32(i)+1 {
				continue
			}
			j.looked[k] = int32(i) + 1
			j.compared++
			other := &j.texts[k]
			o := Overlap{shared(t.ranks, other.ranks), t.size, other.size}
			if o.Near() {
				visit(Match{Of: int(k), Overlap: o})
			}
		}
	}
	for _, r := range t.ranks {
		compare(j.inPrefix[r])
	}
	for _, r := range t.prefix() {
		compare(j.anywhere[r])
	}
}

// best returns the text added that text i repeats.
func (j *join) best(i int) Match {
	best := Match{Of: -1}
	j.each(i, func(m Match) {
		if better := m.Resemblance() - best.Resemblance(); !best.Found() || better > 0 || better == 0 && m.Of < best.Of {
			best = m
		}
	})
	return best
}
