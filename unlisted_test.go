package stance_test

import (
	"testing"

	"stance"
	"stance/datasets"
)

func TestWithUnlistedLeavesTheModelAsItIs(t *testing.T) {
	m, err := stance.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	const article = "Opposition leader Bwalya Kasonde condemned Kenya."
	labelled := m.WithUnlisted().Label(article)
	if len(labelled) != 1 || labelled[0].Source != "Bwalya Kasonde" || labelled[0].Target != "Kenya" || !labelled[0].Flags.Has(datasets.FlagUnlisted) {
		t.Errorf("with unlisted: %+v; want one statement, Bwalya Kasonde > Kenya, flagged", labelled)
	}
	labelled = m.Label(article)
	if len(labelled) != 1 || labelled[0].Source != "" || labelled[0].Flags.Has(datasets.FlagUnlisted) {
		t.Errorf("without: %+v; want one statement without source or flag", labelled)
	}
}
