package reports

import (
	"fmt"
	"strconv"

	"stance/datasets"
)

// A LeakCheck says what the gold was compared with to find Outcome.Leak.
type LeakCheck struct {
	Skipped string // why it was not compared; "" = it was
	Texts   int    // distinct texts that the model was trained on
	Known   int    // of them with fingerprints; fewer: leaks are a lower bound
	Sampled int    // of these too long to be known whole: short parts of them may be missed
}

// Leaks are the gold rows that stand in the training data, and what the scores are
// without them.
type Leaks struct {
	Checked bool        `json:"checked"`
	Skipped string      `json:"skipped"` // why not checked; "" = checked
	Texts   int         `json:"training_texts"`
	Known   int         `json:"training_texts_known"`
	Sampled int         `json:"training_texts_sampled"` // of them known by a sample of their words
	Exact   int         `json:"exact"`                  // rows
	Near    int         `json:"near"`                   // rows
	Without *LeakScores `json:"without"`                // of the other rows; nil where there are no leaks, or nothing else
	Leaked  *LeakScores `json:"leaked"`                 // of the leaks alone; nil where there are none
	Gain    *Difference `json:"gain"`                   // headline of all rows minus that without leaks, in the same draws
}

// LeakScores are the numbers of some rows.
type LeakScores struct {
	Rows     int      `json:"rows"`
	Groups   int      `json:"groups"`
	Headline Estimate `json:"headline"`
	MacroF1  Estimate `json:"macro_f1"`
	Accuracy Estimate `json:"accuracy"`
}

// leakParts are the parts of the rows without leaks and of the leaks; nil without rows.
type leakParts struct{ without, leaked *part }

// addLeaks adds the parts that Leaks is made of, where there are leaks.
func (e *evaluation) addLeaks() {
	if e.options.Leaks == nil || e.options.Leaks.Skipped != "" {
		return
	}
	var clean, leaked []int
	for i := range e.outcomes {
		if e.outcomes[i].Leak == datasets.NoLeak {
			clean = append(clean, i)
		} else {
			leaked = append(leaked, i)
		}
	}
	if len(leaked) == 0 {
		return
	}
	e.leaks.leaked = e.add(scoreMeasures(e.task), leaked, e.predicted)
	if len(clean) > 0 {
		e.leaks.without = e.add(scoreMeasures(e.task), clean, e.predicted)
	}
}

// leakReport returns the leaks with their numbers; nil if nobody asked.
func (e *evaluation) leakReport() *Leaks {
	c := e.options.Leaks
	if c == nil {
		return nil
	}
	l := &Leaks{Checked: c.Skipped == "", Skipped: c.Skipped, Texts: c.Texts, Known: c.Known, Sampled: c.Sampled,
		Without: e.leaks.without.leakScores(), Leaked: e.leaks.leaked.leakScores()}
	if !l.Checked {
		return l
	}
	for i := range e.outcomes {
		switch e.outcomes[i].Leak {
		case datasets.ExactLeak:
			l.Exact++
		case datasets.NearLeak:
			l.Near++
		}
	}
	if e.leaks.without != nil {
		gain := e.parts[0].apart(e.leaks.without, ofHeadline)
		l.Gain = &gain
	}
	return l
}

func (p *part) leakScores() *LeakScores {
	if p == nil {
		return nil
	}
	return &LeakScores{p.confusion.Total(), p.groups, p.estimate(ofHeadline), p.estimate(ofMacro + 2), p.estimate(ofAccuracy)}
}

// note says in one line what a reader must know of leaks.
func (l *Leaks) note(r *Report) string {
	switch {
	case !l.Checked:
		return "leaks: not checked, " + l.Skipped
	case l.Exact+l.Near == 0:
		return fmt.Sprintf("leaks: none of %d gold rows stands in the training data, exactly or nearly%s%s", r.Sampling.Rows, l.sampled(), l.missed())
	}
	s := "leaks: " + l.count(r.Sampling.Rows)
	if l.Without == nil {
		return s + "; none is left to judge by"
	}
	advice := "believe that"
	switch l.Gain.Verdict {
	case verdictNoise:
		advice = "the difference is inside the noise"
	case verdictUnknown:
		advice = "how sure the difference is cannot be told"
	}
	return fmt.Sprintf("%s; without them %s %s on %d rows: %s%s", s, r.HeadlineName, l.Without.Headline, l.Without.Rows, advice, l.missed())
}

func (l *Leaks) count(rows int) string {
	return fmt.Sprintf("%d of %d gold rows %s in the training data (%d exactly, %d nearly)%s",
		l.Exact+l.Near, rows, verb(l.Exact+l.Near), l.Exact, l.Near, l.bound())
}

func verb(n int) string {
	if n == 1 {
		return "stands"
	}
	return "stand"
}

// sampled says that leaks may have been missed.
func (l *Leaks) sampled() string {
	if l.Known < l.Texts {
		return fmt.Sprintf("; but %d of its %d texts are known", l.Known, l.Texts)
	}
	return ""
}

// missed says which near copies may not have been found.
func (l *Leaks) missed() string {
	if l.Sampled == 0 {
		return ""
	}
	return fmt.Sprintf("; of %s over 31 words, a part of less than half may be missed", counted(l.Sampled, "training text"))
}

// bound says how much is known of the training data.
func (l *Leaks) bound() string {
	if l.Known < l.Texts {
		return fmt.Sprintf("; at least, because %d of its %d texts are known", l.Known, l.Texts)
	}
	return ""
}

// leakTable shows the scores with and without leaks.
func (r *Report) leakTable() Table {
	l := r.Leaks
	t := Table{
		Name:   "leaks",
		Title:  "Leaks: " + l.count(r.Sampling.Rows),
		Header: []string{"scored", "rows", "groups", r.HeadlineName, "accuracy"},
		Align:  []Align{Left, Right, Right, Right, Right},
	}
	add := func(name string, s *LeakScores) {
		if s != nil {
			t.Rows = append(t.Rows, []string{name, strconv.Itoa(s.Rows), strconv.Itoa(s.Groups), s.Headline.String(), s.Accuracy.String()})
		}
	}
	add("all", &LeakScores{r.Sampling.Rows, r.Sampling.Groups, r.Scores.Headline, r.Scores.Macro.F1, r.Scores.Accuracy})
	add("without leaks", l.Without)
	add("leaks alone", l.Leaked)
	if l.Gain != nil {
		t.Rows = append(t.Rows, []string{"all minus without leaks", "", "", l.Gain.String(), ""})
	}
	return t
}
