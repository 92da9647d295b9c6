package features

// A Family is one kind of feature, or a few that belong together. It reads a
// view of the statement and emits features.
type Family struct {
	Name string
	Doc  string
	emit func(*Extractor)
}

// Families lists every family there is. A new family is one file and one line here.
var Families = []Family{
	{"words", "lower-cased words", words},
	{"bigrams", "pairs of adjacent words", bigrams},
	{"stems", "stems (Porter 2) and pairs of adjacent stems", stems},
	{"characters", "character n-grams inside words, 2 to 5 with the word's borders", characters},
	{"sides", "stems and bigrams left and right of the target, by distance", sides},
	{"windows", "words and stems near the target and the source, by exact offset", windows},
	{"nearest", "the nearest content words and the first verb on each side", nearest},
	{"clause", "stems of the clause that holds the target", clause},
	{"between", "words before, between and after source and target", between},
	{"roles", "passive voice, speech verbs and neighbours of source and target", roles},
	{"quotation", "whether source and target stand inside a quotation, and its words", quotation},
	{"negation", "words in the scope of a negation", negation},
	{"lexicon", "VADER valence by position, signs turned by negation", valence},
	{"predicates", "who shows what to whom, by the directed lexicon", directed},
	{"connotation", "what the writer's words show toward who acts and who suffers, by the directed lexicon", connotations},
	{"rule", "one number: what both lexicons say of the target", rule},
}

// Lookup returns the families of the given names, in the order of Families, or
// the first name that is unknown.
func Lookup(names []string) (families []Family, unknown string) {
	wanted := make(map[string]bool, len(names))
	for _, n := range names {
		wanted[n] = true
	}
	for _, f := range Families {
		if wanted[f.Name] {
			families = append(families, f)
			delete(wanted, f.Name)
		}
	}
	for _, n := range names {
		if wanted[n] {
			return nil, n
		}
	}
	return families, ""
}

// Names returns the names of the families.
func Names(families []Family) []string {
	names := make([]string, len(families))
	for i, f := range families {
		names[i] = f.Name
	}
	return names
}

// Located names the families for text that names its target: news. Character
// n-grams give nothing there.
var Located = []string{"stems", "sides", "windows", "nearest", "clause", "between", "roles", "quotation", "negation", "lexicon", "predicates", "connotation"}

// Unlocated names the families for text that does not name its target: short
// messages, reviews, tweets.
var Unlocated = []string{"words", "bigrams", "characters", "lexicon"}
