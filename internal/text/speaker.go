package text

import "unicode"

const (
	speakerWords = 10 // that may stand between a quotation and its speech verb
	speakerSmall = 4  // of them in lower case
)

// isSpeaker reports whether a name and a speech verb stand at i, just after a
// quotation: `Lavrov asked`, `Foreign Ministry spokeswoman Maria Zakharova told
// reporters`. After a quotation that ends with a plain full stop (strong is
// false) the verb must end the clause, because there a new sentence is likelier:
// `“It is over.” Kim said.` against `“It is over.” Kim said he would stay.`
func isSpeaker(s string, i int, strong bool) bool {
	small := 0
	for n := 0; n < speakerWords; n++ {
		end := nameEnd(s, i)
		word := s[i:end]
		first, _ := runeAt(s, i)
		switch {
		case n == 0 && (!unicode.IsUpper(first) || isStarter(word) && word != "I"):
			return false
		case isSpeechVerb(word):
			return strong || endsClause(s, end)
		case unicode.IsLower(first):
			if small++; small > speakerSmall || isBreak(word) {
				return false
			}
		}
		if i = nextWord(s, end); i < 0 {
			return false
		}
	}
	return false
}

// nameEnd returns the end of the word at i with the apostrophes, hyphens and
// full stops of initials in it.
func nameEnd(s string, i int) int {
	const longest = 40 // bytes
	j := i
	for j < len(s) && j-i < longest {
		r, w := runeAt(s, j)
		initial := r == '.' && (j-i == 1 || j-i > 1 && s[j-2] == '.' || abbreviationOf(s[i:j]) == tied || isWordAt(s, j+1))
		if !isWordRune(r) && !isApostrophe(r) && r != '-' && !initial {
			break
		}
		j += w
	}
	return j
}

// nextWord returns the start of the word after i with at most a comma and one
// space between, or -1.
func nextWord(s string, i int) int {
	if i < len(s) && s[i] == ',' {
		i++
	}
	if i >= len(s) || s[i] != ' ' && s[i] != '\n' || !isWordAt(s, i+1) {
		return -1
	}
	return i + 1
}

func endsClause(s string, i int) bool {
	return i == len(s) || s[i] == '.' || s[i] == ','
}

// isSpeechVerb reports whether the word is a verb that goes with a quotation.
func isSpeechVerb(word string) bool {
	switch word {
	case "said", "says", "asked", "asks", "told", "tells", "added", "adds", "replied", "replies", "warned", "warns",
		"wrote", "writes", "declared", "declares", "insisted", "insists", "argued", "argues", "claimed", "claims",
		"stated", "states", "announced", "tweeted", "posted", "shouted", "cried", "demanded", "exclaimed", "noted",
		"responded", "answered", "vowed", "continued", "concluded", "explained", "recalled", "quipped", "joked",
		"remarked", "urged", "commented", "repeated", "wondered", "inquired", "retorted", "stressed", "emphasized",
		"lamented", "complained", "pleaded", "yelled", "thundered", "chanted":
		return true
	}
	return false
}

// isBreak reports whether the word in lower case shows that the words before
// it are the subject of another clause.
func isBreak(word string) bool {
	switch word {
	case "is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "should", "may", "might", "can",
		"did", "does", "do", "that", "which", "when", "while", "because", "to", "but", "then", "not", "also":
		return true
	}
	return false
}
