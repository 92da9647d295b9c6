package features

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// ruleWith returns what the rule family says of a sentence of sentences with the given rows.
func ruleWith(rows []predicate, sentence string) float32 {
	x := NewExtractorWith([]Family{{emit: rule}}, &Lexicon{table: newPredicateTable(slices.Clone(rows))})
	return x.Features(spokenStatement(sentence))[0].Value
}

// withFirstWordIn returns the rows of a table whose first word stands in the sentence, in
// order: all that can be heard there.
func withFirstWordIn(t *predicateTable, sentence string) []predicate {
	x := NewExtractorWith(nil, &Lexicon{table: t})
	x.Features(spokenStatement(sentence))
	var rows []predicate
	seen := make(map[int32]bool)
	for _, w := range x.view.tokens {
		for r := w.predicates.first; r < w.predicates.end; r++ {
			if row := t.rows[r]; !seen[row.number] {
				seen[row.number] = true
				rows = append(rows, row)
			}
		}
	}
	slices.SortFunc(rows, func(a, b predicate) int { return int(a.number - b.number) })
	return rows
}

// changes returns a sentence on which the rule says something else without the row of the
// given number, or "".
func changes(t *predicateTable, number int32, sentences []string) string {
	for _, s := range sentences {
		with := withFirstWordIn(t, s)
		without := slices.DeleteFunc(slices.Clone(with), func(p predicate) bool { return p.number == number })
		if math.Abs(float64(ruleWith(with, s)-ruleWith(without, s))) > 1e-6 {
			return s
		}
	}
	return ""
}

// telling returns sentences of a row in which rows of the same stem in other slots say
// something else: where a preposition stands far behind the word, another party between.
func telling(s *speaker, r *LexiconRow) []string {
	e := r.Entry()
	all := s.sentences(r)
	switch r.Slot() {
	case "object":
		return append(all, "SOURCE "+s.predicate(r)+" the new and much larger and stronger army of TARGET", "TARGET was "+past(e)+" by SOURCE",
			"SOURCE "+e+" the new and much larger and stronger army of TARGET")
	case "owner":
		return append(all, "SOURCE spoke of TARGET's OTHER "+e, "SOURCE spoke of TARGET's very own "+e)
	case "modified":
		return append(all, "TARGET is "+e+" to OTHER", "OTHER spoke of "+e+" TARGET", "OTHER is TARGET's "+e, "OTHER said "+e+" TARGET")
	case "subject":
		return append(all, "TARGET became "+e, "TARGET "+e+" OTHER", "TARGET will once more "+e)
	}
	return append(all, "SOURCE spoke of "+e+" with OTHER "+r.Slot()+" TARGET", "SOURCE spoke of "+e+" to OTHER "+r.Slot()+" TARGET",
		"SOURCE is "+e+" even "+r.Slot()+" TARGET", "SOURCE is "+e+" with OTHER "+r.Slot()+" TARGET")
}

func TestEveryPolarEntryChangesWhatTheRuleSays(t *testing.T) {
	var l *Lexicon
	rows, speaker := l.Rows(), newSpeaker()
	polar := 0
	for i := range rows {
		if rows[i].Polarity() == 0 {
			continue
		}
		polar++
		if changes(l.predicates(), int32(i), telling(speaker, &rows[i])) == "" {
			t.Errorf("%s: %s as %s: without it the rule says the same on every sentence; delete it", rows[i].Place(), rows[i].Entry(), rows[i].Slot())
		}
	}
	if polar < 8000 {
		t.Errorf("%d polar entries, want 8,000", polar)
	}
}

func TestEveryEntryIsHeard(t *testing.T) {
	var l *Lexicon
	rows, speaker := l.Rows(), newSpeaker()
	for i := range rows {
		spoken := speaker.speak(&rows[i])
		if spoken == nil {
			t.Errorf("%s: %q is never heard", rows[i].Place(), rows[i].Entry())
		} else if p := rows[i].Polarity(); p != 0 && !strings.Contains(spoken.Meaning, fmt.Sprintf(" shows %+d toward target", p)) {
			t.Errorf("%s: polarity %d, but %q: %s", rows[i].Place(), p, spoken.Sentence, spoken.Meaning)
		}
	}
}
