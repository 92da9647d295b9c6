package features

// A kind is one sort of feature: what a family saw, and where. It is part of a
// feature's hash, so the order below is part of the feature version.
type kind uint8

const (
	kindNone kind = iota
	kindWord
	kindBigram
	kindStem
	kindStemBigram
	kindCharacters
	kindSideStem
	kindSideBigram
	kindSideDistance
	kindWindowStem
	kindWindowWord
	kindOffset
	kindPhrase
	kindNearest
	kindFirstVerb
	kindClauseStem
	kindClauseBigram
	kindSameClause
	kindBetweenGram
	kindBetweenWhole
	kindBetweenFirst
	kindBetweenDistance
	kindBetweenZone
	kindPassive
	kindSpeech
	kindNeighbour
	kindQuoteFlag
	kindQuoteStem
	kindNegatedStem
	kindNegatedClause
	kindValenceCount
	kindValenceSign
	kindValenceNearest
	kindValenceTotal
	kindValenceZone
	kindValencePattern
	kindValenceOffset
	kindPredicate
	kindPredicateStem
	kindPredicateClass
	kindPredicateTotal
	kindRule
	kindConnotation
	kindConnotationTotal
	kinds
)

var kindNames = [kinds]string{
	"", "word", "bigram", "stem", "stems", "characters", "side", "side bigram", "side distance",
	"window stem", "window word", "offset", "phrase", "nearest", "first verb", "clause", "clause bigram",
	"same clause", "between", "whole between", "first between", "distance", "zone", "passive", "speech verb",
	"neighbour", "quoted", "in quotation", "negated", "negated clause", "valence count", "valence sign",
	"nearest valence", "valence total", "valence zone", "valence pattern", "valence offset",
	"predicate", "predicate word", "predicate class", "predicate total", "rule", "connotation", "connotation total",
}

// Version changes whenever a statement would give other features than before. A
// model of another version is refused.
const Version = 7
