package main

import (
	"stance/classifier"
	"stance/datasets"
)

// Why leaks are not checked.
const (
	leaksOfPredictions = "predictions in a file do not say what their model was trained on; stance check TRAIN.csv GOLD.csv compares the two"
	leaksOfOldModel    = "the model file has no fingerprints of its training texts; train it again with this version"
)

// findLeaks looks for the gold among the texts that a model was trained on.
func (e *evaluation) findLeaks(f *classifier.File) {
	prints := f.Fingerprints
	if prints == nil {
		e.leakCheck.Skipped = leaksOfOldModel
		return
	}
	e.leakCheck.Texts, e.leakCheck.Known, e.leakCheck.Sampled = prints.Texts, prints.Kept, prints.Sampled()
	e.leaks = make(map[string][]datasets.Leak)
	for _, c := range f.Classifiers {
		e.leaks[c.Task().Name] = prints.Leaks(e.corpus.Examples, c.Task())
	}
}
