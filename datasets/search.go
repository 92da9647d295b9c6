package datasets

import (
	"cmp"
	"slices"
	"sort"
)

// A search looks for texts among the fingerprints of a task, with the two indexes of
// a join: see there. What a sketch holds takes the place of the whole set.
type search struct {
	*Fingerprints
	task     Task
	sketches []sketch // decoded
	texts    []int32  // by value: texts that have it
	inPrefix postings
	anywhere postings
	looked   []int32 // by text: the turn that last compared it
	turn     int32
	rare     []uint16 // buffer
	shingler
}

// newSearch indexes the sketches of the texts that the task was trained on.
func (f *Fingerprints) newSearch(t Task) *search {
	s := &search{Fingerprints: f, task: t, looked: make([]int32, f.Kept), texts: make([]int32, values)}
	for i := range f.Kept {
		var k sketch
		if f.trainedOn(i, t) {
			k = f.sketchAt(i)
		}
		s.sketches = append(s.sketches, k)
		for _, v := range k.values {
			s.texts[v]++
		}
	}
	s.anywhere = newPostings(s.sketches, func(k sketch) []uint16 { return k.values })
	s.inPrefix = newPostings(s.sketches, s.prefix)
	return s
}

// find returns whether a text is among those that the task was trained on.
func (s *search) find(text string) Leak {
	h := hashOfText(text)
	i := sort.Search(s.Kept, func(i int) bool { return s.hashAt(i) >= h })
	switch {
	case i < s.Kept && s.hashAt(i) == h && s.trainedOn(i, s.task):
		return ExactLeak
	case s.nearOne(sketchOf(s.of(text))):
		return NearLeak
	}
	return NoLeak
}

// prefix returns the rarest values of a sketch, one of which a near duplicate that is
// longer must have. They are valid until the next call.
func (s *search) prefix(k sketch) []uint16 {
	s.rare = append(s.rare[:0], k.values...)
	slices.SortFunc(s.rare, func(a, b uint16) int {
		return cmp.Or(cmp.Compare(s.texts[a], s.texts[b]), cmp.Compare(a, b))
	})
	return s.rare[:prefixLength(len(s.rare))]
}

// nearOne reports whether the task was trained on a near duplicate.
func (s *search) nearOne(k sketch) bool {
	s.turn++
	for _, v := range k.values {
		if s.anyNear(k, s.inPrefix.of(v)) {
			return true
		}
	}
	for _, v := range s.prefix(k) {
		if s.anyNear(k, s.anywhere.of(v)) {
			return true
		}
	}
	return false
}

// mostCompared is how many texts with one value are looked at. It bounds the time in a
// file of one pattern, as candidates does in a join; but values of 16 bits are also
// shared by chance, so there have to be more.
const mostCompared = 1024

// anyNear reports whether one of the texts not yet compared is a near duplicate.
func (s *search) anyNear(k sketch, texts []int32) bool {
	for _, i := range texts[:min(len(texts), mostCompared)] {
		if s.looked[i] == s.turn {
			continue
		}
		s.looked[i] = s.turn
		if k.near(s.sketches[i]) {
			return true
		}
	}
	return false
}

// postings lead from a value to the texts that have it.
type postings struct {
	start []int32 // by value
	texts []int32
}

// values is how many different values a sketch can have.
const values = 1 << 16

// newPostings indexes what some returns of each sketch.
func newPostings(sketches []sketch, some func(sketch) []uint16) postings {
	p := postings{start: make([]int32, values+1)}
	for _, k := range sketches {
		for _, v := range some(k) {
			p.start[int(v)+1]++
		}
	}
	for v := range values {
		p.start[v+1] += p.start[v]
	}
	p.texts = make([]int32, p.start[values])
	next := slices.Clone(p.start)
	for i, k := range sketches {
		for _, v := range some(k) {
			p.texts[next[v]] = int32(i)
			next[v]++
		}
	}
	return p
}

// of returns the texts that have a value.
func (p postings) of(v uint16) []int32 { return p.texts[p.start[v]:p.start[int(v)+1]] }
