package features

// A hashSet remembers the hashes of one statement: open addressing, emptied in
// no time by a new stamp.
type hashSet struct {
	keys   []uint64
	stamps []uint32
	stamp  uint32
	count  int
}

func newHashSet() *hashSet {
	const size = 1 << 10
	return &hashSet{keys: make([]uint64, size), stamps: make([]uint32, size)}
}

// reset empties the set.
func (s *hashSet) reset() {
	s.stamp++
	s.count = 0
	if s.stamp == 0 {
		clear(s.stamps)
		s.stamp = 1
	}
}

// add reports whether h was not there yet, and adds it.
func (s *hashSet) add(h uint64) bool {
	if 2*s.count >= len(s.keys) {
		s.grow()
	}
	mask := uint64(len(s.keys) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		if s.stamps[i] != s.stamp {
			s.stamps[i], s.keys[i] = s.stamp, h
			s.count++
			return true
		}
		if s.keys[i] == h {
			return false
		}
	}
}

// grow doubles the room and keeps the members.
func (s *hashSet) grow() {
	old := *s
	s.keys = make([]uint64, 2*len(old.keys))
	s.stamps = make([]uint32, 2*len(old.keys))
	s.stamp, s.count = 1, 0
	for i, h := range old.keys {
		if old.stamps[i] == old.stamp {
			s.add(h)
		}
	}
}
