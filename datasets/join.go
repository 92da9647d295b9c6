package datasets

import "fmt"

// Join returns the predictions of a task in the order of the examples, joined by id;
// the zero Prediction for an example without gold label of the task. Predictions for
// other ids are left aside: spare counts those whose id no example has. It refuses,
// with counts, gold ids that stand twice or have no prediction.
func (c *Corpus) Join(predictions []Predicted, t Task) (joined []Prediction, spare int, err error) {
	byID := map[string]*Prediction{}
	for i := range predictions {
		if p := &predictions[i]; p.Task == t.Name {
			byID[p.ID] = &p.Prediction
		}
	}
	spare = len(byID)
	joined = make([]Prediction, len(c.Examples))
	var ids, known idLines
	gold, absent, firstAbsent := 0, 0, 0
	for i := range c.Examples {
		x := &c.Examples[i]
		p, ok := byID[x.ID]
		if known.add(x.ID, x.ID, c.Lines[i]) && ok {
			spare--
		}
		if t.Index(x.Gold(t)) < 0 {
			continue
		}
		gold++
		ids.add(x.ID, x.ID, c.Lines[i])
		if ok {
			joined[i] = *p
		} else if absent++; absent == 1 {
			firstAbsent = i
		}
	}
	if absent > 0 {
		return nil, 0, &RowError{File: c.Name, Line: c.Lines[firstAbsent],
			What:   fmt.Sprintf("no %s prediction for %d of %s, the first %q", t.Name, absent, count(gold, "gold row"), c.Examples[firstAbsent].ID),
			Remedy: fmt.Sprintf("predict every row with a %s label, under its id", t.Name)}
	}
	return joined, spare, ids.refuse(c.Name)
}

// idLines finds ids that stand in more than one row.
type idLines struct {
	line     map[string]int // first line of a key
	repeated int            // rows with the key of an earlier one
	id       string         // the first repeated id
	a, b     int            // its first two lines
	counted  int            // last line counted as repeated
}

// add records that an id stands in a line, and reports whether it is new; key is the
// id and what else must be equal in a repetition.
func (l *idLines) add(key, id string, line int) bool {
	if l.line == nil {
		l.line = map[string]int{}
	}
	first, ok := l.line[key]
	if !ok {
		l.line[key] = line
		return true
	}
	if line == l.counted { // another task of the same row
		return false
	}
	l.counted = line
	if l.repeated++; l.repeated == 1 {
		l.id, l.a, l.b = id, first, line
	}
	return false
}

func (l *idLines) refuse(file string) error {
	if l.repeated == 0 {
		return nil
	}
	return refusal(fmt.Sprintf("%s: %s with the id of an earlier row, the first %q in lines %d and %d; keep one row an id",
		file, count(l.repeated, "row"), l.id, l.a, l.b))
}
