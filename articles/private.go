package articles

import "slices"

// privateNouns are persons and companies that do not stand for the state whose people
// they are of: "a Canadian firm", "Chinese tourists".
var privateNouns = wordSet(`bank banks firm firms company companies retailer retailers shipper shippers refinery refineries
	tourist tourists student students worker workers fisherman fishermen businessman businessmen businesswoman man
	woman men women girl boy family families farmer farmers citizen citizens national nationals resident residents
	passenger passengers airline airlines manufacturer manufacturers maker makers exporter exporters importer
	importers trader traders trucker truckers singer actor actress footballer athlete athletes artist writer
	novelist tycoon billionaire businesspeople bookshop restaurant hotel doctor doctors nurse nurses teacher
	teachers child children couple born`)

// isAimedAt reports whether token i makes a measure against all of a state's people of what
// follows: "visas for Pakistani nationals".
func (x *sentence) isAimedAt(i int) bool {
	return x.is(i, "for", "to", "on", "against")
}

// dropPrivate drops the adjectives of persons and companies who act for themselves.
func (x *sentence) dropPrivate() {
	x.matches = slices.DeleteFunc(x.matches, func(m match) bool {
		return x.g.aliasOf(m).kind == demonymKind && m.last < len(x.tokens) && privateNouns().of(x.tokens[m.last].Hash) != 0 &&
			!x.isAimedAt(m.first-1)
	})
}
