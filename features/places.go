package features

import "fmt"

// placeNames puts the n of a kind into words, for people.
func placeNames(k kind, n int) string {
	sides := [...]string{left: " left", right: " right"}
	parties := [...]string{aroundTarget: " of target", aroundSource: " of source"}
	orders := [...]string{" source first", " target first"}
	switch k {
	case kindSideStem, kindSideBigram, kindNearest, kindNegatedClause:
		return sides[n%2]
	case kindSideDistance:
		return sides[n/3%2] + [...]string{" near", " middle", " far"}[n%3]
	case kindWindowStem, kindWindowWord, kindSpeech, kindNeighbour:
		return sides[n%2] + parties[n/2%2]
	case kindOffset, kindPhrase:
		return fmt.Sprintf("%s%s %d", sides[n/4%2], parties[n/8%2], n%4)
	case kindFirstVerb:
		return parties[n%2]
	case kindSameClause, kindBetweenWhole, kindBetweenFirst:
		return orders[n%2]
	case kindBetweenGram:
		return orders[n/3%2]
	case kindBetweenZone:
		return [...]string{" before", " between", " behind"}[n%3] + orders[n/3%2]
	case kindPassive:
		return [...]string{orders[0], orders[1], orders[0] + " by", orders[1] + " by", " by" + parties[0], " by" + parties[1]}[n%6]
	case kindValenceCount:
		return zoneName(n/16) + [...]string{" positive", " negative"}[n/8%2] + fmt.Sprintf(" >= %d", n%8)
	case kindValenceSign:
		return zoneName(n/4) + signName(n%4)
	case kindValenceNearest:
		return sides[n/16%2] + signName(n/4%4)
	case kindValenceTotal:
		return [...]string{" >= +", " <= -"}[n/32%2] + fmt.Sprintf("%.1f", float64(n%32)/2)
	case kindQuoteFlag, kindQuoteStem:
		return [...]string{" neither party", " target", " source", " both"}[n%4]
	}
	return ""
}

func zoneName(zone int) string {
	return [zoneCount]string{" in the sentence", " left", " right", " within 3", " within 7", " in the clause", " between", " in quotations"}[zone%zoneCount]
}

func signName(sign int) string { return [...]string{" none", " positive", " negative", ""}[sign%4] }
