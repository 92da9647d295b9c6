package datasets

import "fmt"

// A Leak says whether a text stands among those that a model was trained on.
type Leak byte

// The kinds of leaks.
const (
	NoLeak    Leak = iota
	ExactLeak      // an equal text, when folded, is among them
	NearLeak       // a near duplicate is: see Overlap.Near, and Fingerprints for those missed
)

// String returns "", "exact" or "near".
func (l Leak) String() string {
	if names := [...]string{"", "exact", "near"}; int(l) < len(names) {
		return names[l]
	}
	return fmt.Sprintf("leak %d", byte(l))
}

// Leaks returns, for each example, whether its text trained the task.
func (f *Fingerprints) Leaks(ex []Example, t Task) []Leak {
	leaks := make([]Leak, len(ex))
	known := map[string]Leak{}
	s := f.newSearch(t)
	for i := range ex {
		leak, ok := known[ex[i].Text]
		if !ok {
			leak = s.find(ex[i].Text)
			known[ex[i].Text] = leak
		}
		leaks[i] = leak
	}
	return leaks
}
