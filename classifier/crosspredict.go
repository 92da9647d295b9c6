package classifier

import "stance/datasets"

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
