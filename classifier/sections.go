package classifier

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
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
	for col := range c.Vocabulary.Columns() {
		keys = binary.AppendUvarint(keys, c.Vocabulary.Key(col)-before)
		before = c.Vocabulary.Key(col)
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
	keys, ok1 := uvarints[uint64](bodies[h.Task+".keys"], h.Columns)
	counts, ok2 := uvarints[uint32](bodies[h.Task+".counts"], h.Columns)
	weights := bodies[h.Task+".weights"]
	if !ok1 || !ok2 || len(weights) != 2*h.Columns*len(h.Labels) {
		return nil, fmt.Errorf("%w: %s: sections do not fit %d columns", ErrCorrupt, h.Task, h.Columns)
	}
	for i := 1; i < len(keys); i++ {
		if keys[i] += keys[i-1]; keys[i] <= keys[i-1] {
			return nil, fmt.Errorf("%w: %s: columns out of order", ErrCorrupt, h.Task)
		}
	}
	if n := len(keys); n > 0 && keys[n-1] >= features.KeyLimit {
		return nil, fmt.Errorf("%w: %s: a column's key is too large", ErrCorrupt, h.Task)
	}
	if n := len(counts); n > 0 && uint64(slices.Max(counts)) > uint64(h.Texts) {
		return nil, fmt.Errorf("%w: %s: a column stands in more texts than there are", ErrCorrupt, h.Task)
	}
	c.Vocabulary = features.NewVocabulary(keys, counts, h.Texts)
	c.Linear.Weights = make([]float32, len(weights)/2)
	for i := range c.Linear.Weights {
		n := int16(binary.LittleEndian.Uint16(weights[2*i:]))
		c.Linear.Weights[i] = float32(float64(n) * h.Steps[i%len(h.Labels)])
	}
	return c, nil
}

// uvarints decodes exactly n numbers that fill b and fit the type.
func uvarints[T uint32 | uint64](b []byte, n int) ([]T, bool) {
	if n > len(b) { // a number takes at least a byte
		return nil, false
	}
	out := make([]T, n)
	for i := range out {
		v, size := binary.Uvarint(b)
		if out[i] = T(v); size <= 0 || uint64(out[i]) != v {
			return nil, false
		}
		b = b[size:]
	}
	return out, len(b) == 0
}
