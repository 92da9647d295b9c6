package reports

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"

	"stance/datasets"
)

// ratios are the numbers that scikit-learn gives for labels and averages.
type ratios struct{ Precision, Recall, F1 float64 }

// A reference is one case of testdata/sklearn.json, written by testdata/sklearn.py.
type reference struct {
	Name            string
	Counts          [][]int
	Labels          []ratios
	Macro           ratios
	MacroOfAll      ratios `json:"macro_of_all"`
	MacroOfFirstTwo ratios `json:"macro_of_first_two"`
	Weighted        ratios
	Accuracy        float64
	Kappa           *float64 // nil where scikit-learn says nan
	MCC             float64
}

func readReferences(t *testing.T) []reference {
	t.Helper()
	data, err := os.ReadFile("testdata/sklearn.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Cases []reference }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	return file.Cases
}

// numberedTask returns a task whose labels are 0, 1, ...
func numberedTask(labels int) datasets.Task {
	t := datasets.Task{Name: "numbered"}
	for k := range labels {
		t.Labels = append(t.Labels, datasets.Label(strconv.Itoa(k)))
	}
	return t
}

func TestScoresEqualScikitLearn(t *testing.T) {
	references := readReferences(t)
	if len(references) < 50 {
		t.Fatalf("%d reference cases, want at least 50", len(references))
	}
	for _, ref := range references {
		t.Run(ref.Name, func(t *testing.T) {
			task := numberedTask(len(ref.Counts))
			c := &Confusion{Task: task, Counts: ref.Counts}
			check := func(what string, got, want float64) {
				t.Helper()
				if !(math.Abs(got-want) <= 1e-12) {
					t.Errorf("%s = %.17g, want %.17g", what, got, want)
				}
			}
			checkScore := func(what string, got Score, want ratios) {
				t.Helper()
				check(what+" precision", got.Precision, want.Precision)
				check(what+" recall", got.Recall, want.Recall)
				check(what+" F1", got.F1, want.F1)
			}
			for k := range task.Labels {
				checkScore("label "+string(task.Labels[k]), c.Label(k), ref.Labels[k])
			}
			checkScore("macro", c.Macro(), ref.Macro)
			checkScore("macro of all", c.Macro(task.Labels...), ref.MacroOfAll)
			checkScore("macro of the first two", c.Macro(task.Labels[:2]...), ref.MacroOfFirstTwo)
			checkScore("weighted", c.Weighted(), ref.Weighted)
			check("accuracy", c.Accuracy(), ref.Accuracy)
			check("MCC", c.MCC(), ref.MCC)
			kappa := 0.0 // scikit-learn's nan is our 0
			if ref.Kappa != nil {
				kappa = *ref.Kappa
			}
			check("kappa", c.Kappa(), kappa)
			if len(ref.Counts) == 3 {
				stance := &Confusion{Task: datasets.Stance, Counts: ref.Counts}
				check("headline of stance", stance.Headline(), ref.MacroOfFirstTwo.F1)
				sentiment := &Confusion{Task: datasets.Sentiment, Counts: ref.Counts}
				check("headline of sentiment", sentiment.Headline(), ref.Macro.F1)
			}
		})
	}
}
