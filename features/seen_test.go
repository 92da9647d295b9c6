package features

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestHashSetGrowsAndKeepsItsMembers(t *testing.T) {
	s := newHashSet()
	rng := rand.New(rand.NewPCG(1, 0))
	for round := range 3 {
		s.reset()
		members := map[uint64]bool{}
		for range 20000 {
			h := rng.Uint64N(30000) * 0x9e3779b97f4a7c15
			if got, want := s.add(h), !members[h]; got != want {
				t.Fatalf("round %d: add(%#x) = %v, want %v after %d members", round, h, got, want, len(members))
			}
			members[h] = true
		}
	}
}

func TestHashSetTakesZeroAndNeighbours(t *testing.T) {
	s := newHashSet()
	s.reset()
	for h := range uint64(5000) {
		if !s.add(h) || s.add(h) {
			t.Fatalf("%d is not added once", h)
		}
	}
}

func TestHashSetForgetsWhenItsStampsRunOut(t *testing.T) {
	s := newHashSet()
	s.reset()
	s.add(7)
	s.stamp = math.MaxUint32
	s.reset()
	if !s.add(7) || s.add(7) {
		t.Error("7 is not added once after the stamps started again")
	}
}
