package features

import (
	"strings"

	"stance/datasets"
)

// An Extractor turns statements into features. It reuses its buffers, so a
// goroutine needs its own.
type Extractor struct {
	families []Family
	words    *wordCache
	seen     *hashSet
	view     view
	text     string // of the statement in work
	letters  []rune // buffer of one word
	found    []Feature
	fired    []firing
	tied     bool // fired is of the statement as it is composed
}

// NewExtractor returns an extractor of the given families.
func NewExtractor(families []Family) *Extractor { return NewExtractorWith(families, nil) }

// NewExtractorWith is NewExtractor with another directed lexicon; nil is the shipped one.
func NewExtractorWith(families []Family, lexicon *Lexicon) *Extractor {
	return &Extractor{families: families, words: newWordCache(), seen: newHashSet(), view: view{table: lexicon.predicates()}}
}

// Features returns the features of a statement whose mentions are filled in, each
// once, in a fixed order. The slice is valid until the next call.
func (x *Extractor) Features(s *datasets.Statement) []Feature {
	x.text = s.Text
	x.read(s)
	x.seen.reset()
	x.found = x.found[:0]
	for _, f := range x.families {
		f.emit(x)
	}
	return x.found
}

// CopyFor adds to the features of the last statement a second copy of the first n that
// belongs to one target alone (Daumé III 2007, "Frustratingly Easy Domain Adaptation",
// section 3), and returns all.
func (x *Extractor) CopyFor(target uint64, n int) []Feature {
	for _, f := range x.found[:n] {
		f.Hash = mix(f.Hash, target)
		x.found = append(x.found, f)
	}
	return x.found
}

// Found returns the features of the last statement again.
func (x *Extractor) Found() []Feature { return x.found }

// Tokens returns the number of tokens of the last statement, parties masked.
func (x *Extractor) Tokens() int { return len(x.view.tokens) }

// TokenSpan returns where token i of the last statement stands in its text.
func (x *Extractor) TokenSpan(i int) datasets.Span {
	t := &x.view.tokens[i]
	return datasets.Span{Start: t.start, End: t.end}
}

// Describe returns a feature of the last statement in words: "side left condemned".
func (x *Extractor) Describe(f Feature, s *datasets.Statement) string {
	var b strings.Builder
	b.WriteString(kindNames[f.kind])
	b.WriteString(placeNames(f.kind, int(f.n)))
	for i := f.First; i >= 0 && i <= f.Last; i++ {
		b.WriteByte(' ')
		b.WriteString(x.tokenText(int(i), s.Text))
	}
	return b.String()
}

// tokenText returns token i as the families see it.
func (x *Extractor) tokenText(i int, s string) string {
	if mask := x.Mask(i); mask != "" {
		return mask
	}
	t := &x.view.tokens[i]
	word := strings.ToLower(s[t.start:t.end])
	if t.opposite() {
		return "not:" + word
	}
	return word
}

// Reading returns the last statement as the families see it: lower case, with the
// parties masked.
func (x *Extractor) Reading(s *datasets.Statement) string {
	words := make([]string, len(x.view.tokens))
	for i := range words {
		words[i] = x.tokenText(i, s.Text)
	}
	return strings.Join(words, " ")
}
