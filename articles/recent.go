package articles

// standInReach is how many sentences a noun may stand behind the party it stands for.
const standInReach = 6

// recent are the parties that the article has named, the last one first.
type recent []named

// A named party is one that a sentence has named.
type named struct {
	party  int32
	number int // of the last sentence that named it
	person bool
}

// remember moves the parties of a sentence to the front.
func (r *recent) remember(c *cutter, x *sentence) {
	for i, m := range x.matches {
		r.put(named{c.g.party(m), x.number, x.kind(i) == personKind})
	}
}

func (r *recent) put(n named) {
	list := *r
	at := len(list)
	for i := range list {
		if list[i].party == n.party {
			at = i
			break
		}
	}
	if at == len(list) {
		list = append(list, n)
	}
	copy(list[1:at+1], list[:at])
	list[0] = n
	*r = list
}

// find returns the last party named that the noun may stand for, other than one, or -1.
func (r recent) find(g *Gazetteer, noun class, number int, other int32) int32 {
	for _, n := range r {
		if number-n.number > standInReach {
			break
		}
		if n.party != other && g.standsFor(noun, &n) {
			return n.party
		}
	}
	return -1
}

// standsFor reports whether a noun may stand for the party.
func (g *Gazetteer) standsFor(noun class, n *named) bool {
	switch noun {
	case stateNoun:
		return g.isState(n.party)
	case personPronoun:
		return n.person
	case partyPronoun:
		return !n.person
	}
	return !g.isState(n.party) && !n.person
}
