package classifier

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"stance/datasets"
	"stance/features"
)

// survey returns opinions on two questions by text that does not name them. Where
// the questions disagree, the same words mean the opposite.
func survey(seed uint64, rows int, disagree bool) (examples []*datasets.Example, groups []int) {
	r := rand.New(rand.NewPCG(seed, 0))
	yes, no := []string{"freedom", "choice", "rights"}, []string{"tradition", "order", "duty"}
	for i := range rows {
		target, words, label := "closing the harbour", yes, datasets.Favor
		if r.IntN(2) == 0 {
			words, label = no, datasets.Against
		}
		if i%2 == 0 {
			target = "opening the mine"
			if disagree {
				label = map[datasets.Label]datasets.Label{datasets.Favor: datasets.Against, datasets.Against: datasets.Favor}[label]
			}
		}
		e := &datasets.Example{Stance: label}
		e.Target, e.Text = target, fmt.Sprintf("my vote is for %s number %d", words[r.IntN(3)], r.IntN(50))
		examples, groups = append(examples, e), append(groups, i)
	}
	return examples, groups
}

func TestTargetsThatDisagreeGetTheirOwnCopies(t *testing.T) {
	check := func(name string, rows int, disagree, shared bool, want ...string) {
		t.Helper()
		examples, groups := survey(1, rows, disagree)
		c := trained(t, Recipe{Task: datasets.Stance, Families: []string{"words"}, Shared: shared}, examples, groups)
		var got []string
		for target := range c.Copies {
			got = append(got, target)
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: copies of %q, want %q", name, got, want)
		}
		if a := accuracy(c, examples); (a > 0.95) != (want != nil || !disagree) {
			t.Errorf("%s: accuracy %.3f", name, a)
		}
	}
	check("they disagree", 240, true, false, "closing the harbour", "opening the mine")
	check("they disagree, and the model is to be shared", 240, true, true)
	check("they agree", 240, false, false)
	check("too few rows of each", 180, true, false)
}

func TestNewsWithAnOpenSetOfTargetsHasNoCopies(t *testing.T) {
	check := func(want []string, counts ...int) {
		t.Helper()
		var examples []*datasets.Example
		for i, n := range counts {
			e := &datasets.Example{}
			if e.Target = fmt.Sprint("target ", i); i == 0 {
				e.Target = ""
			}
			examples = append(examples, slices.Repeat([]*datasets.Example{e}, n)...)
		}
		if got := frequentTargets(examples); !slices.Equal(got, want) {
			t.Errorf("frequent targets of %v = %q, want %q", counts, got, want)
		}
	}
	check(nil)
	check(nil, 500)
	check([]string{"target 1", "target 2"}, 0, 100, 100, 99)
	check([]string{"target 1"}, 50, 100, 50)
	check(nil, 51, 100, 50)
}

func TestTunedCostIsTheBestOfTheGrid(t *testing.T) {
	examples, groups := corpus(21, 200)
	r := Recipe{Task: datasets.Stance, Families: []string{"words"}, AutoC: true, Seed: 1}
	chosen := trained(t, r, examples, groups).Recipe.C
	m, _, err := prepare(r, examples, groups, nil)
	if err != nil {
		t.Fatal(err)
	}
	best, want := -1.0, 0.0
	for _, c := range costGrid {
		m.recipe.C = c
		op, err := m.operate()
		if err != nil {
			t.Fatal(err)
		}
		if v := op.heldOut.Headline; v > best {
			best, want = v, c
		}
	}
	if chosen != want {
		t.Errorf("cost %v, want %v with the headline %v", chosen, want, best)
	}
}

func TestAuthorsHaveFeaturesOfTheirOwnWhereBothVoicesAreCommon(t *testing.T) {
	examples, groups := corpus(11, 240)
	for i, e := range examples {
		if i%3 == 0 {
			e.Source = ""
		}
	}
	check := func(task datasets.Task, examples []*datasets.Example, groups []int, want bool) {
		t.Helper()
		c := trained(t, Recipe{Task: task, Families: []string{"words"}}, examples, groups)
		if _, got := c.Copies[features.Author]; got != want {
			t.Errorf("%s of %d examples: copies for the author %v, want %v", task.Name, len(examples), got, want)
		}
	}
	check(datasets.Stance, examples, groups, true)
	check(datasets.Sentiment, examples, groups, false)        // asked without a source, always
	check(datasets.Stance, examples[:60], groups[:60], false) // 20 are the author's
}
