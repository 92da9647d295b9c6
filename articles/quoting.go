package articles

import "stance/internal/text"

// isQuoting reports whether the verb at token i is "quoted" or "cited".
func (x *sentence) isQuoting(i int) bool {
	h := x.tokens[i].Hash
	return h == quotedHash || h == citedHash || h == quotesHash || h == citesHash
}

var (
	quotedHash, quotesHash = text.Hash("quoted"), text.Hash("quotes")
	citedHash, citesHash   = text.Hash("cited"), text.Hash("cites")
)

// quoting adds the claims of "KCNA quoted Kim as saying" and "Kim was quoted by
// KCNA as saying": the one quoted speaks, the other reports.
func (c *cutter) quoting(x *sentence, i int, subject actor) bool {
	speaker, by := subject, nobody
	ok := subject.party >= 0 || subject.inferred
	if x.isPassive(i) {
		by, _ = x.agent(i)
	} else {
		by = subject
		speaker, ok = x.following(i)
	}
	if !ok {
		return false
	}
	if by.words.End > by.words.Start {
		by.media = true
		c.add(claim{actor: by, verb: i, speech: true, how: howExplicit, patient: -1})
	}
	c.add(claim{actor: speaker, verb: i, speech: true, how: howExplicit, patient: -1})
	return true
}

// goOn adds the speaker of the quotation before, where the sentence begins with
// a quotation and names no speaker.
func (c *cutter) goOn(x *sentence) {
	for _, k := range c.found {
		if k.speech {
			return
		}
	}
	if c.speaker.party >= 0 && c.speaker.number+1 == x.number && x.beginsQuoted() {
		a := actor{party: c.speaker.party, match: -1}
		c.found = append(c.found, claim{actor: a, verb: -1, speech: true, how: howQuote, patient: -1})
	}
}

// beginsQuoted reports whether the first word of the sentence stands in a quotation.
func (x *sentence) beginsQuoted() bool {
	for i, t := range x.tokens {
		if t.Kind != text.Punct {
			return x.quoted[i]
		}
	}
	return false
}

// hasSpeech reports whether three words of the sentence in a row stand in a
// quotation; a shorter one is a name, or a word held at arm's length.
func (x *sentence) hasSpeech() bool {
	n := 0
	for i, t := range x.tokens {
		switch {
		case !x.quoted[i]:
			n = 0
		case t.Kind != text.Punct:
			n++
		}
		if n >= 3 {
			return true
		}
	}
	return false
}
