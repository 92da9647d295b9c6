package articles

// scope returns the tokens of what the speaker of claim k says: all of the
// sentence, up to where another speaks in a clause of its own.
func (c *cutter) scope(x *sentence, k int) (first, last int) {
	first, last = 0, len(x.tokens)
	for j, f := range c.found {
		switch {
		case j > k && last == len(x.tokens) && x.is(f.first-1, "as") && x.isHeading():
			last = f.first
		case j > k && last == len(x.tokens) && x.is(f.first-1, "while", "whereas") && f.party != c.found[k].party:
			last = f.first
		case !f.speech || c.trailing(x, j) || f.verb == c.found[k].verb:
		case j < k:
			first = c.found[k].first
		case j > k && last == len(x.tokens) && x.breaks(f.first-1):
			last = f.first
		}
	}
	if c.trailing(x, k) {
		return 0, len(x.tokens)
	}
	if f := c.found[k]; f.verb >= 0 && f.first > 0 && c.standsApart(x, f.first) {
		first = max(first, f.first)
	}
	return first, last
}

// standsApart reports whether the clause that begins at token i is none of what is said before.
func (c *cutter) standsApart(x *sentence, i int) bool {
	return x.is(i-1, ";") || x.has(i-1, contrast) || x.isRelative(i-1) || x.has(i-1, breaker) && c.actsBefore(i)
}

// isRelative reports whether token i opens a clause about the noun before it: "a step that
// Belgium has urged".
func (x *sentence) isRelative(i int) bool {
	return i > 1 && x.is(i, "that", "which", "whom") && !x.has(i-1, anyVerb|timeWord|pronoun|adverb) &&
		!x.isPunct(i-1) && !x.named(i-1) && x.has(i-2, determiner)
}

// actsBefore reports whether somebody acts or speaks before token i.
func (c *cutter) actsBefore(i int) bool {
	for _, f := range c.found {
		if f.verb >= 0 && f.verb < i {
			return true
		}
	}
	return false
}

// trailing reports whether claim k stands behind what is said: "..., TASS reported."
func (c *cutter) trailing(x *sentence, k int) bool {
	v, first := c.found[k].verb, c.found[k].first
	if v < 0 || first == 0 || first > v || !x.isPunct(first-1) || x.is(first-1, ";") || len(x.tokens)-v > maxPhrase {
		return v >= 0 && first > v
	}
	for i := v + 1; i < len(x.tokens); i++ {
		if x.quoted[i] || x.has(i, complement) || x.isFinite(i) {
			return false
		}
	}
	return true
}

// breaks reports whether a clause of its own begins behind token i.
func (x *sentence) breaks(i int) bool {
	return x.has(i, breaker|coordinator) || x.is(i, ",", ";")
}

// reports reports whether mention i is only the medium by which claim k is
// reported: not a party to what is said.
func (c *cutter) reports(i, k int) bool {
	for j, f := range c.found {
		if j != k && f.speech && f.media && f.match == i {
			return true
		}
	}
	return false
}

// reach returns the token before which the parties stand that the actor of
// claim k acts on: where the next actor has a clause of its own, or speaks.
func (c *cutter) reach(x *sentence, k int) int {
	for _, f := range c.found[k+1:] {
		if f.first <= c.found[k].verb || f.match < 0 || f.match == c.found[k].match {
			continue
		}
		m := x.matches[f.match]
		if x.breaks(f.first-1) || f.speech {
			return min(f.first, m.first)
		}
		return m.last
	}
	return x.clauseEnd(c.found[k].verb, len(x.tokens))
}

// clauseEnd returns where the clause of the verb at token v ends for sure: at a
// semicolon, or a comma before another clause, or at token most.
func (x *sentence) clauseEnd(v, most int) int {
	most = min(most, len(x.tokens))
	for i := v + 1; i < most; i++ {
		if x.is(i, ";") || x.is(i, ",") && x.has(i+1, breaker|relative) {
			return i
		}
	}
	return most
}

// reportedBy returns who reports claim k, in printed words for media and for
// speakers without a party: the speaker before it, or one at the end.
func (c *cutter) reportedBy(x *sentence, k int) string {
	by := -1
	for j, f := range c.found {
		switch {
		case j == k || !f.speech || f.patient >= 0 || f.verb == c.found[k].verb && (j > k || !f.media):
		case c.trailing(x, j), x.inQuote(c.found[k].verb), j < k && !x.breaks(c.found[k].first-1):
			by = j
		}
		if j > k && by >= 0 {
			break
		}
	}
	if by < 0 {
		return ""
	}
	f := &c.found[by]
	if f.party == c.found[k].party && f.party >= 0 && !f.media {
		return ""
	}
	return c.reporterName(x, f)
}

// reporterName returns the name of who reports: of media, and of who is no party, the words
// printed.
func (c *cutter) reporterName(x *sentence, f *claim) string {
	switch {
	case f.party >= 0 && !f.media:
		return c.g.nameOf(f.party)
	case f.match >= 0:
		return x.matches[f.match].Of(x.text)
	}
	return f.words.Of(x.text)
}
