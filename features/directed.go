package features

// Reach of a predicate, in tokens.
const (
	agentReach  = 12 // back to the party that acts
	objectReach = 10 // on to the party acted upon
	nearReach   = 4  // to a preposition, an owner, a governing shifter
	mildest     = 1  // what the opposite of a negative predicate shows: who does not condemn need not praise
	totalShown  = 3  // end of the thermometer of directed polarity
)

// What a predicate feature's n is made of: who to whom (0 to 15), and these.
const (
	strongPlace = 16
	signPlace   = 32
)

// A firing is a predicate at its place in a statement, with the parties it ties.
type firing struct {
	row      *predicate
	at       int // first token
	agent    int // token of the party that shows the polarity, -1 where none is named
	patient  int // token of the party it is shown to
	polarity int // turned by negation and shifters
}

// reaches reports whether the polarity is shown to party token i, by another.
func (f *firing) reaches(i int) bool { return f.patient == i && f.agent != i }

// directed emits what the directed lexicon finds: who shows what to whom. Where
// VADER knows that a word is polar, this knows whose word it is and about whom.
func directed(x *Extractor) {
	v := &x.view
	toTarget, fromTarget := 0, 0
	for _, f := range x.fire() {
		s := sign(float32(f.polarity))
		n := s*signPlace + v.party(f.agent)*4 + v.party(f.patient)
		last := f.at + len(f.row.stems) - 1
		if v.tokens[f.at].unreal {
			x.emit(kindPredicate, n, unrealHash, 0, f.at, last)
			continue
		}
		x.emit(kindPredicateClass, n, f.row.class, 0, f.at, last)
		if f.polarity == 0 {
			continue
		}
		strong := 0
		if f.polarity >= 2 || f.polarity <= -2 {
			strong = strongPlace
		}
		x.emit(kindPredicate, n+strong, 0, 0, f.at, last)
		x.emit(kindPredicateStem, n, v.tokens[f.at].stem, 0, f.at, last)
		switch {
		case f.reaches(v.target):
			toTarget += f.polarity
		case f.agent == v.target:
			fromTarget += f.polarity
		}
	}
	x.directedTotal(0, toTarget)
	x.directedTotal(16, fromTarget)
}

// directedTotal emits the sum of what is shown to (base 0) or by (16) the target.
func (x *Extractor) directedTotal(base, sum int) {
	x.thermometer(kindPredicateTotal, base, sum, totalShown)
	x.thermometer(kindPredicateTotal, base+8, -sum, totalShown)
}

// party maps a token to 0 (none), 1 (target), 2 (source) or 3 (another party).
func (v *view) party(i int) int {
	switch {
	case i < 0:
		return 0
	case i == v.target || v.tokens[i].role == target:
		return 1
	case i == v.source || v.tokens[i].role == source:
		return 2
	}
	return 3
}

// fire finds all predicates that tie parties. The slice is valid until the next call.
func (x *Extractor) fire() []firing {
	v, table := &x.view, x.view.table
	x.fired = x.fired[:0]
	for i := 0; i < len(v.tokens); i++ {
		longest := 0
		rows := v.tokens[i].predicates
		for r := rows.first; r < rows.end; r++ {
			row := &table.rows[r]
			if len(row.stems) < longest {
				break
			}
			if !row.matches(v.tokens, i) {
				continue
			}
			longest = len(row.stems)
			if f, ok := v.tie(row, i); ok && !x.hasFired(f) {
				x.fired = append(x.fired, f)
			}
		}
	}
	return x.fired
}

// hasFired reports whether the last firings have one of the same word and parties:
// condemn and condemnation share a stem.
func (x *Extractor) hasFired(f firing) bool {
	for i := len(x.fired) - 1; i >= 0 && x.fired[i].at == f.at; i-- {
		if g := &x.fired[i]; g.agent == f.agent && g.patient == f.patient {
			return true
		}
	}
	return false
}

// tie finds agent and patient of the predicate at token i.
func (v *view) tie(row *predicate, i int) (firing, bool) {
	end := i + len(row.stems)
	f := firing{row: row, at: i, agent: -1, patient: -1, polarity: int(row.polarity)}
	switch row.slot {
	case slotObject:
		f.agent, f.patient = v.partyBefore(i, agentReach), v.partyAfter(end, objectReach)
		if v.isPassive(i) {
			f.agent, f.patient = v.agentOfPassive(end), f.agent
		}
	case slotPreposition:
		if p := v.find(row.preposition, end); p >= 0 {
			f.agent, f.patient = v.partyBefore(i, agentReach), v.partyAfter(p+1, nearReach+2)
		}
	case slotOwner:
		f.patient = v.owner(i)
	case slotModified:
		if f.patient = v.partyAfter(end, 2); f.patient < 0 && i > 0 && v.copulaBefore(i) {
			f.patient = v.partyBefore(i, nearReach)
		}
	case slotSubject:
		f.patient = v.partyBefore(i, nearReach)
	}
	if f.patient < 0 || row.reverses && v.turns(end, f.patient) {
		return f, false
	}
	f.patient = v.listed(f.patient, v.target)
	if f.agent = v.listed(f.agent, v.source); f.agent < 0 && v.speaks(i) {
		f.agent = v.source
	}
	if v.tokens[i].turned {
		f.polarity = min(-f.polarity, mildest)
	}
	switch t := &v.tokens[i]; {
	case t.nested:
		f.polarity = 0
	case t.composed != 0:
		f.polarity = int(t.composed)
	}
	return f, true
}

// turns reports whether a polar word that means the opposite stands between a shifter,
// which ends before token i, and party token j: who vetoes a resolution that condemns T
// shows nothing to T but what the condemning, turned, shows.
func (v *view) turns(i, j int) bool {
	for ; i < j; i++ {
		if t := &v.tokens[i]; t.opposite() && !t.negated {
			return true
		}
	}
	return false
}

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
// before token i in its clause: "refused to support", "lifted sanctions".
func (v *view) shifted(i int) bool {
	for j := i - 1; j >= max(0, i-nearReach); j-- {
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
