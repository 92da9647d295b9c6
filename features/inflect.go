package features

import (
	"slices"
	"strings"
)

// Verbs whose past no rule gives, and verbs of which the last letter doubles though
// their last syllable is not their only one.
var (
	strongVerbs = strings.Fields(`arise awake be bear beat become begin bend bet bid bind bite bleed blow break breed bring
		build burst buy cast catch choose cling come cost cut deal dig do draw drive eat fall feed feel fight find flee fling fly
		forbid forget forgive forsake foresee forgo freeze get give go grow hang have hear hide hit hold hurt keep know lay lead
		leave lend let lose make mean meet mislead misread mistake misunderstand outdo overcome overdo override overrun
		oversee overtake overthrow pay put quit read rebuild rend rid ride ring rise run say see seek sell send set
		shake shed shine shoot show shrink shut sing sink sit slay sleep sling slit speak spend spin split spread spring stand
		steal stick sting stink strike strive swear sweep swim swing take teach tear tell think throw thrust tread undercut
		undergo understand undo uphold upset wear weave weep win wind withdraw withhold withstand write`)
	pastForms = strings.Fields(`abode arose beat bore became began bent bled blew broke brought built bought came caught chose
		clung cut dealt did done drew driven drove fell fed felt fought fled flew forbade forgave forgot forsook found froze
		frozen gave given gone got gotten grew had has heard held hid hidden hit hung hurt is kept knew known laid lay led left
		lent let lied lost made meant met misled outdid overcame overrode overran overthrew paid put ran read rebuilt rode rose
		said sang sank sat saw sent set shaken shed shone shook shot showed shown shut slain slept slew sold sought spent spoke
		sown spoken spread stole stolen stood stuck stung struck swept swore sworn taken taught tore torn told thought threw thrown
		took upheld was were went wept withdrew withdrawn withheld withstood woke won wore written wrote`)
	doubling = strings.Fields(`abet abhor abut acquit admit befit commit compel concur confer control debar defer deter dispel
		emit equip excel expel extol impel incur infer omit outwit patrol permit prefer propel rebel rebut recur
		refer regret repel submit transfer transmit`)
)

// past returns the past of a verb, or of a phrase that begins with one; of a strong verb the
// future, which needs no table of forms.
func past(entry string) string {
	verb, rest, more := strings.Cut(entry, " ")
	switch {
	case slices.Contains(strongVerbs, verb):
		return "will " + entry
	case slices.Contains(pastForms, verb), strings.HasSuffix(verb, "ed") && len(verb) > 4:
		return entry
	}
	if verb = regularPast(verb); more {
		return verb + " " + rest
	}
	return verb
}

// regularPast adds -ed: "condemned", "denied", "slammed".
func regularPast(verb string) string {
	n := len(verb)
	vowel := func(i int) bool { return i >= 0 && strings.IndexByte("aeiou", verb[i]) >= 0 }
	switch {
	case n < 2:
		return verb + "ed"
	case verb[n-1] == 'e':
		return verb + "d"
	case verb[n-1] == 'y' && !vowel(n-2):
		return verb[:n-1] + "ied"
	case slices.Contains(doubling, verb), n > 2 && !vowel(n-1) && vowel(n-2) && !vowel(n-3) && strings.IndexByte("wxyh", verb[n-1]) < 0 && syllables(verb) == 1:
		return verb + verb[n-1:] + "ed"
	}
	return verb + "ed"
}

// syllables counts the groups of vowels.
func syllables(word string) int {
	n, in := 0, false
	for i := range len(word) {
		vowel := strings.IndexByte("aeiouy", word[i]) >= 0
		if vowel && !in {
			n++
		}
		in = vowel
	}
	return n
}
