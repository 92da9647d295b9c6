package features

import "stance/datasets"

// Text returns what a span of the last statement says.
func (x *Extractor) Text(s datasets.Span) string { return s.Of(x.text) }

// Evident reports whether token i of the last statement can be shown as evidence:
// it is a word, and names no party.
func (x *Extractor) Evident(i int) bool {
	t := &x.view.tokens[i]
	return t.role == plain && t.isWord()
}

// Content reports whether token i of the last statement carries meaning of its own.
func (x *Extractor) Content(i int) bool {
	return x.view.tokens[i].content() || x.view.tokens[i].class&negator != 0
}

// Polar reports whether a lexicon lists token i of the last statement as polar.
func (x *Extractor) Polar(i int) bool { return x.view.tokens[i].valence != 0 }

// Turner returns the first token of the negation or the shifter that turns polar
// token i of the last statement to its opposite, and i itself where none does:
// "refused" for the last word of "refused to endorse".
func (x *Extractor) Turner(i int) int {
	v := &x.view
	if !v.tokens[i].opposite() {
		return i
	}
	for j := i - 1; j >= max(0, i-nearReach) && v.tokens[j].role == plain; j-- {
		if t := &v.tokens[j]; t.shifter || t.class&negator != 0 {
			return j
		}
	}
	return i
}

// PhraseEnd returns the token behind the lexicon entry that begins at token i of the
// last statement: i+2 for "stand" of "stand with".
func (x *Extractor) PhraseEnd(i int) int { return i + max(1, int(x.view.tokens[i].phrase)) }
