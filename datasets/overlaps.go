package datasets

import (
	"io"

	"stance/internal/text"
)

// Overlaps looks for behaviour tests in the files that a model is trained on: a test
// whose words the model has seen tests its memory. Parties are masked: a slot is one to
// four words, whichever they are. Case, marks and kinds of quotes do not count.
//
// The run of a template in a text is the longest stretch of its words that the text has
// too, in the same order and with nothing between them but the slots. "{A} threw its
// weight behind {B} in the dispute." has four of its seven words in a row in "No party
// threw its weight behind the bill."
type Overlaps struct {
	Found []Copy // one for each template, in order
	Texts int    // read

	patterns []pattern
	holders  map[uint64][]holder // by word
	shared   []int               // beside patterns: words, each as often as it stands there, that the text at hand has, too
	distinct []int               // beside patterns: different ones of these
	seen     map[uint64]bool     // words of the text at hand; reused
	words    []uint64            // of the text at hand
	capital  []bool              // beside words: printed with a capital letter
	starts   []int               // beside words: byte offset
	tokens   []text.Token
}

// A Copy is the longest run of a template in the texts read, the first of equals.
type Copy struct {
	Template *Template
	Run      int    // words
	Words    int    // of the template's text with the run, slots not counted
	Whole    bool   // the template is a text from its first to its last word, with names in the slots
	File     string // where the run stands
	Line     int
	Text     string // from the first word of the run on
}

// minRun is the number of words in a row below which nothing is a copy, unless it is a
// whole text: the 4-grams of a language are mostly its own.
const minRun = 4

// Stands reports whether the template counts as part of what was read: at least four
// of its words in a row that are more than half of them, or all of a text.
func (o *Copy) Stands() bool { return o.Whole || o.Run >= minRun && 2*o.Run > o.Words }

// Standing returns the copies that count as part of what was read.
func (o *Overlaps) Standing() []Copy {
	var standing []Copy
	for _, f := range o.Found {
		if f.Stands() {
			standing = append(standing, f)
		}
	}
	return standing
}

// Longest returns the number of words of the longest run of all.
func (o *Overlaps) Longest() int {
	longest := 0
	for _, f := range o.Found {
		longest = max(longest, f.Run)
	}
	return longest
}

// A pattern is the words of one text of a template; 0 is a slot.
type pattern struct {
	template int // index in Overlaps.Found
	elements []uint64
	words    int // slots not counted
	distinct int // words
}

// A holder is a pattern that has a word, and how often.
type holder struct{ pattern, times int }

// fits reports whether a text may be the whole pattern, of whose different words it has
// so many.
func (p *pattern) fits(words, distinct int) bool {
	return distinct == p.distinct && words <= p.words+slotWords*(len(p.elements)-p.words)
}

// slotWords is the number of words that a slot stands for at most.
const slotWords = 4

// NewOverlaps returns an Overlaps that looks for the templates.
func NewOverlaps(templates []Template) *Overlaps {
	o := &Overlaps{Found: make([]Copy, len(templates)), holders: make(map[uint64][]holder), seen: make(map[uint64]bool)}
	for i := range templates {
		t := &templates[i]
		o.Found[i].Template = t
		for _, s := range []string{t.First.Text, t.Second.Text} {
			o.addPattern(i, s)
		}
	}
	o.shared, o.distinct = make([]int, len(o.patterns)), make([]int, len(o.patterns))
	return o
}

// addPattern adds a text of a template.
func (o *Overlaps) addPattern(template int, s string) {
	p := pattern{template: template}
	from := 0
	add := func(piece string) {
		o.cut(piece)
		p.elements = append(p.elements, o.words...)
		p.words += len(o.words)
	}
	for _, m := range slot.FindAllStringIndex(s, -1) {
		add(s[from:m[0]])
		p.elements = append(p.elements, 0)
		from = m[1]
	}
	add(s[from:])
	times := map[uint64]int{}
	for _, word := range p.elements {
		times[word]++
	}
	for word, n := range times {
		if word != 0 {
			o.holders[word] = append(o.holders[word], holder{len(o.patterns), n})
			p.distinct++
		}
	}
	o.patterns = append(o.patterns, p)
	if f := &o.Found[template]; f.Words == 0 {
		f.Words = p.words
	}
}

