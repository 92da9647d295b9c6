package features

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"stance/datasets"
)

// someWords are what written is made of; the numbered names add rare ones.
var someWords = strings.Fields(`the a of in and but because not never “ ” , . — ! said condemned praised support
	supported rejects talks treaty sanctions by was has help threat peace don’t can't very hardly good horrible vote
	border leaders yesterday 2026 12% allies with against who which anti-war friendly :) welcomed accused urged`)

// written returns n varied statements; every third names no party.
func written(n int, seed uint64) []*datasets.Statement {
	rng := rand.New(rand.NewPCG(seed, 0))
	all := make([]*datasets.Statement, n)
	for i := range all {
		length := 8 + rng.IntN(30)
		words := make([]string, length)
		for j := range words {
			words[j] = someWords[rng.IntN(len(someWords))]
			if rng.IntN(8) == 0 {
				words[j] = fmt.Sprintf("name%c%d", 'a'+rune(rng.IntN(26)), rng.IntN(400))
			}
		}
		if i%3 != 0 {
			words[rng.IntN(length)] = "[Chile]"
			words[rng.IntN(length)] = "{the Kingdom of Norway}"
			words[rng.IntN(length)] = "<Peru>"
		}
		all[i] = marked(strings.Join(words, " "))
		all[i].Target = fmt.Sprint(all[i].Target, i%4)
		for m := range all[i].Mentions {
			if all[i].Mentions[m].Entity == "the target" {
				all[i].Mentions[m].Entity = all[i].Target
			}
		}
	}
	return all
}

// onCores runs f with each of the given numbers of cores.
func onCores(t *testing.T, cores []int, f func(n int)) {
	t.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, n := range cores {
		runtime.GOMAXPROCS(n)
		f(n)
	}
}

// rowsOf returns the hashes of every row.
func rowsOf(b *Bags) [][]uint64 {
	rows := make([][]uint64, len(b.Texts))
	for i := range rows {
		rows[i], _ = b.row(i)
	}
	return rows
}

// upTo returns 0 ... n-1.
func upTo(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}
