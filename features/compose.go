package features

import "stance/internal/text"

// nestedHash is mixed into polar words that are composed of two: what is learnt of "condemn"
// does not hold where an attack on the target is condemned.
var nestedHash = text.Hash("<nested>")

var (
	ofHash        = text.Hash("of")
	byHash        = text.Hash("by")
	fromHash      = text.Hash("from")
	assaultClass  = text.Hash("ASSAULT")
	coerceClass   = text.Hash("COERCE")
	sanctionClass = text.Hash("SANCTION")
)

// composedPolarity is what a polar word shows that governs another.
const composedPolarity = 2

// compose finds polar words that govern other polar words about the same party. Together they
// show the product of their signs, and the governed one is nobody's own.
//
//	S condemned the attack on T         - of -: for T
//	S welcomed the sanctions against T  + of -: against T
//	S criticised the praise for T       - of +: against T
func (x *Extractor) compose() {
	v := &x.view
	if v.target < 0 {
		return
	}
	fired := x.fire()
	for k := range fired {
		outer := &fired[k]
		if outer.polarity == 0 || !outer.takesObject() || outer.patient <= outer.at || v.tokens[outer.at].nested {
			continue
		}
		for m := k + 1; m < len(fired) && fired[m].at < outer.patient; m++ {
			if inner := &fired[m]; v.governs(outer, inner) && v.isNoun(inner) && v.tokens[outer.at].composed == 0 {
				if v.nest(outer, inner) {
					v.nestRest(fired[m+1:], outer.patient)
				}
				break
			}
		}
	}
}

// takesObject reports whether the word stands before what it is about: "condemned the attack",
// "outraged at the attack".
func (f *firing) takesObject() bool { return f.row.slot == slotObject || f.row.slot == slotPreposition }

// nestRest makes polar words nobody's own that say more of the governed one: "hurled" in "outraged
// at the insults hurled at T".
func (v *view) nestRest(fired []firing, party int) {
	for k := 0; k < len(fired) && fired[k].at < party; k++ {
		if f := &fired[k]; f.patient == party && v.tokens[f.at].class&pastForm != 0 {
			v.tokens[f.at].nested = true
		}
	}
}

// governs reports whether the outer word's object is the inner one: a noun with a preposition
// before the same party. In "a treason charge against T" none governs the other.
func (v *view) governs(outer, inner *firing) bool {
	begin := outer.at + len(outer.row.stems)
	if outer.before >= 0 {
		begin = outer.before + 1
	}
	return inner.at >= begin && inner.patient == outer.patient && inner.polarity != 0
}

// isNoun reports whether a firing is that of a noun which its party suffers: its row says so, or
// the word before it. "The hypocrisy of T" is T's own: who denounces it is against T.
func (v *view) isNoun(f *firing) bool {
	switch f.row.slot {
	case slotPreposition:
		if p := f.row.preposition; p == byHash || p == fromHash {
			return false // the party does it
		}
		if v.tokens[f.at].class&pastForm != 0 {
			return false // the sanctions it imposed on T
		}
		return f.row.preposition != ofHash || f.row.class == assaultClass || f.row.class == coerceClass || f.row.class == sanctionClass
	case slotObject:
		if f.at == 0 {
			return false
		}
		if v.tokens[f.at-1].class&beforeNoun == 0 {
			return v.isParticiple(f.at) || v.isPurpose(f.at) // a resolution condemning T, a plan to condemn T
		}
		end := f.at + len(f.row.stems)
		return v.isComplement(end, f.patient) || v.isComplement(end-1, f.patient) // a ruling against T
	}
	return false
}

// isParticiple reports whether token i is an -ing form that describes the noun before it.
func (v *view) isParticiple(i int) bool {
	before := &v.tokens[i-1]
	return v.tokens[i].class&ingForm != 0 && before.content() && before.class&pastForm == 0
}

// isPurpose reports whether token i is a verb of which a noun says that it is planned or asked for:
// "the decision to condemn".
func (v *view) isPurpose(i int) bool {
	return i > 1 && v.tokens[i-1].hash == toHash && v.tokens[i-2].class&plan != 0
}

// isComplement reports whether token i is a preposition that leads to the party alone: "of" in
// "the killing of T's people", not in "the violation of its waters by T".
func (v *view) isComplement(i, party int) bool {
	if i >= party || v.tokens[i].class&preposition == 0 || v.tokens[i].class&by != 0 {
		return false
	}
	for i++; i < party; i++ {
		if t := &v.tokens[i]; t.class&preposition != 0 && t.hash != ofHash {
			return false
		}
	}
	return true
}

// nest marks the words of a pair, unless a clause begins between them, and reports whether it did.
func (v *view) nest(outer, inner *firing) bool {
	a, b := &v.tokens[outer.at], &v.tokens[inner.at]
	if a.clause != b.clause {
		return false
	}
	a.composed, b.nested = composedPolarity, true
	if (outer.polarity > 0) != (inner.polarity > 0) != (a.turned && b.turned) { // one word turned both
		a.composed = -composedPolarity
	}
	a.valence, b.valence = float32(a.composed), 0
	for _, t := range []*token{a, b} {
		t.hash, t.stem, t.turned = mix(t.hash, nestedHash), mix(t.stem, nestedHash), false
	}
	return true
}
