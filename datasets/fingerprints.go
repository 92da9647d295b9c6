package datasets

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"

	"stance/internal/text"
)

// Fingerprints are what a model file keeps of the texts that the model was trained
// on: enough to tell that a text is one of them, or a near duplicate, and not enough
// to tell what it says. Of each distinct folded text it holds
//
//	hash     8 bytes  of the folded text, ascending
//	about    4 bytes  number of shingles; tasks trained on it
//	start    4 bytes  of its sketch
//	sketch   2 bytes  for each of its 32 smallest shingles: their upper half
//
// which is at most 80 bytes a text; little-endian, read where it stands. Most
// sentences have no more than 32 shingles, and are compared whole; of longer texts the
// smallest shingles are a random sample, the sketch of Broder (1997), section 4. A part
// of such a text is found as surely as a near copy where it has half of its words; of
// parts of a quarter 4 to 6 in 10 are, and shorter ones are mostly missed.
//
// It keeps 65,536 texts at most, or 5.2 MB: of more, those with the smallest hashes,
// which is a random sample. Leaks are then a lower bound.
//
// But: whoever has a text can find out whether the model was trained on it. That is
// what fingerprints are for.
type Fingerprints struct {
	Texts int // distinct texts trained on
	Kept  int // of them here

	hash, about, start, sketch []byte
}

const (
	keptTexts    = 1 << 16
	keptShingles = 32

	hashBytes, aboutBytes, startBytes, sketchBytes = 8, 4, 4, 2

	taskShift   = 16                                  // of the tasks in about
	mostCounted = 1<<taskShift - 1                    // shingles
	fixedBytes  = hashBytes + aboutBytes + startBytes // of a text, without its sketch
)

// A fingerprint is one text's.
type fingerprint struct {
	hash  uint64
	tasks uint32 // bit i: Tasks[i] was trained on it
	text  string
}

// NewFingerprints returns the fingerprints of the examples that have a label of one
// of the tasks.
func NewFingerprints(ex []Example, tasks []Task) *Fingerprints {
	all := map[uint64]*fingerprint{}
	for i := range ex {
		if trained := tasksOf(&ex[i], tasks); trained != 0 {
			h := hashOfText(ex[i].Text)
			if all[h] == nil {
				all[h] = &fingerprint{hash: h, text: ex[i].Text}
			}
			all[h].tasks |= trained
		}
	}
	sorted := make([]*fingerprint, 0, len(all))
	for _, p := range all {
		sorted = append(sorted, p)
	}
	slices.SortFunc(sorted, func(a, b *fingerprint) int { return cmp.Compare(a.hash, b.hash) })
	f := &Fingerprints{Texts: len(sorted), Kept: min(len(sorted), keptTexts)}
	f.take(sorted[:f.Kept])
	return f
}

func hashOfText(s string) uint64 { return text.Hash(text.Fold(s)) }

// tasksOf returns which of the tasks an example has a label of, as bits in the order
// of Tasks.
func tasksOf(e *Example, tasks []Task) (bits uint32) {
	for i, t := range Tasks {
		trained := slices.ContainsFunc(tasks, func(other Task) bool { return other.Name == t.Name })
		if trained && e.Gold(t) != "" {
			bits |= 1 << i
		}
	}
	return bits
}

// take fills the tables.
func (f *Fingerprints) take(sorted []*fingerprint) {
	var b shingler
	for _, p := range sorted {
		k := sketchOf(b.of(p.text))
		f.add(p.hash, uint32(k.size)|p.tasks<<taskShift, k)
	}
}

// add adds a text to the tables, whose hash is larger than those before.
func (f *Fingerprints) add(hash uint64, about uint32, k sketch) {
	le := binary.LittleEndian
	f.hash = le.AppendUint64(f.hash, hash)
	f.about = le.AppendUint32(f.about, about)
	f.start = le.AppendUint32(f.start, uint32(len(f.sketch)/sketchBytes))
	for _, v := range k.values {
		f.sketch = le.AppendUint16(f.sketch, v)
	}
}

// Bytes returns the tables one after the other, as a model file holds them.
func (f *Fingerprints) Bytes() []byte { return slices.Concat(f.hash, f.about, f.start, f.sketch) }

// Sampled returns how many texts are known by a sample of their shingles.
func (f *Fingerprints) Sampled() int {
	n := 0
	for i := range f.Kept {
		if f.aboutAt(i)&mostCounted > keptShingles {
			n++
		}
	}
	return n
}

// Size returns the number of bytes of all tables.
func (f *Fingerprints) Size() int { return f.Kept*fixedBytes + len(f.sketch) }

// OpenFingerprints returns the fingerprints that lie in data, of so many texts kept of
// so many. Tables that do not fit each other are an error. It reads the 16 bytes of
// each text outside its sketch, and copies nothing: data must not change.
func OpenFingerprints(data []byte, texts, kept int) (*Fingerprints, error) {
	if kept < 0 || kept > keptTexts || texts < kept || len(data) < kept*fixedBytes {
		return nil, errors.New("fingerprints do not fit their number of texts")
	}
	f := &Fingerprints{Texts: texts, Kept: kept}
	for _, part := range []struct {
		table *[]byte
		bytes int
	}{{&f.hash, hashBytes}, {&f.about, aboutBytes}, {&f.start, startBytes}} {
		*part.table, data = data[:kept*part.bytes:kept*part.bytes], data[kept*part.bytes:]
	}
	f.sketch = data
	return f, f.check()
}

// check reports whether hashes ascend and sketches follow each other.
func (f *Fingerprints) check() error {
	at := 0
	for i := range f.Kept {
		size := min(int(f.aboutAt(i)&mostCounted), keptShingles)
		if i > 0 && f.hashAt(i) <= f.hashAt(i-1) || f.startAt(i) != at {
			return errors.New("fingerprints out of order")
		}
		at += size
	}
	if len(f.sketch) != at*sketchBytes {
		return errors.New("fingerprints do not fit their sketches")
	}
	return nil
}

func (f *Fingerprints) hashAt(i int) uint64 { return binary.LittleEndian.Uint64(f.hash[i*hashBytes:]) }
func (f *Fingerprints) aboutAt(i int) uint32 {
	return binary.LittleEndian.Uint32(f.about[i*aboutBytes:])
}
func (f *Fingerprints) startAt(i int) int {
	return int(binary.LittleEndian.Uint32(f.start[i*startBytes:]))
}

// trainedOn reports whether text i trained the task.
func (f *Fingerprints) trainedOn(i int, t Task) bool {
	k := slices.IndexFunc(Tasks, func(other Task) bool { return other.Name == t.Name })
	return k >= 0 && f.aboutAt(i)>>taskShift>>k&1 == 1
}

// sketchAt returns the sketch of text i.
func (f *Fingerprints) sketchAt(i int) sketch {
	k := sketch{size: int(f.aboutAt(i) & mostCounted)}
	k.values = make([]uint16, 0, min(k.size, keptShingles))
	for at := f.startAt(i); len(k.values) < cap(k.values); at++ {
		k.values = append(k.values, binary.LittleEndian.Uint16(f.sketch[at*sketchBytes:]))
	}
	return k
}
