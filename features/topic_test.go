package features

import "testing"

// Every feature that no token shows has the topic of its family.
func TestTopicsAreThoseOfTheFamilies(t *testing.T) {
	topics := map[string]string{"lexicon": "lexicon", "predicates": "predicates", "connotation": "predicates", "quotation": "quotation", "rule": "rule",
		"between": "positions", "clause": "positions", "roles": "positions"}
	seen := map[string]bool{}
	for _, family := range Families {
		x := NewExtractor([]Family{family})
		for _, s := range written(400, 8) {
			for _, f := range x.Features(s) {
				if f.First >= 0 {
					continue
				}
				seen[family.Name] = true
				if f.Topic() != topics[family.Name] {
					t.Fatalf("%s: %q has the topic %q, want %q", family.Name, x.Describe(f, s), f.Topic(), topics[family.Name])
				}
			}
		}
	}
	for name := range topics {
		if !seen[name] {
			t.Errorf("no feature of %s concerns the whole statement", name)
		}
	}
}
