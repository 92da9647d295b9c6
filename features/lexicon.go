package features

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"stance/internal/text"
)

// vaderCSV is VADER's lexicon (Hutto and Gilbert 2014, ICWSM), one word a line:
// word,valence,kind. Made by gen_vader.go; notice in vader.LICENSE.
//
//go:embed vader.csv
var vaderCSV string

// valences maps the hash of a word to its mean valence, -4 (most negative) to 4.
var valences = sync.OnceValue(func() map[uint64]float32 {
	lines := strings.Split(strings.TrimSpace(vaderCSV), "\n")
	m := make(map[uint64]float32, len(lines))
	for _, line := range lines[1:] {
		word, value, ok := splitWord(line)
		if !ok {
			continue
		}
		m[text.Hash(word)] = value
	}
	return m
})

// LexiconHash returns the sha256 of both lexicons, in hexadecimal. A model trained
// with another lexicon would see other features.
func LexiconHash() string { return lexiconHash() }

var lexiconHash = sync.OnceValue(func() string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(vaderCSV+predicatesCSV)))
})

// splitWord parses "word,valence,kind".
func splitWord(line string) (word string, value float32, ok bool) {
	word, rest, _ := strings.Cut(line, ",")
	number, _, _ := strings.Cut(rest, ",")
	v, err := strconv.ParseFloat(number, 32)
	return word, float32(v), err == nil
}
