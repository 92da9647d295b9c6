package classifier

import (
	"errors"
	"reflect"
	"strconv"

	"github.com/sjwhitworth/golearn/naive"
)

// learnedNB is what a Bernoulli naive Bayes of golearn has learned, with classes by
// number. golearn exports none of it, and its Save writes and flushes the whole
// schema column by column; so the two fields are read by reflection, which can
// read, but not write, what is not exported.
type learnedNB struct {
	instances reflect.Value // map[string]int: rows by class
	condProb  reflect.Value // map[string][]float64: P(t|k) by class and column
}

// learnedBy looks the fields up, and refuses a golearn that names them otherwise.
func learnedBy(nb *naive.BernoulliNBClassifier) (learnedNB, error) {
	v := reflect.ValueOf(nb).Elem()
	l := learnedNB{v.FieldByName("classInstances"), v.FieldByName("condProb")}
	if !l.instances.IsValid() || l.instances.Type() != reflect.TypeFor[map[string]int]() ||
		!l.condProb.IsValid() || l.condProb.Type() != reflect.TypeFor[map[string][]float64]() {
		return l, errors.New("classifier: golearn-nb: this version of golearn keeps its counts otherwise; build with the one in go.mod")
	}
	return l, nil
}

// rows returns the number of rows of class k.
func (l learnedNB) rows(k int) int {
	n := l.instances.MapIndex(reflect.ValueOf(strconv.Itoa(k)))
	if !n.IsValid() {
		return 0
	}
	return int(n.Int())
}

// present returns P(t|k) by column, nil for a class without rows.
func (l learnedNB) present(k int) []float64 {
	v := l.condProb.MapIndex(reflect.ValueOf(strconv.Itoa(k)))
	if !v.IsValid() {
		return nil
	}
	p := make([]float64, v.Len())
	for j := range p {
		p[j] = v.Index(j).Float()
	}
	return p
}
