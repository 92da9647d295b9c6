package articles

import (
	"strings"
	"sync"
)

// The classes of words by which the source rules read a sentence.
const (
	speech      class = 1 << iota // a verb of speech: say, warn
	action                        // a verb whose subject does something to another: condemn, visit
	affects                       // a verb whose object feels: "the visit angered Beijing"
	past                          // form of a verb: condemned
	third                         // form of a verb: condemns
	base                          // form of a verb: condemn
	helper                        // has, will, did
	being                         // is, was
	modal                         // will, must: a finite verb by itself
	adverb                        // between subject and verb: also, not, again
	timeWord                      // Tuesday, June, yesterday
	timePrep                      // before a time word: on, late
	setting                       // where words are said: statement, interview
	role                          // who speaks for a party: ministry, spokesman
	contrast                      // a breaker that sets two against each other: while, but
	organ                         // a role that acts for its state: ministry, government
	reporter                      // who reports: newspaper, agency
	outsider                      // of a party but not for it: critics, analysts
	pronoun                       // he, they
	determiner                    // the, its
	phrasePrep                    // inside a phrase: "spokesman for", "ambassador of"
	preposition                   // with, against
	breaker                       // begins another clause: while, but
	coordinator                   // and
	relative                      // who, which
	possessive                    // 's
	agent                         // by
	complement                    // that
	bound                         // after "is", a state of mind or plan: ready, willing, opposed
	negator                       // not, never: sets a flag
	hedge                         // may, reportedly: sets a flag
)

const anyVerb = speech | action | affects | modal

var grammarLists = []wordList{
	{helper, `has have had do does did having be been being`},
	{helper | being, `is are was were 're am`},
	{helper | modal, `will would must should can could may might shall 'll 'd cannot`},
	{adverb, `also again not n't never still once then thus therefore further even only just now since soon already always
		today earlier later ago first formally meanwhile however too instead jointly together both all long
		likewise moreover nonetheless nevertheless often sometimes hence rather anew thereby indeed`},
	{timeWord, `monday tuesday wednesday thursday friday saturday sunday january february march april june july august
		september october november december jan feb mar apr jun jul aug sep sept oct nov dec yesterday tomorrow tonight
		today week month year day morning afternoon evening night weekend weeks months years days hours mon tue wed thu
		fri sat sun`},
	{timePrep, `on in at late early last this next the of earlier same over for during a`},
	{setting, `statement statements interview conference briefing speech tweet post address commentary editorial telegram
		message letter article report communique communiqué meeting remarks comments call phone telephone session summit
		parliament forum`},
	{role, `pm ministry minister ministers spokesman spokeswoman spokesperson spokespeople president premier chancellor
		government administration leader leaders leadership official officials ambassador ambassadors envoy envoys
		diplomat diplomats diplomacy delegation delegates representative representatives secretary chief chairman
		chairwoman king queen emperor prince pope parliament lawmaker lawmakers senator senators congressman cabinet
		army military navy forces troops general commander marshal authorities authority regime side party state states
		country nation capital embassy mission council commission people public republic foreign prime vice deputy
		head adviser advisor aide office house court union alliance bloc group organisation organization director kremlin
		state-run junta kingdom emirate intelligence police security guard coastguard command negotiators negotiator`},
	{organ, `ministry government administration cabinet embassy kremlin presidency junta regime army military`},
	{reporter, `newspaper newspapers daily paper agency media outlet outlets broadcaster magazine weekly press tabloid
		report reports reporter reporters journalist journalists television tv radio channel website editorial commentary
		author columnist correspondent portal`},
	{outsider, `critics critic opponents opponent enemies enemy foes foe rivals rival victims victim analysts analyst experts
		expert observers observer historians historian scholars scholar professor economists economist allies ally
		neighbors neighbours dissidents dissident activists activist protesters demonstrators refugees residents villagers
		tourists survivors witnesses defectors defector exiles skeptics sceptics investors traders markets`},
	{pronoun, `he she it they him her`},
	{determiner, `the a an this that these those its his her their our my your some any each every no both several many two
		three four five`},
	{phrasePrep, `of for in at from to`},
	{preposition, `with against on about after before over under between during amid despite since until toward towards into
		through without within among amongst across around near off onto upon via per like unlike as regarding concerning
		including following out up down`},
	{breaker, `but while whereas although though because when where if unless whether so yet or nor than after before as`},
	{contrast, `while but whereas`},
	{coordinator, `and &`},
	{relative, `who which`},
	{possessive, `'s s'`},
	{agent | preposition, `by`},
	{complement, `that`},
	{bound, `ready willing unwilling determined committed opposed grateful prepared set keen eager reluctant concerned worried
		proud afraid hopeful confident able unable angry furious`},
	{speech | past, `said told wrote spoke swore`},
	{speech | third, `says tells writes speaks swears`},
	{speech | base, `say tell write speak swear`},
	{action | past, `sent gave made took met held led fought struck shot hit sought saw found kept stood broke won lost drew
		upheld withdrew forbade bought sold spent built brought began beat bombed hid withheld overthrew undertook shook
		flew went came fell rose grew knew chose wore swung fed fled forgave forgot stole taught threw understood woke
		bore lent split spread froze sank drove rode tore hung laid left put cut set ran got quit thought felt meant dealt
		arose hurt shut clung sprang strove bid crept wept overtook mistook foresaw oversaw withstood misled rebuilt remade
		retook rewrote unfroze dug ate cast shed slid slammed banned barred snubbed stopped planned expelled compelled spied paid`},
	{action | third, `sends gives takes meets holds leads fights strikes shoots hits seeks sees finds keeps stands breaks wins
		loses draws upholds withdraws forbids buys sells spends builds brings begins beats slams bans snubs`},
	{action | base, `send give take meet hold lead fight strike shoot hit seek see find keep stand break win lose draw uphold
		withdraw forbid buy sell spend build bring begin beat slam ban snub`},
}

