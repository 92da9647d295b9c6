package datasets

import "stance/internal/text"

// matches are what the texts of a file repeat: earlier ones of the file itself, and
// those of the files before it.
type matches struct {
	text    []int      // by row: the number of its text in the file; -1 = not usable
	first   []int      // by text: its first row
	repeats []Match    // by text: the earlier text of the file
	leaks   []Match    // by text: the text of the files before, an index of origins
	origins []origin   // texts of the files before
	leaked  []sameness // by row: what else is the same where the text leaks exactly
}

// An origin is where a text of the files before stands first.
type origin struct {
	file *Audited
	row  int
}

// A sameness says what two rows of one text have in common.
type sameness byte

// The samenesses, the closest last.
const (
	otherPair  sameness = iota
	otherTask           // same pair, but no task that both have a label of
	otherLabel          // same pair, another label
	sameLabel           // same pair and label, of the tasks that both have one of
)

func (s sameness) String() string {
	return [...]string{"another pair", "same pair, label of another task", "same pair, another label", "same pair and label"}[s]
}

// samenessOf compares two rows of one text and pair.
func samenessOf(a, b *Example) sameness {
	s := otherTask
	for _, t := range Tasks {
		switch x, y := a.Gold(t), b.Gold(t); {
		case differ(x, y):
			return otherLabel
		case x != "" && x == y:
			s = sameLabel
		}
	}
	return s
}

// An about is a text of any file and a pair.
type about struct {
	text int // index of origins
	pair string
}

// matchesOf compares the texts of all files.
func matchesOf(files []*Audited) []matches {
	all := make([]matches, len(files))
	var before []string
	var origins []origin
	rows := map[about][]*Example{} // of the files before
	for at, a := range files {
		m := &all[at]
		texts := m.number(a)
		m.repeats, m.leaks, m.origins = Repeats(texts), Matches(texts, before), origins
		m.compare(a, rows)
		if at == len(files)-1 {
			break
		}
		m.remember(a, len(before), rows)
		before = append(before, texts...)
		for _, row := range m.first {
			origins = append(origins, origin{a, row})
		}
	}
	return all
}

// number numbers the different texts of a file, equal when folded, and returns them.
func (m *matches) number(a *Audited) (texts []string) {
	number := map[string]int{}
	for i := range a.Examples {
		m.text = append(m.text, -1)
		if !a.good(i) {
			continue
		}
		folded := text.Fold(a.Examples[i].Text)
		n, ok := number[folded]
		if !ok {
			n = len(texts)
			number[folded] = n
			texts = append(texts, a.Examples[i].Text)
			m.first = append(m.first, i)
		}
		m.text[i] = n
	}
	return texts
}

// compare fills leaked.
func (m *matches) compare(a *Audited, rows map[about][]*Example) {
	m.leaked = make([]sameness, len(m.text))
	for i, n := range m.text {
		if n < 0 || !m.leaks[n].Exact {
			continue
		}
		e := &a.Examples[i]
		for _, other := range rows[about{m.leaks[n].Of, pairOf(e)}] {
			m.leaked[i] = max(m.leaked[i], samenessOf(e, other))
		}
	}
}

// remember adds the rows of a file whose texts are numbered from base on. A text that
// stands in a file before goes under its number there.
func (m *matches) remember(a *Audited, base int, rows map[about][]*Example) {
	for i, n := range m.text {
		if n < 0 {
			continue
		}
		key := about{base + n, pairOf(&a.Examples[i])}
		if m.leaks[n].Exact {
			key.text = m.leaks[n].Of
		}
		rows[key] = append(rows[key], &a.Examples[i])
	}
}

// leakSummaries counts what of a file stands in those before it, one summary for each
// of them.
func leakSummaries(files []*Audited, at int, m *matches) []LeakSummary {
	var all []LeakSummary
	for _, before := range files[:at] {
		all = append(all, LeakSummary{File: files[at].Name, In: before.Name})
	}
	for i := range all {
		s := &all[i]
		texts := make([]sameness, len(m.first))
		for row, n := range m.text {
			if n < 0 {
				continue
			}
			s.Rows.All++
			if l := m.leaks[n]; l.Found() && m.origins[l.Of].file == files[i] {
				s.Rows.count(l, m.leaked[row])
				texts[n] = max(texts[n], m.leaked[row])
			}
		}
		s.Texts.All = len(m.first)
		for n, l := range m.leaks {
			if l.Found() && m.origins[l.Of].file == files[i] {
				s.Texts.count(l, texts[n])
			}
		}
	}
	return all
}

func (c *Leaked) count(m Match, s sameness) {
	switch {
	case !m.Exact:
		c.Near++
		return
	case s == sameLabel:
		c.SameLabel++
	case s == otherLabel:
		c.OtherLabel++
	}
	c.Exact++
}
