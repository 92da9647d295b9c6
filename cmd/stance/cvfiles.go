package main

import (
	"encoding/json"
	"fmt"
	"io"

	"stance/classifier"
	"stance/datasets"
	"stance/reports"
)

// curveShares are the shares of the articles that a learning curve trains on.
var curveShares = []float64{0.1, 0.25, 0.5, 0.75, 1}

// curves measures and prints the learning curve of each task.
func (v *crossValidation) curves(tasks []datasets.Task) error {
	var seeds []uint64
	for k := range v.flags.seeds {
		seeds = append(seeds, v.flags.seed+uint64(k))
	}
	var all []*reports.Curve
	for _, t := range tasks {
		c, err := v.curve(t, seeds)
		if err != nil {
			return err
		}
		all = append(all, c)
	}
	return v.writeCurves(all)
}

func (v *crossValidation) curve(t datasets.Task, seeds []uint64) (*reports.Curve, error) {
	rows := v.labelled(t)
	r := v.recipes[0]
	r.Task = t
	var trials []reports.Trial
	_, err := classifier.Curve(r, rows.examples, rows.groups, curveShares, seeds, func(trial classifier.Trial) {
		v.program.say("%s: %s on %g %% of the articles, %d rows, seed %d", t.Name, r.Trainer, 100*trial.Share, trial.Rows, trial.Seed)
		c := reports.NewConfusion(t)
		for k, i := range trial.Held {
			c.Add(rows.examples[i].Gold(t), trial.Predictions[k].Label)
		}
		trials = append(trials, reports.Trial{Share: trial.Share, Articles: trial.Articles, Rows: trial.Rows, Confusion: c})
	})
	if err != nil {
		return nil, err
	}
	return reports.LearningCurve(t, trials, v.curveSignature(r)), nil
}

func (v *crossValidation) curveSignature(r classifier.Recipe) string {
	return fmt.Sprintf("%s | %s | groups by %s | seeds %d to %d | stance %s", v.data, r.Trainer, v.how, v.flags.seed, v.flags.seed+uint64(v.flags.seeds)-1, version)
}

// writeCurves prints the curves and writes the files that were asked for.
func (v *crossValidation) writeCurves(all []*reports.Curve) error {
	var tables []reports.Table
	for _, c := range all {
		tables = append(tables, c.Table())
	}
	return v.files("curve", tables, all)
}

// write prints the reports and writes the files that were asked for.
func (v *crossValidation) write(all []*reports.Report) error {
	var tables []reports.Table
	for _, r := range all {
		for _, t := range r.Tables() {
			t.Name = r.Task + " " + t.Name
			tables = append(tables, t)
		}
	}
	return v.files("cv", tables, all)
}

// files prints the tables and writes them, and the numbers, in every form asked for.
func (v *crossValidation) files(name string, tables []reports.Table, numbers any) error {
	p, f := v.program, v.flags
	if f.json != "-" {
		if err := writeTables(p.out, tables, reports.Table.WriteText); err != nil {
			return err
		}
	}
	inJSON := func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", " ")
		return e.Encode(numbers)
	}
	if f.json != "" {
		if err := p.create(f.json, inJSON); err != nil {
			return err
		}
	}
	if f.out == "" {
		return nil
	}
	return p.writeReportFolder(f.out, name, tables, inJSON)
}
