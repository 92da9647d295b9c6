package features

import "stance/internal/text"

// formerReach is how many tokens behind "once" a word is past.
const formerReach = 4

var (
	unrealHash   = text.Hash("<unreal>") // mixed into polar words that are asked, supposed or past
	questionHash = text.Hash("?")
	usedHash     = text.Hash("used")
	toHash       = text.Hash("to")
	moreHash     = text.Hash("more")
	againHash    = text.Hash("again")
)

// markUnreal marks what is asked, supposed or past. A polar word among it is another word to
// all families, and counts for no side.
func (v *view) markUnreal() {
	asked := false
	for i := len(v.tokens) - 1; i >= 0; i-- {
		if t := &v.tokens[i]; t.class&ender != 0 {
			asked = t.hash == questionHash
		} else {
			t.unreal = asked
		}
	}
	supposed := false
	for i := range v.tokens {
		t := &v.tokens[i]
		if supposed && t.kind == text.Punct && t.role == plain && t.class&wordlike == 0 {
			supposed = false
		}
		supposed = supposed || t.class&supposing != 0
		t.unreal = t.unreal || supposed
		if t.class&former != 0 && v.isFormer(i) {
			for j := i + 1; j < min(len(v.tokens), i+formerReach) && v.tokens[j].clause == t.clause; j++ {
				v.tokens[j].unreal = true
			}
		}
	}
}

// isFormer reports whether token i, which may mean that something was true once, does: "used
// to", but not "used drones"; "once", but not "once more".
func (v *view) isFormer(i int) bool {
	if i+1 == len(v.tokens) {
		return false
	}
	next := v.tokens[i+1].hash
	if v.tokens[i].hash == usedHash {
		return next == toHash
	}
	return next != moreHash && next != againHash
}
