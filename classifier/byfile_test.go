package classifier

import (
	"slices"
	"testing"

	"stance/datasets"
)

// By hand: file 0 has 3 rows of class 0 and 1 of class 1, in all 4 rows of weight 2 = 8, so 4 for each
// class; file 1 has one class alone, which keeps its weight.
func TestByFileGivesEachLabelOfAFileTheSame(t *testing.T) {
	var examples []*datasets.Example
	for _, file := range []int{0, 0, 0, 0, 1, 1} {
		examples = append(examples, &datasets.Example{File: file})
	}
	got := byFile(examples, []int{0, 0, 0, 1, 2, 2}, []float32{2, 2, 2, 2, 5, 5})
	if want := []float32{4. / 3, 4. / 3, 4. / 3, 4, 5, 5}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := byFile(examples[:4], []int{0, 1, 2, 1}, nil); !slices.Equal(got, []float32{4. / 3, 2. / 3, 4. / 3, 2. / 3}) {
		t.Errorf("without weights: %v", got)
	}
}

// Sentiment is weighed as ever: how often words have no tone is a trait of a text.
func TestByFileChangesStanceAlone(t *testing.T) {
	examples, groups := corpus(2, 200)
	for i, e := range examples {
		e.File = i % 2
	}
	for _, task := range datasets.Tasks {
		plain := trained(t, Recipe{Task: task, Seed: 1}, examples, groups)
		by := trained(t, Recipe{Task: task, Seed: 1, ClassWeight: ClassByFile}, examples, groups)
		if same := slices.Equal(plain.Linear.Bias, by.Linear.Bias); same != (task.Name == datasets.Sentiment.Name) {
			t.Errorf("%s: by-file changes nothing is %v", task.Name, same)
		}
	}
}
