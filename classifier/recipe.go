package classifier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stance/datasets"
	"stance/features"
)

// A Recipe says how to train a classifier for a task. The zero value of a field
// means its default.
type Recipe struct {
	Task           datasets.Task
	Trainer        string             // name in Trainers; default logistic
	Families       []string           // names in features.Families; default by the data, see DefaultFamilies
	C              float64            // cost of an error; default by the trainer
	Costs          map[string]float64 // the same by the name of a task, in place of C
	AutoC          bool               // choose C by grouped cross-validation
	ClassWeight    string             // ClassBalanced (default), ClassByFile or ClassNone
	OperatingPoint string             // OperatingF1 (default) or OperatingArgmax
	Shared         bool               // never give a target its own copy of the features
	MinTexts       int                // a feature must stand in so many distinct texts; default 2
	Prior          *Prior             // the model to start from, where it has the task; nil: none
	PriorScale     float64            // what the prior's weights count; chosen by grouped cross-validation
	Seed           uint64

	Lexicon *DirectedLexicon // default: the shipped one
}

// A DirectedLexicon is features.Lexicon, for those who may not import that package.
type DirectedLexicon = features.Lexicon

// Operating points: the label is the argmax of log p + b with b fitted for the
// task's headline metric, or plain argmax.
const (
	OperatingF1     = "f1"
	OperatingArgmax = "argmax"
)

// Class weights: what rows count so that rare labels are learnt, too.
const (
	ClassBalanced = "balanced" // each label counts as much as the others together
	ClassByFile   = "by-file"  // and a stance in each file as much as every other: see byFile
	ClassNone     = "none"     // every row counts the same
)

// balanced reports whether the two sides of each label weigh the same.
func (r *Recipe) balanced() bool { return r.ClassWeight != ClassNone }

// A Method is a trainer that can be asked for by name.
type Method struct {
	Name      string
	Doc       string
	families  []string // nil: by the data
	weighting features.Weighting
	c         float64 // default cost for located targets; 0: the trainer has none
	shortC    float64 // default cost for text that does not name its target
	trainer   func(r Recipe) Trainer
}

var weighted = features.Weighting{IDF: true, Unit: true}

// Trainers lists the methods. A new one is one file and one line here.
var Trainers = []Method{
	{"majority", "always the most frequent label", []string{}, features.Weighting{}, 0, 0,
		func(Recipe) Trainer { return Majority{} }},
	{"lexicon", "what both lexicons say of the target, no weights learnt", []string{"rule"}, features.Weighting{}, 0, 0,
		func(Recipe) Trainer { return Lexicon{} }},
	{"nb", "multinomial naive Bayes", nil, features.Weighting{}, 0, 0,
		func(Recipe) Trainer { return NaiveBayes{Alpha: 1} }},
	{"logistic", "L2 logistic regression (default)", nil, weighted, 5, 2,
		func(r Recipe) Trainer { return Logistic{C: r.C, Balanced: r.balanced(), Seed: r.Seed} }},
	{"svm", "L2 linear support vector machine", nil, weighted, 0.3, 0.1,
		func(r Recipe) Trainer { return SVM{C: r.C, Balanced: r.balanced(), Seed: r.Seed} }},
	{"golearn-nb", "golearn's Bernoulli naive Bayes", nil, features.Weighting{}, 0, 0,
		func(Recipe) Trainer { return GolearnNB{} }},
}

// TrainerNames returns the names in Trainers.
func TrainerNames() []string {
	names := make([]string, len(Trainers))
	for i, t := range Trainers {
		names[i] = t.Name
	}
	return names
}

// HasCost reports whether the trainer of that name has a cost of errors to set.
func HasCost(trainer string) bool {
	m, ok := methodNamed(trainer)
	return ok && m.c > 0
}

// HasFamilies reports whether the trainer of that name brings its own feature
// families, and no others make sense for it.
func HasFamilies(trainer string) bool {
	m, ok := methodNamed(trainer)
	return ok && m.families != nil
}

// methodNamed looks a trainer up by its name.
func methodNamed(name string) (Method, bool) {
	i := slices.IndexFunc(Trainers, func(m Method) bool { return m.Name == name })
	if i < 0 {
		return Method{}, false
	}
	return Trainers[i], true
}

// method looks the recipe's trainer up.
func (r *Recipe) method() (Method, error) {
	name := r.Trainer
	if name == "" {
		name = "logistic"
	}
	m, ok := methodNamed(name)
	if !ok {
		return Method{}, fmt.Errorf("classifier: no trainer %q; one of %s", name, strings.Join(TrainerNames(), ", "))
	}
	return m, nil
}

// complete returns the recipe with its defaults for the given examples filled in.
func (r Recipe) complete(m Method, examples []*datasets.Example) (Recipe, []features.Family, error) {
	located := locatedShare(examples) >= 0.5
	r.Trainer = m.Name
	if prior := r.Prior.of(r.Task); prior != nil {
		r.Families = features.Names(prior.Families)
		r.PriorScale = cmp.Or(r.PriorScale, priorScale)
	}
	if r.Families == nil {
		if r.Families = m.families; r.Families == nil {
			r.Families = DefaultFamilies(located)
		}
	}
	families, unknown := features.Lookup(r.Families)
	if unknown != "" {
		return r, nil, fmt.Errorf("classifier: no feature family %q; one of %s", unknown, strings.Join(features.Names(features.Families), ", "))
	}
	if !HasCost(m.Name) {
		r.C, r.AutoC = 0, false
	} else if c, ok := r.Costs[r.Task.Name]; ok {
		r.C = c
	} else if r.C == 0 {
		if r.C = m.shortC; located {
			r.C = m.c
		}
	}
	if r.MinTexts == 0 {
		r.MinTexts = 2
	}
	r.OperatingPoint = cmp.Or(r.OperatingPoint, OperatingF1)
	r.ClassWeight = cmp.Or(r.ClassWeight, ClassBalanced)
	return r, families, nil
}

// DefaultFamilies returns the families used where none are named: those for text
// that names its target (news), or for text that mostly does not (tweets).
func DefaultFamilies(located bool) []string {
	if located {
		return features.Located
	}
	return features.Unlocated
}

// locatedShare returns the share of examples whose target stands in their text.
func locatedShare(examples []*datasets.Example) float64 {
	n := 0
	for _, e := range examples {
		if !e.TargetSpan.Empty() {
			n++
		}
	}
	return float64(n) / float64(max(len(examples), 1))
}
