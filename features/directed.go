package features

// Reach of a predicate, in tokens.
const (
	actorReach  = 20 // back to the party that acts
	agentReach  = 12 // and to one that a preposition governs
	objectReach = 10 // on to the party acted upon
	nearReach   = 4  // to a preposition, an owner
	shiftReach  = 7  // back to a word that reverses what it governs
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
	before   int // token of the preposition before that, -1 where none is named
	polarity int // turned by negation and shifters
}

// reaches reports whether the polarity is shown to a party of the given role, by another.
func (f *firing) reaches(v *view, r role) bool {
	return v.isRole(f.patient, r) && !v.isRole(f.agent, r)
}

// isRole reports whether token i names the party of the given role, wherever the text names it.
func (v *view) isRole(i int, r role) bool { return i >= 0 && v.tokens[i].role == r }

// directed emits what the directed lexicon finds: who shows what to whom. Where
// VADER knows that a word is polar, this knows whose word it is and about whom.
func directed(x *Extractor) {
	v := &x.view
	toTarget, fromTarget, byOthers := 0, 0, 0
	for _, f := range x.ties() {
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
		case f.reaches(v, target) && v.isRole(f.agent, other):
			byOthers += f.polarity
		case f.reaches(v, target):
			toTarget += f.polarity
		case v.isRole(f.agent, target):
			fromTarget += f.polarity
		}
	}
	x.directedTotal(0, toTarget)
	x.directedTotal(16, fromTarget)
	x.directedTotal(32, byOthers)
}

// directedTotal emits the sum of what is shown to the target by the source or nobody (base 0) or by
// others (32), or by the target (16).
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

// ties returns what fire finds in the statement once it is composed; the families share it.
func (x *Extractor) ties() []firing {
	if !x.tied {
		x.fire()
		x.tied = true
	}
	return x.fired
}

// fire finds all predicates that tie parties. The slice is valid until the next call.
func (x *Extractor) fire() []firing {
	v, table := &x.view, x.view.table
	x.fired = x.fired[:0]
	inside, tied := 0, 0 // tokens before it are words of an entry that began earlier, or here, and ties parties
	for i := 0; i < len(v.tokens); i++ {
		longest := 0
		rows := v.tokens[i].predicates
		for r := rows.first; r < rows.end; r++ {
			row := &table.rows[r]
			if len(row.stems) < longest || i+len(row.stems) < inside {
				break
			}
			if !row.matches(v.tokens, i) || i+len(row.stems) == inside && !x.isOwn(row) {
				continue
			}
			longest = len(row.stems)
			f, ok := v.tie(row, i)
			if ok {
				tied = max(tied, i+longest)
			}
			if ok && !x.hasFired(f) {
				x.fired = append(x.fired, f)
			}
		}
		inside = tied
	}
	kept := 0
	for k := range x.fired {
		if !x.isCutOff(k) {
			x.fired[kept] = x.fired[k]
			kept++
		}
	}
	x.fired = x.fired[:kept]
	return x.fired
}

// isOwn reports whether a row is heard although it ends a longer entry, the last that fired: of
// "accused S of bombing T", the entry "of bombing" speaks of S, and "bombing" of T.
func (x *Extractor) isOwn(row *predicate) bool {
	return row.slot == slotObject && x.fired[len(x.fired)-1].row.slot == slotSubject
}

// isCutOff reports whether firing k reaches its party across a clause that has a predicate of its
// own: in "regretted the delay and thanked T" nothing is regretted of T.
func (x *Extractor) isCutOff(k int) bool {
	f := &x.fired[k]
	if f.row.slot != slotObject {
		return false
	}
	for m := k + 1; m < len(x.fired) && x.fired[m].at < f.patient; m++ {
		if g := &x.fired[m]; g.patient == f.patient && x.view.hasOwnObject(f.at+len(f.row.stems), g.at) {
			return true
		}
	}
	return false
}

// hasOwnObject reports whether a word with content stands before the first conjunction among
// tokens [i, end), and there is one.
func (v *view) hasOwnObject(i, end int) bool {
	content := false
	for ; i < end; i++ {
		if v.tokens[i].class&breaker != 0 {
			return content
		}
		content = content || v.tokens[i].content()
	}
	return false
}

// hasFired reports whether the last firings have one of the same word and parties:
// condemn and condemnation share a stem. Of two prepositions, the nearer is the word's.
func (x *Extractor) hasFired(f firing) bool {
	for i := len(x.fired) - 1; i >= 0 && x.fired[i].at == f.at; i-- {
		if g := &x.fired[i]; g.agent == f.agent && g.patient == f.patient {
			if g.before > f.before && f.before >= 0 {
				*g = f
			}
			return true
		}
	}
	return false
}

// tie finds agent and patient of the predicate at token i.
func (v *view) tie(row *predicate, i int) (firing, bool) {
	end := i + len(row.stems)
	f := firing{row: row, at: i, agent: -1, patient: -1, before: -1, polarity: int(row.polarity)}
	switch row.slot {
	case slotObject:
		f.agent, f.patient = v.actor(i), v.partyAfter(end, objectReach)
		if v.isPassive(i, end) {
			f.agent, f.patient = v.agentOfPassive(end), v.sufferer(i)
		}
	case slotPreposition:
		if p := v.find(row.preposition, end); p >= 0 && !(row.noun && v.hasObject(i, p)) {
			f.agent, f.patient, f.before = v.actor(i), v.partyAfter(p+1, nearReach+2), p
		}
	case slotOwner:
		f.patient = v.owner(i)
	case slotModified:
		f.patient = v.described(i, end)
		if row.mutual {
			f.agent = f.patient
		}
	case slotSubject:
		f.patient = v.partyBefore(i, nearReach)
	}
	if f.patient < 0 || row.shift == reverses && v.turns(end, f.patient) {
		return f, false
	}
	f.patient, f.agent = v.listed(f.patient, v.target), v.listed(f.agent, v.source)
	if f.agent == f.patient {
		f.agent = -1
	}
	if f.agent < 0 && v.speaks(i) {
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

// hasObject reports whether token i is a verb form with a party for its object before token end:
// "accused Norway of" is no accusation of what follows; "the bombing by Norway of" is a bombing.
func (v *view) hasObject(i, end int) bool {
	if v.tokens[i].class&(pastForm|ingForm) == 0 {
		return false
	}
	p := v.partyAfter(i+1, end-i-1)
	return p >= 0 && !v.isGoverned(p)
}

// turns reports whether a polar word that means the opposite stands between a shifter,
// which ends before token i, and party token j: who vetoes a resolution that condemns T
// shows nothing to T but what the condemning, turned, shows.
func (v *view) turns(i, j int) bool {
	for ; i < j; i++ {
		if t := &v.tokens[i]; t.opposite() && !t.negated || t.composed != 0 {
			return true
		}
	}
	return false
}
