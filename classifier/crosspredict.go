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
		tagger := NewBundle(&File{Classifiers: []*Classifier{c}}).NewTagger()
		for i, f := range folds {
			if f == fold {
				predictions[i] = tagger.answer(r.Task, &examples[i].Statement)
			}
		}
	}
	return predictions, nil
}

// answer returns the prediction for one task.
func (t *Tagger) answer(task datasets.Task, s *datasets.Statement) datasets.Prediction {
	var a Answer
	t.Tag(s, &a)
	return a.Of(task)
}

// Of returns the answer to one task.
func (a *Answer) Of(t datasets.Task) datasets.Prediction {
	if t.Name == datasets.Sentiment.Name {
		return a.Sentiment
	}
	return a.Stance
}
