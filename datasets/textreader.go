package datasets

import "io"

// A TextReader reads a text in any encoding that a Reader understands as UTF-8, in
// constant memory. Broken bytes come through as they are.
type TextReader struct {
	file    string
	decoder *decoder
}

// NewTextReader returns a TextReader of r; name stands in messages.
func NewTextReader(name string, r io.Reader) (*TextReader, error) {
	d, err := newDecoder(name, r)
	if err != nil {
		return nil, at(name, err)
	}
	return &TextReader{name, d}, nil
}

func (t *TextReader) Read(p []byte) (int, error) { return t.decoder.Read(p) }

// Notices returns what was read other than it was printed, one line each.
func (t *TextReader) Notices() []string { return t.decoder.notices(t.file) }
