package features

import (
	"stance/datasets"
	"stance/internal/text"
)

// A role is what a token stands for once the parties are masked.
type role uint8

const (
	plain  role = iota
	target      // names the target
	source      // names the source
	other       // names another party
)

// Masks take the place of the words that name a party: a model must learn
// stance, not parties.
var (
	maskHashes = [...]uint64{target: text.Hash("<target>"), source: text.Hash("<source>"), other: text.Hash("<other>")}
	numberHash = text.Hash("<number>")
	notHash    = text.Hash("<not>") // mixed into the words that are turned
)

// A token is one word as the families see it.
type token struct {
	word
	start, end int // byte offsets in the statement's text
	kind       text.Kind
	role       role
	clause     uint16 // counts from 0
	before     int16  // tokens of the lexicon entry before this one, its head
	after      int16  // and behind it
	capital    bool   // begins with a capital
	negated    bool   // in the scope of a negation
	turned     bool   // means the opposite: negated, or governed by a word that reverses it
	quoted     bool   // inside a quotation
	nested     bool   // governed by another polar word: the attack in "condemned the attack on T"
	composed   int8   // what a word that governs another polar one shows: 0 = it governs none
	unreal     bool   // asked, supposed or past: "Does Kyiv support ...?", "if it attacked", "once praised"
}

// content reports whether the token carries meaning of its own.
func (t *token) content() bool {
	return t.role == plain && t.class&(wordlike|function) == wordlike
}

// opposite reports whether the token is a polar word that means the opposite.
func (t *token) opposite() bool {
	return t.turned && t.valence != 0 && t.role == plain && t.class&negator == 0
}

// isWord reports whether the token is more than punctuation: a word, a number or a party.
func (t *token) isWord() bool {
	return t.role != plain || t.class&wordlike != 0 || t.kind == text.Number
}

// A view is a statement with its parties masked and its structure marked.
type view struct {
	tokens []token
	target int // index of the target's token, -1 where the text does not name it
	source int // index of the source's token, -1 where the text does not name it
	table  *predicateTable

	raw    []text.Token
	quotes []text.Span
}

// read fills the view. What it returned before is overwritten.
func (x *Extractor) read(s *datasets.Statement) {
	v := &x.view
	v.raw = text.AppendTokens(v.raw[:0], s.Text)
	v.quotes = text.AppendQuotes(v.quotes[:0], s.Text)
	v.tokens, v.target, v.source = v.tokens[:0], -1, -1
	mentions := s.Mentions
	for i := 0; i < len(v.raw); {
		for len(mentions) > 0 && mentions[0].End <= v.raw[i].Start {
			mentions = mentions[1:]
		}
		if len(mentions) > 0 && mentions[0].Start < v.raw[i].End {
			i = x.mask(s, mentions[0], i)
			continue
		}
		x.append(s.Text, v.raw[i])
		i++
	}
	v.mark(s.Text)
	x.compose()
	x.tied = false
}

// mask appends one token for the mention that begins at raw token i, and returns
// the raw token behind it.
func (x *Extractor) mask(s *datasets.Statement, m datasets.Mention, i int) int {
	v := &x.view
	t := token{start: v.raw[i].Start, kind: text.Word, role: other}
	for i < len(v.raw) && v.raw[i].Start < m.End {
		t.end = v.raw[i].End
		i++
	}
	switch m.Entity {
	case s.Target:
		t.role = target
		if v.target < 0 || m.Overlaps(s.TargetSpan) {
			v.target = len(v.tokens)
		}
	case s.Source:
		t.role = source
		if v.source < 0 || m.Overlaps(s.SourceSpan) {
			v.source = len(v.tokens)
		}
	}
	t.hash = maskHashes[t.role]
	t.stem = t.hash
	v.tokens = append(v.tokens, t)
	return i
}

// append adds an unmasked token.
func (x *Extractor) append(s string, r text.Token) {
	t := token{start: r.Start, end: r.End, kind: r.Kind, capital: r.Case > text.Lower}
	switch {
	case r.Kind == text.Number:
		t.hash, t.stem = numberHash, numberHash
	default:
		if t.word = *x.words.slot(r.Hash); t.hash == 0 {
			t.word = x.words.put(x.view.table.describe(r.Hash, text.Fold(s[r.Start:r.End])))
		}
	}
	x.view.tokens = append(x.view.tokens, t)
}