// cut fills o.words with the words of a text, folded.
func (o *Overlaps) cut(s string) {
	o.tokens = text.AppendTokens(o.tokens[:0], s)
	o.words, o.capital, o.starts = o.words[:0], o.capital[:0], o.starts[:0]
	for _, t := range o.tokens {
		if t.Kind == text.Word || t.Kind == text.Number {
			o.words = append(o.words, t.Hash)
			o.capital = append(o.capital, t.Case != text.NoCase && t.Case != text.Lower)
			o.starts = append(o.starts, t.Start)
		}
	}
}

// Read looks for the templates in the text column of a CSV or JSONL file. Rows that
// cannot be used are left out.
func (o *Overlaps) Read(name string, r io.Reader) error {
	rd, err := NewReader(name, r)
	if err != nil {
		return err
	}
	if err := rd.Need("text"); err != nil {
		return err
	}
	column, before := rd.Column("text"), ""
	for {
		row, err := rd.Read()
		if err == io.EOF {
			return nil
		}
		if ends(err) {
			return err
		}
		if s := row.Cells[column]; s != before { // one text has several rows, one for each pair
			o.add(name, row.Line, s)
			before = s
		}
	}
}

// add looks for all templates in a text.
func (o *Overlaps) add(file string, line int, s string) {
	o.Texts++
	o.cut(s)
	clear(o.shared)
	clear(o.distinct)
	clear(o.seen)
	for _, word := range o.words {
		if o.seen[word] {
			continue
		}
		o.seen[word] = true
		for _, h := range o.holders[word] {
			o.shared[h.pattern] += h.times
			o.distinct[h.pattern]++
		}
	}
	for i := range o.patterns {
		p := &o.patterns[i]
		f := &o.Found[p.template]
		if o.shared[i] == 0 || o.shared[i] <= f.Run && !p.fits(len(o.words), o.distinct[i]) {
			continue // no run can be longer: each of its words is one of the pattern's
		}
		if run, from, whole := p.run(o.words, o.capital); whole && !f.Whole || run > f.Run && whole == f.Whole {
			*f = Copy{f.Template, run, p.words, whole, file, line, s[o.starts[from]:]}
		}
	}
}

// run returns the number of words of the pattern's longest run in a text, the index of
// the word where it begins, and whether the pattern is the text with a name in every
// slot: words of which the last is printed with a capital.
//
//	longest(i, x) = 1 + longest(i+1, x+1)                   pattern i is the word x
//	longest(i, x) = max of longest(i+1, x+1 ... x+4)        pattern i is a slot
func (p *pattern) run(words []uint64, capital []bool) (longest, from int, whole bool) {
	n := len(words)
	type cell struct {
		run int
		all bool // the rest of the pattern is the rest of the text
	}
	next, row := make([]cell, n+1), make([]cell, n+1)
	next[n].all = true
	for i := len(p.elements) - 1; i >= 0; i-- {
		row[n] = cell{}
		for x := range words {
			row[x] = cell{}
			switch p.elements[i] {
			case 0:
				for after := x + 1; after <= min(n, x+slotWords); after++ {
					row[x].run = max(row[x].run, next[after].run)
					row[x].all = row[x].all || next[after].all && capital[after-1]
				}
			case words[x]:
				row[x] = cell{1 + next[x+1].run, next[x+1].all}
			}
			if row[x].run > longest {
				longest, from = row[x].run, x
			}
		}
		next, row = row, next
	}
	return longest, from, next[0].all
}
