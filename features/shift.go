package features

import "slices"

// A shift is what a word does to a polar one that it governs (valence shifters: Polanyi and
// Zaenen 2006).
type shift uint8

const (
	keeps    shift = iota // nothing
	cancels               // it does not happen: stop short of, come close to
	reverses              // its opposite does: refuse, end, lift
)

// shiftNames are what the column holds.
var shiftNames = []string{keeps: "", cancels: "cancel", reverses: "reverse"}

// does says what a shift does, for people.
func (s shift) does() string { return [...]string{"", "undoes", "turns"}[s] }

// newShift returns the shift of a cell; of one that is none, keeps.
func newShift(cell string) shift { return shift(max(0, slices.Index(shiftNames, cell))) }

// shiftOf returns what the word does that stands shortly before token i in its clause and governs
// it: "refused to support", "lifted sanctions", and where it stands. It governs no finite verb,
// "cutting across party lines thanked", but that of a clause with "that": "denied that it supports".
func (v *view) shiftOf(i int) (s shift, at int) {
	if s, at = v.shiftOfClause(i); s != keeps {
		return s, at
	}
	if v.tokens[i].class&pastForm != 0 && !v.isPassive(i, i+1) {
		return keeps, -1
	}
	for j := i - 1; j >= max(0, i-shiftReach); j-- {
		t := &v.tokens[j]
		if t.clause != v.tokens[i].clause || t.role != plain {
			break
		}
		if t.shift != keeps {
			return t.shift, j
		}
	}
	return keeps, -1
}

// shiftOfClause returns what the word does that stands before the "that" which opens the clause of
// token i, with nothing that has content between "that" and the token.
func (v *view) shiftOfClause(i int) (s shift, at int) {
	for j := i - 1; j > max(0, i-shiftReach) && v.tokens[j].clause == v.tokens[i].clause; j-- {
		t := &v.tokens[j]
		if t.hash == thatHash {
			return v.shiftBefore(j)
		}
		if t.role == plain && t.class&function == 0 {
			break
		}
	}
	return keeps, -1
}

// shiftBefore returns what the word does that governs the clause which token i opens: "denied
// that", "rejected reports that".
func (v *view) shiftBefore(i int) (s shift, at int) {
	told := true // nothing but what is told stands between
	for j := i - 1; told && j >= max(0, i-nearReach) && v.tokens[j].role == plain; j-- {
		t := &v.tokens[j]
		if t.shift != keeps {
			return t.shift, j
		}
		told = t.class&report != 0 || j < i-1 && t.class&wordlike != 0
	}
	return keeps, -1
}

// quell takes the sign from words that turn a polar one to the sign they do not have
// themselves: who blocks an embargo against the target is not against it.
func (v *view) quell() {
	for i := range v.tokens {
		t := &v.tokens[i]
		if !t.opposite() {
			continue
		}
		if _, j := v.shiftOf(i); j >= 0 && v.tokens[j].valence*t.valence > 0 {
			turner := &v.tokens[j]
			turner.valence = 0
			turner.hash, turner.stem = mix(turner.hash, nestedHash), mix(turner.stem, nestedHash)
		}
	}
}
