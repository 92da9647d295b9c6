package text

// AppendSentences appends the sentences of s, ascending, without the white
// space around them, and returns the extended slice.
func AppendSentences(dst []Span, s string) []Span {
	if len(s) > 0 {
		dst = append(dst, Span{0, len(s)})
	}
	return dst
}

// AppendQuotes appends the quotations in s.
func AppendQuotes(dst []Span, s string) []Span { return dst }
