package reports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Tables returns the whole report for reading: overall, by label, confusion,
// baselines, the human ceiling, each breakdown, then slices and probabilities. It
// needs nothing but the report, so that one read back from JSON prints the same.
func (r *Report) Tables() []Table {
	tables := []Table{r.overallTable(), r.labelTable(), r.confusionTable()}
	if len(r.Baselines) > 0 {
		tables = append(tables, r.baselineTable())
	}
	if r.Ceiling != nil {
		tables = append(tables, r.Ceiling.table())
	}
	for _, b := range r.Breakdowns {
		tables = append(tables, r.breakdownTable(b))
	}
	return append(tables, r.sliceTable(), r.coverageTable(), r.calibrationTable(), r.probabilityTable(), r.precisionRecallTable())
}

// Files returns the tables that are worth a file of their own.
func (r *Report) Files() []Table {
	var files []Table
	for _, t := range append(r.Tables(), r.pointTable()) {
		if t.Name == "calibration" {
			t = t.withoutBars()
		}
		if len(t.Header) > 0 && len(t.Rows) > 0 {
			files = append(files, t)
		}
	}
	return files
}

// Headline returns the number the task is judged by, in one line.
func (r *Report) Headline() string {
	return fmt.Sprintf("%s: %s %s on %d rows in %d groups",
		r.Task, r.HeadlineName, r.Scores.Headline, r.Sampling.Rows, r.Sampling.Groups)
}

func (r *Report) overallTable() Table {
	s := r.Scores
	t := Table{
		Name:   "overall",
		Title:  r.Headline(),
		Header: []string{"measure", "value", "95% interval"},
		Align:  []Align{Left, Right, Right},
		Notes:  append([]string{r.Signature}, r.Notes...),
	}
	add := func(name string, e Estimate) {
		t.Rows = append(t.Rows, []string{name, number(e.Value), e.Interval.String()})
	}
	add(r.HeadlineName, s.Headline)
	if r.HeadlineName != macroF1 {
		add(macroF1, s.Macro.F1)
	}
	add("macro recall", s.Macro.Recall)
	add("weighted F1", s.Weighted.F1)
	add("accuracy", s.Accuracy)
	add("kappa", s.Kappa)
	add("MCC", s.MCC)
	return t
}

func (r *Report) labelTable() Table {
	t := Table{
		Name:   "labels",
		Title:  "By label",
		Header: []string{"label", "precision", "recall", "F1", "F1 95% interval", "support", "predicted"},
		Align:  []Align{Left, Right, Right, Right, Right, Right, Right},
	}
	add := func(name string, p PRF, support, predicted int) {
		row := []string{name, number(p.Precision.Value), number(p.Recall.Value), number(p.F1.Value), p.F1.Interval.String()}
		if support == 0 {
			row = []string{name, "-", "-", "-", "-"}
		}
		t.Rows = append(t.Rows, append(row, strconv.Itoa(support), strconv.Itoa(predicted)))
	}
	for _, l := range r.Scores.ByLabel {
		add(string(l.Label), l.PRF, l.Support, l.Predicted)
	}
	add("macro avg", r.Scores.Macro, r.Sampling.Rows, r.Sampling.Rows)
	add("weighted avg", r.Scores.Weighted, r.Sampling.Rows, r.Sampling.Rows)
	return t
}

func (r *Report) baselineTable() Table {
	t := Table{
		Name:   "baselines",
		Title:  strings.ToUpper(r.System[:1]) + r.System[1:] + " and baselines (vs: " + r.System + " minus baseline in the same draws, ~ inside the noise)",
		Header: []string{"system", macroF1, "accuracy"},
		Align:  []Align{Left, Right, Right, Right},
	}
	apart := r.HeadlineName != macroF1 // the headline needs a column of its own
	if apart {
		t.Header = slices.Insert(t.Header, 1, r.HeadlineName)
	}
	add := func(name string, headline, macro, accuracy fmt.Stringer) {
		row := []string{name, macro.String(), accuracy.String()}
		if apart {
			row = slices.Insert(row, 1, headline.String())
		}
		t.Rows = append(t.Rows, row)
	}
	add(r.System, r.Scores.Headline, r.Scores.Macro.F1, r.Scores.Accuracy)
	for _, b := range r.Baselines {
		add(b.Name, b.Scores.Headline, b.Scores.Macro.F1, b.Scores.Accuracy)
		add("vs "+b.Name, b.Gain.Headline, b.Gain.MacroF1, b.Gain.Accuracy)
	}
	return t
}
