package articles

import (
	"strings"

	"stance/internal/text"
)

// maxRun is the number of tokens beyond which words with capitals are no name.
const maxRun = 16

// A run is a piece of a sentence, tokens [first, last), that may be a name.
type run struct {
	first, last int
	titled      bool // a title or a job stands before
	lone        bool // one that lets a single word be a name: "Mr"
}

// breaking are the classes of words that end a name even with a capital.
const breaking = determiner | pronoun | preposition | phrasePrep | breaker | coordinator | relative | complement | helper | timeWord | possessive

// isPart reports whether token i may be a word of a name.
func (f *finder) isPart(i int) bool {
	x := f.x
	switch {
	case i < 0 || i >= len(x.tokens) || x.named(i) || !x.isCapital(i):
		return false
	case x.classes[i]&breaking != 0:
		return f.isGiven(i) // "April Ryan", "Jan Kowalski"
	}
	return !x.begins(i) || !f.isOrdinary(i)
}

// isGiven reports whether token i is a given name before another name.
func (f *finder) isGiven(i int) bool {
	x := f.x
	return givenNames().of(x.tokens[i].Hash) != 0 && i+1 < len(x.tokens) && x.isCapital(i+1) && !x.named(i+1) && x.classes[i+1]&breaking == 0
}

// isOrdinary reports whether token i, which begins a sentence, has its capital for
// that alone, as far as the article and short lists tell.
func (f *finder) isOrdinary(i int) bool {
	x, c := f.x, f.x.unlistedClass(i)
	switch {
	case c&ordinary != 0:
		return true
	case f.isGiven(i), c&(personTitle|bodyWord) != 0:
		return false
	}
	word := x.tokens[i].Of(x.text)
	return x.classes[i] != 0 || f.lower[x.tokens[i].Hash] || strings.HasSuffix(word, "ly") || len(word) > 5 && strings.HasSuffix(word, "ing")
}

// begins reports whether a sentence, a quotation or a line begins with token i. The
// sentence may be one that is not read yet.
func (x *sentence) begins(i int) bool {
	if i == 0 {
		return true
	}
	if x.tokens[i-1].Kind != text.Punct || x.tokens[i-1].End == x.tokens[i].Start && x.is(i-1, "-") {
		return false
	}
	switch x.tokens[i-1].Of(x.text) {
	case ",", "(", ")", "/", "&", "$", "%":
		return false
	case "\"", "'", "“", "”", "‘", "’", "«", "»", "''", "``":
		return x.tokens[i-1].End == x.tokens[i].Start && (i == 1 || x.tokens[i-2].End < x.tokens[i-1].Start)
	case ".":
		return !(i > 1 && x.isCapital(i-2) && x.tokens[i-2].End-x.tokens[i-2].Start <= 4)
	}
	return true
}

// cutRuns cuts the sentence into pieces that may be names.
//
//	Opposition leader Maria Ruiz of the People's Front met Sen. John B. Doe .
//	                  [--------]        [------------]          [---------]
func (f *finder) cutRuns() {
	f.pieces = f.pieces[:0]
	for i := 0; i < len(f.x.tokens); {
		if !f.isPart(i) && !f.hasAl(i) {
			i++
			continue
		}
		last := f.runEnd(i)
		if last-i <= maxRun {
			f.split(i, last)
		}
		i = last
	}
}

// hasAl reports whether "al-" in lower case and a name begin at token i.
func (f *finder) hasAl(i int) bool {
	return f.x.unlistedClass(i)&particle != 0 && f.x.is(i+1, "-") && f.x.joins(i+1) && f.isPart(i+2)
}

// runEnd returns the token behind the run that begins at token i.
func (f *finder) runEnd(i int) int {
	j, body := i, false
	if f.hasAl(i) {
		j += 2
	}
	for j < len(f.x.tokens) {
		if f.isPart(j) {
			c := f.x.unlistedClass(j)
			body = body || c&bodyWord != 0
			j++
			continue
		}
		n := f.link(j, body)
		if n == 0 {
			break
		}
		j += n
	}
	return j
}