// verbStems are verbs that are inflected by rule.
var verbStems = []struct {
	class class
	stems string
}{
	{speech, `add state announce declare insist deny claim warn call report note stress argue maintain assert explain
		reply respond vow pledge promise urge accuse ask answer confirm admit acknowledge comment remark reiterate
		emphasize emphasise underline underscore observe tweet disclose reveal allege charge contend suggest propose
		predict caution demand request complain lament boast proclaim affirm reaffirm repeat conclude estimate
		recall indicate signal hint express voice quote cite concede counter agree disagree recommend appeal joke
		quip shout testify`},
	{action, `condemn denounce criticize criticise blame praise hail laud welcome support back endorse applaud commend
		thank congratulate salute greet bless defend protect oppose reject refuse protest resist rebuke chide scold
		slander insult mock ridicule despise hate love admire respect honor honour attack invade bomb shell threaten
		menace provoke punish sanction blacklist expel ban bar block veto target blast lambast lambaste castigate
		decry deplore deride dismiss disparage admonish chastise reprimand censure berate vilify demonize assail
		smear resent fear distrust trust value appreciate cherish befriend court host visit invite receive help aid
		assist arm supply fund finance equip train join ally cooperate collaborate coordinate sign export import
		want wish hope believe think consider regard view recognize recognise accept approve favor favour prefer
		need use turn move plan intend pursue offer provide extend deliver deploy launch fire test drill stage
		conduct impose lift ease tighten suspend cancel abandon betray isolate contain counter confront challenge
		compete pressure push force compel coerce blackmail bully detain arrest release deport sue prosecute convict
		monitor watch spy hack mislead deceive violate breach ignore snub celebrate mark mourn condole pay owe share
		enjoy strengthen deepen expand boost promote develop establish restore normalize normalise resume halt stop
		end continue start open close recall summon lodge express seize occupy annex liberate capture kill destroy
		damage crush defeat repel intercept down side align unite rally vow pledge promise agree disagree negotiate
		discuss raise work file hand grant donate contribute dispatch commit criticize play remain stay call urge accuse warn ask demand
		vote abstain trade swap exchange clash spar feud spurn scorn shun rebuff woo airlift lend loan evict oust topple storm besiege
		encircle raid ambush pound pummel torch loot recapture retake cede yield surrender concede capitulate outvote overrule
		toast embrace extradite jail free pardon indict fine penalize penalise freeze unfreeze scrap renew curb cut slash double
		bankroll ship rescue shelter harbor harbour feed squeeze choke starve blame shame hail mourn shield arm disarm flank
		outlaw legalize legalise ratify revoke rescind void annul boycott picket heckle jeer boo applaud salute
		dislodge drive lure rope enlist recruit sway persuade convince pressure nudge prod goad taunt tease insult belittle
		dispute contest refute rebut dispel debunk downplay overlook excuse forgive apologize apologise atone repay reward
		reassure console comfort sympathize sympathise empathize grieve pray toast credit fault praise
		abduct abolish absolve accommodate acquit adopt advocate afford aim alienate anger annihilate appease appoint
		arrange assassinate assault assure attend audit avert avoid await bash battle beg bemoan blow bolster bombard brand
		brief brush burn bypass carry cast cater cause cease censor champion characterize cheat cheer circumvent collapse
		collude commemorate compliment concur confiscate conquer conspire consult contact contradict contravene control
		cover crack cram cultivate curse damn deal debate decide declare decline defraud defund defuse defy degrade delay
		demolish demote depend depict deplete depose derail describe desert destabilize detect devastate dictate discipline
		disclose discourage discredit dismantle disown displease disqualify disregard disrespect disrupt dissolve distance
		distort disturb divide doubt downgrade drag dread dump echo elect embarrass embolden empower enable encourage
		endanger endure enforce engage enter entertain equate escalate escort evacuate evade examine exclude exile exonerate
		exploit expose extort eye fail falsify flag flout follow forge fuel gather gauge glorify govern guarantee guard
		guide hamper handle harass harm heed hijack hinder hire hound humble ignite imitate impede implicate impress
		imprison incite include indulge infiltrate influence inform injure ink insist inspect inspire instruct interrogate
		intervene intimidate invalidate investigate jeopardize justify kidnap label lack liken link listen loathe lobby lock
		log maintain manage manipulate march massacre meddle mediate miss mistrust mobilize moderate mull murder name
		neglect nominate notify nullify obey obstruct omit operate oppress order organize outflank own pacify pin place
		plant plead plunder portray postpone press prevail prevent proceed prohibit prop publish pull purge quash quell
		question quiz rank ransack rap reach react read ready reconcile record reduce reform regret reinforce
		reinstate reiterate relay relocate rely remind remove renege renounce repatriate repeal replace represent reproach
		request require resign resolve restart restrain restrict retain retaliate retract retreat return reverse revive risk
		rule sabotage sack sacrifice safeguard sail save scare schedule screen search secure select separate serve settle
		shift shut sideline silence single skip slaughter smuggle snatch soften speed sponsor stab stalk station steer stir
		stonewall store strain stretch strip subdue submit subsidize succeed suffer summarize suppress surround suspect
		sustain sweep swindle tackle tarnish tax thwart tie tolerate torpedo torture tout track transfer treat trigger trim
		trip triumph trouble undercut undermine unveil update upgrade uphold usher vindicate wait waive walk water weaken
		weigh whitewash widen wield withhold wonder worship wreck yank`},
	{affects, `anger enrage infuriate outrage alarm worry upset irritate annoy offend dismay disappoint frustrate please
		delight reassure embarrass humiliate rattle unnerve`},
}

