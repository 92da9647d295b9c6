package datasets

import (
	"os"
	"path/filepath"
	"testing"
)

// corpus reads a public corpus, or skips the test, loudly.
func corpus(t *testing.T, name string) *Audited {
	t.Helper()
	f, err := os.Open(filepath.Join(corpora, name))
	if err != nil {
		t.Skipf("SKIPPED: the public corpora are not in %s, so that %s is not checked", corpora, name)
	}
	defer f.Close()
	a, err := ReadAudited(name, f)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// The corpus has two rows a sentence. Its README says: 394 of the 1,461 dev sentences
// stand in train, 392 with the same pair and label.
func TestLeaksOfPublicCorpusAreFound(t *testing.T) {
	train, dev := corpus(t, "dse/train.csv"), corpus(t, "dse/dev.csv")
	if n := len(dev.Examples); n != 2*1461 {
		t.Fatalf("%d rows", n)
	}
	found := Inspect([]*Audited{train, dev})
	rows, texts := Leaked{2 * 1461, 2 * 394, 2 * 392, 0, 4}, Leaked{1446, 394, 392, 0, 2}
	if l := found.Leaks[0]; l.Rows != rows || l.Texts != texts {
		t.Errorf("rows %+v, texts %+v; want %+v, %+v", l.Rows, l.Texts, rows, texts)
	}
	leaks := NewFingerprints(train.Examples, Tasks).Leaks(dev.Examples, Stance)
	if exact, near := leakTally(leaks); exact != 2*394 || near != 4 {
		t.Errorf("by fingerprints: %d exact, %d near", exact, near)
	}
	// What is left is dev_clean, less the two sentences that stand nearly in train.
	clean := corpus(t, "dse/dev_clean.csv")
	exact, near := leakTally(NewFingerprints(train.Examples, Tasks).Leaks(clean.Examples, Stance))
	if len(clean.Examples) != 2134 || exact != 0 || near != 4 {
		t.Errorf("dev_clean: %d rows, %d exact, %d near", len(clean.Examples), exact, near)
	}
}

func leakTally(leaks []Leak) (exact, near int) {
	for _, l := range leaks {
		switch l {
		case ExactLeak:
			exact++
		case NearLeak:
			near++
		}
	}
	return exact, near
}