// link returns how many tokens from token j on, none of which has to be a name, tie
// what stands before to the name behind; 0 if they do not.
func (f *finder) link(j int, body bool) int {
	x := f.x
	c := x.unlistedClass(j)
	switch {
	case x.isPunct(j) && x.is(j, "-") && x.joins(j) && !x.named(j+1) && x.unlistedClass(j+1)&glued == 0 && !x.endsIn(j+1, "ed"):
		return 2 // "Jean-Luc", "Yong-nam"
	case x.isPunct(j) && x.is(j, ".") && x.unlistedClass(j-1)&personTitle != 0 && f.isPart(j+1):
		return 1 // "Sen. Ruiz"
	case c&particle != 0 && f.isPart(j+1):
		return 1 // "de Souza"
	case c&particle != 0 && x.unlistedClass(j+1)&particle != 0 && f.isPart(j+2):
		return 2 // "de la Cruz"
	case f.hasAl(j):
		return 2
	case x.unlistedClass(j-1)&members != 0 && (x.has(j, possessive) || x.is(j, "'", "’")) && f.isPart(j+1):
		return 1 // "People's Front"
	case x.is(j, "'", "’") && x.tokens[j-1].End == x.tokens[j].Start && f.isPart(j+1) && (x.unlistedClass(j+1)|x.unlistedClass(j+2))&bodyWord != 0:
		return 1 // "Seafarers' Federation"
	case x.is(j, "and") && (x.unlistedClass(j-1)|x.unlistedClass(j+1))&abstract != 0 && f.isPart(j+1) && x.unlistedClass(j+2)&bodyWord != 0:
		return 1 // "Justice and Development Party"
	case x.named(j) && c&bodyWord != 0 && f.isPart(j-1) && x.unlistedClass(j-1) == 0 && x.matches[x.mentions[j]].last == x.matches[x.mentions[j]].first+1:
		return 1 // "Himal Congress", although "Congress" is a party
	case (x.is(j, "&") || x.is(j, "and") && body && x.unlistedClass(j-1)&abstract != 0) && f.isPart(j+1):
		return 1
	}
	return f.ofLink(j, body)
}

// ofLink is link for "of", "of the", "for", which tie what follows to a body: "Movement
// for Change", "Communist Party of Nepal".
func (f *finder) ofLink(j int, body bool) int {
	x := f.x
	if !body || !x.is(j, "of", "for") {
		return 0
	}
	n := 1
	if x.is(j+1, "the") {
		n = 2
	}
	switch {
	case f.isPart(j + n):
		return n
	case x.named(j+n) && x.unlistedClass(j-1)&(bodyWord|organWord) == bodyWord:
		return x.matches[x.mentions[j+n]].last - j
	}
	return 0
}

// split cuts a run at its titles: "Nova Party Leader Ana Flores".
func (f *finder) split(first, last int) {
	x := f.x
	piece := run{first: first}
	piece.titled, piece.lone = x.titleBefore(first)
	for i := first; i < last; i++ {
		c := x.unlistedClass(i)
		if c&personTitle == 0 || !x.isCapital(i) || c&loneTitle == 0 && f.hasBody(i+1, last) || x.is(i-1, "of", "for") {
			continue
		}
		piece.last = i
		f.keep(piece)
		if i+1 < last && x.is(i+1, ".") {
			i++
		}
		piece = run{first: i + 1, titled: true, lone: c&loneTitle != 0}
	}
	piece.last = last
	f.keep(piece)
}

// hasBody reports whether a word of a body stands among the tokens.
func (f *finder) hasBody(first, last int) bool {
	for i := first; i < last; i++ {
		if f.x.unlistedClass(i)&bodyWord != 0 {
			return true
		}
	}
	return false
}

// keep adds a piece without what is tied to nothing at its ends.
func (f *finder) keep(p run) {
	for p.first < p.last && !f.x.isCapital(p.first) && !f.hasAl(p.first) {
		p.first++
	}
	for p.first < p.last && !f.x.isCapital(p.last-1) && !f.x.named(p.last-1) && !f.x.joins(p.last-2) {
		p.last--
	}
	if p.first < p.last {
		f.pieces = append(f.pieces, p)
	}
}

// titleBefore reports whether a title or job in lower case stands before token i:
// "opposition leader Maria Ruiz", "its leader, Maria Ruiz"; lone says whether it lets a
// single word be a name.
func (x *sentence) titleBefore(i int) (titled, lone bool) {
	i--
	if x.is(i, ",") {
		i--
	}
	c := x.unlistedClass(i)
	return c&personTitle != 0 && !x.named(i), c&loneTitle != 0 && !x.named(i) && !x.is(i+1, ",")
}
