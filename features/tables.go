package features

import (
	"errors"
	"fmt"
)

// Tables are what a vocabulary is made of, as a model file stores it.
type Tables struct {
	Start Packed // buckets+1: the columns of bucket b are [Start[b], Start[b+1])
	Rest  Packed // by column, ascending within a bucket: the low bits of its key
	Count Packed // by column: distinct texts that have the feature
}

// Tables returns the tables of the vocabulary, which share its memory.
func (v *Vocabulary) Tables() Tables { return Tables{v.start, v.rest, v.count} }

// OpenVocabulary returns the vocabulary of n columns, counted on the given number of
// texts, that the tables hold; it reads them where they stand. Tables of another size,
// or whose buckets do not follow each other, are an error.
func OpenVocabulary(t Tables, n, texts int) (*Vocabulary, error) {
	if !t.Rest.has(n) || !t.Count.has(n) || !t.Start.has(buckets(max(n, 0))+1) {
		return nil, fmt.Errorf("sections do not fit %d columns", n)
	}
	if err := t.check(n, texts); err != nil {
		return nil, err
	}
	return newVocabulary(t, texts), nil
}

// check reports what is wrong with the order of the columns or their counts.
func (t *Tables) check(n, texts int) error {
	if t.Start.At(0) != 0 || int(t.Start.At(t.Start.Len()-1)) != n {
		return errors.New("columns out of order")
	}
	for b := range t.Start.Len() - 1 {
		from, to := int(t.Start.At(b)), int(t.Start.At(b+1))
		if from > to || to > n {
			return errors.New("columns out of order")
		}
		for c := from; c < to; c++ {
			if c > from && t.Rest.At(c) <= t.Rest.At(c-1) {
				return errors.New("columns out of order")
			}
			if int(t.Count.At(c)) > texts {
				return errors.New("a column stands in more texts than there are")
			}
		}
	}
	return nil
}
