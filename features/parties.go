package features

// listed returns wanted where it stands in one list with party i: "Moscow, Minsk and
// Beijing", else i.
func (v *view) listed(i, wanted int) int {
	if i < 0 || wanted < 0 {
		return i
	}
	for j := min(i, wanted) + 1; j < max(i, wanted); j++ {
		t := &v.tokens[j]
		if t.role == plain && t.hash != andHash && t.hash != orHash && t.hash != commaHash && t.hash != theHash {
			return i
		}
	}
	return wanted
}

// speaks reports whether token i stands in a quotation of which the source is the
// speaker: it stands outside.
func (v *view) speaks(i int) bool {
	return v.tokens[i].quoted && v.source >= 0 && !v.tokens[v.source].quoted
}

// actor returns the nearest party before token i in its sentence that no preposition governs: in
// "Norway, angered by talks in Peru, condemned" that is Norway. Where all are governed, "a
// spokesman for Norway", it is the nearest.
func (v *view) actor(i int) int {
	for j := i - 1; j >= max(0, i-actorReach) && v.tokens[j].class&ender == 0; j-- {
		if v.tokens[j].role != plain && !v.isGoverned(j) {
			return j
		}
	}
	return v.partyBefore(i, agentReach)
}

// sufferer returns the party of which a passive at token i speaks: the nearest shortly before it,
// also one that a preposition governs, "the policy of Chile was condemned".
func (v *view) sufferer(i int) int {
	if p := v.partyBefore(i, nearReach+1); p >= 0 {
		return p
	}
	return v.actor(i)
}

// isGoverned reports whether a preposition stands before party token i, or before the article or
// one other word in front of it, which is no name: "on Monday Norway condemned".
func (v *view) isGoverned(i int) bool {
	for j := i - 1; j >= max(0, i-2); j-- {
		t := &v.tokens[j]
		if t.class&preposition != 0 {
			return true
		}
		if t.role != plain || t.class&wordlike == 0 || t.capital {
			return false
		}
	}
	return false
}

// partyBefore returns the nearest party before token i in its sentence, within
// reach, or -1.
func (v *view) partyBefore(i, reach int) int {
	for j := i - 1; j >= max(0, i-reach) && v.tokens[j].class&ender == 0; j-- {
		if v.tokens[j].role != plain {
			return j
		}
	}
	return -1
}

// partyAfter returns the nearest party from token i on in its sentence, within
// reach, or -1.
func (v *view) partyAfter(i, reach int) int {
	for j := i; j < min(len(v.tokens), i+reach) && v.tokens[j].class&ender == 0; j++ {
		if v.tokens[j].role != plain {
			return j
		}
	}
	return -1
}

// isPassive reports whether the word at i is a participle with a form of be before it.
func (v *view) isPassive(i int) bool {
	if v.tokens[i].class&pastForm == 0 {
		return false
	}
	for j := i - 1; j >= max(0, i-3); j-- {
		switch t := &v.tokens[j]; {
		case t.class&being != 0:
			return true
		case t.role != plain:
			return false
		}
	}
	return false
}

// agentOfPassive returns the party behind "by", or -1.
func (v *view) agentOfPassive(end int) int {
	for j := end; j < min(len(v.tokens), end+nearReach); j++ {
		if v.tokens[j].class&by != 0 {
			return v.partyAfter(j+1, nearReach)
		}
	}
	return -1
}

// find returns the token with the given hash from i on, within nearReach, or -1.
func (v *view) find(hash uint64, i int) int {
	for j := i; j < min(len(v.tokens), i+nearReach); j++ {
		if v.tokens[j].hash == hash {
			return j
		}
	}
	return -1
}

// owner returns the party whose possessive stands before token i ("T's recent
// aggression"), or -1.
func (v *view) owner(i int) int {
	for j := i - 1; j > max(0, i-nearReach); j-- {
		if v.tokens[j].hash == possessiveHash && v.tokens[j-1].role != plain {
			return j - 1
		}
	}
	return -1
}

// copulaBefore reports whether a form of be stands shortly before token i.
func (v *view) copulaBefore(i int) bool {
	for j := i - 1; j >= max(0, i-3); j-- {
		if v.tokens[j].class&being != 0 {
			return true
		}
	}
	return false
}

// shifted reports whether a word that reverses what it governs stands shortly
// before token i in its clause: "refused to support", "lifted sanctions". It governs no
// finite verb, "cutting across party lines thanked", but that of a clause with "that": "denied
// that it supports".
func (v *view) shifted(i int) bool {
	if v.shiftedClause(i) {
		return true
	}
	if v.tokens[i].class&pastForm != 0 && !v.isPassive(i) {
		return false
	}
	for j := i - 1; j >= max(0, i-shiftReach); j-- {
		t := &v.tokens[j]
		if t.clause != v.tokens[i].clause || t.role != plain {
			return false
		}
		if t.shifter {
			return true
		}
	}
	return false
}

// shiftedClause reports whether a word that reverses what it governs stands before the "that"
// which opens the clause of token i, and nothing with content between "that" and the token.
func (v *view) shiftedClause(i int) bool {
	for j := i - 1; j > max(0, i-shiftReach) && v.tokens[j].clause == v.tokens[i].clause; j-- {
		t := &v.tokens[j]
		if t.hash == thatHash {
			return v.tokens[j-1].shifter
		}
		if t.role == plain && t.class&function == 0 {
			return false
		}
	}
	return false
}
