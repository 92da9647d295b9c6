package articles

import (
	"strings"
	"sync"

	"stance/internal/text"
)

// What a word with a capital, or beside one, says about a name that no list has.
const (
	personTitle class = 1 << iota // "Senator", "lawyer": a person's name follows
	loneTitle                     // "Mr": one word is a name behind it
	bodyWord                      // "Party": the name is one of an organisation
	organWord                     // a bodyWord of states too: "Ministry", "Army"
	genericWord                   // says nothing of whose organ it is: "National", "Health"
	bodyBehind                    // a bodyNoun that may stand behind the name: "the Forward Moldova party"
	bodyNoun                      // in lower case beside an organisation: "the rebel group Ansaru"
	thingWord                     // "Bridge", "Treaty", "Times": the name is no party's
	placeWord                     // "San", "Port", "New": the name may be a place
	particle                      // "de", "bin", "al": inside a person's name
	familyFirst                   // "Kim", "Zhang": the family name stands first
	leaning                       // "Republican", "Islamist": before a name, no part of it
	abstract                      // "Justice and Development Party"
	members                       // "Workers' Party", "People's Front"
	notInOffice                   // "opposition", "former": who speaks for no state
	delegate                      // who speaks for a party, beyond the role words
	stateOffice                   // "President": in the land of the dateline, if no other is named
	glued                         // "Sendai-based"
	locative                      // "in", "near": before a place
	credit                        // "Reporting by"
	ordinary                      // a word that begins sentences, and is no name
)