// grammar is the table of all listed words.
var grammar = sync.OnceValue(func() *wordTable {
	n := countWords(grammarLists)
	for _, v := range verbStems {
		n += 3 * len(strings.Fields(v.stems))
	}
	w := newWordTable(n)
	w.addLists(grammarLists)
	for _, v := range verbStems {
		for _, stem := range strings.Fields(v.stems) {
			w.add(stem, v.class|base)
			w.add(thirdOf(stem), v.class|third)
			w.add(pastOf(stem), v.class|past)
		}
	}
	return w
})

// thirdOf returns the third person of a regular verb: "denies", "pushes".
func thirdOf(stem string) string {
	switch {
	case endsInY(stem):
		return stem[:len(stem)-1] + "ies"
	case strings.HasSuffix(stem, "s"), strings.HasSuffix(stem, "sh"), strings.HasSuffix(stem, "ch"), strings.HasSuffix(stem, "x"):
		return stem + "es"
	}
	return stem + "s"
}

// pastOf returns the past of a regular verb: "denied", "accused".
func pastOf(stem string) string {
	switch {
	case endsInY(stem):
		return stem[:len(stem)-1] + "ied"
	case strings.HasSuffix(stem, "e"):
		return stem + "d"
	}
	return stem + "ed"
}

func endsInY(stem string) bool {
	n := len(stem)
	return n > 1 && stem[n-1] == 'y' && !strings.ContainsRune("aeou", rune(stem[n-2]))
}
