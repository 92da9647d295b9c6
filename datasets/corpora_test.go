package datasets

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The converted public corpora are no part of this repository: see SOURCES.md.
const corpora = "../../shared/data"

func TestPublicCorporaReadAsTheyAre(t *testing.T) {
	if _, err := os.Stat(corpora); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("the public corpora are not in %s", corpora)
	}
	sources, err := os.ReadFile("SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file    string
		rows    int
		offsets int // rows with a place of the target
	}{
		{"dse/train.csv", 26288, 26288},
		{"dse/dev.csv", 2922, 2922},
		{"dse/dev_clean.csv", 2134, 2134},
		{"newsmtsc_rw/train.csv", 8739, 8739},
		{"newsmtsc_rw/dev.csv", 343, 343},
		{"newsmtsc_mt/dev.csv", 442, 442},
		{"sentfin/train.csv", 11503, -1},
		{"sentfin/dev.csv", 1443, -1},
		{"plv/train.csv", 1050, 1030},
		{"tweeteval_stance/train.csv", 2620, 0},
		{"tweeteval_stance/dev.csv", 294, 0},
		{"tweeteval_sentiment/train.csv", 47471, 0},
		{"tweeteval_sentiment/dev.csv", 2000, 0},
	} {
		t.Run(c.file, func(t *testing.T) {
			f, err := os.Open(filepath.Join(corpora, c.file))
			if err != nil {
				t.Skip(err)
			}
			defer f.Close()
			corpus, err := ReadCorpus(c.file, f, false)
			if err != nil {
				t.Fatal(err)
			}
			offsets := 0
			for _, e := range corpus.Examples {
				if e.TargetSpan.Empty() {
					continue
				}
				offsets++
				// One target of newsmtsc_rw ends in a space, which the reader trims.
				if got := strings.TrimSpace(e.TargetSpan.Of(e.Text)); got != e.Target {
					t.Errorf("%s: the offsets cover %q, not %q", e.ID, got, e.Target)
				}
			}
			if len(corpus.Examples) != c.rows || corpus.Rows != c.rows || c.offsets >= 0 && offsets != c.offsets {
				t.Errorf("%d examples of %d rows, %d with offsets; want %d, %d", len(corpus.Examples), corpus.Rows, offsets, c.rows, c.offsets)
			}
			if !bytes.Contains(sources, []byte(corpus.SHA256)) {
				t.Errorf("SOURCES.md does not have its sha256 %s", corpus.SHA256)
			}
			if len(corpus.Notices) > 0 {
				t.Errorf("notices %q", corpus.Notices)
			}
		})
	}
}

// 11,523 of the 13,144 sentences of dse/train are distinct as printed; the
// corpus has two rows a sentence.
func TestFoldsOfPublicCorpusShareNoText(t *testing.T) {
	f, err := os.Open(filepath.Join(corpora, "dse/train.csv"))
	if err != nil {
		t.Skipf("the public corpora are not in %s", corpora)
	}
	defer f.Close()
	corpus, err := ReadCorpus("dse/train.csv", f, false)
	if err != nil {
		t.Fatal(err)
	}
	groups, how := Groups(corpus.Examples)
	folds, err := Folds(corpus.Examples, groups, Stance, 5, 1)
	if err != nil || how != "identical text" {
		t.Fatalf("%q, %v", how, err)
	}
	foldOf := map[string]int{}
	for i, e := range corpus.Examples {
		if f, ok := foldOf[e.Text]; ok && f != folds[i] {
			t.Fatalf("%s is in fold %d, its text also in %d", e.ID, folds[i], f)
		}
		foldOf[e.Text] = folds[i]
	}
	if len(foldOf) != 11523 {
		t.Errorf("%d distinct sentences", len(foldOf))
	}
}