// unlistedWords is the table of the words above.
var unlistedWords = wordLists([]wordList{
	{personTitle | loneTitle, `mr mrs ms miss dr prof professor sir dame lord lady sheikh sheik mullah ayatollah imam pastor bishop archbishop
		cardinal rabbi reverend rev king queen prince princess sultan emir president premier chancellor minister senator sen rep
		congressman congresswoman representative mp mep governor gov mayor judge gen colonel col maj captain capt
		lieutenant lt sergeant sgt admiral adm commander marshal brigadier ambassador secretary chairman chairwoman speaker comrade
		commissioner councillor councilman councilwoman inspector councilor`},
	{personTitle, `meteorologist superintendent sheriff detective agent trooper quarterback midfielder goalkeeper sportsman
		jockey general major justice chief director leader deputy father brother sister envoy spokesman spokeswoman spokesperson
		coach candidate activist lawyer attorney analyst economist journalist reporter lawmaker politician diplomat businessman
		businesswoman oligarch billionaire tycoon historian novelist writer author poet singer actor actress filmmaker
		professor scientist researcher expert student teacher doctor nurse farmer shopkeeper resident cleric preacher priest
		warlord dissident whistleblower blogger campaigner organizer organiser founder cofounder chair
		chairperson official officer prosecutor pollster strategist adviser advisor aide negotiator banker engineer
		veteran opponent critic rival incumbent challenger newcomer architect driver trader worker witness refugee exile host
		columnist commentator scholar academic physicist wrestler footballer athlete producer magnate mogul investor
		philanthropist executive manager ceo wife husband daughter son mother widow cousin nephew
		counterpart predecessor successor colleague`},
	{bodyWord, `brigade brigades battalion party front movement group union foundation institute federation association alliance society church league
		coalition platform network watch campaign centre center university syndicate chamber company corporation corp inc
		ltd plc holdings airlines airways trust organisation organization bloc confederation consortium forum
		collective guild brotherhood sisterhood cartel club action list congress observatory international
		petroleum motors steel mining telecom electric pharmaceuticals technologies industries enterprises ventures
		college school academy charity fellowship relief militia militants fighters`},
	{bodyWord | organWord, `council army force forces ministry bank fund committee commission agency authority court
		bureau command guard guards department parliament senate assembly directorate police navy mission
		secretariat tribunal`},
	{genericWord, `technology science wildlife secret bar savings opera circuit parks land water forest fisheries revenue customs
		immigration second third fourth fifth sixth seventh eighth national federal supreme central foreign defence defense interior
		finance health education justice trade economy
		economic energy agriculture transport labour labor constitutional high state general security electoral election elections
		independent anti corruption public human rights royal armed air special joint international regional local city county
		district provincial military intelligence prime first upper lower house affairs culture sports environment information
		communications tourism planning development home external internal appeal appeals criminal ministers legislative
		executive political standing steering working advisory religious coast border presidential ground land naval reserve
		world great global united islamic ethics budget select investigation investigations`},
	{bodyBehind, `party movement bloc list coalition alliance militia faction group`},
	{bodyNoun, `party movement group bloc coalition alliance militia faction charity company firm union network organisation
		organization ngo foundation institute association tank federation cartel gang startup conglomerate list sect brigade
		outfit insurgents rebels guerrillas collective consortium supermarket airline bank insurer retailer watchdog club`},
	{thingWord, `partnership initiative river sea ocean lake street road avenue square bridge airport port harbour harbor island
		islands peninsula mountain
		mountains mount hill hills valley desert gulf bay strait straits coast city town village province region county district
		hospital prison stadium hotel tower palace park station dam canal basin delta falls beach cape camp base
		war wars battle summit conference agreement agreements accord accords treaty pact deal act law laws bill code plan
		programme program project protocol convention conventions declaration resolution charter constitution amendment
		day week month year festival cup games olympics olympic championship prize award medal century era spring
		revolution uprising massacre crisis pandemic covid operation corridor line zone border strip heights belt quarter
		press journal times post herald tribune gazette daily news radio tv television monitor telegraph chronicle media magazine
		newspaper bible quran koran article chapter section annex house office room floor cathedral mosque temple
		sunday christmas easter ramadan eid god islam christianity
		model doctrine policy process framework roadmap strategy index report paper bond bonds oil gas brent
		internet facebook twitter google youtube telegram whatsapp tiktok instagram fc united language virus
		parliamentary administration government republic kingdom empire states union world earth`},
	{placeWord, `northern southern eastern western san santa santo sao são saint st fort port mount mt new north south east west
		upper lower lake cape los las tel
		nova rio puerto villa ciudad monte`},
	{particle, `de da do dos das del della di du la le van von der den ter bin bint ibn ben al el ul as ad ar ash abu abd ould y`},
	{familyFirst, `kim lee park choi choe jung jeong kang cho yoon yun jang lim han shin seo kwon hwang ahn song hong ri pak paek
		chen wang li zhang liu yang huang zhao wu zhou xu sun ma zhu hu lin guo he gao luo zheng liang xie tang deng xiao feng
		nguyen tran le pham hoang huynh vu vo dang bui do ngo duong ly xi qin cai pan lai tsai`},
	{leaning, `senior junior chief veteran olympian republican democrat democratic labour labor conservative liberal communist
		socialist marxist islamist muslim christian
		jewish catholic sunni shia shiite hindu buddhist orthodox protestant kurdish arab western nobel green tory evangelical`},
	{abstract, `justice freedom peace truth unity democracy law trade labour labor solidarity progress reform change work liberty equality
		order dignity hope renewal bread development welfare prosperity`},
	{members, `people peoples workers worker women woman farmers farmer lord lords children teachers doctors citizens nurses mothers
		veterans journalists peasants students lawyers soldiers writers artists miners drivers men youth fishermen traders
		producers employers investors pensioners tenants villagers`},
	{notInOffice, `opposition rebel rebels former ex exiled ousted deposed jailed imprisoned detained rival separatist secessionist
		insurgent guerrilla protest student tribal religious business community union militia candidate nominee onetime late far
		wing dissident`},
	{delegate, `delegate representative consul counsel attache attaché founder leader president chair secretary treasurer head`},
	{locative, `in at near from outside around across through into toward towards via to`},
	{stateOffice, `minister president premier chancellor secretary king queen emperor sultan emir`},
	{glued, `based led backed born era wide bound style run owned hit torn made like held controlled funded linked`},
	{credit, `reporting editing writing photograph photo photos translated compiled edited written`},
	{ordinary, `yesterday critics residents protesters thousands hundreds dozens millions nobody nothing everyone everybody someone
		somebody voters supporters opponents rebels militants police soldiers troops lawyers doctors teachers workers farmers
		students women men children people families friends talks sources markets shares prices investors here there no yes
		well perhaps maybe instead indeed once even only just recent recently last next new old young two three four five six
		seven eight nine ten first second third today tomorrow tonight anyone what why how neither either none much more most
		less few little several other others another such same like unlike given despite dear opposition negotiators
		observers diplomats analysts experts officials leaders ministers turnout neighbouring neighboring state party
		government asked former late acting newly local foreign i we you our my your me us`},
})

// unlistedClass returns what the token says about a name.
func (x *sentence) unlistedClass(i int) class {
	if i < 0 || i >= len(x.tokens) || x.tokens[i].Kind != text.Word {
		return 0
	}
	return unlistedWords().of(x.tokens[i].Hash)
}

// givenNames are the first words of the persons in the shipped party table: what
// begins like one of them may be a person.
var givenNames = sync.OnceValue(func() *wordTable {
	var names []string
	if t, err := ShippedParties(); err == nil {
		for i := range t.rows {
			if row := &t.rows[i]; row.kind() == kindNames[personKind] {
				if first, _, more := strings.Cut(row.Cell(aliasCell), " "); more && len(first) > 2 {
					names = append(names, text.Fold(first))
				}
			}
		}
	}
	w := newWordTable(len(names))
	for _, name := range names {
		w.add(name, 1)
	}
	return w
})
