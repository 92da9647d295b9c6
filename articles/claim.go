package articles

// How a source was found, as the column source_how says it.
const (
	howQuote       = "quote"        // the words stand in quotation marks
	howExplicit    = "explicit"     // subject of a verb: "Moscow said", "Moscow condemned"
	howAccordingTo = "according_to" // "according to Moscow"
	howPronoun     = "pronoun"      // "he said", "the ministry said"
	howNarrator    = "narrator"     // the author's own voice
	howHeading     = "heading"      // the heading says whose document it is: "Statement by the Ministry of ..."
	howUnknown     = "unknown"      // somebody speaks who is no party: "analysts said"
)

// A claim is a verb and who says or does it.
type claim struct {
	actor
	verb    int  // its token; -1 for a quotation that goes on
	speech  bool // the actor speaks: what is said is the actor's view
	how     string
	patient int // the mention that suffers the verb, -1 if it follows the verb
}

// maxClaims is the number of claims beyond which a sentence is not read: it is a list.
const maxClaims = 32

// claims finds the claims of a sentence, by verb ascending.
func (c *cutter) claims(x *sentence) {
	c.found, c.read = c.found[:0], x
	c.holdsFloor()
	for i := 0; i < len(x.tokens) && len(c.found) < maxClaims; i++ {
		switch {
		case !x.quoted[i] && x.is(i, "according", "According") && x.is(i+1, "to"):
			if a, ok := x.following(i + 1); ok {
				c.add(claim{actor: a, verb: i, speech: true, how: howAccordingTo, patient: -1})
			}
		case x.is(i, ":"):
			c.colon(x, i)
		case x.isArmsLength(i):
		case x.isFinite(i), x.isToCome(i) && !c.acts():
			c.verb(x, i)
		}
	}
	c.goOn(x)
}

// isArmsLength reports whether the verb at token i only holds words at arm's length: "what
// it called a solemn protest".
func (x *sentence) isArmsLength(i int) bool {
	return x.has(i, speech) && x.has(i-1, pronoun) && x.is(i-2, "what")
}

// acts reports whether somebody has been found to act or speak by a verb.
func (c *cutter) acts() bool {
	for _, f := range c.found {
		if f.verb >= 0 {
			return true
		}
	}
	return false
}

// colon adds the claim of a name, a colon and what it says: `Lavrov: "We will
// answer."`. Without a quotation the name must be a person's or a newspaper's.
func (c *cutter) colon(x *sentence, i int) {
	if i == 0 || x.phraseStart(i-1) != 0 {
		return
	}
	a := x.phrase(0, i-1)
	switch {
	case a.party < 0:
	case x.inQuote(i+1) || x.inQuote(i+2):
		c.add(claim{actor: a, verb: i, speech: true, how: howQuote, patient: -1})
	case a.media || x.kind(a.match) == personKind || x.number == 1 && !c.g.isState(a.party): // "UN: ..."
		a.media = false
		c.add(claim{actor: a, verb: i, speech: true, how: howExplicit, patient: -1})
	}
}

// add appends a claim, unless nobody is known who acts. Somebody unknown may
// speak: it is not the author then.
func (c *cutter) add(k claim) {
	if k.inferred {
		c.infer(&k)
	}
	if k.speech || k.party >= 0 {
		c.found = append(c.found, k)
	}
}

// infer finds whom a pronoun or "the ministry" stands for: the last actor of the
// sentence, "Beijing said it supports", or else of the sentences before. Who acts in
// a quotation is not who speaks it: `"Moscow has failed," he said`. "The newspaper"
// stands for the last one named.
func (c *cutter) infer(k *claim) {
	if k.media {
		k.party, k.how = c.medium.party, howPronoun
		k.inferred = k.party >= 0
		return
	}
	if at := c.inCapital(k); at >= 0 {
		k.party, k.how, k.inferred = at, howPronoun, true
		return
	}
	if k.titled && c.home >= 0 && !c.g.isState(c.last.party) {
		k.party, k.how, k.inferred = c.home, howPronoun, true
		return
	}
	if before := c.before(k.verb); before != nil && before.party >= 0 {
		k.party, k.match, k.inferred = before.party, before.match, before.inferred
		if k.inferred {
			k.how = howPronoun
		}
		return
	}
	k.party, k.how = c.last.party, howPronoun
	k.inferred = k.party >= 0
}

// inCapital returns the party of "In Bucharest, the president ...", -1 where no place
// is named before the actor.
func (c *cutter) inCapital(k *claim) int32 {
	x := c.read
	if x.is(0, "In", "From") && x.named(1) && x.has(k.first, determiner) {
		if m := x.matches[x.mentions[1]]; x.is(m.last, ",") && m.last < k.first {
			return c.g.party(m)
		}
	}
	return -1
}

