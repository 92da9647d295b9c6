package classifier

import (
	"slices"

	"stance/datasets"
	"stance/features"
)

// costGrid is tried where the cost is to be chosen by cross-validation.
var costGrid = []float64{0.03, 0.1, 0.3, 1, 3, 10}

// copyRows is how many rows a target needs for its own copy of the features.
const copyRows = 100

// tune decides by grouped cross-validation what the recipe leaves open: the cost,
// and whether targets with many rows get their own copy of the features.
func (m *material) tune(families []features.Family, examples []*datasets.Example, watch Stopwatch) (features.Copies, error) {
	if m.k == 0 || m.recipe.C == 0 {
		return features.NewCopies(m.voices), nil
	}
	var copies features.Copies
	err := watch.time("tune", func() error {
		if m.recipe.AutoC {
			if err := m.tuneCost(); err != nil {
				return err
			}
		}
		if m.recipe.Prior.of(m.recipe.Task) != nil {
			copies = features.NewCopies(m.voices)
			return m.tunePrior()
		}
		var err error
		copies, err = m.tuneCopies(families, examples)
		return err
	})
	return copies, err
}

// tuneCost sets the cost of the grid with the best headline out of fold.
func (m *material) tuneCost() error {
	chosen := m.recipe.C
	for _, c := range costGrid {
		m.recipe.C = c
		op, err := m.operate()
		if err != nil {
			return err
		}
		if op.betterThan(m.operated) {
			m.operated, chosen = op, c
		}
	}
	m.recipe.C = chosen
	return nil
}

// tuneCopies gives targets with many rows their own copy of every feature if that
// raises the out-of-fold headline, and returns them.
func (m *material) tuneCopies(families []features.Family, examples []*datasets.Example) (features.Copies, error) {
	targets := frequentTargets(examples)
	if m.recipe.Shared || len(targets) == 0 {
		return features.NewCopies(m.voices), nil
	}
	if m.operated == nil {
		var err error
		if m.operated, err = m.operate(); err != nil {
			return nil, err
		}
	}
	plain, copies := m.bags, features.NewCopies(slices.Concat(targets, m.voices))
	m.bags = features.ExtractWith(families, m.recipe.Lexicon, statements(m.recipe.Task, examples), copies)
	own, err := m.operate()
	if err != nil {
		return nil, err
	}
	if own.betterThan(m.operated) {
		m.operated = own
		return copies, nil
	}
	m.bags = plain
	return features.NewCopies(m.voices), nil
}

// authorRows is how many statements with, and how many without a source it takes for
// those of the author to have their own copy of the features.
const authorRows = 50

// voices returns features.Author where the author's statements have their own copy of
// the features: what the author says of a party is stance less often than what one
// party says of another.
func voices(t datasets.Task, examples []*datasets.Example) []string {
	authors := 0
	for _, e := range examples {
		if e.Source == "" && e.Target != "" {
			authors++
		}
	}
	if t.Name != datasets.Stance.Name || authors < authorRows || len(examples)-authors < authorRows {
		return nil
	}
	return []string{features.Author}
}

// betterThan reports whether the headline is higher; anything beats nil.
func (o *operation) betterThan(p *operation) bool {
	return p == nil || o.heldOut.Headline > p.heldOut.Headline
}

// frequentTargets returns the targets with at least copyRows examples, sorted, if
// together they have most of the examples: a closed set of targets, as in a survey
// of opinions on five questions. News has an open set.
func frequentTargets(examples []*datasets.Example) []string {
	counts := make(map[string]int)
	for _, e := range examples {
		counts[e.Target]++
	}
	var targets []string
	covered := 0
	for t, n := range counts {
		if t != "" && n >= copyRows {
			targets = append(targets, t)
			covered += n
		}
	}
	if 2*covered < len(examples) {
		return nil
	}
	slices.Sort(targets)
	return targets
}
