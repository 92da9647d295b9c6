package features

import (
	"strings"
	"sync"
)

// irregular are verbs whose forms no rule gives: the entry first, then its forms. Forms that
// more often are other words ("left", "bit", "lay", "wound", "bound") are left out.
const irregular = `
arise arose arisen
awake awoke awoken
bear bore borne
beat beaten
become became
begin began begun
bend bent
bite bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
die dying
dig dug
do does did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown
forbear forbore
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
forgo forwent forgone
free freed freeing
forsake forsook forsaken
freeze froze frozen
get got gotten
give gave given
go goes went gone
grow grew grown
hang hung
have has had having
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lead led
lend lent
lie lying
lose lost
make made
mean meant
meet met
mislead misled
mistake mistook mistaken
misunderstand misunderstood
outdo outdid outdone
overcome overcame
overdo overdid overdone
override overrode overridden
overrun overran
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
pay paid
rebuild rebuilt
ride rode ridden
ring rang rung
rise rose risen
run ran running
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shine shone
shoot shot shots
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
slay slew slain
sleep slept
sling slung
speak spoke spoken
spend spent
spin spun
spit spat
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
stink stank
strike struck stricken
strive strove striven
sue sued suing
swear swore sworn
sweep swept
swim swam
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
tie tying
tread trod trodden
undercut undercutting
undergo underwent undergone
understand understood
undo undid undone
uphold upheld
vie vying
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
withdraw withdrew withdrawn
withhold withheld
withstand withstood
write wrote written`

// irregularForms is the table, read once: the entry of each form, and the forms that stand in a
// passive, the last of each line that is no -ing form ("Norway was sued").
var irregularForms = sync.OnceValue(func() (t struct {
	base        map[string]string
	participles map[string]bool
}) {
	t.base, t.participles = make(map[string]string), make(map[string]bool)
	for line := range strings.Lines(strings.TrimSpace(irregular)) {
		forms := strings.Fields(line)
		last := forms[0]
		for _, f := range forms[1:] {
			t.base[f] = forms[0]
			if !strings.HasSuffix(f, "ing") {
				last = f
			}
		}
		t.participles[last] = true
	}
	return t
})

// lemma returns what all forms of a folded word share, for the directed lexicon: the stem of
// its base form. The stemmer undoubles the consonants before an ending alone ("boycotted" to
// "boycot", but "boycott" to itself); here they go from every stem. An adverb in -ly is a word of
// its own: "slightly" is no form of "slight".
func lemma(word string) string {
	if base, ok := irregularForms().base[word]; ok {
		word = base
	}
	s := stem(word)
	if strings.HasSuffix(word, "ly") && len(s) <= len(word)-2 {
		return word
	}
	if n := len(s); n > 3 && s[n-1] == s[n-2] && strings.IndexByte("bdfgmnprt", s[n-1]) >= 0 {
		return s[:n-1]
	}
	return s
}
