package stance

import (
	"runtime"
	"sync"

	"stance/datasets"
)

// Predict returns the model's answer to one task for every example, beside them.
// Their mentions must be filled in (see Annotate). Unlike Label it also answers
// where no target is given: gold has an answer, so the model is asked. If the
// model lacks the task, all answers are empty.
func (m *Model) Predict(examples []datasets.Example, t datasets.Task) []datasets.Prediction {
	predictions := make([]datasets.Prediction, len(examples))
	onEveryCore(len(examples), func() func(int) {
		tagger := m.file.NewTagger()
		return func(i int) { predictions[i] = tagger.Predict(t, &examples[i].Statement) }
	})
	return predictions
}

// Evidence returns, for each statement, the words that spoke most for the label which
// the model gives it for a task, the strongest first; none where the label takes no
// side. Mentions must be filled in.
func (m *Model) Evidence(statements []*datasets.Statement, t datasets.Task) [][]string {
	words := make([][]string, len(statements))
	onEveryCore(len(statements), func() func(int) {
		tagger := m.file.NewTagger()
		return func(i int) {
			for _, span := range tagger.Evidence(t, statements[i]) {
				words[i] = append(words[i], span.Of(statements[i].Text))
			}
		}
	})
	return words
}

// Unseen reports, for each example, whether its target is one that no training
// example is about; an example without target has none.
func Unseen(examples, training []datasets.Example) []bool {
	seen := make(map[string]bool)
	for i := range training {
		seen[training[i].Target] = true
	}
	unseen := make([]bool, len(examples))
	for i := range examples {
		target := examples[i].Target
		unseen[i] = target != "" && !seen[target]
	}
	return unseen
}

// onEveryCore calls a worker for 0 to n-1, in no order. Each core makes its own.
func onEveryCore(n int, newWorker func() func(i int)) {
	cores := runtime.GOMAXPROCS(0)
	var group sync.WaitGroup
	for core := range cores {
		group.Go(func() {
			work := newWorker()
			for i := core; i < n; i += cores {
				work(i)
			}
		})
	}
	group.Wait()
}