// before returns the last claim found that stands in a quotation if, and only if, the
// verb does, or nil.
func (c *cutter) before(verb int) *claim {
	for n := len(c.found) - 1; n >= 0; n-- {
		if f := &c.found[n]; c.read.inQuote(f.verb) == c.read.inQuote(verb) {
			return f
		}
	}
	return nil
}

// verb adds the claim of the finite verb at token i, if somebody does it.
func (c *cutter) verb(x *sentence, i int) {
	k := claim{verb: i, speech: !x.quoted[i] && (x.has(i, speech) || x.saysThat(i)), how: howExplicit, patient: -1}
	a, found := x.subject(i)
	if found && x.coordinated(i) || x.is(i-1, ",") && x.isHeading() && c.acts() {
		found = true
		a = c.carried(x, i)
	}
	switch {
	case x.isQuoting(i) && c.quoting(x, i, a):
		return
	case x.isPassive(i) || x.has(i, affects):
		c.suffer(x, k, a)
		return
	case !found && k.speech && (i == 0 || x.is(i-1, ",") || x.inQuote(i-1) || x.inQuote(i-2)):
		a, found = x.following(i)
	}
	k.actor = a
	k.patient = x.antecedent(a.first)
	if a.inferred && !k.speech && !a.media && !a.organ && !a.titled && !x.has(a.first, pronoun) && c.inCapital(&k) < 0 {
		return // "the delegation flew home": anybody's
	}
	if found {
		c.add(k)
		c.partners(x, k)
	}
}

// antecedent returns the mention that a relative clause is about whose subject begins at
// token i, or -1: "Venezuela, which Bogota has accused of ...".
func (x *sentence) antecedent(i int) int {
	k := i - 1
	if !x.is(k, "which", "whom", "whose") {
		return -1
	}
	if k--; x.is(k, ",") {
		k--
	}
	if !x.named(k) {
		return -1
	}
	return x.mentions[k]
}

// suffer adds the claim of a verb that the subject suffers: "Tokyo was condemned
// by Beijing", "the visit of Kim angered Tokyo".
func (c *cutter) suffer(x *sentence, k claim, subject actor) {
	k.speech, k.patient = false, subject.match
	if k.patient < 0 && x.is(k.verb-1, ",") && x.named(k.verb-2) {
		k.patient = x.mentions[k.verb-2]
	}
	found := false
	if x.has(k.verb, affects) && !x.isPassive(k.verb) {
		k.actor, found = x.following(k.verb)
	} else {
		k.actor, found = x.agent(k.verb)
	}
	if k.patient < 0 {
		k.patient = k.match // nobody known suffers it: "the attack was claimed by Hamas"
	}
	if found && k.patient >= 0 {
		c.add(k)
	}
}

// partners adds the same claim for those who do it together: "Moscow and Beijing
// condemned", "Oman, Qatar and the Emirates condemned".
func (c *cutter) partners(x *sentence, k claim) {
	if k.match < 0 {
		return
	}
	main, together := k.match, false
	for i := main + 1; i < len(x.matches) && x.matches[i].End <= k.words.End; i++ {
		before := x.matches[i].first - 1
		if x.has(before, determiner) {
			before--
		}
		if x.has(before, coordinator) && x.named(before-1) {
			together = true
			c.partner(k, i)
		}
	}
	for i := main; i > 0 && x.listed(i, together); i-- {
		c.partner(k, i-1)
	}
}

// partner adds claim k for the party of mention i.
func (c *cutter) partner(k claim, i int) {
	k.match, k.party = i, c.g.party(c.read.matches[i])
	c.found = append(c.found, k)
}

// listed reports whether only a comma stands between mention i and the one before, in a
// list that ends with "and", or that a headline begins with: "Uganda, Kenya to meet".
func (x *sentence) listed(i int, ended bool) bool {
	from, to := x.matches[i-1].last, x.matches[i].first
	if to > from && x.has(to-1, determiner) {
		to--
	}
	return to-from == 1 && x.is(from, ",") && (ended || x.matches[i-1].first == 0)
}

// coordinated reports whether the verb at token i shares the subject of the
// verb before: "thanked Moscow and condemned Seoul".
func (x *sentence) coordinated(i int) bool {
	last, _ := x.beforeVerb(i)
	return last >= 0 && x.goesOn(last)
}

// carried returns the actor of the last claim before token i.
func (c *cutter) carried(x *sentence, i int) actor {
	for k := len(c.found) - 1; k >= 0; k-- {
		if v := c.found[k].verb; c.found[k].patient < 0 && x.inQuote(v) == x.inQuote(i) {
			a := c.found[k].actor
			a.first = i
			return a
		}
	}
	return nobody
}

// agent returns who does the passive verb at token v: "condemned by Beijing".
func (x *sentence) agent(v int) (actor, bool) {
	for i := v + 1; i < len(x.tokens) && i <= v+8; i++ {
		if x.has(i, agent) {
			return x.following(i)
		}
		if x.isPunct(i) && !x.joins(i) || x.has(i, breaker) {
			break
		}
	}
	return nobody, false
}
