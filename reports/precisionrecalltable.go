package reports

import (
	"fmt"
	"math"
	"strconv"
)

// recalls are those at which the precision is shown.
var recalls = []float64{0.2, 0.4, 0.6, 0.8}

func (r *Report) precisionRecallTable() Table {
	t := Table{
		Name:   "precision-recall",
		Title:  "Precision and recall by label, as its probability comes down",
		Header: []string{"label", "support", "AP", "95% interval", "by chance"},
		Align:  []Align{Left, Right, Right, Right, Right},
		Notes:  []string{"AP: average precision, as scikit-learn defines it; at: the precision at the first point with that recall"},
	}
	if len(r.PrecisionRecall) == 0 {
		return Table{Name: t.Name, Title: t.Title, Notes: []string{needProbabilities}}
	}
	for _, recall := range recalls {
		t.Header, t.Align = append(t.Header, fmt.Sprintf("at %.1f", recall)), append(t.Align, Right)
	}
	for _, c := range r.PrecisionRecall {
		ap := c.AveragePrecision
		row := []string{string(c.Label), strconv.Itoa(c.Support), number(ap.Value), ap.Interval.String(), number(c.Share)}
		if c.Support == 0 {
			row = []string{string(c.Label), "0", "-", "-", "-"}
		}
		for _, recall := range recalls {
			row = append(row, known(c.precisionAt(recall)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// known prints a number, and "-" for NaN.
func known(v float64) string {
	if math.IsNaN(v) {
		return "-"
	}
	return number(v)
}

// pointTable is the curves themselves, for a program that draws them.
func (r *Report) pointTable() Table {
	t := Table{Name: "pr", Header: []string{"label", "from", "recall", "precision"}, Align: []Align{Left, Right, Right, Right}}
	for _, c := range r.PrecisionRecall {
		for _, p := range c.Points {
			row := []string{string(c.Label)}
			for _, v := range []float64{p.From, p.Recall, p.Precision} {
				row = append(row, strconv.FormatFloat(v, 'f', 6, 64))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}
