package formats

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
)

const (
	maxGrowth = 200     // how often its own size a packed file may grow; text grows 3 to 30 times
	freeBytes = 1 << 20 // up to which it may grow further: a small file can be all blanks
)

// IsGzip reports whether a file that begins with prefix is packed by gzip.
func IsGzip(prefix []byte) bool { return bytes.HasPrefix(prefix, []byte("\x1f\x8b\x08")) }

// Unpack returns what a gzip file holds. Reading fails where the file grows so much
// that it is made to fill the memory.
func Unpack(r io.Reader) (io.Reader, error) {
	packed := &counter{in: r}
	z, err := gzip.NewReader(bufio.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("a damaged gzip file: %w", err)
	}
	return &unpacker{z: z, packed: packed}, nil
}

type unpacker struct {
	z      *gzip.Reader
	packed *counter
	grown  int64
}

func (u *unpacker) Read(p []byte) (int, error) {
	n, err := u.z.Read(p)
	u.grown += int64(n)
	if u.grown > freeBytes && u.grown > maxGrowth*u.packed.n {
		return 0, fmt.Errorf("grows to over %d times its size when unpacked; unpack it first if it is sound", maxGrowth)
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("a damaged gzip file: %w", err)
	}
	return n, err
}

// A counter counts the bytes read.
type counter struct {
	in io.Reader
	n  int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n += int64(n)
	return n, err
}
