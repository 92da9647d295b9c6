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
