package classifier

import (
	"fmt"
	"slices"

	"stance/datasets"
)

// Folds deals the examples out to k folds, grouped and stratified.
func Folds(r Recipe, examples []*datasets.Example, groups []int, k int) ([]int, error) {
	return datasets.Folds(values(examples), groups, r.Task, k, r.Seed)
}

// CrossPredict returns a prediction for every example of a fold by a classifier that
// was trained, from vocabulary to operating point, without the fold, and without any
// example that shares a group with one of the fold. Folds are numbered from 0; an
// example of fold -1 is only trained on, and its prediction is empty.
func CrossPredict(r Recipe, examples []*datasets.Example, groups, folds []int) ([]datasets.Prediction, error) {
	predictions := make([]datasets.Prediction, len(examples))
	for fold := range slices.Max(folds) + 1 {
		train, held := parts(groups, folds, fold)
		if len(train) == 0 {
			return nil, fmt.Errorf("%w: fold %d: every article has a row of it, and nothing is left to train on", datasets.ErrRefused, fold+1)
		}
		if err := learnAndPredict(r, examples, groups, train, held, predictions); err != nil {
			return nil, fmt.Errorf("fold %d: %w", fold+1, err)
		}
	}
	return predictions, nil
}

// parts returns the examples to train on where a fold is held out, and those of the
// fold. No group is on both sides.
func parts(groups, folds []int, fold int) (train, held []int) {
	touched := make(map[int]bool)
	for i, f := range folds {
		if f == fold {
			held = append(held, i)
			touched[groups[i]] = true
		}
	}
	for i, f := range folds {
		if f != fold && !touched[groups[i]] {
			train = append(train, i)
		}
	}
	return train, held
}

// learnAndPredict trains on some examples and fills in the predictions of others.
func learnAndPredict(r Recipe, examples []*datasets.Example, groups, train, held []int, predictions []datasets.Prediction) error {
	chosen, itsGroups := make([]*datasets.Example, len(train)), make([]int, len(train))
	for k, i := range train {
		chosen[k], itsGroups[k] = examples[i], groups[i]
	}
	c, err := Train(r, chosen, itsGroups, nil)
	if err != nil {
		return err
	}
	tagger := (&File{Classifiers: []*Classifier{c}}).NewTagger()
	for _, i := range held {
		predictions[i] = tagger.Predict(r.Task, &examples[i].Statement)
	}
	return nil
}
