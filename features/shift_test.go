package features

import "testing"

func TestWhatNearlyHappenedCountsForNoSide(t *testing.T) {
	x := NewExtractor(nil)
	for statement, want := range map[string]int{
		"{Norway} condemned [Chile].":                                -3,
		"{Norway} stopped short of condemning [Chile].":              0,
		"{Norway} came close to an endorsement of [Chile].":          0,
		"{Norway} was on the verge of recognising [Chile].":          0,
		"{Norway} did not come close to condemning [Chile].":         0,
		"{Norway} refused to condemn [Chile].":                       1,
		"{Norway} stopped short, and it condemned [Chile].":          -3,
		"{Norway} blocked the embargo against [Chile].":              1,
		"{Norway} refused to condemn the attack on [Chile].":         -2,
		"{Norway} extended the sanctions it had imposed on [Chile].": -5,
		"{Norway} has never hidden its admiration for [Chile].":      2,
		"{Norway} was outraged at the insults against [Chile].":      2,
	} {
		if x.Features(marked(statement)); x.shown() != want {
			t.Errorf("%s: %+d, want %+d", statement, x.shown(), want)
		}
	}
}

func TestWhoBlocksAnEmbargoIsNotAgainst(t *testing.T) {
	x := NewExtractor(nil)
	x.Features(marked("{Norway} blocked the embargo against [Chile]."))
	for i := range x.view.tokens {
		if v := x.view.valueAt(i); v < 0 {
			t.Errorf("token %d has the valence %+.1f", i, v)
		}
	}
}

func TestRolesOfParties(t *testing.T) {
	check := checkFirings(t)
	check("[Chile] and {Norway} are old foes.", "source > target -2")
	check("[Chile] is an enemy, {Norway} said.", "nobody > target -2")
	check("[Chile] slammed by {Norway} for spying.", "source > target -2")
	check("According to {Norway}, <Peru> is hostile to [Chile].", "other > target -2")
	check("{Norway}, <Peru> and <Japan> are hostile to [Chile].", "source > target -2")
	check("{Norway} praised not [Chile] but <Peru>.", "source > other +2")
	check("{Norway} praised not <Peru> but [Chile].", "source > target +2")
	check("{Norway} accused <Peru> of bombing [Chile].", "source > other -2", "nobody > other -2", "other > target -3")
	check("[Chile] and {Norway} are liars.", "nobody > target -2")
	check("{Norway} condemned by name [Chile].", "source > target -3")
	check("According to {Norway}, <Peru>, a neighbor, condemned [Chile].", "other > target -3")
	check("{Norway} attacked the airport to punish [Chile].", "source > target -3", "source > target -2")
	check("{Norway} welcomed the decision to punish [Chile].", "source > target -2")
}
