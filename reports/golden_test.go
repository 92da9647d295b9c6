package reports

import (
	"bytes"
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"unicode/utf8"

	"stance/datasets"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// sampleReport evaluates 240 made-up outcomes in 80 articles.
func sampleReport(t testing.TB) *Report {
	rng := rand.New(rand.NewPCG(42, 0))
	labels := datasets.Stance.Labels
	targets := []string{
		"Russia", "Russia", "North Korea", "North Korea", "朝鮮 | DPRK",
		"the Intergovernmental Conference on the Protection of Mountain Rivers", "Chad", "",
	}
	guess := func(gold datasets.Label, right float64) datasets.Label {
		if rng.Float64() < right {
			return gold
		}
		return labels[rng.IntN(3)]
	}
	var outcomes []Outcome
	majority, lexicon := Baseline{Name: "majority"}, Baseline{Name: "lexicon"}
	for i := range 240 {
		gold := labels[min(rng.IntN(4), 2)]
		target := targets[rng.IntN(len(targets)-2)]
		if i%17 == 0 {
			target = targets[6+i%2]
		}
		outcomes = append(outcomes, Outcome{
			ID: strconv.Itoa(i), Group: i / 3, Target: target, By: []string{[]string{"wire", "agency"}[i/3%2]},
			Gold: gold, Prediction: datasets.Prediction{Label: guess(gold, 0.6)},
		})
		majority.Labels = append(majority.Labels, datasets.None)
		lexicon.Labels = append(lexicon.Labels, guess(gold, 0.55))
	}
	addProbabilities(outcomes)
	return mustEvaluate(t, outcomes, []Baseline{majority, lexicon},
		Options{Seed: 1, GroupedBy: "doc_id", By: []string{"outlet"}, Version: "0.0.0"})
}

// addProbabilities gives outcomes the probabilities, flags and texts of a model that
// is too sure.
func addProbabilities(outcomes []Outcome) {
	rng := rand.New(rand.NewPCG(43, 0))
	for i := range outcomes {
		o := &outcomes[i]
		said := 0.35 + 0.6*rng.Float64()
		if o.Gold == o.Prediction.Label {
			said = min(said+0.2, 0.99)
		}
		for _, l := range datasets.Stance.Labels {
			p := (1 - said) / 2
			if l == o.Prediction.Label {
				p = said
			}
			o.Prediction.Probabilities = append(o.Prediction.Probabilities, p)
		}
		if i%4 == 0 {
			o.Flags |= datasets.FlagNegation
		}
		if i%15 == 0 {
			o.Flags |= datasets.FlagQuote
		}
		o.Text = []string{"They praised it.", "They praised it, whatever the others said and did and wrote in all those long years."}[i%2]
		o.Source = []string{"Kenya", ""}[i%2]
	}
}

// checkGolden compares with a file in testdata, or rewrites it.
func checkGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("differs from %s; if that is meant, run the test with -update and read the diff\n%s", path, got)
	}
}

func TestReportIsGolden(t *testing.T) {
	r := sampleReport(t)
	var text, csv, markdown bytes.Buffer
	for _, table := range r.Tables() {
		for _, err := range []error{table.WriteText(&text), table.WriteCSV(&csv), table.WriteMarkdown(&markdown)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		for _, b := range []*bytes.Buffer{&text, &csv, &markdown} {
			b.WriteByte('\n')
		}
	}
	var summary bytes.Buffer
	for _, table := range r.Summary(More{"--full", "--full prints all tables, --out DIR writes them with errors.csv and a page to read"}) {
		if err := table.WriteText(&summary); err != nil {
			t.Fatal(err)
		}
		summary.WriteByte('\n')
	}
	checkGolden(t, "summary.txt", summary.Bytes())
	encoded, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	checkGolden(t, "report.txt", text.Bytes())
	checkGolden(t, "report.csv", csv.Bytes())
	checkGolden(t, "report.md", markdown.Bytes())
	checkGolden(t, "report.json", append(encoded, '\n'))
	for line := range bytes.Lines(text.Bytes()) {
		if n := utf8.RuneCount(line) - 1; n > maxWidth && line[0] == '|' {
			t.Errorf("%d columns: %s", n, line)
		}
	}
}
