package articles

import "stance/datasets"

// lay merges the places of target, source and all other parties into a.places,
// ascending and not overlapping. Of two that overlap, the higher rank stays,
// then the longer one, then the target.
func (a *Annotator) lay(s *datasets.Statement) {
	a.places = a.places[:0]
	target, source, rest := a.target.places, a.source.places, a.matches
	for len(target) > 0 || len(source) > 0 || len(rest) > 0 {
		switch {
		case before(target, source, rest):
			a.put(target[0])
			target = target[1:]
		case len(source) > 0 && (len(rest) == 0 || source[0].Start <= rest[0].Start):
			a.put(source[0])
			source = source[1:]
		default:
			a.put(place{rest[0].Span, others, byGazetteer, rest[0].alias})
			rest = rest[1:]
		}
	}
}

// before reports whether the next target place is the next place of all.
func before(target, source []place, rest []match) bool {
	return len(target) > 0 && (len(source) == 0 || target[0].Start <= source[0].Start) &&
		(len(rest) == 0 || target[0].Start <= rest[0].Start)
}

// put appends the place, unless a better one stands there.
func (a *Annotator) put(p place) {
	n := len(a.places)
	if n == 0 || !a.places[n-1].Overlaps(p.Span) {
		a.places = append(a.places, p)
		return
	}
	if better(p, a.places[n-1]) {
		a.places[n-1] = p
	}
}

func better(p, q place) bool {
	if p.rank != q.rank {
		return p.rank > q.rank
	}
	if n, m := p.End-p.Start, q.End-q.Start; n != m {
		return n > m
	}
	return p.owner > q.owner
}

// point sets the spans of source and target to the pair of best places that
// stand nearest to each other, the first of equals, and returns the flags that
// say how they were found.
func (a *Annotator) point(s *datasets.Statement) datasets.Flags {
	best := a.bestRanks()
	s.SourceSpan, s.TargetSpan = a.nearest(best)
	f := foundFlags(s.Flags, best[theTarget], datasets.FlagTargetNotFound, datasets.FlagTargetByAlias)
	switch {
	case s.Target == "":
		f = datasets.FlagNoTarget
	case s.Source == s.Target:
		s.SourceSpan = a.firstOther(s.TargetSpan)
		best[theSource] = best[theTarget]
	}
	if s.Source != "" {
		f |= foundFlags(s.Flags, best[theSource], datasets.FlagSourceNotFound, datasets.FlagSourceByAlias)
	}
	return f
}

// noRank is the rank of a party that is nowhere in the text.
const noRank = byGazetteer

// bestRanks returns the highest rank among the places of every owner.
func (a *Annotator) bestRanks() (best [theTarget + 1]rank) {
	for _, p := range a.places {
		best[p.owner] = max(best[p.owner], p.rank)
	}
	return best
}

// nearest returns the best places of source and target with the least distance.
func (a *Annotator) nearest(best [theTarget + 1]rank) (source, target datasets.Span) {
	var last [theTarget + 1]datasets.Span // the last place seen, by owner
	gap := -1
	for _, p := range a.places {
		if p.owner == others || p.rank != best[p.owner] {
			continue
		}
		last[p.owner] = p.Span
		if last[theSource].Empty() || last[theTarget].Empty() {
			if source.Empty() && p.owner == theSource {
				source = p.Span
			}
			if target.Empty() && p.owner == theTarget {
				target = p.Span
			}
			continue
		}
		if d := distance(last[theSource], last[theTarget]); gap < 0 || d < gap {
			gap, source, target = d, last[theSource], last[theTarget]
		}
	}
	return source, target
}

func distance(a, b datasets.Span) int {
	if a.Start > b.Start {
		a, b = b, a
	}
	return b.Start - a.End
}

// firstOther returns the first place of the target other than the one that
// counts: a party that speaks of itself.
func (a *Annotator) firstOther(target datasets.Span) datasets.Span {
	for _, p := range a.places {
		if p.owner == theTarget && p.Span != target {
			return p.Span
		}
	}
	return target
}

// foundFlags returns the flags of a party whose best place has that rank. A span
// that an earlier pass found keeps the flags of then.
func foundFlags(old datasets.Flags, r rank, notFound, byAliasFlag datasets.Flags) datasets.Flags {
	switch r {
	case noRank:
		return notFound
	case byPart, byAlias:
		return notFound | byAliasFlag
	case bySpan:
		return old & (notFound | byAliasFlag)
	}
	return 0
}
