package features

// Topic says what a feature of the whole statement, which no token shows, is about:
// lexicon (the balance of VADER's words), predicates (that of the directed lexicon),
// positions (how the parties stand to each other), quotation or rule.
func (f Feature) Topic() string {
	switch f.kind {
	case kindValenceCount, kindValenceSign, kindValenceTotal:
		return "lexicon"
	case kindPredicateTotal, kindConnotationTotal:
		return "predicates"
	case kindQuoteFlag:
		return "quotation"
	case kindRule:
		return "rule"
	}
	return "positions"
}

// Mask returns what token i of the last statement is read as where it names a party,
// TARGET, SOURCE or OTHER, and "" for other tokens.
func (x *Extractor) Mask(i int) string {
	switch x.view.tokens[i].role {
	case target:
		return "TARGET"
	case source:
		return "SOURCE"
	case other:
		return "OTHER"
	}
	return ""
}
