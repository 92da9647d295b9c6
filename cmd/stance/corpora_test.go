package main

import (
	"slices"
	"testing"
)

func TestFilesAreNamedAsShortlyAsTellsThemApart(t *testing.T) {
	check := func(paths []string, want ...string) {
		t.Helper()
		if got := shortNames(paths); !slices.Equal(got, want) {
			t.Errorf("short names of %q: %q, want %q", paths, got, want)
		}
	}
	check([]string{"/data/dse/train.csv"}, "train.csv")
	check([]string{"-"}, "-")
	check([]string{"dse/train.csv", "/data/sentfin/train.csv", "dse/dev.csv"}, "dse/train.csv", "sentfin/train.csv", "dev.csv")
	check([]string{"a/x/t.csv", "b/x/t.csv"}, "a/x/t.csv", "b/x/t.csv")
	check([]string{"train.csv", "more/train.csv"}, "train.csv", "more/train.csv")
	check([]string{"train.csv", "train.csv"}, "train.csv", "train.csv")
}
