package features

import "fmt"

// What the n of the positional kinds is made of.
var (
	sideNames  = [...]string{left: " left", right: " right"}
	partyNames = [...]string{aroundTarget: " of target", aroundSource: " of source"}
	orderNames = [...]string{" source first", " target first"}
	zoneNames  = [...]string{" before", " between", " behind"}
	toneNames  = [...]string{" positive", " negative"}
)

// placeNames puts the n of a kind into words, for people.
func placeNames(k kind, n int) string {
	switch k {
	case kindSideStem, kindSideBigram, kindNearest, kindNegatedClause:
		return sideNames[n%2]
	case kindSideDistance:
		return sideNames[n/3%2] + [...]string{" near", " middle", " far"}[n%3]
	case kindWindowStem, kindWindowWord, kindSpeech, kindNeighbour:
		return sideNames[n%2] + partyNames[n/2%2]
	case kindOffset, kindPhrase:
		return fmt.Sprintf("%s%s %d", sideNames[n/4%2], partyNames[n/8%2], n%4)
	case kindFirstVerb:
		return partyNames[n%2]
	case kindSameClause, kindBetweenWhole, kindBetweenFirst:
		return orderNames[n%2]
	case kindBetweenGram:
		return orderNames[n/3%2]
	case kindBetweenDistance:
		return orderNames[n/8%2] + [...]string{" near", " adjacent", " middle", "", " far", "", "", ""}[n%8]
	case kindBetweenZone:
		return zoneNames[n%3] + orderNames[n/3%2]
	case kindPassive:
		return [...]string{orderNames[0], orderNames[1], orderNames[0] + " by", orderNames[1] + " by", " agent target", " agent source"}[n%6]
	case kindPredicate, kindPredicateStem, kindPredicateClass:
		who := [...]string{"nobody", "target", "source", "other"}
		strength := [...]string{"", " strong"}[n/strongPlace%2]
		return strength + signName(n/signPlace) + " " + who[n/4%4] + " to " + who[n%4]
	case kindPredicateTotal:
		return [...]string{" to target", " by target", " by others to target"}[n/16%3] + [...]string{" >= +", " <= -"}[n/8%2] + fmt.Sprint(n%8)
	case kindConnotation:
		who := [...]string{"nobody", "target", "source", "other"}
		return [...]string{" of the target that acts on ", " of the target, acted upon by ", " of how the target fares, by "}[n/16%3] + who[n%4] + signName(n/4%4)
	case kindConnotationTotal:
		return [...]string{" of the target", " of how it fares"}[n/16%2] + [...]string{" >= +", " <= -"}[n/8%2] + fmt.Sprint(n%8)
	case kindQuoteFlag, kindQuoteStem:
		return [...]string{" neither party", " target", " source", " both"}[n%4]
	}
	return valencePlace(k, n)
}

// valencePlace is placeNames for the kinds of the lexicon.
func valencePlace(k kind, n int) string {
	switch k {
	case kindValenceCount:
		return zoneName(n/16) + toneNames[n/8%2] + fmt.Sprintf(" >= %d", n%8)
	case kindValenceSign:
		return zoneName(n/4) + signName(n%4)
	case kindValenceNearest:
		return sideNames[n/16%2] + signName(n/4%4) + [...]string{" near", " middle", " far", ""}[n%4]
	case kindValenceTotal:
		return [...]string{" >= +", " <= -"}[n/32%2] + fmt.Sprintf("%.1f", float64(n%32)/2)
	case kindValenceZone:
		return toneNames[n%2] + zoneNames[n/4%4%3] + orderNames[n/2%2] + [...]string{"", " in one clause"}[n/16%2]
	case kindValencePattern:
		return toneNames[n%2] + [...]string{" before", " after"}[n/2%2]
	case kindValenceOffset:
		return toneNames[n/16%2] + partyNames[n/32%2] + fmt.Sprintf(" %+d", n%16-4)
	}
	return ""
}

func zoneName(zone int) string {
	return [zoneCount]string{" in the sentence", " left", " right", " within 3", " within 7", " in the clause", " between", " in quotations"}[zone%zoneCount]
}

func signName(sign int) string { return [...]string{" none", " positive", " negative", ""}[sign%4] }
