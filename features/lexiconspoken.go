package features

import (
	"fmt"
	"slices"
	"strings"

	"stance/datasets"
	"stance/internal/text"
)

// A Spoken is a row of a directed lexicon in a sentence.
type Spoken struct {
	Sentence string // "SOURCE condemned TARGET": source and target by these names
	Meaning  string // "source shows -3 toward target"
}

// A speaker puts rows of a directed lexicon into sentences.
type speaker struct {
	verbs map[string]bool // entries that are verbs of one word
}

func newSpeaker() *speaker {
	s := &speaker{make(map[string]bool)}
	for _, r := range shippedRecords() {
		if r[posCell] == "verb" && !strings.Contains(r[entryCell], " ") {
			s.verbs[r[entryCell]] = true
		}
	}
	return s
}

// speak returns the first sentence of a row in which it is heard by the rule, and what it
// says there; nil where there is none.
func (s *speaker) speak(r *LexiconRow) *Spoken {
	alone, err := NewLexicon([]LexiconRow{*r}, true)
	if err != nil {
		return nil
	}
	x := NewExtractorWith(nil, alone)
	for _, sentence := range s.sentences(r) {
		x.Features(spokenStatement(sentence))
		for _, f := range x.ties() {
			if f.reaches(&x.view, target) {
				return &Spoken{sentence, f.meaning(&x.view)}
			}
		}
	}
	return nil
}

// sentences returns sentences in which a row should be heard, the most natural first.
func (s *speaker) sentences(r *LexiconRow) []string {
	e := r.Entry()
	switch r.Slot() {
	case "object":
		return []string{"SOURCE " + s.predicate(r) + " TARGET", "SOURCE " + e + " TARGET", "SOURCE will " + e + " TARGET"}
	case "owner":
		return []string{"SOURCE spoke of TARGET's " + e}
	case "modified":
		return []string{"TARGET is " + article(r) + e, "SOURCE spoke of the " + e + " TARGET", e + " TARGET"}
	case "subject":
		return []string{"TARGET " + s.predicate(r), "TARGET will " + e, "TARGET " + e}
	case "by", "from", "between":
		return []string{"SOURCE spoke of " + e + " " + r.Slot() + " TARGET", "SOURCE " + e + " " + r.Slot() + " TARGET"}
	}
	after := e + " " + r.Slot() + " TARGET"
	switch r.PartOfSpeech() {
	case "noun":
		return []string{"SOURCE's " + after, "SOURCE spoke of " + after, "SOURCE " + after}
	case "adjective":
		return []string{"SOURCE is " + after, "SOURCE " + after}
	}
	return []string{"SOURCE " + s.predicate(r) + " " + r.Slot() + " TARGET", "SOURCE " + after}
}

// predicate returns the entry as the predicate of a sentence.
func (s *speaker) predicate(r *LexiconRow) string {
	e := r.Entry()
	if r.PartOfSpeech() == "verb" {
		return past(e)
	}
	first, _, several := strings.Cut(e, " ")
	switch {
	case s.verbs[first] && several, slices.Contains(strongVerbs, first), slices.Contains(pastForms, first):
		return past(e)
	case several && (isFunction(first) || s.verbs[strings.TrimSuffix(first, "ed")] || s.verbs[strings.TrimSuffix(first, "d")]):
		return "is " + e
	}
	return e
}

func isFunction(w string) bool { return closedClasses()[text.Hash(w)]&function != 0 }

// article returns "a " before a noun of one.
func article(r *LexiconRow) string {
	e := r.Entry()
	switch {
	case r.PartOfSpeech() != "noun" || strings.HasSuffix(e, "s"):
		return ""
	case strings.IndexByte("aeio", e[0]) >= 0:
		return "an "
	}
	return "a "
}

// spokenStatement returns the statement of a sentence of sentences.
func spokenStatement(sentence string) *datasets.Statement {
	st := &datasets.Statement{Text: sentence, Source: "SOURCE", Target: "TARGET"}
	for _, name := range []string{st.Source, st.Target, "OTHER"} {
		if i := strings.Index(sentence, name); i >= 0 {
			st.Mentions = append(st.Mentions, datasets.Mention{Entity: name, Span: datasets.Span{Start: i, End: i + len(name)}})
		}
	}
	slices.SortFunc(st.Mentions, func(a, b datasets.Mention) int { return a.Start - b.Start })
	return st
}

// meaning says what a firing shows to whom: "source shows -3 toward target".
func (f *firing) meaning(v *view) string {
	who := "whoever says so"
	if f.agent >= 0 && f.agent == v.source {
		who = "source"
	}
	switch {
	case f.polarity == 0 && f.row.shift != keeps:
		return f.row.shift.does() + " what it governs, and shows nothing itself"
	case f.polarity == 0:
		return "shows nothing toward target" + f.row.connotation.words()
	}
	words := fmt.Sprintf("%s shows %+d toward target", who, f.polarity)
	if f.row.shift != keeps {
		words += ", and " + f.row.shift.does() + " what it governs"
	}
	return words + f.row.connotation.words()
}

// words continues a meaning: "; the writer shows -2 toward who does it; target fares ill".
func (c connotation) words() string {
	var b strings.Builder
	if c.agent != 0 {
		fmt.Fprintf(&b, "; the writer shows %+d toward who does it", c.agent)
	}
	if c.patient != 0 {
		fmt.Fprintf(&b, "; the writer shows %+d toward target", c.patient)
	}
	if c.effect != 0 {
		b.WriteString([...]string{"", "; target fares well", "; target fares ill"}[sign(float32(c.effect))])
	}
	return b.String()
}
