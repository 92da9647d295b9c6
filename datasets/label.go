package datasets

import "slices"

// A Label is one answer to a task. The empty label means "not annotated".
type Label string

// The labels of the two tasks.
const (
	Favor   Label = "favor"
	Against Label = "against"
	None    Label = "none"

	Positive Label = "positive"
	Negative Label = "negative"
	Neutral  Label = "neutral"
)

// Polar reports whether the label takes a side: it is neither none nor neutral.
func (l Label) Polar() bool { return l != "" && l != None && l != Neutral }

// A Task is a question asked of every statement, with its labels in reporting order.
type Task struct {
	Name   string
	Labels []Label
}

// Stance is the position of the source toward the target; Sentiment is the tone
// of the words about the target. Neither is derived from the other: see
// Bestvater and Monroe (2022), "Sentiment is Not Stance".
var (
	Stance    = Task{"stance", []Label{Favor, Against, None}}
	Sentiment = Task{"sentiment", []Label{Positive, Negative, Neutral}}
)

// Tasks lists the tasks in reporting order.
var Tasks = []Task{Stance, Sentiment}

// Index returns the position of label among the task's labels, or -1.
func (t Task) Index(label Label) int {
	for i, l := range t.Labels {
		if l == label {
			return i
		}
	}
	return -1
}

// An Example is a statement with its gold labels.
type Example struct {
	Statement
	Stance, Sentiment Label
	Weight            float64 // what it counts in training beside the others; 0 means 1
	File              int     // number of the file it comes from, from 0
}

// Gold returns the example's label of the task; "" means not annotated.
func (e *Example) Gold(t Task) Label {
	if t.Name == Sentiment.Name {
		return e.Sentiment
	}
	return e.Stance
}

// Side returns 1 for an example in favor of its target and -1 for one against it, by its stance,
// or where it has none annotated by its sentiment; else 0.
func (e *Example) Side() int {
	switch {
	case e.Stance == Favor, e.Stance == "" && e.Sentiment == Positive:
		return 1
	case e.Stance == Against, e.Stance == "" && e.Sentiment == Negative:
		return -1
	}
	return 0
}

// A Prediction is a model's answer to one task for one statement.
type Prediction struct {
	Label         Label
	Probabilities []float64 // in the order of Task.Labels, sums to 1
}

// Probability returns the probability of the predicted label.
func (p Prediction) Probability(t Task) float64 {
	if k := t.Index(p.Label); k >= 0 && k < len(p.Probabilities) {
		return p.Probabilities[k]
	}
	return 0
}

// Weak reports whether another label is more probable than the predicted one, as can
// be where the operating point trades accuracy for the task's headline metric.
func (p Prediction) Weak(t Task) bool {
	return len(p.Probabilities) > 0 && p.Probability(t) < slices.Max(p.Probabilities)
}
