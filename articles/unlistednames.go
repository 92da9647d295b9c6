package articles

import (
	"slices"
	"strings"

	"stance/internal/text"
)

// A finder finds the names of an article that no list has.
type finder struct {
	c        *cutter
	x        *sentence
	dateline int32           // the party whose capital stands there, -1 for none
	lower    map[uint64]bool // words that the article has in lower case
	pieces   []run           // of the sentence
	here     []bodyPlace     // organisations of the sentence
	at       map[uint64]*candidate
	acronyms map[uint64]*candidate // organisations by their acronyms, and first words of two
	all      []*candidate          // in the order of the article
	alone    map[uint64]int        // times that a word stands alone with a capital inside of a sentence
}

// A bodyPlace is where the sentence names an organisation.
type bodyPlace struct {
	run
	body *candidate
}

// A candidate is a run of words with capitals that may be a name.
type candidate struct {
	tokens  []text.Token
	printed string
	words   int // with capitals
	body    bool
	proof   proof
	seen    int
	placed  int // times that it stands behind "in", "near"
	inside  int // times that it does not begin a sentence
	since   int // byte of the article
	office  office
	acronym string // printed in brackets
	party   int32  // -1 = not accepted
}

// Limits that keep a hostile article linear.
const (
	maxUnlisted  = 2000 // names that one article has at most
	maxNamesakes = 8    // parties with one surname, or one last word, that are told apart
)

// find collects the candidates of the sentence at hand, organisations first: persons
// hold office in them.
func (f *finder) find() {
	f.cutRuns()
	f.here = f.here[:0]
	people := f.pieces[:0]
	for _, p := range f.pieces {
		if wide, ok := f.organisation(p); ok {
			f.noteBody(wide)
		} else {
			people = append(people, p)
		}
	}
	for _, p := range people {
		f.notePerson(p)
	}
}

// noteBody notes a piece that names an organisation, and the acronym behind it.
func (f *finder) noteBody(p run) {
	c := f.note(p)
	if c == nil {
		return
	}
	x := f.x
	c.body = true
	f.here = append(f.here, bodyPlace{p, c})
	if len(c.tokens) == 2 && x.unlistedClass(p.first) == 0 {
		f.acronyms[c.tokens[0].Hash] = c // "Lotus leader"
	}
	if i := x.acronym(p.last); i >= 0 {
		c.acronym = x.tokens[i].Of(x.text)
		f.acronyms[x.tokens[i].Hash] = c
		if x.named(i) && !f.hasInitials(p) { // "National Liberation Army (ELN)": the listed ELN
			c.office.party = x.g.party(x.matches[x.mentions[i]])
		}
	}
}

// notePerson notes a piece that may name a person. Of a surname alone it keeps that it
// stands alone, and more only if it is proved to be one.
func (f *finder) notePerson(p run) {
	p, found, ok := f.person(p)
	if !ok {
		return
	}
	if f.isSurname(p) {
		if (!f.x.begins(p.first) || p.last > p.first+1) && f.x.unlistedClass(p.first-1)&locative == 0 {
			f.alone[f.x.tokens[p.last-1].Hash]++
		}
		if found == 0 || found&byLoneTitle == 0 && f.x.named(p.first-1) {
			return
		}
	}
	c := f.note(p)
	if c == nil {
		return
	}
	c.proof |= found
	if c.office.none() {
		c.office = f.officeOf(p)
	}
	if !c.office.none() {
		c.proof |= byClause
	}
}

// isSurname reports whether the piece is one word, but for "van der" before it.
func (f *finder) isSurname(p run) bool {
	for i := p.first; i < p.last-1; i++ {
		if f.x.unlistedClass(i)&particle == 0 && !f.x.is(i, "-") {
			return false
		}
	}
	return true
}

// note returns the candidate of a piece, seen once more; nil if there are too many.
func (f *finder) note(p run) *candidate {
	x := f.x
	tokens := x.tokens[p.first:p.last]
	key := uint64(len(tokens))
	for _, t := range tokens {
		key = key*0x9E3779B97F4A7C15 ^ t.Hash
	}
	c := f.at[key]
	if c == nil {
		if len(f.all) == maxUnlisted {
			return nil
		}
		c = &candidate{tokens: slices.Clone(tokens), since: x.place.Start + tokens[0].Start, office: noOffice, party: -1}
		c.printed = strings.Join(strings.Fields(x.text[tokens[0].Start:tokens[len(tokens)-1].End]), " ")
		for i := p.first; i < p.last; i++ {
			if x.isCapital(i) {
				c.words++
			}
		}
		f.at[key] = c
		f.all = append(f.all, c)
	}
	c.seen++
	if x.unlistedClass(p.first-1)&locative != 0 || x.is(p.first-1, "the") && x.unlistedClass(p.first-2)&locative != 0 {
		c.placed++
	}
	if !x.begins(p.first) {
		c.inside++
	}
	return c
}

// isPerson reports whether what the article tells of a candidate makes it a person.
func (f *finder) isPerson(c *candidate) bool {
	last := c.tokens[len(c.tokens)-1]
	strong := c.proof&strongProof != 0
	switch {
	case c.words == 1 && c.proof&byLoneTitle != 0:
		return true
	case c.words == 1:
		return c.proof&bySpeech != 0 && c.inside > 0 && !strings.HasSuffix(c.printed, "s") && !isAdjective(c.printed) && !f.lower[last.Hash]
	case unlistedWords().of(c.tokens[0].Hash)&placeWord != 0 && c.proof&(byTitle|byAge|byClause) == 0:
		return false
	case strong:
		return true
	case c.placed == c.seen || c.placed > 0 && c.proof&byGivenName == 0:
		return false
	}
	return c.proof&(byGivenName|byAction) != 0 || f.alone[c.short().Hash] > 0
}

// short returns the token of a person's name that is used alone: the family name.
func (c *candidate) short() text.Token {
	last := len(c.tokens) - 1
	if last > 0 && c.familyFirst() {
		return c.tokens[0]
	}
	if last > 0 && isJunior(c.tokens[last].Hash) {
		last--
	}
	return c.tokens[last]
}

// familyFirst reports whether the family name stands first: "Kim Yong-nam".
func (c *candidate) familyFirst() bool {
	return unlistedWords().of(c.tokens[0].Hash)&familyFirst != 0 && unlistedWords().of(c.tokens[len(c.tokens)-1].Hash)&familyFirst == 0
}

// shorts returns the tokens that are used alone: of "Nguyen Van Loc" also "Loc".
func (c *candidate) shorts() []text.Token {
	last := c.tokens[len(c.tokens)-1]
	if c.familyFirst() && len(c.tokens) == c.words && c.words > 2 {
		return []text.Token{c.tokens[0], last}
	}
	return []text.Token{c.short()}
}

var juniorHash, seniorHash = text.Hash("Jr"), text.Hash("Sr")

func isJunior(hash uint64) bool { return hash == juniorHash || hash == seniorHash }
