package reports

import "fmt"

// notes says in words where a number rests on a convention or on little.
func notes(c *Confusion, groups int) []string {
	said := []string{}
	say := func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) }
	for k, label := range c.Task.Labels {
		switch s := c.Label(k); {
		case !s.Present():
			say("%s: neither in gold nor predicted, left out of the macro average", label)
		case s.Gold == 0:
			say("%s: no gold statement but %d predicted; its recall (0/0) and F1 count as 0", label, s.Predicted)
		case s.Predicted == 0:
			say("%s: never predicted; its precision (0/0) counts as 0", label)
		}
	}
	for _, label := range headlineLabels(c.Task) {
		if !c.Label(c.Task.Index(label)).Present() {
			say("%s counts the absent %s as 0", HeadlineName(c.Task), label)
		}
	}
	if c.singleLabel() {
		say("kappa and MCC count as 0 where gold or predicted has a single label")
	}
	switch n := c.Total(); {
	case groups < 2:
		say("all rows in one group: no intervals")
	case n < minMany:
		say("few: %d rows; read the intervals, not the numbers", n)
	case groups < minMany:
		say("few: %d groups; the intervals are rough", groups)
	}
	return said
}

// singleLabel reports whether all gold, or all predictions, are one label.
func (c *Confusion) singleLabel() bool {
	n := c.Total()
	for k := range c.Counts {
		if c.gold(k) == n || c.predicted(k) == n {
			return true
		}
	}
	return false
}
