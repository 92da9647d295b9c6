//go:build ignore

// Command gen_vader writes vader.csv, the lexicon of VADER as the govader module
// carries it: word,valence,kind, ascending by word. Run it from the root:
//
//	go run -modfile=tools.mod features/gen_vader.go
package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/jonreiter/govader"
)

func main() {
	if err := write("features/vader.csv"); err != nil {
		fmt.Fprintln(os.Stderr, "gen_vader:", err)
		os.Exit(1)
	}
}

func write(path string) error {
	lexicon := govader.NewSentimentIntensityAnalyzer().Lexicon
	rows := [][]string{}
	for word, valence := range lexicon {
		if usable(word) {
			rows = append(rows, []string{word, strconv.FormatFloat(valence, 'g', -1, 64), kind(word)})
		}
	}
	slices.SortFunc(rows, slices.Compare)
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	w := csv.NewWriter(file)
	w.Write([]string{"word", "valence", "kind"})
	if err := w.WriteAll(rows); err != nil { // flushes, and reports the header's error too
		file.Close()
		return err
	}
	return file.Close()
}

// usable reports whether one lower-cased token can match the entry. VADER looks up
// lower-cased words, so its few entries with capitals never match; those with
// spaces are more than a token; a comma or a quote mark, in two emoticons, would
// need quoting in the CSV.
func usable(word string) bool {
	return word != "" && word == strings.ToLower(word) && !strings.ContainsAny(word, ` ,"`)
}

// kind is "word" for entries that are all letters and digits or have two letters in
// a row, and "emoticon" for the others: "anti-war" and "gr8", but ":-p".
func kind(word string) string {
	plain, letters, longest := true, 0, 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			letters++
			longest = max(longest, letters)
			continue
		}
		letters = 0
		plain = plain && unicode.IsDigit(r)
	}
	if plain || longest > 1 {
		return "word"
	}
	return "emoticon"
}
