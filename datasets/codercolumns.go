package datasets

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// coderPattern matches the name of a column that holds what one coder said, beside
// the gold in the column of the task: stance_coder1, stance_coder_anna, stance_1.
// A number has one or two digits, so that stance_2024 is none; case, and blank,
// hyphen or nothing for the underscore, do not matter.
func coderPattern(t Task) *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\s*` + t.Name + `[ _-]*(?:coder[ _-]*(\d\d?)|coder[ _-]+(.*\S)|(\d\d?))\s*$`)
}

// coderNames returns the coder of each column of a header, "" for a column that is
// none's: coder1 for stance_coder1 and stance_1, anna for stance_coder_anna. Fewer
// than two coders are no coders.
func coderNames(t Task, header []string) []string {
	names, found := make([]string, len(header)), 0
	pattern := coderPattern(t)
	for i, h := range header {
		m := pattern.FindStringSubmatch(h)
		if m == nil {
			continue
		}
		found++
		if names[i] = m[2]; names[i] == "" {
			names[i] = "coder" + m[1] + m[3]
		}
	}
	if found < 2 {
		clear(names)
	}
	return names
}

// hasCoders reports whether a header has the columns of two coders for any task.
func hasCoders(header []string) bool {
	return slices.ContainsFunc(Tasks, func(t Task) bool {
		return slices.ContainsFunc(coderNames(t, header), func(name string) bool { return name != "" })
	})
}

// CoderLabels returns what coders said beside the gold, from columns such as
// stance_coder1 and stance_coder2: the coders in order of the columns, and their
// labels beside Examples, "" for an empty cell. Without two such columns there are
// no coders. A cell that is no label of the task is an error.
func (c *Corpus) CoderLabels(t Task) (coders []string, labels [][]Label, err error) {
	var columns []int
	for i, name := range coderNames(t, c.Header) {
		if name == "" {
			continue
		}
		if slices.Contains(coders, name) {
			return nil, nil, refusal(fmt.Sprintf("%s: two columns of %s labels by %s; rename one of them", c.Name, t.Name, name))
		}
		coders, columns = append(coders, name), append(columns, i)
	}
	if len(coders) == 0 {
		return nil, nil, nil
	}
	for r, row := range c.Cells {
		given := make([]Label, len(coders))
		for k, at := range columns {
			var ok bool
			if given[k], _, ok = t.ParseLabel(row[at]); !ok {
				return nil, nil, refusal(fmt.Sprintf("%s: column %q, row %d: %q is not a %s label; correct it, or rename the column if it is not a coder's",
					c.Name, c.Header[at], r+1, strings.TrimSpace(row[at]), t.Name))
			}
		}
		labels = append(labels, given)
	}
	return coders, labels, nil
}

// CoderColumns returns the codings of a file whose rows hold the labels of several
// coders side by side. Without such columns it has no coders.
func CoderColumns(file *Corpus) (*Codings, error) {
	given := map[string][][]Label{}
	named := map[string][]string{}
	var all []string
	for _, t := range Tasks {
		coders, labels, err := file.CoderLabels(t)
		if err != nil {
			return nil, err
		}
		named[t.Name], given[t.Name] = coders, labels
		for _, name := range coders {
			if !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	c := newCodings(all)
	if len(all) == 0 {
		return c, nil
	}
	for i := range file.Examples {
		at := c.addStatement(file.Examples[i].Statement)
		for _, t := range Tasks {
			for k, name := range named[t.Name] {
				c.labels[t.Name][at][slices.Index(all, name)] = given[t.Name][i][k]
			}
		}
	}
	return c, nil
}
