package datasets

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestGroupsConnectArticlesAndIdenticalTexts(t *testing.T) {
	check := func(how string, want []int, rows ...[2]string) {
		t.Helper()
		var ex []Example
		for _, r := range rows {
			ex = append(ex, Example{Statement: Statement{Article: r[0], Text: r[1]}})
		}
		if got, h := Groups(ex); !slices.Equal(got, want) || h != how {
			t.Errorf("Groups(%q) = %v, %q, want %v, %q", rows, got, h, want, how)
		}
	}
	check("identical text", nil)
	check("doc_id", []int{0, 1, 0, 1}, [2]string{"x", "a"}, [2]string{"y", "a"}, [2]string{"x", "b"}, [2]string{"y", "c"})
	check("identical text", []int{0, 1, 0, 2}, [2]string{"", "It’s on"}, [2]string{"", "off"}, [2]string{"", " it's  ON"}, [2]string{"", ""})
	check("doc_id, else identical text", []int{0, 1, 0, 2, 1, 0}, [2]string{"", "said so"}, [2]string{"x", "b"},
		[2]string{"y", "Said so"}, [2]string{"", "alone"}, [2]string{"x", "said so"}, [2]string{"", "said so"})
}

// made returns n examples in groups of 1 to 5 with labels of a skewed share.
func made(n int, seed uint64) (ex []Example, groups []int) {
	r := rand.New(rand.NewPCG(seed, 1))
	for g := 0; len(ex) < n; g++ {
		for range 1 + r.IntN(5) {
			e := Example{Stance: []Label{Favor, Against, Against, None, None, None, None, ""}[r.IntN(8)]}
			ex, groups = append(ex, e), append(groups, g)
		}
	}
	return ex, groups
}

func TestFoldsKeepGroupsTogetherAndSharesEqual(t *testing.T) {
	ex, groups := made(3000, 7)
	const k = 5
	folds, err := Folds(ex, groups, Stance, k, 1)
	if err != nil {
		t.Fatal(err)
	}
	foldOf := map[int]int{}
	counts := map[Label][]int{}
	for i, f := range folds {
		if ex[i].Stance == "" {
			if f != -1 {
				t.Fatalf("example %d without label is in fold %d", i, f)
			}
			continue
		}
		if g, ok := foldOf[groups[i]]; ok && g != f {
			t.Fatalf("group %d is in folds %d and %d", groups[i], f, g)
		}
		foldOf[groups[i]] = f
		if counts[ex[i].Stance] == nil {
			counts[ex[i].Stance] = make([]int, k)
		}
		counts[ex[i].Stance][f]++
	}
	for _, l := range Stance.Labels {
		if d := slices.Max(counts[l]) - slices.Min(counts[l]); d > 2 {
			t.Errorf("%s by fold: %v", l, counts[l])
		}
	}
}

func TestFoldsDependOnTheSeedOnly(t *testing.T) {
	ex, groups := made(200, 3)
	fold := func(seed uint64) string {
		f, err := Folds(ex, groups, Stance, 4, seed)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(f)
	}
	first, again := fold(1), fold(1)
	if first != again {
		t.Error("the same seed gives other folds")
	}
	if first == fold(2) {
		t.Error("another seed gives the same folds")
	}
}

func TestEveryFoldGetsAGroup(t *testing.T) {
	ex := make([]Example, 6)
	for i := range ex {
		ex[i].Sentiment = Neutral
	}
	folds, err := Folds(ex, []int{0, 1, 2, 3, 3, 3}, Sentiment, 4, 9)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[int]bool{}
	for _, f := range folds {
		seen[f] = true
	}
	if len(seen) != 4 || folds[3] != folds[4] || folds[4] != folds[5] {
		t.Errorf("folds %v", folds)
	}
}

func TestFoldsRefusesImpossibleNumbers(t *testing.T) {
	ex := []Example{{Stance: Favor}, {Stance: None}, {Sentiment: Positive}}
	check := func(k int, want string) {
		t.Helper()
		_, err := Folds(ex, []int{0, 1, 2}, Stance, k, 1)
		wantError(t, err, want)
	}
	check(1, "datasets: 1 folds; take at least 2")
	check(3, "datasets: 3 folds for only 2 groups with a stance label; take fewer folds")
}
