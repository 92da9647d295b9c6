package features

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// longestStemmed is the longest word worth stemming; what is longer is no word.
const longestStemmed = 40 // bytes

// stem returns the stem of a folded English word by Porter's second algorithm
// (snowballstem.org, "english").
//
//	"condemned", "condemning" -> "condemn"
func stem(word string) string {
	if len(word) < 3 || len(word) > longestStemmed || strings.ContainsAny(word, "@#/") {
		return word
	}
	env := snowballstem.NewEnv(word)
	english.Stem(env)
	return env.Current()
}
