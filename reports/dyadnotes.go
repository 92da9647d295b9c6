package reports

import (
	"fmt"
	"strings"
)

// notes says which rows are in no dyad, and what the numbers rest on.
func (d *Dyads) notes(r *DyadsReport) []string {
	said := []string{}
	say := func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) }
	if n := d.left.NoStance; n > 0 {
		say("left out: %s of %d without a stance", counted(n, "row"), d.rows)
	}
	if n := d.left.NoTarget; n > 0 {
		say("left out: %s with a stance but without a target", counted(n, "row"))
	}
	if n := d.left.Nameless; n > 0 {
		say("left out, as asked for: %s by %s", counted(n, "row"), strings.Join(d.options.Without, " or "))
	}
	if n := d.left.Others; n > 0 {
		say("left out: %s of other sources or targets", counted(n, "row"))
	}
	if n := d.left.Undated; n > 0 {
		say("%s without a date that can be read: counted in the dyad, in no %s", counted(n, "row"), d.options.Period)
	}
	if s := r.Small; s.Dyads > 0 {
		say("left out: %s of fewer than %d statements, %d in all; --min 1 shows them", counted(s.Dyads, "dyad"), r.Min, s.Statements)
	}
	if n := r.Small.Periods; n > 0 {
		say("left out: %s of a dyad, by %s, with fewer than %d statements; --min-part 1 shows them", counted(n, "part"), d.options.Period, r.MinPart)
	}
	said = append(said, d.unknownNames()...)
	if n := r.Sampling.Groups; n > 0 && n < minMany {
		say("few: %s; the intervals are rough", counted(n, "article"))
	}
	return said
}

// unknownNames names the sources and targets asked for that no row has.
func (d *Dyads) unknownNames() (said []string) {
	check := func(role string, names []string, name func(*dyadCell) string) {
		for _, want := range names {
			found := false
			for _, c := range d.order {
				found = found || strings.EqualFold(name(c), want)
			}
			if !found {
				said = append(said, fmt.Sprintf("no row with a stance has the %s %q; names are written as in the file", role, want))
			}
		}
	}
	check("source", d.options.Sources, func(c *dyadCell) string { return c.source })
	check("target", d.options.Targets, func(c *dyadCell) string { return c.target })
	return said
}
