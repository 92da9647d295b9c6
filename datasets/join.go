package datasets

import "fmt"

// JoinPredictions returns the predictions of a task in the order of the
// examples, joined by id; the zero Prediction for an example without gold label
// of the task. Predictions for other ids are left aside. It refuses, with
// counts, gold ids that stand twice or have no prediction.
func JoinPredictions(ex []Example, predictions []Predicted, t Task) ([]Prediction, error) {
	byID := map[string]*Prediction{}
	for i := range predictions {
		if p := &predictions[i]; p.Task == t.Name {
			byID[p.ID] = &p.Prediction
		}
	}
	joined := make([]Prediction, len(ex))
	var ids idLines
	gold, absent, firstAbsent := 0, 0, ""
	for i := range ex {
		if t.Index(ex[i].Gold(t)) < 0 {
			continue
		}
		gold++
		ids.add(ex[i].ID, ex[i].ID, i+1)
		if p, ok := byID[ex[i].ID]; ok {
			joined[i] = *p
		} else if absent++; absent == 1 {
			firstAbsent = ex[i].ID
		}
	}
	if absent > 0 {
		return nil, refusal(fmt.Sprintf("datasets: no %s prediction for %d of %s, the first %q; predict every row with a %s label, under its id",
			t.Name, absent, count(gold, "gold row"), firstAbsent, t.Name))
	}
	return joined, ids.refuseGold()
}

// idLines finds ids that stand in more than one row.
type idLines struct {
	line     map[string]int // first line of a key
	repeated int            // rows with the key of an earlier one
	id       string         // the first repeated id
	a, b     int            // its first two lines
	counted  int            // last line counted as repeated
}

// add records that an id stands in a line; key is the id and what else must be
// equal in a repetition.
func (l *idLines) add(key, id string, line int) {
	if l.line == nil {
		l.line = map[string]int{}
	}
	first, ok := l.line[key]
	if !ok {
		l.line[key] = line
		return
	}
	if line == l.counted { // another task of the same row
		return
	}
	l.counted = line
	if l.repeated++; l.repeated == 1 {
		l.id, l.a, l.b = id, first, line
	}
}

func (l *idLines) refuse(file string) error {
	if l.repeated == 0 {
		return nil
	}
	return refusal(fmt.Sprintf("%s: %s with the id of an earlier row, the first %q in lines %d and %d; keep one row an id",
		file, count(l.repeated, "row"), l.id, l.a, l.b))
}

func (l *idLines) refuseGold() error {
	if l.repeated == 0 {
		return nil
	}
	return refusal(fmt.Sprintf("datasets: %s of the gold with the id of an earlier row, the first %q in examples %d and %d; keep one row an id",
		count(l.repeated, "row"), l.id, l.a, l.b))
}
