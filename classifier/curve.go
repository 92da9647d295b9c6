package classifier

import (
	"fmt"
	"math/rand/v2"

	"stance/datasets"
)

// A Trial is one point of a learning curve: a classifier that was trained on a share
// of the articles, and what it answers to articles that it has not seen.
type Trial struct {
	Share       float64               // of the articles that may be trained on, in (0, 1]
	Seed        uint64                // of the articles drawn and held out
	Articles    int                   // groups trained on
	Rows        int                   // examples trained on
	Held        []int                 // examples held out
	Predictions []datasets.Prediction // beside Held
}

// curveFolds says which part of the articles is held out: one in so many.
const curveFolds = 5

// Curve trains on growing shares of the articles and predicts a fifth that is held out,
// once for each seed. What a smaller share trains on, a larger one does too. done is
// told of every trial; nil is allowed.
func Curve(r Recipe, examples []*datasets.Example, groups []int, shares []float64, seeds []uint64, done func(Trial)) ([]Trial, error) {
	var trials []Trial
	for _, seed := range seeds {
		r.Seed = seed
		folds, err := Folds(r, examples, groups, curveFolds)
		if err != nil {
			return nil, err
		}
		train, held := parts(groups, folds, 0)
		order := shuffledGroups(groups, train, seed)
		for _, share := range shares {
			t := Trial{Share: share, Seed: seed, Articles: max(int(share*float64(len(order))+0.5), 1), Held: held}
			if err := t.run(r, examples, groups, train, order); err != nil {
				return nil, fmt.Errorf("learning curve at %g %% of the articles, seed %d: %w", 100*share, seed, err)
			}
			trials = append(trials, t)
			if done != nil {
				done(t)
			}
		}
	}
	return trials, nil
}

// run trains on the examples of the first groups in order and predicts those held out.
func (t *Trial) run(r Recipe, examples []*datasets.Example, groups, train, order []int) error {
	chosen := make(map[int]bool, t.Articles)
	for _, g := range order[:t.Articles] {
		chosen[g] = true
	}
	var rows []int
	for _, i := range train {
		if chosen[groups[i]] {
			rows = append(rows, i)
		}
	}
	t.Rows = len(rows)
	all := make([]datasets.Prediction, len(examples))
	if err := learnAndPredict(r, examples, groups, rows, t.Held, all); err != nil {
		return err
	}
	for _, i := range t.Held {
		t.Predictions = append(t.Predictions, all[i])
	}
	return nil
}

// shuffledGroups returns the groups of the given rows in an order drawn from the seed.
func shuffledGroups(groups, rows []int, seed uint64) []int {
	var order []int
	known := make(map[int]bool)
	for _, i := range rows {
		if g := groups[i]; !known[g] {
			known[g] = true
			order = append(order, g)
		}
	}
	rand.New(rand.NewPCG(seed, 1)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}
