package main

import (
	"fmt"

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
	return fmt.Sprintf("%s | %s | groups by %s | seeds %d to %d | stance %s", v.data, recipeWords(r), v.how, v.flags.seed, v.flags.seed+uint64(v.flags.seeds)-1, version)
}

// writeCurves prints the curves and writes the files that were asked for.
func (v *crossValidation) writeCurves(all []*reports.Curve) error {
	m := measurement{numbers: all}
	for _, c := range all {
		m.screen = append(m.screen, c.Table())
		m.files = append(m.files,
			outputFile{c.Task + "-curve.csv", c.Table().WriteCSV},
			outputFile{c.Task + "-curve.svg", c.Plot})
	}
	m.files = append(forms("curve", m.screen, all), m.files...)
	return v.program.put(m, v.flags.out, v.flags.json)
}

// write prints the reports and writes the files that were asked for.
func (v *crossValidation) write(all []*reports.Report) error {
	m := measurement{screen: summaries(all, reports.More{Rows: "--out DIR", All: "--out DIR writes all tables and a page to read"}), numbers: all}
	var tables []reports.Table
	for _, r := range all {
		tables = append(tables, r.Tables()...)
		m.files = append(m.files, csvFiles(r.Task, r.Files())...)
	}
	m.files = append(append(forms("cv", tables, all), outputFile{"cv.html", (&reports.Page{Reports: all}).WriteHTML}), m.files...)
	return v.program.put(m, v.flags.out, v.flags.json)
}
