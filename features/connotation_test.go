package features

import (
	"slices"
	"testing"
)

// The frames of "slander" and "bomb" are those of predicates.csv: who slanders is blamed, and
// both harm their object.
func TestConnotationsFollowTheRoles(t *testing.T) {
	f := families(t, "connotation")
	check := func(statement string, want ...string) {
		t.Helper()
		got := described(f, statement)
		for _, w := range want {
			if !slices.Contains(got, w) {
				t.Errorf("%s: %q lacks %q", statement, got, w)
			}
		}
		if len(want) == 0 && len(got) > 0 {
			t.Errorf("%s: %q, want nothing", statement, got)
		}
	}
	check("[Chile] slandered {Norway}.", "connotation of the target that acts on source negative slandered", "connotation total of the target <= -1")
	check("{Norway} slandered [Chile].", "connotation of the target, acted upon by source positive slandered",
		"connotation of how the target fares, by source negative slandered", "connotation total of how it fares <= -1", "connotation total of the target >= +1")
	check("{Norway} bombed [Chile].", "connotation of how the target fares, by source negative bombed", "connotation total of how it fares <= -2")
	check("[Chile] was bombed by {Norway}.", "connotation of how the target fares, by source negative bombed")
	check("{Norway} did not bomb [Chile].")
	check("If {Norway} bombs [Chile], talks end.")
	check("{Norway} visited [Chile].")
	check("")
}
