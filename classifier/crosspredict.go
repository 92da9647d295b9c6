package classifier

import (
	"stance/datasets"
)

// CrossPredict returns a prediction for every example by a classifier that was
// trained, from vocabulary to operating point, without the example's fold. The
// folds are grouped and stratified.
func CrossPredict(r Recipe, examples []*datasets.Example, groups []int, k int) ([]datasets.Prediction, error) {
	folds, err := datasets.Folds(values(examples), groups, r.Task, k, r.Seed)
	if err != nil {
		return nil, err
	}
	predictions := make([]datasets.Prediction, len(examples))
	for fold := range k {
		var train []*datasets.Example
		var trainGroups []int
		for i, f := range folds {
			if f != fold {
				train, trainGroups = append(train, examples[i]), append(trainGroups, groups[i])
			}
		}
		c, err := Train(r, train, trainGroups, nil)
		if err != nil {
			return nil, err
		}
		tagger := (&File{Classifiers: []*Classifier{c}}).NewTagger()
		for i, f := range folds {
			if f == fold {
				predictions[i] = tagger.Predict(r.Task, &examples[i].Statement)
			}
		}
	}
	return predictions, nil
}

// Predict returns the prediction for one task, also for a statement that Tag leaves
// without a label for want of a target or of words: where gold has an answer, the
// model is asked. It is the zero Prediction if the model lacks the task.
func (t *Tagger) Predict(task datasets.Task, s *datasets.Statement) datasets.Prediction {
	switch {
	case task.Name == datasets.Stance.Name && t.stance != nil:
		return t.stance.Label(s, nil)
	case task.Name == datasets.Sentiment.Name && t.sentiment != nil:
		return t.sentiment.labelTone(s, nil)
	}
	return datasets.Prediction{}
}

// Of returns the answer to one task.
func (a *Answer) Of(t datasets.Task) datasets.Prediction {
	if t.Name == datasets.Sentiment.Name {
		return a.Sentiment
	}
	return a.Stance
}
