package reports

import (
	"fmt"
	"slices"

	"stance/datasets"
)

// A Claim is a statement in an article: who says what about whom in which sentence.
type Claim struct {
	Sentence       int // number within the article
	Source, Target string
	Stance         datasets.Label
	Text           string // of the sentence, for the list of errors
}

// An ArticleOutcome is the statements of an article, by annotators and by the program.
// Sentences of both have the same numbers.
type ArticleOutcome struct {
	ID          string
	Gold, Found []Claim
}

// The levels at which statements are compared, each stricter than the one before.
var levels = []struct {
	name string
	key  func(u Claim) Claim
}{
	{"target", func(u Claim) Claim { return Claim{Sentence: u.Sentence, Target: u.Target} }},
	{"source + target", func(u Claim) Claim { return Claim{Sentence: u.Sentence, Source: u.Source, Target: u.Target} }},
	{"source + target + stance", func(u Claim) Claim {
		return Claim{Sentence: u.Sentence, Source: u.Source, Target: u.Target, Stance: u.Stance}
	}},
}

// An EndToEnd says how good the way from an article to labelled statements is.
type EndToEnd struct {
	Schema    int          `json:"schema"`
	Signature string       `json:"signature"`
	Articles  int          `json:"articles"`
	Levels    []ClaimLevel `json:"levels"`
}

// A ClaimLevel compares statements by a part of what they say. A statement counts once.
type ClaimLevel struct {
	Name    string `json:"name"`
	Gold    int    `json:"gold"`
	Found   int    `json:"found"`
	Correct int    `json:"correct"`
	PRF
}

// NewEndToEnd compares the statements of articles. Intervals are from a bootstrap over
// articles; what goes into the signature: the data, the model.
func NewEndToEnd(articles []ArticleOutcome, o Options) (*EndToEnd, error) {
	if len(articles) == 0 {
		return nil, fmt.Errorf("reports: no article to compare; name gold with at least one")
	}
	if err := o.completeDraws(); err != nil {
		return nil, err
	}
	const numbers = 3 // gold, found, correct
	width := len(levels) * numbers
	var pairs []uint64
	for a := range articles {
		for l, n := range countLevels(&articles[a]) {
			for k, count := range n {
				for range count {
					pairs = append(pairs, uint64(a)<<32|uint64(l*numbers+k))
				}
			}
		}
	}
	s := newSample(pairs, len(articles), width)
	all := s.all()
	draws := resample(s, o, func(counts []int) []float64 {
		var v []float64
		for l := range levels {
			p := prfOf(counts[l*numbers:])
			v = append(v, p[:]...)
		}
		return v
	})
	r := &EndToEnd{Schema: Schema, Articles: len(articles), Signature: endSignature(len(articles), o)}
	for l, level := range levels {
		n, v := all[l*numbers:], prfOf(all[l*numbers:])
		estimate := func(k int) Estimate { return drawnEstimate(v[k], draws[l*numbers+k], len(articles)) }
		r.Levels = append(r.Levels, ClaimLevel{level.name, n[0], n[1], n[2], PRF{estimate(0), estimate(1), estimate(2)}})
	}
	return r, nil
}

// drawnEstimate puts an interval beside a value; within one group there is none.
func drawnEstimate(value float64, draws []float64, groups int) Estimate {
	if groups < 2 {
		return Estimate{Value: value}
	}
	return Estimate{value, expanded(draws, groups)}
}

// prfOf returns precision, recall and F1 of counts of gold, found and correct.
func prfOf(n []int) [3]float64 {
	return [3]float64{ratio(n[2], n[1]), ratio(n[2], n[0]), ratio(2*n[2], n[0]+n[1])}
}

// countLevels returns gold, found and correct of each level.
func countLevels(a *ArticleOutcome) [][3]int {
	counts := make([][3]int, len(levels))
	for l, level := range levels {
		gold, found := keysOf(a.Gold, level.key), keysOf(a.Found, level.key)
		correct := 0
		for u := range found {
			if gold[u] {
				correct++
			}
		}
		counts[l] = [3]int{len(gold), len(found), correct}
	}
	return counts
}

func keysOf(claims []Claim, key func(Claim) Claim) map[Claim]bool {
	set := make(map[Claim]bool)
	for _, u := range claims {
		set[key(u)] = true
	}
	return set
}

func endSignature(articles int, o Options) string {
	return signDraws([]string{"end to end", fmt.Sprintf("articles %d", articles)}, o.Draws, o.Seed, o.Data, o.Version)
}

// Table returns the comparison for reading.
func (r *EndToEnd) Table() Table {
	t := Table{
		Name:   "end to end",
		Title:  "End to end, from raw text (parties and speakers found by the tool)",
		Header: []string{"level", "gold", "found", "correct", "precision", "recall", "F1", "F1 95% interval"},
		Align:  []Align{Left, Right, Right, Right, Right, Right, Right, Right},
		Notes:  []string{r.Signature},
	}
	for _, l := range r.Levels {
		t.Rows = append(t.Rows, []string{l.Name, fmt.Sprint(l.Gold), fmt.Sprint(l.Found), fmt.Sprint(l.Correct),
			number(l.Precision.Value), number(l.Recall.Value), number(l.F1.Value), l.F1.Interval.String()})
	}
	return t
}

// EndToEndErrors lists what differs, article by article: statements that were missed,
// that have another source or stance, and those that nobody annotated.
func EndToEndErrors(articles []ArticleOutcome) Table {
	t := Table{Name: "errors", Header: []string{"doc_id", "error", "source", "target", "stance", "found_source", "found_stance", "text"}}
	for _, a := range articles {
		for _, u := range a.Gold {
			if row := missed(a.Found, u); row != nil {
				t.Rows = append(t.Rows, append(append([]string{a.ID}, row...), u.Text))
			}
		}
		for _, u := range a.Found {
			if row := extra(a.Gold, u); row != nil {
				t.Rows = append(t.Rows, append(append([]string{a.ID}, row...), u.Text))
			}
		}
	}
	return t
}

// missed says what is wrong with the finding of a gold statement, nil if nothing is.
func missed(found []Claim, gold Claim) []string {
	about := about(found, gold)
	for _, f := range about {
		switch {
		case f.Source != gold.Source:
		case f.Stance == gold.Stance:
			return nil
		default:
			return []string{"stance", gold.Source, gold.Target, string(gold.Stance), f.Source, string(f.Stance)}
		}
	}
	if len(about) == 0 {
		return []string{"missed", gold.Source, gold.Target, string(gold.Stance), "", ""}
	}
	return []string{"source", gold.Source, gold.Target, string(gold.Stance), about[0].Source, string(about[0].Stance)}
}

// extra says that nobody annotated a statement found, nil if somebody did.
func extra(gold []Claim, found Claim) []string {
	about := about(gold, found)
	if slices.ContainsFunc(about, func(u Claim) bool { return u.Source == found.Source }) {
		return nil
	}
	kind := "extra source"
	if len(about) == 0 {
		kind = "extra target"
	}
	return []string{kind, "", found.Target, "", found.Source, string(found.Stance)}
}

// about returns the claims of the same sentence about the same target.
func about(claims []Claim, u Claim) []Claim {
	var same []Claim
	for _, v := range claims {
		if v.Sentence == u.Sentence && v.Target == u.Target {
			same = append(same, v)
		}
	}
	return same
}
