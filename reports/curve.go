package reports

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"stance/datasets"
	"stance/reports/plot"
)

// A Trial is one point of a learning curve: what a model trained on a share of the
// articles makes of articles that it has not seen.
type Trial struct {
	Share     float64 // of the articles, in (0, 1]
	Articles  int     // trained on
	Rows      int     // trained on
	Confusion *Confusion
}

// A Curve says how much better a model gets with more labelled articles.
type Curve struct {
	Schema       int          `json:"schema"`
	Signature    string       `json:"signature"`
	Task         string       `json:"task"`
	HeadlineName string       `json:"headline_name"`
	Points       []CurvePoint `json:"points"` // by share, ascending
	Notes        []string     `json:"notes"`
}

// A CurvePoint is all trials of one share. Numbers are means over the trials.
type CurvePoint struct {
	Share    float64 `json:"share"`
	Trials   int     `json:"trials"`
	Articles float64 `json:"articles"`
	Rows     float64 `json:"rows"`
	Headline float64 `json:"headline"`
	Low      float64 `json:"low"`  // of the worst trial
	High     float64 `json:"high"` // of the best
}

// LearningCurve gathers trials of one task by their share. what goes into the
// signature: the data, the seeds.
func LearningCurve(t datasets.Task, trials []Trial, what string) *Curve {
	c := &Curve{Schema: Schema, Task: t.Name, HeadlineName: HeadlineName(t), Signature: HeadlineName(t) + " | task " + t.Name + " | " + what, Notes: []string{}}
	sorted := slices.Clone(trials)
	slices.SortStableFunc(sorted, func(a, b Trial) int { return cmp.Compare(a.Share, b.Share) })
	for len(sorted) > 0 {
		n := 1
		for n < len(sorted) && sorted[n].Share == sorted[0].Share {
			n++
		}
		c.Points = append(c.Points, curvePoint(sorted[:n]))
		sorted = sorted[n:]
	}
	if note := c.worth(); note != "" {
		c.Notes = append(c.Notes, note)
	}
	return c
}

// curvePoint returns the means of trials of one share.
func curvePoint(trials []Trial) CurvePoint {
	p := CurvePoint{Share: trials[0].Share, Trials: len(trials)}
	for i, t := range trials {
		h := t.Confusion.Headline()
		if i == 0 {
			p.Low, p.High = h, h
		}
		p.Low, p.High = min(p.Low, h), max(p.High, h)
		p.Headline += h
		p.Articles += float64(t.Articles)
		p.Rows += float64(t.Rows)
	}
	n := float64(len(trials))
	p.Headline, p.Articles, p.Rows = p.Headline/n, p.Articles/n, p.Rows/n
	return p
}

// worth says what the last rows that were added have brought, "" where that cannot be
// told: fewer than two points, or a difference within the spread of the trials.
func (c *Curve) worth() string {
	if len(c.Points) < 2 {
		return ""
	}
	a, b := c.Points[len(c.Points)-2], c.Points[len(c.Points)-1]
	if b.Rows <= a.Rows {
		return ""
	}
	gain := b.Headline - a.Headline
	if gain <= 0 || b.Low <= a.High {
		return fmt.Sprintf("~ from %.0f to %.0f rows the gain (%s) is within the spread of the trials: more of the same rows may not help", a.Rows, b.Rows, signed(gain))
	}
	return fmt.Sprintf("from %.0f to %.0f rows the gain is %s, beyond the spread of the trials: more rows are likely to help, how much the curve does not say", a.Rows, b.Rows, signed(gain))
}

// Table returns the curve for reading.
func (c *Curve) Table() Table {
	t := Table{
		Name:   "curve",
		Title:  fmt.Sprintf("Learning curve of %s (%s on articles held out; mean, worst and best trial)", c.Task, c.HeadlineName),
		Header: []string{"share", "articles", "rows", c.HeadlineName, "worst", "best", "trials"},
		Align:  []Align{Right, Right, Right, Right, Right, Right, Right},
		Notes:  append([]string{c.Signature}, c.Notes...),
	}
	for _, p := range c.Points {
		t.Rows = append(t.Rows, []string{
			fmt.Sprintf("%g %%", 100*p.Share), fmt.Sprintf("%.0f", p.Articles), fmt.Sprintf("%.0f", p.Rows),
			number(p.Headline), number(p.Low), number(p.High), strconv.Itoa(p.Trials),
		})
	}
	return t
}

// Plot writes the curve as an SVG picture: the mean of the trials with a band from the
// worst to the best.
func (c *Curve) Plot(w io.Writer) error {
	s := plot.Series{Band: true}
	for _, p := range c.Points {
		s.Points = append(s.Points, plot.Point{X: p.Rows, Y: p.Headline, Low: p.Low, High: p.High,
			Note: fmt.Sprintf("%.0f rows: %s, from %s to %s", p.Rows, number(p.Headline), number(p.Low), number(p.High))})
	}
	l := plot.Line{
		Title:       "Learning curve of " + c.Task,
		Description: strings.Join(append([]string{c.HeadlineName + " on articles held out, mean of the trials, from the worst to the best."}, c.Notes...), " "),
		X:           plot.Axis{Label: "rows trained on"},
		Y:           plot.Axis{Label: c.HeadlineName},
		Series:      []plot.Series{s},
	}
	_, err := io.WriteString(w, plot.File(l.SVG("curve")))
	return err
}
