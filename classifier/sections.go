package classifier

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
	"strings"

	"stance/features"
)

// checksum returns the CRC-32C of b in hexadecimal.
func checksum(b []byte) string {
	return fmt.Sprintf("%08x", crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli)))
}

// parseHeader returns the header and the bytes behind it.
func parseHeader(data []byte) (*header, []byte, error) {
	corrupt := func(what string) (*header, []byte, error) {
		return nil, nil, fmt.Errorf("%w: %s", ErrCorrupt, what)
	}
	if !bytes.HasPrefix(data, []byte(magic)) {
		name, _, _ := strings.Cut(magic, "1")
		if bytes.HasPrefix(data, []byte(name)) {
			return nil, nil, fmt.Errorf("%w: its file format is newer or older than this program", ErrMismatch)
		}
		return corrupt("it does not begin with " + fmt.Sprintf("%q", strings.TrimSpace(magic)))
	}
	line, rest, found := bytes.Cut(data[len(magic):], []byte("\n"))
	var length int
	var crc string
	if n, _ := fmt.Sscanf(string(line[:min(len(line), 40)]), "%d %s", &length, &crc); !found || n != 2 {
		return corrupt("the line with the header's length is damaged")
	}
	if length < 0 || length > longestHeader || length > len(rest) {
		return corrupt("it is cut off in the header")
	}
	if checksum(rest[:length]) != crc {
		return corrupt("the header's checksum is wrong")
	}
	var h header
	if err := json.Unmarshal(rest[:length], &h); err != nil {
		return corrupt("the header: " + err.Error())
	}
	return &h, rest[length:], nil
}

// cutSections returns the sections by name, each checked.
func cutSections(sections []section, data []byte) (map[string][]byte, error) {
	bodies := make(map[string][]byte, len(sections))
	for _, s := range sections {
		if s.Bytes < 0 || s.Bytes > len(data) {
			return nil, fmt.Errorf("%w: it is cut off in section %s", ErrCorrupt, s.Name)
		}
		if checksum(data[:s.Bytes]) != s.CRC {
			return nil, fmt.Errorf("%w: the checksum of section %s is wrong", ErrCorrupt, s.Name)
		}
		bodies[s.Name] = data[:s.Bytes]
		data = data[s.Bytes:]
	}
	if len(data) > 0 {
		return nil, fmt.Errorf("%w: %d bytes behind its end", ErrCorrupt, len(data))
	}
	return bodies, nil
}

// body is a section in the making.
type body struct {
	name string
	body []byte
}

// sections returns the columns of c: their keys as differences, the number of
// texts that have them, and their weights in steps, two bytes each.
func (c *Classifier) sections(steps []float64) []body {
	var keys, counts, weights []byte
	before := uint64(0)
	for key := range c.Vocabulary.Keys() {
		keys = binary.AppendUvarint(keys, key-before)
		before = key
	}
	for col := range c.Vocabulary.Columns() {
		counts = binary.AppendUvarint(counts, uint64(c.Vocabulary.Count(col)))
	}
	for i, w := range c.Linear.Weights {
		n := 0.0
		if s := steps[i%c.Linear.Classes]; s > 0 {
			n = math.Round(float64(w) / s)
		}
		weights = binary.LittleEndian.AppendUint16(weights, uint16(int16(n)))
	}
	return []body{{"keys", keys}, {"counts", counts}, {"weights", weights}}
}

// parse reads the classifier that h describes.
func (h *taskHeader) parse(seed uint64, bodies map[string][]byte) (*Classifier, error) {
	c, err := h.classifier(seed)
	if err != nil {
		return nil, err
	}
	counts, ok := uvarints(bodies[h.Task+".counts"], h.Columns)
	weights := bodies[h.Task+".weights"]
	if !ok || len(weights) != 2*h.Columns*len(h.Labels) {
		return nil, fmt.Errorf("%w: %s: sections do not fit %d columns", ErrCorrupt, h.Task, h.Columns)
	}
	keys := keyDifferences(bodies[h.Task+".keys"])
	if err := keys.check(h.Columns); err != nil {
		return nil, fmt.Errorf("%w: %s: %v", ErrCorrupt, h.Task, err)
	}
	if n := len(counts); n > 0 && uint64(slices.Max(counts)) > uint64(h.Texts) {
		return nil, fmt.Errorf("%w: %s: a column stands in more texts than there are", ErrCorrupt, h.Task)
	}
	c.Vocabulary = features.NewVocabulary(keys.all, counts, h.Texts)
	c.Linear.Weights = make([]float32, len(weights)/2)
	for i := range c.Linear.Weights {
		n := int16(binary.LittleEndian.Uint16(weights[2*i:]))
		c.Linear.Weights[i] = float32(float64(n) * h.Steps[i%len(h.Labels)])
	}
	return c, nil
}

// uvarints decodes exactly n numbers that fill b.
func uvarints(b []byte, n int) ([]uint32, bool) {
	if n > len(b) { // a number takes at least a byte
		return nil, false
	}
	out := make([]uint32, n)
	for i := range out {
		v, size := binary.Uvarint(b)
		if out[i] = uint32(v); size <= 0 || uint64(out[i]) != v {
			return nil, false
		}
		b = b[size:]
	}
	return out, len(b) == 0
}

// keyDifferences is a section of ascending keys, each written as what it is more
// than the one before. They are read where they stand: memory that is not touched
// need not be found, and that is most of the time of opening a model.
type keyDifferences []byte

// check reports what is wrong with a section that should hold n keys.
func (d keyDifferences) check(n int) error {
	key, first := uint64(0), true
	for rest := d; len(rest) > 0; n-- {
		v, size := binary.Uvarint(rest)
		switch {
		case size <= 0:
			return errors.New("a column's key is damaged")
		case v >= features.KeyLimit || key+v >= features.KeyLimit:
			return errors.New("a column's key is too large")
		case v == 0 && !first:
			return errors.New("columns out of order")
		}
		key, first, rest = key+v, false, rest[size:]
	}
	if n != 0 {
		return errors.New("sections do not fit the number of columns")
	}
	return nil
}

// all yields the keys of a section that has been checked.
func (d keyDifferences) all(yield func(uint64) bool) {
	key := uint64(0)
	for rest := d; len(rest) > 0; {
		v, size := binary.Uvarint(rest)
		key, rest = key+v, rest[size:]
		if !yield(key) {
			return
		}
	}
}
