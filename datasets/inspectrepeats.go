package datasets

import (
	"fmt"
	"strconv"
)

func exactLeaks(in *inspection) {
	in.eachText(func(i, n int) {
		if m := in.matches.leaks[n]; m.Exact {
			in.add(i, in.matches.leaked[i].String(), in.matches.origin(m))
		}
	})
}

func nearLeaks(in *inspection) {
	in.eachText(func(i, n int) {
		if m := in.matches.leaks[n]; m.Found() && !m.Exact {
			in.add(i, in.matches.alike(m, in.matches.origins[m.Of]), in.matches.origin(m))
		}
	})
}

// eachText calls visit for the rows that train can use, with the number of their text.
func (in *inspection) eachText(visit func(i, n int)) {
	for i, n := range in.matches.text {
		if n >= 0 {
			visit(i, n)
		}
	}
}

func (m *matches) origin(l Match) string {
	o := m.origins[l.Of]
	return o.file.where(o.row)
}

// alike says how alike two near copies are, and shows the other one.
func (m *matches) alike(l Match, o origin) string {
	return fmt.Sprintf("resemblance %.2f, containment %.2f with: %s", l.Resemblance(), l.Containment(), o.file.Examples[o.row].Text)
}

func nearDuplicates(in *inspection) {
	in.eachText(func(i, n int) {
		if m := in.matches.repeats[n]; m.Found() {
			o := origin{in.Audited, in.matches.first[m.Of]}
			in.add(i, in.matches.alike(m, o), in.where(o.row))
		}
	})
}

// articleLeaks finds articles of earlier files whose rows do not leak by their text.
func articleLeaks(in *inspection) {
	first := map[string]origin{}
	for _, f := range in.files[:in.at] {
		for i := range f.Examples {
			if article := f.Examples[i].Article; article != "" && first[article].file == nil {
				first[article] = origin{f, i}
			}
		}
	}
	in.eachText(func(i, n int) {
		if o := first[in.Examples[i].Article]; o.file != nil && !in.matches.leaks[n].Found() {
			in.add(i, "doc_id "+in.Examples[i].Article, o.file.where(o.row))
		}
	})
}

// splitLeaks finds texts and articles that stand in two splits of one file.
func splitLeaks(in *inspection) {
	if in.columns.index("split") < 0 {
		return
	}
	first := map[[2]string]int{} // by text or article: its first row
	in.eachText(func(i, n int) {
		keys := [][2]string{{"text", strconv.Itoa(n)}, {"doc_id", in.Examples[i].Article}}
		found := false
		for _, key := range keys {
			earlier, known := first[key]
			switch {
			case key[1] == "" || found:
			case !known:
				first[key] = i
			case in.cell(earlier, "split") != in.cell(i, "split"):
				found = true
				in.add(i, fmt.Sprintf("its %s is in split %q and %q", key[0], in.cell(earlier, "split"), in.cell(i, "split")), in.where(earlier))
			}
		}
	})
}

// A place is what must be equal for two rows to be about the same: text, pair and the
// target's place in the text.
type place struct {
	text        int
	pair, start string
}

// samePlace calls visit for every row with an earlier one about the same, and the first
// such row: of those that agree if there is one, else of those that do not.
func (in *inspection) samePlace(visit func(i, earlier int, same, conflict bool)) {
	rows := map[place][]int{} // those that differ in their labels
	in.eachText(func(i, n int) {
		key := place{n, pairOf(&in.Examples[i]), in.cell(i, "target_start")}
		for _, earlier := range rows[key] {
			if same, _ := agree(&in.Examples[i], &in.Examples[earlier]); same {
				visit(i, earlier, true, false)
				return
			}
		}
		for _, earlier := range rows[key] {
			if _, conflict := agree(&in.Examples[i], &in.Examples[earlier]); conflict {
				visit(i, earlier, false, true)
				break
			}
		}
		rows[key] = append(rows[key], i)
	})
}

func duplicates(in *inspection) {
	in.samePlace(func(i, earlier int, same, _ bool) {
		if same {
			in.add(i, "", in.where(earlier))
		}
	})
}

func conflicts(in *inspection) {
	in.samePlace(func(i, earlier int, _, conflict bool) {
		if conflict {
			in.add(i, in.disagreement(i, earlier), in.where(earlier))
		}
	})
}

// disagreement names the labels that differ: "stance against, there favor".
func (in *inspection) disagreement(i, earlier int) string {
	for _, t := range Tasks {
		if a, b := in.Examples[i].Gold(t), in.Examples[earlier].Gold(t); differ(a, b) {
			return fmt.Sprintf("%s %s, there %s", t.Name, a, b)
		}
	}
	return ""
}
