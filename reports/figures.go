package reports

import (
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"

	"stance/reports/plot"
)

// A figure is a plot with the table that says the same in words.
type figure struct {
	Caption string
	SVG     template.HTML // "" = the caption and the table say all
	Table   Table
}

// shownBars is how many bars a plot has at most.
const shownBars = 10

// figures returns the plots of a report. prefix makes their ids unique in a page.
func (r *Report) figures(prefix string) []figure {
	var all []figure
	id := func() string { return fmt.Sprintf("%s-%d", prefix, len(all)+1) }
	add := func(caption string, svg template.HTML, t Table) {
		all = append(all, figure{caption, svg, t})
	}
	add("Confusion: rows are gold, columns predicted; strong is much of the row", r.confusionPlot().SVG(id()), r.confusionTable())
	for _, b := range r.Breakdowns {
		add(fmt.Sprintf("By %s, with 95 %% intervals", clean(b.Column)), r.breakdownPlot(b).SVG(id()), r.breakdownTable(b))
	}
	if len(r.Slices) > 0 {
		add("By what the statements are like, the worst first", r.slicePlot().SVG(id()), r.sliceTable())
	}
	if r.Calibration == nil {
		add("Coverage, calibration and precision-recall", "", Table{Notes: []string{needProbabilities}})
		return all
	}
	add("Coverage and precision: what is kept if only the surest labels are; the numbers are least probabilities", r.coveragePlot().SVG(id()), r.coverageTable())
	add("Reliability: labels printed with a probability, and how many were right; columns are the share of rows", r.reliabilityPlot().SVG(id()), r.calibrationTable().withoutBars())
	add("Precision and recall by label, as its probability comes down", r.precisionRecallPlot().SVG(id()), r.precisionRecallTable())
	add("How good the probabilities are: less is better", "", r.probabilityTable())
	return all
}

func (r *Report) confusionPlot() plot.Heat {
	h := plot.Heat{Title: "Confusion of " + r.Task, Rows: "gold", Columns: "predicted", Counts: r.Confusion}
	var words []string
	for k, l := range r.Labels {
		h.Names = append(h.Names, string(l))
		total := 0
		for _, n := range r.Confusion[k] {
			total += n
		}
		words = append(words, fmt.Sprintf("%d of %d %s", r.Confusion[k][k], total, l))
	}
	h.Description = "Right are " + strings.Join(words, ", ") + "."
	return h
}

// bars returns empty bars of the headline.
func (r *Report) bars(title string) plot.Bars {
	return plot.Bars{Title: title, Label: r.HeadlineName}
}

// barOf returns a bar of an estimate.
func barOf(name string, e Estimate) plot.Bar {
	b := plot.Bar{Name: clean(name), Value: e.Value, Text: number(e.Value)}
	if e.Interval != nil {
		b.Low, b.High = e.Interval.Low, e.Interval.High
	}
	return b
}

func (r *Report) breakdownPlot(b Breakdown) plot.Bars {
	p := r.bars(fmt.Sprintf("%s by %s", r.HeadlineName, clean(b.Column)))
	p.Reference, p.Name = r.Scores.Headline.Value, "all rows "+number(r.Scores.Headline.Value)
	for _, s := range b.Slices[:min(shownBars, len(b.Slices))] {
		p.Rows = append(p.Rows, r.sliceBar(s))
	}
	p.Description = fmt.Sprintf("%d of %d slices, the largest first; all rows have %s.", len(p.Rows), len(b.Slices), r.Scores.Headline)
	return p
}

func (r *Report) slicePlot() plot.Bars {
	p := r.bars(r.HeadlineName + " by what the statements are like")
	p.Reference, p.Name = r.Scores.Headline.Value, "all rows "+number(r.Scores.Headline.Value)
	for _, s := range r.Slices[:min(shownBars, len(r.Slices))] {
		p.Rows = append(p.Rows, r.sliceBar(s.Slice))
	}
	p.Description = fmt.Sprintf("The worst is %s with %s.", r.Slices[0].Name, r.Slices[0].Headline)
	return p
}

