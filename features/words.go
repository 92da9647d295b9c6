package features

import (
	"strings"
	"sync"
	"unicode"

	"stance/internal/text"
)

// A class is what a word does in a sentence, as far as a short list can tell.
type class uint32

const (
	function    class = 1 << iota // carries no topic of its own: the, of, has
	negator                       // opens a negation: not, never, without
	breaker                       // opens a clause: and, because, which
	contrast                      // ends a negation: but, yet
	being                         // a form of be or get: opens a passive
	by                            // names the agent of a passive
	speech                        // a verb of speech: said, told
	booster                       // makes the next word stronger: very, utterly
	dampener                      // makes the next word weaker: slightly
	pastForm                      // ends like a participle: condemned, broken
	wordlike                      // has a letter
	tone                          // a mark that is heard: ! ? ...
	ender                         // ends a sentence: . ! ?
	supposing                     // opens a clause of what is not, or not yet: if
	former                        // what follows was true once: formerly
	beforeNoun                    // stands before nouns, not before verbs: the
	ingForm                       // ends like a present participle: condemning
	preposition                   // governs the noun behind it, which then acts on nothing: in, against
	plan                          // a noun that says what is planned or asked for: the decision to condemn
	mutual                        // a plural that parties are to each other: rivals
	report                        // a noun whose clause with "that" says what is told: reports
)

// wordLists are the closed classes, all in folded form.
var wordLists = []struct {
	class class
	words string
}{
	{function, `a an the this that these those some any each every either both all no none such same own other another
		i me my we us our you your he him his she her it its they them their who whom whose which what there here
		am is are was were be been being get gets got do does did done doing have has had having will would shall should
		can could may might must ought of in on at to from by with about between into through during before after
		out over under for as than then so too very just also only even still and or nor but if
		because while when where why how until since though although yet not n't never 's 'll 're 've 'd 'm one two more most
		much many few less least several now again once per via upon within without toward towards among amid across`},
	{negator, `no not n't never nor neither none nobody nothing nowhere without hardly scarcely barely cannot`},
	{breaker, `and or but nor yet so because while when where who whom whose which that if unless although though since
		after before until whereas as than`},
	{contrast, `but yet however although though`},
	{being, `am is are was were be been being get gets got 's 're`},
	{by, `by`},
	{speech, `say says said saying tell tells told telling state states stated add adds added claim claims claimed argue
		argues argued announce announces announced declare declares declared note notes noted warn warns warned insist
		insists insisted deny denies denied reply replies replied write writes wrote report reports reported ask asks
		asked call calls called according suggest suggests suggested explain explains explained stress stressed confirm
		confirmed assert asserted maintain maintained remark remarked tweet tweeted respond responded vow vowed pledge
		pledged urge urged accuse accused`},
	{booster, `very so really extremely absolutely completely totally utterly highly deeply strongly most more particularly
		especially incredibly hugely greatly truly fully entirely enormously exceptionally remarkably purely quite`},
	{dampener, `slightly somewhat partly almost nearly marginally occasionally kinda little less barely hardly scarcely`},
	{tone, `! ? ... !! !!! ?? ??? ?! !?`},
	{supposing, `if unless whether`},
	{former, `once formerly previously used`},
	{beforeNoun, `the a an this these its their his any all new recent latest deadly terrorist further`},
	{preposition, `of in on at to from by with about between into through during over under for via upon within
		toward towards among amid across against beside near despite without unlike regarding`},
	{plan, `decision plan plans move moves bid attempt attempts effort efforts call calls vote proposal proposals pledge promise threat
		request appeal appeals intention motion bill resolution order campaign push drive offer willingness readiness right`},
	{mutual, `allies friends partners enemies foes rivals adversaries antagonists opponents`},
	{report, `report reports claim claims allegation allegations accusation accusations suggestion suggestions charge charges
		rumour rumours rumor rumors notion idea assertion assertions speculation impression insinuation insinuations`},
	{ender, `. ! ? !! !!! ?? ??? ?! !?`},
	{pastForm, `broken chosen driven given hidden known led made met seen sent shown slain struck sworn taken torn thrown
		beaten bitten brought built caught cut dealt fed fought found held hit hurt kept laid left lent lost paid put read
		sold shot spent split stolen stood taught thought told understood won written hailed`},
}

// closedClasses maps the hash of a listed word to its classes.
var closedClasses = sync.OnceValue(func() map[uint64]class {
	classes := make(map[uint64]class)
	for _, list := range wordLists {
		for _, w := range strings.Fields(list.words) {
			classes[text.Hash(w)] |= list.class
		}
	}
	return classes
})

// A word is what is known of a token before its place in the sentence is.
type word struct {
	hash    uint64 // of the folded token
	stem    uint64 // of its stem, to the families
	entry   uint64 // of its stem, as the lexicons list it
	printed uint64 // of the folded token, whatever the families make of it
	valence float32
	class   class

	shift      shift    // what it does to what it governs
	predicates rowRange // rows of the directed lexicon that begin with the stem
}

// describe looks a token up and stems it. A verb that the tokenizer hashes in full,
// "ca" of "can't", is its own stem.
func (t *predicateTable) describe(hash uint64, folded string) word {
	w := word{hash: hash, stem: hash, printed: hash, valence: valences()[hash], class: closedClasses()[hash]}
	if !hasLetter(folded) {
		w.entry = hash // the hyphen of "so-called"
		return w
	}
	w.class |= wordlike
	if strings.HasSuffix(folded, "ed") && len(folded) > 4 || irregularForms().participles[folded] {
		w.class |= pastForm
	}
	if strings.HasSuffix(folded, "ing") && len(folded) > 5 {
		w.class |= ingForm
	}
	w.entry = hash
	if text.Hash(folded) == hash {
		w.stem, w.entry = text.Hash(stem(folded)), text.Hash(lemma(folded))
	}
	w.predicates, w.shift = t.starting(w.entry)
	w.valence = reconciled(w.valence, t.alone(w.predicates))
	return w
}

// Words and marks that structure is read from.
var (
	possessiveHash = text.Hash("'s")
	andHash        = text.Hash("and")
	orHash         = text.Hash("or")
	commaHash      = text.Hash(",")
	theHash        = text.Hash("the")
	thatHash       = text.Hash("that")
	negationHash   = text.Hash("not")
	asHash         = text.Hash("as")
	weHash         = text.Hash("we")
	iHash          = text.Hash("i")
)

// hasLetter reports whether s has a letter of any script; an emoji or a currency
// sign counts as one.
func hasLetter(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return r >= 'a' && r <= 'z' || r > unicode.MaxASCII && !unicode.IsPunct(r)
	}) >= 0
}
