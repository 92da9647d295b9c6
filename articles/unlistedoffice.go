package articles

import "stance/internal/text"

// An office is what somebody stands for: a listed party, or an organisation of the
// article.
type office struct {
	party   int32 // -1 = none
	body    *candidate
	guessed bool // from the dateline
}

var noOffice = office{party: -1}

func (o office) none() bool { return o.party < 0 && o.body == nil }

// officeReach is how many tokens may stand between a name and whose office it is.
const officeReach = 12

// officeOf returns whose office the words around a person's name say that he holds.
//
//	Kenya's interior minister, Joseph Mutai      Joseph Mutai, spokesman for Nova Party,
//	[party] ...      [role]    [name------]      [name------]  [role]        [party---]
//
// An "opposition leader" or "former president" holds none.
func (f *finder) officeOf(p run) office {
	if o := f.officeBefore(p); !o.none() {
		return o
	}
	if o := f.officeBehind(p); !o.none() {
		return o
	}
	x, i := f.x, p.first-1
	if f.dateline >= 0 && x.unlistedClass(i)&stateOffice != 0 && x.isCapital(i) && x.unlistedClass(i-1)&notInOffice == 0 {
		return office{party: f.dateline, guessed: true} // "TOKYO - Japan lifted curbs. Foreign Minister Keiko Morinaga ..."
	}
	return noOffice
}

// officeBefore is officeOf for the words before the name.
func (f *finder) officeBefore(p run) office {
	x, held := f.x, false
	for i := p.first - 1; i >= 0 && i >= p.first-officeReach; i-- {
		if o := f.officeAt(i); !o.none() {
			if !(held || f.heldBefore(i)) || x.unlistedClass(f.startOf(i)-1)&notInOffice != 0 {
				return noOffice
			}
			return o
		}
		switch {
		case x.is(i, ","):
			if i != p.first-1 {
				return noOffice
			}
		case x.unlistedClass(i)&notInOffice != 0:
			return noOffice
		case x.isOffice(i):
			held = true
		case x.unlistedClass(i)&personTitle != 0, x.has(i, outsider|reporter), !x.inOfficeName(i):
			return noOffice
		}
	}
	return noOffice
}

// heldBefore reports whether an office stands before the party that token i belongs to:
// "a spokesman for the Nova Party, Idris Wako".
func (f *finder) heldBefore(i int) bool {
	i = f.startOf(i) - 1
	if f.x.has(i, determiner) {
		i--
	}
	return (f.x.is(i, "for") || f.x.is(i, "of")) && f.x.isOffice(i-1) && f.x.unlistedClass(i-2)&notInOffice == 0
}

// isOffice reports whether token i is an office that is held for a party: "minister".
func (x *sentence) isOffice(i int) bool { return x.has(i, role) || x.unlistedClass(i)&delegate != 0 }

// inOfficeName reports whether token i may stand between an office and whose it is.
func (x *sentence) inOfficeName(i int) bool {
	return x.has(i, possessive|determiner) || x.is(i, "of", "for") || i > 0 && x.is(i, "and") && x.isCapital(i-1) || x.isPunct(i) && x.joins(i) ||
		x.is(i, ".") && x.unlistedClass(i-1)&personTitle != 0 ||
		x.tokens[i].Kind == text.Word && x.classes[i]&^(role|base|anyVerb&^modal|organ|setting|phrasePrep) == 0 && !x.has(i, phrasePrep)
}

// officeBehind is officeOf for the words between commas behind the name.
func (f *finder) officeBehind(p run) office {
	x, i := f.x, p.last
	if !x.is(i, ",") {
		return noOffice
	}
	if i+2 < len(x.tokens) && x.tokens[i+1].Kind == text.Number && x.is(i+2, ",") {
		i += 2
	}
	held := x.is(i+1, "who") && x.is(i+2, "leads", "heads", "led", "headed")
	if held {
		i += 2
	}
	found := noOffice
	for i++; i < min(p.last+officeReach, len(x.tokens)); i++ {
		switch o := f.officeAt(i); {
		case !o.none() && found.none():
			if found = o; x.unlistedClass(f.startOf(i)-1)&notInOffice != 0 {
				return noOffice
			}
		case !o.none() || x.named(i):
		case x.unlistedClass(i)&notInOffice != 0, x.has(i, outsider|reporter):
			return noOffice
		case x.isOffice(i):
			held = true
		case x.unlistedClass(i)&personTitle != 0:
			return noOffice
		case !x.inOfficeName(i):
			i = len(x.tokens)
		}
	}
	if !held {
		return noOffice
	}
	return found
}

// officeAt returns the party that token i belongs to.
func (f *finder) officeAt(i int) office {
	for _, h := range f.here {
		if i >= h.first && i < h.last {
			return office{party: -1, body: h.body}
		}
	}
	if c := f.acronyms[f.x.tokens[i].Hash]; c != nil && f.x.isCapital(i) {
		return office{party: -1, body: c}
	}
	if f.x.named(i) {
		return office{party: f.x.g.party(f.x.matches[f.x.mentions[i]])}
	}
	return noOffice
}

// startOf returns the first token of what token i, which officeAt knows, belongs to.
func (f *finder) startOf(i int) int {
	for _, h := range f.here {
		if i >= h.first && i < h.last {
			return h.first
		}
	}
	if k := f.x.mentions[i]; k >= 0 {
		return f.x.matches[k].first
	}
	return i
}
