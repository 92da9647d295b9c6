package features

// listed returns wanted where it stands in one list with party i: "Moscow, Minsk and
// Beijing", else i. A comma alone makes no list: "according to Chile, Norway condemned".
func (v *view) listed(i, wanted int) int {
	if i < 0 || wanted < 0 || i == wanted {
		return i
	}
	last, joined := max(i, wanted), false
	for j := min(i, wanted) + 1; j < last; j++ {
		t := &v.tokens[j]
		if t.role == plain && !t.joins() && t.hash != commaHash && t.hash != theHash {
			return i
		}
		joined = joined || t.joins()
	}
	if joined || v.goesOn(last+1) {
		return wanted
	}
	return i
}

// goesOn reports whether a list of parties goes on with token i: by "and", or a comma and a party.
func (v *view) goesOn(i int) bool {
	if i+1 >= len(v.tokens) {
		return false
	}
	return v.tokens[i].joins() || v.tokens[i].hash == commaHash && v.tokens[i+1].role != plain
}

// joins reports whether the token is "and" or "or".
func (t *token) joins() bool { return t.hash == andHash || t.hash == orHash }

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
// reach, or -1. One behind "not" is not meant: "praised not Chile but Peru".
func (v *view) partyAfter(i, reach int) int {
	for j := i; j < min(len(v.tokens), i+reach) && v.tokens[j].class&ender == 0; j++ {
		if v.tokens[j].role != plain && !v.isRuledOut(j, i) {
			return j
		}
	}
	return -1
}

// isRuledOut reports whether "not" stands before party token i, or before its article, and behind
// token first.
func (v *view) isRuledOut(i, first int) bool {
	if i > first && v.tokens[i-1].hash == theHash {
		i--
	}
	return i > first && v.tokens[i-1].hash == negationHash
}

// isPassive reports whether the entry of tokens [i, end) is a participle with a form of be before
// it, or with "by" and a party behind it: "Chile slammed by Norway".
func (v *view) isPassive(i, end int) bool {
	if v.tokens[i].class&pastForm == 0 {
		return false
	}
	if end < len(v.tokens) && v.tokens[end].class&by != 0 && v.isNamed(end+1) {
		return true
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

// isNamed reports whether a party stands at token i, or behind its article and titles.
func (v *view) isNamed(i int) bool {
	for ; i < len(v.tokens); i++ {
		t := &v.tokens[i]
		if t.role != plain || t.hash != theHash && !t.capital {
			return t.role != plain
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

// described returns the party that the entry of tokens [i, end) describes: "brutal T", "T is
// brutal", "its enemy, T", or -1.
func (v *view) described(i, end int) int {
	if end < len(v.tokens) && v.tokens[end].role != plain {
		return end
	}
	if v.copulaBefore(i) && v.tokens[end-1].class&wordlike != 0 { // "T is anti-war" is not anti-T
		if p := v.partyBefore(i, nearReach); p >= 0 {
			return p
		}
	}
	return v.partyAfter(end, 2)
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