// mark finds clauses, negation scopes and quotations in s, whose tokens are there.
func (v *view) mark(s string) {
	clause, negated, quotes := uint16(0), false, v.quotes
	for i := range v.tokens {
		t := &v.tokens[i]
		stop := t.kind == text.Punct && t.role == plain && t.class&wordlike == 0 && !v.joins(s, i)
		if stop || t.class&breaker != 0 {
			clause++
		}
		if stop || t.class&contrast != 0 {
			negated = false
		}
		t.clause, t.negated = clause, negated
		if t.class&negator != 0 {
			negated = true
		}
		for len(quotes) > 0 && quotes[0].End <= t.start {
			quotes = quotes[1:]
		}
		t.quoted = len(quotes) > 0 && quotes[0].Start <= t.start
	}
	v.markPossessives()
	v.markSpeaker()
	v.markNames()
	v.markUnreal()
	v.markTurned()
}

// markPossessives tells the 's of an owner from that of "is", which follows "it" and the like: in
// "Norway's ministry condemned" nothing is passive.
func (v *view) markPossessives() {
	for i := range v.tokens {
		if t := &v.tokens[i]; t.hash == possessiveHash && (i == 0 || v.tokens[i-1].class&function == 0) {
			t.class &^= being
		}
	}
}

// markSpeaker makes "we" and "I" in a quotation of the source's the source: the last
// before the target takes its place.
func (v *view) markSpeaker() {
	if v.source < 0 || v.target < 0 || v.tokens[v.source].quoted || !v.tokens[v.target].quoted {
		return
	}
	for i := v.target - 1; i >= 0 && v.tokens[i].quoted; i-- {
		if t := &v.tokens[i]; t.hash == weHash || t.hash == iHash {
			t.role, t.hash, t.stem = source, maskHashes[source], maskHashes[source]
			v.source = i
			return
		}
	}
}

// markTurned finds what is turned to its opposite. A word that reverses what it
// governs, and a negation before it, undo each other: "did not refuse to support".
// A polar word that is turned is another word to all families (Pang, Lee and
// Vaithyanathan 2002, section 6.1, who tag every word between "not" and the next stop).
func (v *view) markTurned() {
	v.markPhrases()
	v.turn()
	v.quell()
	for i := range v.tokens {
		t := &v.tokens[i]
		if t.opposite() {
			t.hash, t.stem = mix(t.hash, notHash), mix(t.stem, notHash)
		}
		if t.unreal && t.valence != 0 && t.role == plain {
			t.hash, t.stem = mix(t.hash, unrealHash), mix(t.stem, unrealHash)
		}
	}
}

// markPhrases gives the polarity of lexicon entries of several words to one of them.
func (v *view) markPhrases() {
	for i := 0; i < len(v.tokens); i++ {
		if row := v.table.phrase(v.tokens, i); row != nil {
			markPhrase(v.tokens[i:i+len(row.stems)], row)
			i += len(row.stems) - 1
		}
	}
}

// turn marks the words that a negation or a shifter turns or cancels.
func (v *view) turn() {
	open := false // a negation still looks for the word that it turns
	for i := range v.tokens {
		t := &v.tokens[i]
		switch {
		case t.class&negator != 0 || t.hash == orHash || t.hash == andHash || t.hash == commaHash || t.hash == asHash:
			open = true // "neither condemn nor support", "not condemn or blame", "not hailed as a hero"
		case t.class&contrast != 0:
			open = false
		}
		if s, _ := v.shiftOf(i); s == cancels {
			t.unreal = true // also under a negation: who did not come close to it did not do it
		} else {
			t.turned = (t.negated && open) != (s == reverses)
		}
		if t.negated && t.valence != 0 && t.content() && t.shift == keeps {
			open = false // "never abandon its brothers": they stay brothers
		}
	}
}

// markPhrase gives the polarity of a lexicon entry to the first of its words that has
// content. An entry that reverses does so once: the negation in "no intention of" does it.
func markPhrase(words []token, row *predicate) {
	head, negates := 0, false
	for j := len(words) - 1; j >= 0; j-- {
		words[j].valence, words[j].shift = 0, keeps
		negates = negates || words[j].class&negator != 0
		if words[j].content() {
			head = j
		}
	}
	words[head].valence = float32(row.polarity)
	if !negates {
		words[len(words)-1].shift = row.shift
	}
	words[head].before, words[head].after = int16(head), int16(len(words)-1-head)
}

// joins reports whether punctuation i ties two words together, as a hyphen does and
// a long dash does not.
func (v *view) joins(s string, i int) bool {
	switch s[v.tokens[i].start:v.tokens[i].end] {
	case "—", "--", "…", "...":
		return false
	}
	return i > 0 && i+1 < len(v.tokens) && v.tokens[i-1].end == v.tokens[i].start && v.tokens[i].end == v.tokens[i+1].start
}
