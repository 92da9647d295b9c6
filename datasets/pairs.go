package datasets

import (
	"cmp"
	"fmt"
)

// A Pair is what two systems, A and B, predicted for a statement, beside its gold
// label.
type Pair struct {
	Statement // only the ID where no more is known
	Gold      Label
	A, B      Label
}

// PairPredictions joins the predictions of a task by two systems by id, in the
// order of A. Their gold labels are those of the predictions; rows without any are
// left aside. It refuses, with counts, rows with gold that only one system
// predicted, and ids whose gold differs.
func PairPredictions(a, b []Predicted, t Task) ([]Pair, error) {
	inA, inB := predictionsByID(a, t), predictionsByID(b, t)
	var pairs []Pair
	var differ tally
	for i := range a {
		x := &a[i]
		y := inB[x.ID]
		if x.Task != t.Name || y == nil {
			continue
		}
		gold := x.Gold
		switch {
		case gold == "":
			gold = y.Gold
		case y.Gold != "" && y.Gold != gold:
			differ.add(x.ID)
		}
		if gold != "" {
			pairs = append(pairs, Pair{Statement{ID: x.ID}, gold, x.Prediction.Label, y.Prediction.Label})
		}
	}
	return pairs, refusePairs(t, goldOutside(a, inB, t), goldOutside(b, inA, t), differ)
}

func predictionsByID(predictions []Predicted, t Task) map[string]*Predicted {
	byID := make(map[string]*Predicted, len(predictions))
	for i := range predictions {
		if p := &predictions[i]; p.Task == t.Name {
			byID[p.ID] = p
		}
	}
	return byID
}

// goldOutside counts the predictions with gold whose id the other system lacks.
func goldOutside(predictions []Predicted, other map[string]*Predicted, t Task) (missing tally) {
	for i := range predictions {
		if p := &predictions[i]; p.Task == t.Name && p.Gold != "" && other[p.ID] == nil {
			missing.add(p.ID)
		}
	}
	return missing
}

func refusePairs(t Task, missingB, missingA, differ tally) error {
	switch {
	case missingB.n+missingA.n > 0:
		what := ""
		for _, m := range []struct {
			tally
			has, lacks string
		}{{missingB, "A", "B"}, {missingA, "B", "A"}} {
			if m.n > 0 {
				what += fmt.Sprintf("%s of %s not predicted by %s, the first %q; ", count(m.n, "row"), m.has, m.lacks, m.first)
			}
		}
		return refusal(fmt.Sprintf("datasets: %s: %spredict the same rows with both", t.Name, what))
	case differ.n > 0:
		return refusal(fmt.Sprintf("datasets: %s: another gold label in B than in A for %s, the first %q; score both on the same gold file, or name it with --gold",
			t.Name, count(differ.n, "row"), differ.first))
	}
	return nil
}

// Pairs returns the examples with a gold label of the task beside the predictions
// of two systems, as JoinPredictions returns them.
func Pairs(ex []Example, a, b []Prediction, t Task) []Pair {
	var pairs []Pair
	for i := range ex {
		if gold := ex[i].Gold(t); gold != "" {
			pairs = append(pairs, Pair{ex[i].Statement, gold, a[i].Label, b[i].Label})
		}
	}
	return pairs
}

// ByRow says that every row is a group of its own, because no articles are known.
const ByRow = "row"

// Locate fills in the statements of the pairs from the examples with their ids and
// returns the pairs' groups, as Groups finds them. It refuses, with counts, ids
// that the examples lack or have twice. Without examples nothing is known but the
// ids, and every pair is a group of its own.
func Locate(pairs []Pair, ex []Example) (groups []int, how string, err error) {
	if ex == nil {
		for i := range pairs {
			groups = append(groups, i)
		}
		return groups, ByRow, nil
	}
	all, how := Groups(ex)
	byID, rows := make(map[string]int, len(ex)), make(map[string]int, len(ex))
	for i := range ex {
		byID[ex[i].ID] = i
		rows[ex[i].ID]++
	}
	var missing, twice tally
	for i := range pairs {
		id := pairs[i].ID
		switch rows[id] {
		case 0:
			missing.add(id)
		case 1:
			pairs[i].Statement = ex[byID[id]].Statement
		default:
			twice.add(id)
		}
		groups = append(groups, all[byID[id]])
	}
	if missing.n+twice.n > 0 {
		return nil, "", refusal(fmt.Sprintf("datasets: of %s predicted, %d without a statement and %d with several, the first %q; give every statement one id",
			count(len(pairs), "row"), missing.n, twice.n, cmp.Or(missing.first, twice.first)))
	}
	return groups, how, nil
}

// A tally counts rows and keeps the id of the first.
type tally struct {
	n     int
	first string
}

func (t *tally) add(id string) {
	if t.n++; t.n == 1 {
		t.first = id
	}
}

// OtherGold returns how many predictions of a task have another gold label than the
// example with their id.
func OtherGold(ex []Example, predictions []Predicted, t Task) int {
	byID, n := predictionsByID(predictions, t), 0
	for i := range ex {
		if p, gold := byID[ex[i].ID], ex[i].Gold(t); p != nil && gold != "" && p.Gold != "" && p.Gold != gold {
			n++
		}
	}
	return n
}
