package reports

import (
	"cmp"
	"fmt"
	"strings"

	"stance/datasets"
)

// Schema is the version of Report's JSON. Later versions only add keys.
const Schema = 1

// A Report is the outcome of an evaluation, ready for encoding/json: its keys do
// not change with the data, and no number is NaN.
type Report struct {
	Schema       int              `json:"schema"`
	Signature    string           `json:"signature"`
	Task         string           `json:"task"`
	Labels       []datasets.Label `json:"labels"` // in reporting order
	HeadlineName string           `json:"headline_name"`
	System       string           `json:"system"` // what was scored: "model", or the trainer that was cross-validated
	Sampling     Sampling         `json:"sampling"`
	Scores       Scores           `json:"scores"`
	Confusion    [][]int          `json:"confusion"` // [gold][predicted]
	Baselines    []Comparison     `json:"baselines"`
	Breakdowns   []Breakdown      `json:"breakdowns"` // by target, then by the columns asked for, then by source
	Leaks        *Leaks           `json:"leaks"`      // null = nobody looked
	Notes        []string         `json:"notes"`      // what a reader should know before trusting the numbers

	Inputs          []Input          `json:"inputs"`           // what was scored, and what with
	By              []string         `json:"by"`               // columns that a breakdown was asked for
	Slices          []FlagSlice      `json:"slices"`           // by what the statements are like, the worst first
	Coverage        []Kept           `json:"coverage"`         // by least probability; empty without probabilities
	Calibration     *Calibration     `json:"calibration"`      // null without probabilities
	PrecisionRecall []PrecisionCurve `json:"precision_recall"` // by label; empty without probabilities
	Ceiling         *Ceiling         `json:"human_ceiling"`    // nil unless AddCeiling found coders
	Errors          int              `json:"errors"`           // rows predicted wrong
}

// A Sampling says what was scored and how its intervals were drawn.
type Sampling struct {
	Data      string `json:"data"` // "" = not said
	Rows      int    `json:"rows"`
	Groups    int    `json:"groups"`
	GroupedBy string `json:"grouped_by"` // "" = not said
	Draws     int    `json:"draws"`
	Seed      uint64 `json:"seed"`
	Version   string `json:"version"` // "" = not said
}

// A Comparison is a baseline's scores and what the model has more than them.
type Comparison struct {
	Name   string `json:"name"`
	Scores Scores `json:"scores"`
	Gain   struct {
		Headline Difference `json:"headline"`
		MacroF1  Difference `json:"macro_f1"`
		Accuracy Difference `json:"accuracy"`
	} `json:"gain"`
}

// Signature returns one line that lets anyone repeat a number, for example
//
//	F1(favor,against) | task stance | rows 600 | groups 96 by doc_id | draws 2000 | seed 1 | stance 0.1.0
func Signature(t datasets.Task, s Sampling) string {
	return s.sign(HeadlineName(t), "task "+t.Name, fmt.Sprintf("rows %d", s.Rows))
}

// sign joins what was measured with how it was drawn.
func (s Sampling) sign(fields ...string) string {
	groups := fmt.Sprintf("groups %d", s.Groups)
	if s.GroupedBy != "" {
		groups += " by " + s.GroupedBy
	}
	return signDraws(append(fields, groups), s.Draws, s.Seed, s.Data, s.Version)
}

// signDraws ends a signature: how was drawn, from what, by which version.
func signDraws(fields []string, draws int, seed uint64, data, version string) string {
	fields = append(fields, fmt.Sprintf("draws %d", draws), fmt.Sprintf("seed %d", seed))
	if data != "" {
		fields = append(fields, data)
	}
	if version != "" {
		fields = append(fields, "stance "+version)
	}
	return strings.Join(fields, " | ")
}

// report puts the drawn numbers in order.
func (e *evaluation) report() *Report {
	o, model := e.options, e.parts[0]
	r := &Report{
		Schema:       Schema,
		Task:         e.task.Name,
		Labels:       e.task.Labels,
		HeadlineName: HeadlineName(e.task),
		System:       cmp.Or(o.System, "model"),
		Sampling:     Sampling{o.Data, len(e.outcomes), e.groups, o.GroupedBy, o.Draws, o.Seed, o.Version},
		Scores:       model.scores(),
		Confusion:    model.confusion.Counts,
		Baselines:    []Comparison{},
		Breakdowns:   []Breakdown{},
		Notes:        notes(model.confusion, e.groups),
	}
	r.Signature = Signature(e.task, r.Sampling)
	for i, b := range e.baselines {
		r.Baselines = append(r.Baselines, compare(b.Name, model, e.parts[1+i]))
	}
	for _, b := range e.breakdowns {
		r.Breakdowns = append(r.Breakdowns, b.report())
	}
	e.addFull(r)
	if r.Leaks = e.leakReport(); r.Leaks != nil {
		r.Notes = append(r.Notes, r.Leaks.note(r))
	}
	return r
}

// addFull adds what only the full report shows.
func (e *evaluation) addFull(r *Report) {
	r.Inputs = append([]Input{}, e.options.Inputs...)
	r.By = append([]string{}, e.options.By...)
	r.Slices = e.specialSlices()
	r.Coverage = e.coverage()
	r.Calibration = e.calibration()
	r.PrecisionRecall = e.precisionRecall()
	r.Errors = e.parts[0].confusion.Total() - e.parts[0].confusion.Correct()
	if n := e.withoutProbabilities(); n > 0 {
		r.Notes = append(r.Notes, fmt.Sprintf("%d of %d predictions have no probabilities: no coverage, calibration and precision-recall", n, len(e.outcomes)))
	}
}

// compare returns a baseline beside the model, drawn in pairs.
func compare(name string, model, baseline *part) Comparison {
	c := Comparison{Name: name, Scores: baseline.scores()}
	c.Gain.Headline = model.minus(baseline, ofHeadline)
	c.Gain.MacroF1 = model.minus(baseline, ofMacro+2)
	c.Gain.Accuracy = model.minus(baseline, ofAccuracy)
	return c
}
