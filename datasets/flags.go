package datasets

import "strings"

// Flags is a set of short words that warn or inform about a statement.
type Flags uint32

// The flags, in the order they are printed.
const (
	FlagEmpty          Flags = 1 << iota // the text has no words
	FlagNoTarget                         // no target given: sentiment is about the whole text
	FlagTargetNotFound                   // the target's name is not in the text
	FlagTargetByAlias                    // ... but an alias or a part of the name is
	FlagSourceNotFound                   // the source's name is not in the text
	FlagSourceByAlias                    // ... but an alias or a part of the name is
	FlagAmbiguous                        // a mention could name another party
	FlagPronoun                          // source or target was inferred: "she", "the bloc", a name learnt in the article
	FlagNegation                         // a negation stands in the text
	FlagQuote                            // the target stands inside a quotation
	FlagMultiParty                       // three or more parties are named
	FlagHedge                            // may, could, reportedly ...
	FlagInvalidUTF8                      // broken bytes were replaced by U+FFFD
	FlagBadRow                           // the row could not be used as it stands
	FlagWeak                             // a printed label is not the most probable one: the operating point prefers it
	FlagNoStatement                      // the row stands for an article that gave no statement
	FlagUnlisted                         // source or target is a party that no list has
	FlagCapped                           // the sentence bears more pairs than are given
)

var flagNames = []string{
	"empty", "no_target", "target_not_found", "target_by_alias", "source_not_found",
	"source_by_alias", "ambiguous_party", "pronoun", "negation", "quote",
	"multi_party", "hedge", "invalid_utf8", "bad_row", "weak",
	"no_statement", "unlisted", "capped",
}

// Has reports whether all flags of g are set.
func (f Flags) Has(g Flags) bool { return f&g == g }

// String returns the names of the set flags, separated by spaces.
func (f Flags) String() string {
	if f == 0 {
		return ""
	}
	var names []string
	for i, name := range flagNames {
		if f&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, " ")
}