func (r *Report) sliceBar(s Slice) plot.Bar {
	bar := barOf(s.title(), s.Headline)
	bar.Text = fmt.Sprintf("%s · %d rows", bar.Text, s.Rows)
	if !s.hasGold(r.Task, r.Labels) {
		bar.Unknown, bar.Text = true, fmt.Sprintf("- · %d rows", s.Rows)
	}
	return bar
}

func (r *Report) coveragePlot() plot.Line {
	all := plot.Series{Name: "all labels", Band: true}
	polar := plot.Series{Name: polarWords(r.Labels) + " (share of such labels)", Band: true}
	lowest := 1.0
	for _, k := range r.Coverage {
		point := pointOf(k.Coverage.Value, k.Right, fmt.Sprintf("from %.2f: %d rows, %s right", k.From, k.Rows, k.Right))
		lowest = min(lowest, point.Low)
		all.Points = append(all.Points, point)
		if k.PolarRows > 0 {
			point := pointOf(ratio(k.PolarRows, r.Coverage[0].PolarRows), k.Polar, fmt.Sprintf("from %.2f: %d rows, %s right", k.From, k.PolarRows, k.Polar))
			lowest = min(lowest, point.Low)
			if slices.Contains([]float64{0.5, 0.7, 0.9}, k.From) {
				point.Label = fmt.Sprintf("%.1f", k.From)
			}
			polar.Points = append(polar.Points, point)
		}
	}
	return plot.Line{
		Title: "Coverage and precision of " + r.Task, Description: "As the least probability goes up, fewer rows are kept. " + r.sure(),
		X:      plot.Axis{Label: "coverage: share of the rows kept", High: 1},
		Y:      plot.Axis{Label: "precision", Low: math.Floor(lowest*10-1e-9) / 10, High: 1},
		Series: []plot.Series{all, polar},
	}
}

// pointOf returns a point of an estimate.
func pointOf(x float64, e Estimate, note string) plot.Point {
	p := plot.Point{X: x, Y: e.Value, Low: e.Value, High: e.Value, Note: note}
	if e.Interval != nil {
		p.Low, p.High = e.Interval.Low, e.Interval.High
	}
	return p
}

func (r *Report) reliabilityPlot() plot.Line {
	l := plot.Line{
		Title: "Reliability of " + r.Task, Description: "Probabilities mean what they say where the points lie on the diagonal; " + r.calibrated() + ".",
		X: plot.Axis{Label: "said: mean probability of the printed label", High: 1}, Y: plot.Axis{Label: "right", High: 1},
		Guides: []plot.Guide{{X2: 1, Y2: 1}},
	}
	var s plot.Series
	for _, b := range r.Calibration.Bins {
		s.Points = append(s.Points, pointOf(b.Said, b.Right, fmt.Sprintf("%d rows said %s, right %s", b.Rows, number(b.Said), b.Right)))
		l.Columns = append(l.Columns, plot.Column{From: b.From, To: b.To, Share: ratio(b.Rows, r.Sampling.Rows)})
	}
	l.Series = []plot.Series{s}
	return l
}

func (r *Report) precisionRecallPlot() plot.Line {
	l := plot.Line{
		Title: "Precision and recall of " + r.Task,
		X:     plot.Axis{Label: "recall", High: 1}, Y: plot.Axis{Label: "precision", High: 1},
	}
	var words []string
	for _, c := range r.PrecisionRecall {
		s := plot.Series{Name: fmt.Sprintf("%s: average precision %s, chance %s", c.Label, number(c.AveragePrecision.Value), number(c.Share)), Plain: true}
		if c.Support == 0 {
			s.Name = string(c.Label) + ", without gold"
		}
		for _, p := range c.Points {
			s.Points = append(s.Points, plot.Point{X: p.Recall, Y: p.Precision})
		}
		l.Series, words = append(l.Series, s), append(words, s.Name)
	}
	l.Description = strings.Join(words, "; ") + "."
	return l
}
