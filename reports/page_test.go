package reports

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"stance/datasets"
)

func asPage(t testing.TB, p *Page) string {
	return written(t, func(b *strings.Builder) error { return p.WriteHTML(b) })
}

// hostile is what a name in the news must not do to a page.
const hostile = "</style></title><script>alert(1)</script>\"'&<img src=x onerror=alert(1)> \u202eevil\x00 {{.}} ישראל"

func hostilePage(t *testing.T) string {
	outcomes := probableOutcomes(60, 2)
	for i := range outcomes {
		o := &outcomes[i]
		o.Source, o.Target, o.Text, o.By = hostile, hostile+fmt.Sprint(i%3), hostile, []string{hostile}
	}
	r := mustEvaluate(t, outcomes, []Baseline{majorityOf(outcomes)}, Options{
		Draws: 20, By: []string{hostile}, Data: hostile,
		Inputs: []Input{{"gold", hostile, "0123456789abcdef", hostile}},
	})
	m := Mistakes{Task: datasets.Stance}
	for _, i := range Wrong(datasets.Stance, outcomes) {
		m.Rows = append(m.Rows, Mistake{outcomes[i], []string{"<img", "alert"}})
	}
	return asPage(t, &Page{[]*Report{r}, []Mistakes{m}})
}

func majorityOf(outcomes []Outcome) Baseline {
	b := Baseline{Name: "majority"}
	for range outcomes {
		b.Labels = append(b.Labels, datasets.None)
	}
	return b
}

func TestPageEscapesEveryText(t *testing.T) {
	page := hostilePage(t)
	for _, bad := range []string{"<script", "<img", "\u202e", "\x00", "onerror=alert(1)>\n"} {
		if at := strings.Index(page, bad); at >= 0 {
			t.Errorf("the page contains %q: ...%s", bad, page[max(0, at-80):at+40])
		}
	}
	for tag, want := range map[string]int{"<style>": 1, "</style>": 1, "</title>": strings.Count(page, "<title"), "<html": 1} {
		if got := strings.Count(page, tag); got != want {
			t.Errorf("%d times %s, want %d", got, tag, want)
		}
	}
	if !strings.Contains(page, "<mark>&lt;img</mark>") {
		t.Error("the evidence is not marked")
	}
}

func TestPageNeedsNothingFromElsewhere(t *testing.T) {
	page := hostilePage(t)
	for _, address := range regexp.MustCompile(`(?:src|href|url|xmlns)[=(]"?[^" )>]*`).FindAllString(page, -1) {
		if address != `xmlns="http://www.w3.org/2000/svg` && !strings.HasPrefix(address, `href="#`) && address != "src=x" {
			t.Errorf("the page refers to %s", address)
		}
	}
	if strings.Contains(page, "@import") || strings.Contains(page, "<link") {
		t.Error("the page loads a style")
	}
}

