// Package reports turns gold labels and predictions into numbers and tables:
// confusion, precision, recall and F1, agreement, intervals, comparison with
// baselines, calibration, and tables as text, CSV, JSON, Markdown and a page with
// plots. It needs no model: the predictions may come from anybody's program.
package reports

import (
	"fmt"

	"stance/datasets"
)

// A Confusion counts statements by gold and predicted label.
type Confusion struct {
	Task   datasets.Task
	Counts [][]int // Counts[gold][predicted], both in the order of Task.Labels
}

// NewConfusion returns a confusion of the task without counts.
func NewConfusion(t datasets.Task) *Confusion {
	return confusionOver(t, make([]int, len(t.Labels)*len(t.Labels)))
}

// confusionOver returns a confusion whose rows share the memory of cells.
func confusionOver(t datasets.Task, cells []int) *Confusion {
	n := len(t.Labels)
	c := &Confusion{Task: t, Counts: make([][]int, n)}
	for k := range c.Counts {
		c.Counts[k] = cells[k*n : (k+1)*n : (k+1)*n]
	}
	return c
}

// Add counts one statement. It panics if a label is not of the task; Evaluate
// checks the labels it is given and returns an error instead.
func (c *Confusion) Add(gold, predicted datasets.Label) {
	g, p := c.Task.Index(gold), c.Task.Index(predicted)
	if g < 0 || p < 0 {
		panic(fmt.Sprintf("reports: confusion of %s cannot count gold %q, predicted %q", c.Task.Name, gold, predicted))
	}
	c.Counts[g][p]++
}

// Total returns the number of statements.
func (c *Confusion) Total() int {
	n := 0
	for k := range c.Counts {
		n += c.gold(k)
	}
	return n
}

// Correct returns the number of statements whose prediction is the gold label.
func (c *Confusion) Correct() int {
	n := 0
	for k := range c.Counts {
		n += c.Counts[k][k]
	}
	return n
}

// gold returns the support of label k: the sum of its row.
func (c *Confusion) gold(k int) int {
	n := 0
	for _, count := range c.Counts[k] {
		n += count
	}
	return n
}

// predicted returns how often label k was predicted: the sum of its column.
func (c *Confusion) predicted(k int) int {
	n := 0
	for _, row := range c.Counts {
		n += row[k]
	}
	return n
}
