package main

import (
	"cmp"
	"fmt"
	"strings"

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
		rows := withLabel(examples, groups, r.Task)
		folds, err := classifier.Folds(r, rows.examples, rows.groups, f.folds)
		if err != nil {
			return nil, err
		}
		predictions, err := classifier.CrossPredict(r, rows.examples, rows.groups, folds)
		if err != nil {
			return nil, err
		}
		report, err := reports.Evaluate(r.Task, rows.outcomes(predictions, folds, nil), nil, reports.Options{
			Seed: f.seed, GroupedBy: how, Version: version, Data: fmt.Sprintf("%s%s | %d-fold cross-validation", trainedOn(o.Training), recipeWords(r), f.folds) + f.parties.inSignature(o.Parties),
		})
		if err != nil {
			return nil, err
		}
		all = append(all, report)
	}
	return all, nil
}

// trainedOn names the files of a training in a signature, and what their rows count if not 1.
func trainedOn(files []classifier.Training) string {
	var names []string
	for _, f := range files {
		name := signature(f.Name, f.SHA256)
		if f.Weight != 0 && f.Weight != 1 {
			name += fmt.Sprintf(", each row counting %v", f.Weight)
		}
		names = append(names, name)
	}
	return strings.Join(names, " + ") + " | "
}

// recipeWords names what is learnt and how in a signature, so that another recipe has
// another: "svm, c 3, class weight none, features by the data".
func recipeWords(r classifier.Recipe) string {
	words := []string{r.Trainer}
	if classifier.HasCost(r.Trainer) {
		cost := "default"
		switch {
		case r.AutoC:
			cost = "auto"
		case len(r.Costs) > 0:
			cost = costsInWords(r.Costs)
		case r.C > 0:
			cost = fmt.Sprint(r.C)
		}
		words = append(words, "c "+cost, "class weight "+cmp.Or(r.ClassWeight, classifier.ClassBalanced))
	}
	switch {
	case classifier.HasFamilies(r.Trainer):
	case len(r.Families) > 0:
		words = append(words, "features "+strings.Join(r.Families, "+"))
	default:
		words = append(words, "features by the data")
	}
	if r.OperatingPoint != classifier.OperatingF1 {
		words = append(words, r.OperatingPoint)
	}
	if r.MinTexts > 0 {
		words = append(words, fmt.Sprintf("min texts %d", r.MinTexts))
	}
	if r.Lexicon != nil {
		words = append(words, fmt.Sprintf("lexicon sha256:%.8s", r.Lexicon.Hash()))
	}
	if r.Prior != nil {
		words = append(words, "prior "+signature(r.Prior.Name, r.Prior.SHA256))
	}
	if r.Shared {
		words = append(words, "shared")
	}
	return strings.Join(words, ", ")
}

// costsInWords is "stance=0.5,sentiment=2".
func costsInWords(costs map[string]float64) string {
	var words []string
	for _, t := range datasets.Tasks {
		if c, ok := costs[t.Name]; ok {
			words = append(words, fmt.Sprintf("%s=%v", t.Name, c))
		}
	}
	return strings.Join(words, ",")
}
