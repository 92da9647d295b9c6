package features

import (
	"unicode"
	"unicode/utf8"

	"stance/datasets"
)

// Evident reports whether token i of the last statement can be shown as evidence:
// it is a word, and names no party.
func (x *Extractor) Evident(i int) bool {
	t := &x.view.tokens[i]
	return t.role == plain && t.isWord()
}

// Content reports whether token i of the last statement carries meaning of its own: not
// "the", nor "said" where it is not polar.
func (x *Extractor) Content(i int) bool {
	t := &x.view.tokens[i]
	return t.content() && (t.class&speech == 0 || t.valence != 0) || t.class&negator != 0
}

// Polar reports whether a lexicon lists token i of the last statement as polar.
func (x *Extractor) Polar(i int) bool { return x.view.tokens[i].valence != 0 }

// Capitalised reports whether token i of the last statement begins with a capital
// and is not the first.
func (x *Extractor) Capitalised(i int) bool {
	r, _ := utf8.DecodeRuneInString(x.text[x.view.tokens[i].start:])
	return i > 0 && unicode.IsUpper(r)
}

// Text returns what a span of the last statement says.
func (x *Extractor) Text(s datasets.Span) string { return s.Of(x.text) }

// Passage returns where tokens [i, end) of the last statement stand, with the
// negation or shifter that turns the first ("refused to endorse") and the rest of
// the lexicon entries that they are the heads of ("stand with"), or where the last is
// a negation, with the word that it turns ("not as bad").
func (x *Extractor) Passage(i, end int) datasets.Span {
	i, end = x.Whole(i, end)
	return datasets.Span{Start: x.view.tokens[i].start, End: x.view.tokens[end-1].end}
}

// Whole is Passage as tokens [first, last).
func (x *Extractor) Whole(i, end int) (first, last int) {
	v := &x.view
	end = max(end+int(v.tokens[end-1].after), v.turned(end-1)+1)
	first = min(v.turner(i), i-int(v.tokens[i].before))
	for first > 0 && v.tokens[first-1].end == v.tokens[first].start && v.tokens[first-1].role == plain && v.tokens[first].class&negator != 0 {
		first-- // "are" of "aren't"
	}
	return first, end
}

// turner returns the negation or shifter that turns polar token i to its opposite, and
// i itself where none does.
func (v *view) turner(i int) int {
	if !v.tokens[i].opposite() {
		return i
	}
	for j := i - 1; j >= max(0, i-nearReach) && v.tokens[j].role == plain; j-- {
		if t := &v.tokens[j]; t.shift != keeps || t.class&negator != 0 {
			return j
		}
	}
	return i
}

// turned returns the polar token that a negation at token i turns, -1 where none follows soon.
func (v *view) turned(i int) int {
	if v.tokens[i].class&negator == 0 {
		return -1
	}
	for j := i + 1; j < min(len(v.tokens), i+nearReach) && v.tokens[j].role == plain; j++ {
		if v.tokens[j].opposite() {
			return j
		}
	}
	return -1
}
