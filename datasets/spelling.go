package datasets

import (
	"fmt"
	"strings"
)

// spelled lists the words that are read as a label of a task beside the label itself.
var spelled = []struct {
	task  string
	label Label
	words []string
}{
	{"stance", Favor, []string{"favour", "pro", "support", "supports", "for", "in favor", "in favour", "1", "+1", "1.0"}},
	{"stance", Against, []string{"con", "anti", "oppose", "opposes", "opposed", "-1", "-1.0"}},
	{"stance", None, []string{"neutral", "neither", "0", "0.0"}},
	{"sentiment", Positive, []string{"pos", "1", "+1", "1.0"}},
	{"sentiment", Negative, []string{"neg", "-1", "-1.0"}},
	{"sentiment", Neutral, []string{"neu", "0", "0.0"}},
}

// ParseLabel returns the label of a task that a word stands for, without regard
// to case and surrounding space; exact says that it is the label's own name. The
// empty word is the empty label: not annotated. ok is false if it is none.
func (t Task) ParseLabel(word string) (label Label, exact, ok bool) {
	word = strings.ToLower(strings.TrimSpace(word))
	if label = Label(word); word == "" || t.Index(label) >= 0 {
		return label, true, true
	}
	word = strings.ReplaceAll(word, "\u2212", "-") // minus sign
	for _, s := range spelled {
		for _, w := range s.words {
			if s.task == t.Name && w == word {
				return s.label, false, true
			}
		}
	}
	return "", false, false
}

// spellings remembers the words read as labels, in order of first appearance.
type spellings []spelling

type spelling struct {
	task  string
	word  string
	label Label
	line  int // of the first row
	rows  int
}

// read returns the label that the word in a row stands for.
func (s *spellings) read(t Task, word, file string, line int) (Label, error) {
	if label := Label(word); word == "" || t.Index(label) >= 0 {
		return label, nil
	}
	label, exact, ok := t.ParseLabel(word)
	if !ok {
		return "", unknownLabel(t, word, file, line)
	}
	if !exact {
		s.note(spelling{task: t.Name, word: word, label: label, line: line, rows: 1})
	}
	return label, nil
}

func (s *spellings) note(n spelling) {
	for i, old := range *s {
		if old.task == n.task && old.word == n.word {
			(*s)[i].rows++
			return
		}
	}
	*s = append(*s, n)
}

func (s spellings) notices(file string) []string {
	var notices []string
	for _, n := range s {
		notices = append(notices, fmt.Sprintf("%s:%d: %s %q read as %s (%s)", file, n.line, n.task, n.word, n.label, count(n.rows, "row")))
	}
	return notices
}

// unknownLabel returns the error for a word that is no label of the task.
func unknownLabel(t Task, word, file string, line int) error {
	var names []string
	for _, label := range t.Labels {
		names = append(names, string(label))
	}
	last := len(names) - 1
	e := &RowError{File: file, Line: line,
		What:   fmt.Sprintf("%q is not a %s label", word, t.Name),
		Remedy: fmt.Sprintf("use %s or %s, or leave the cell empty", strings.Join(names[:last], ", "), names[last])}
	for _, other := range Tasks {
		if _, _, ok := other.ParseLabel(word); ok && other.Name != t.Name {
			e.Remedy = fmt.Sprintf("it looks like a %s: put it in the column %s", other.Name, other.Name)
			return e
		}
	}
	if name := nearest([]string{word}, names); name != "" {
		e.Remedy = fmt.Sprintf("did you mean %q?", name)
	}
	return e
}
