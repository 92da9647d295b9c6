package classifier

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"sync"

	"stance/datasets"
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
		name := strings.TrimRight(magic, "0123456789\n")
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

// cutSections returns the sections by name, each checked, on every core.
func cutSections(sections []section, data []byte) (map[string][]byte, error) {
	bodies := make(map[string][]byte, len(sections))
	wrong := make([]bool, len(sections))
	var group sync.WaitGroup
	defer group.Wait()
	for i, s := range sections {
		if s.Bytes < 0 || s.Bytes > len(data) {
			return nil, fmt.Errorf("%w: it is cut off in section %s", ErrCorrupt, s.Name)
		}
		body := data[:s.Bytes]
		group.Go(func() { wrong[i] = checksum(body) != s.CRC })
		bodies[s.Name], data = body, data[s.Bytes:]
	}
	if len(data) > 0 {
		return nil, fmt.Errorf("%w: %d bytes behind its end", ErrCorrupt, len(data))
	}
	group.Wait()
	if i := slices.Index(wrong, true); i >= 0 {
		return nil, fmt.Errorf("%w: the checksum of section %s is wrong", ErrCorrupt, sections[i].Name)
	}
	return bodies, nil
}

// body is a section in the making.
type body struct {
	name string
	body []byte
}

// sections returns the columns of c: the tables of its vocabulary, and its weights.
func (c *Classifier) sections() []body {
	t := c.Vocabulary.Tables()
	return []body{{"start", t.Start}, {"keys", t.Rest}, {"counts", t.Count}, {"weights", c.Linear.whole}}
}

// parse reads the classifier that h describes.
func (h *taskHeader) parse(seed uint64, bodies map[string][]byte) (*Classifier, error) {
	c, err := h.classifier(seed)
	if err != nil {
		return nil, err
	}
	of := func(name string) []byte { return bodies[h.Task+"."+name] }
	c.Vocabulary, err = features.OpenVocabulary(features.Tables{Start: of("start"), Rest: of("keys"), Count: of("counts")}, h.Columns, h.Texts)
	if err == nil {
		err = c.Linear.read(of("weights"), h.Columns)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrCorrupt, h.Task, err)
	}
	return c, nil
}

// fingerprintsHeader says of how many texts the fingerprints are.
type fingerprintsHeader struct {
	Texts int `json:"texts"` // distinct texts trained on
	Kept  int `json:"kept"`  // of them in the section
}

const fingerprintsSection = "fingerprints"

// open returns the fingerprints, which it reads where they stand; nil if the file has
// none, because it is older than they are.
func (h *fingerprintsHeader) open(bodies map[string][]byte) (*datasets.Fingerprints, error) {
	if h == nil {
		return nil, nil
	}
	f, err := datasets.OpenFingerprints(bodies[fingerprintsSection], h.Texts, h.Kept)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCorrupt, err)
	}
	return f, nil
}
