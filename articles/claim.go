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
	c.byMedium(x)
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

// byMedium adds the claim of a state medium whose commentary a heading announces: "KCNA
// Commentary on Japan's Missiles".
func (c *cutter) byMedium(x *sentence) {
	if x.number > 1 || len(x.matches) == 0 || x.kind(0) != mediaKind || x.matches[0].first > 1 {
		return
	}
	if m := x.matches[0]; x.is(m.last, "Commentary", "commentary", "Editorial", "editorial") {
		a := actor{party: c.g.party(m), match: 0, words: m.Span}
		c.add(claim{actor: a, verb: m.last, speech: true, how: howExplicit, patient: -1})
	}
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
		c.partners(x, k)
	}
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
