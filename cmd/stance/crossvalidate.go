package main

import (
	"fmt"

	"stance"
	"stance/classifier"
	"stance/datasets"
	"stance/reports"
)

// crossValidate returns the pooled score of grouped K-fold cross-validation for
// each task of the model; nothing if --folds does not ask for it.
func crossValidate(m *stance.Model, examples []datasets.Example, f trainFlags, o stance.Options) ([]*reports.Report, error) {
	if f.folds == 0 {
		return nil, nil
	}
	var all []*reports.Report
	groups, how := datasets.Groups(examples)
	for _, c := range m.File().Classifiers {
		r := o.Recipe
		r.Task = c.Task()
		labelled, itsGroups := stance.WithLabel(examples, groups, r.Task)
		folds, err := classifier.Folds(r, labelled, itsGroups, f.folds)
		if err != nil {
			return nil, err
		}
		predictions, err := classifier.CrossPredict(r, labelled, itsGroups, folds)
		if err != nil {
			return nil, err
		}
		outcomes := make([]reports.Outcome, len(labelled))
		for i, e := range labelled {
			outcomes[i] = reports.Outcome{ID: e.ID, Group: itsGroups[i], Source: e.Source, Target: e.Target, Gold: e.Gold(r.Task), Prediction: predictions[i]}
		}
		report, err := reports.Evaluate(r.Task, outcomes, nil, reports.Options{
			Seed: f.seed, GroupedBy: how, Version: version, Data: fmt.Sprintf("%d-fold cross-validation", f.folds),
		})
		if err != nil {
			return nil, err
		}
		all = append(all, report)
	}
	return all, nil
}