func TestPageOfTwoTasksHasUniqueIDs(t *testing.T) {
	stance := sampleReport(t)
	sentiment := *stance
	sentiment.Task = "sentiment"
	page := asPage(t, &Page{Reports: []*Report{stance, &sentiment}})
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if seen[m[1]] {
			t.Errorf("id %q stands twice", m[1])
		}
		seen[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`aria-labelledby="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		for id := range strings.FieldsSeq(m[1]) {
			if !seen[id] {
				t.Errorf("aria-labelledby names %q, which is not there", id)
			}
		}
	}
	if plots, tables := strings.Count(page, "<svg"), strings.Count(page, "as a table"); plots != tables || plots < 12 {
		t.Errorf("%d plots, %d tables beside them", plots, tables)
	}
}

func TestPageWithoutProbabilitiesSaysSo(t *testing.T) {
	r := mustEvaluate(t, []Outcome{outcome(1, "favor", "favor")}, nil, Options{Draws: 5})
	page := asPage(t, &Page{Reports: []*Report{r}})
	if !strings.Contains(page, needProbabilities) || strings.Contains(page, "NaN") {
		t.Error("the page of one row without probabilities does not say what it lacks")
	}
	for _, table := range r.Tables() {
		if table.Name == "coverage" || table.Name == "calibration" || table.Name == "probabilities" || table.Name == "precision-recall" {
			if len(table.Rows) > 0 || table.Notes[0] != needProbabilities {
				t.Errorf("table %s = %+v, want only a note", table.Name, table)
			}
		}
	}
}

func TestEvidenceIsMarkedOnce(t *testing.T) {
	check := func(text string, evidence []string, want string) {
		t.Helper()
		got := ""
		for _, s := range marked(text, evidence) {
			if s.Mark {
				s.Words = "[" + s.Words + "]"
			}
			got += s.Words
		}
		if got != want {
			t.Errorf("marked(%q, %q) = %q, want %q", text, evidence, got, want)
		}
	}
	check("", nil, "")
	check("they denounced it", nil, "they denounced it")
	check("they denounced it", []string{"denounced"}, "they [denounced] it")
	check("denounced and denounced", []string{"denounced"}, "[denounced] and denounced")
	check("a b c", []string{"c", "a"}, "[a] b [c]")
	check("a b c", []string{"a b", "b", "", "x"}, "[a b] c")
}

func TestErrorsBeginWithTheMostProbableWrongLabel(t *testing.T) {
	outcomes := []Outcome{outcome(1, "favor", "favor"), outcome(2, "favor", "against"), outcome(3, "none", "favor"), outcome(4, "none", "favor")}
	for i, p := range [][]float64{{1, 0, 0}, {0.25, 0.5, 0.25}, {0.75, 0.125, 0.125}, {0.4, 0.1, 0.5}} {
		outcomes[i].Prediction.Probabilities = p
		outcomes[i].Text, outcomes[i].Target, outcomes[i].Article = "text, "+outcomes[i].ID, "Poland", "d1"
	}
	outcomes[2].Source = "Kenya"
	outcomes[2].Flags = datasets.FlagNegation
	m := Mistakes{Task: datasets.Stance}
	for _, i := range Wrong(datasets.Stance, outcomes) {
		m.Rows = append(m.Rows, Mistake{outcomes[i], []string{"text"}})
	}
	tone := Mistakes{Task: datasets.Sentiment, Rows: []Mistake{{Outcome: outcome(9, "positive", "neutral")}}}
	want := `id,doc_id,task,gold,predicted,probability,p_favor,p_against,p_none,p_positive,p_negative,p_neutral,source,target,text,evidence,flags
s3,d1,stance,none,favor,0.750,0.750,0.125,0.125,,,,Kenya,Poland,"text, s3","""text""",negation
s2,d1,stance,favor,against,0.500,0.250,0.500,0.250,,,,,Poland,"text, s2","""text""",
s4,d1,stance,none,favor,0.400,0.400,0.100,0.500,,,,,Poland,"text, s4","""text""",weak
s9,,sentiment,positive,neutral,,,,,,,,,,,,
`
	if got := asCSV(t, ErrorFile([]Mistakes{m, tone})); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	table := m.Table(1)
	if len(table.Rows) != 2 || table.Rows[0][3] != `Kenya > Poland: "text"` || table.Notes[0] != "1 of 3 errors; --out DIR writes all of them to errors.csv" {
		t.Errorf("table = %+v", table)
	}
}

func TestSummaryShowsTheLargestSlicesAndThePooledOne(t *testing.T) {
	outcomes := probableOutcomes(400, 4)
	for i := range outcomes {
		outcomes[i].Target = fmt.Sprintf("T%02d", i%24)
		if i%24 > 20 {
			outcomes[i].Target = fmt.Sprint(i) // alone
		}
	}
	tables := mustEvaluate(t, outcomes, nil, Options{Draws: 10}).Summary(More{Rows: "--full"})
	for _, table := range tables {
		if table.Name != "by target" {
			continue
		}
		last := table.Rows[len(table.Rows)-1][0]
		if len(table.Rows) != shownSlices+1 || !strings.HasSuffix(last, " others)") || table.Notes[0] != "13 more rows with --full" {
			t.Errorf("%d rows, the last %q, notes %q", len(table.Rows), last, table.Notes)
		}
		return
	}
	t.Error("no table by target")
}
