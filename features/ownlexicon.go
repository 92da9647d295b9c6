package features

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"

	"stance/datasets"
)

// A Lexicon is a directed lexicon that a user extended or replaced. nil is the shipped one.
// It does not change once it is made.
type Lexicon struct {
	own   []LexiconRow // later rows of the same entry, pos and slot have replaced earlier ones
	alone bool         // without the shipped rows
	table *predicateTable
}

// A refusedLexicon is the error of rows that cannot be used.
type refusedLexicon struct{ error }

func (e refusedLexicon) Unwrap() []error { return []error{e.error, datasets.ErrRefused} }

// NewLexicon returns the shipped lexicon with rows of a user's, or alone those. A row of the
// same entry, pos and slot replaces ours, or one before it. Where ours and theirs are both
// about the same words and parties, theirs is heard. No rows are the shipped lexicon, nil.
func NewLexicon(own []LexiconRow, alone bool) (*Lexicon, error) {
	if len(own) == 0 && !alone {
		return nil, nil
	}
	if len(own) == 0 {
		return nil, refusedLexicon{errors.New("features: the lexicon is empty; name a file with rows")}
	}
	l := &Lexicon{alone: alone}
	at := make(map[[3]string]int)
	for i := range own {
		row := own[i]
		if err := row.validate(); err != nil {
			return nil, refusedLexicon{err}
		}
		if k, ok := at[row.key()]; ok {
			l.own[k] = row
			continue
		}
		at[row.key()] = len(l.own)
		l.own = append(l.own, row)
	}
	rows := l.Rows()
	predicates := make([]predicate, len(rows))
	for i := range rows {
		predicates[i] = newPredicate(rows[i].cells[:], nil)
	}
	l.table = newPredicateTable(predicates)
	return l, nil
}

// Extend returns the lexicon with more rows.
func (l *Lexicon) Extend(rows []LexiconRow) (*Lexicon, error) {
	if l == nil {
		return NewLexicon(rows, false)
	}
	return NewLexicon(slices.Concat(l.own, rows), l.alone)
}

// Own returns the rows that are the user's; they are not to be changed.
func (l *Lexicon) Own() []LexiconRow {
	if l == nil {
		return nil
	}
	return l.own
}

// Alone reports whether the lexicon is without the shipped rows.
func (l *Lexicon) Alone() bool { return l != nil && l.alone }

// Rows returns all rows, the user's first.
func (l *Lexicon) Rows() []LexiconRow {
	if l.Alone() {
		return l.own
	}
	shipped := numberedRows("predicates.csv", shippedRecords())
	if l == nil {
		return shipped
	}
	replaced := make(map[[3]string]bool, len(l.own))
	for i := range l.own {
		replaced[l.own[i].key()] = true
	}
	rows := slices.Clone(l.own)
	for i := range shipped {
		if !replaced[shipped[i].key()] {
			rows = append(rows, shipped[i])
		}
	}
	return rows
}

// predicates returns the table that the rows make, by their numbers in Rows.
func (l *Lexicon) predicates() *predicateTable {
	if l == nil {
		return shippedPredicates()
	}
	return l.table
}

// Bytes returns the user's rows as a CSV, for OpenLexicon.
func (l *Lexicon) Bytes() []byte { return writeLexicon(l.Own()) }

// Hash returns the sha256 of all that the lexicons hold, VADER's among them, in hexadecimal:
// LexiconHash for the shipped one.
func (l *Lexicon) Hash() string {
	switch {
	case l == nil:
		return LexiconHash()
	case l.alone:
		return fmt.Sprintf("%x", sha256.Sum256([]byte(vaderCSV+"alone\n"+string(l.Bytes()))))
	}
	return fmt.Sprintf("%x", sha256.Sum256([]byte(vaderCSV+predicatesCSV+"extended\n"+string(l.Bytes()))))
}
