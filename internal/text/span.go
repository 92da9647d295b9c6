// Package text cuts a string into tokens, quotations and sentences, as byte
// offsets. It knows nothing of labels, parties or files.
package text

// A Span is a piece of a text as byte offsets [Start, End).
type Span struct{ Start, End int }

// Empty reports whether the span covers nothing; the zero Span means "not in the text".
func (s Span) Empty() bool { return s.End <= s.Start }

// Of returns the part of text that the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }
