package datasets

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// labelled returns examples of texts with a stance.
func labelled(texts []string) []Example {
	ex := make([]Example, len(texts))
	for i, s := range texts {
		ex[i].Text, ex[i].Stance = s, Favor
	}
	return ex
}

func TestFingerprintsFindWhatTheTextsFind(t *testing.T) {
	train := variants(2000, 5)
	gold := slices.Concat(train[:100], changed(train, 400), variants(100, 6))
	f := NewFingerprints(labelled(train), Tasks)
	leaks := f.Leaks(labelled(gold), Stance)
	near, differ := 0, 0
	for i, m := range Matches(gold, train) {
		want := NoLeak
		switch {
		case m.Exact:
			want = ExactLeak
		case m.Found():
			want = NearLeak
			near++
		}
		if leaks[i] != want {
			if differ++; want == ExactLeak || leaks[i] == ExactLeak {
				t.Errorf("%q: %v, want %v", gold[i], leaks[i], want)
			}
		}
	}
	// Texts of more than 31 words are compared by a sample of theirs.
	if differ > near/20 || near < 20 {
		t.Errorf("%d of 600 differ from the comparison of whole texts, which finds %d near ones", differ, near)
	}
}

// The limits that Fingerprints states: of texts whose sketch is whole every long part is
// found; of longer ones half is, and a quarter is often missed.
func TestPartsOfLongTextsAreFoundAsStated(t *testing.T) {
	check := func(words, kept int, least, most float64) {
		t.Helper()
		rng := rand.New(rand.NewPCG(1, uint64(words)))
		var texts, parts []string
		for range 500 {
			var w []string
			for range words {
				w = append(w, fmt.Sprintf("w%d", rng.IntN(100000)))
			}
			texts, parts = append(texts, strings.Join(w, " ")), append(parts, strings.Join(w[:kept], " "))
		}
		for i, m := range Matches(parts, texts) {
			if m.Of != i {
				t.Fatalf("%d of %d words are no near duplicate", kept, words)
			}
		}
		f := NewFingerprints(labelled(texts), Tasks)
		_, near := leakTally(f.Leaks(labelled(parts), Stance))
		if found := float64(near) / 500; found < least || found > most {
			t.Errorf("%d of %d words: %.3f are found, want %v to %v", kept, words, found, least, most)
		}
		if want := map[bool]int{true: 500}[words > 31]; f.Sampled() != want {
			t.Errorf("%d words: %d texts are sampled, want %d", words, f.Sampled(), want)
		}
	}
	check(31, 12, 1, 1)
	check(32, 12, 1, 1)
	check(45, 22, 0.98, 1)
	check(60, 30, 0.98, 1)
	check(100, 50, 0.98, 1)
	check(60, 15, 0.4, 0.7)
	check(100, 20, 0, 0.4)
}

func TestFingerprintsKnowTheTask(t *testing.T) {
	ex := labelled([]string{"Oslo left.", "Rome stayed."})
	ex[1].Stance, ex[1].Sentiment = "", Negative
	f := NewFingerprints(append(ex, Example{Statement: Statement{Text: "No label."}}), Tasks)
	if f.Texts != 2 || f.Kept != 2 {
		t.Errorf("%d texts, %d kept", f.Texts, f.Kept)
	}
	gold := []Example{{Statement: Statement{Text: "OSLO left."}}, {Statement: Statement{Text: "Rome stayed!"}}, {Statement: Statement{Text: "No label."}}, {}}
	check := func(task Task, want ...Leak) {
		t.Helper()
		if got := f.Leaks(gold, task); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", task.Name, got, want)
		}
	}
	check(Stance, ExactLeak, NoLeak, NoLeak, NoLeak)
	check(Sentiment, NoLeak, NearLeak, NoLeak, NoLeak)
	if got := NewFingerprints(ex, []Task{Sentiment}); got.Texts != 1 {
		t.Errorf("a model of sentiment knows %d texts", got.Texts)
	}
}

func TestFingerprintsReadBackFromTheirBytes(t *testing.T) {
	f := NewFingerprints(labelled(variants(300, 7)), Tasks)
	b := f.Bytes()
	if len(b) != f.Size() || len(b) > 80*f.Kept {
		t.Errorf("%d bytes, Size says %d, %d texts", len(b), f.Size(), f.Kept)
	}
	g, err := OpenFingerprints(b, f.Texts, f.Kept)
	if err != nil || !slices.Equal(g.Bytes(), b) {
		t.Fatalf("read back: %v", err)
	}
	if &g.hash[0] != &b[0] {
		t.Error("the bytes were copied")
	}
	if e, err := OpenFingerprints(nil, 0, 0); err != nil || e.Leaks(labelled([]string{"x y"}), Stance)[0] != NoLeak {
		t.Errorf("no fingerprints: %v", err)
	}
}

func TestFingerprintsThatDoNotFitAreRefused(t *testing.T) {
	f := NewFingerprints(labelled(variants(50, 8)), Tasks)
	b := f.Bytes()
	check := func(what string, data []byte, texts, kept int) {
		t.Helper()
		if _, err := OpenFingerprints(data, texts, kept); err == nil {
			t.Errorf("%s: no error", what)
		}
	}
	check("cut off", b[:len(b)-1], f.Texts, f.Kept)
	check("too long", append(slices.Clone(b), 0, 0), f.Texts, f.Kept)
	check("one text more", b, f.Texts+1, f.Kept+1)
	check("negative", b, f.Texts, -1)
	check("more kept than there are", b, f.Kept-1, f.Kept)
	check("huge", b, 1<<62, 1<<62)
	for i := range f.Kept * fixedBytes {
		c := slices.Clone(b)
		c[i] ^= 0x80
		g, err := OpenFingerprints(c, f.Texts, f.Kept)
		if err == nil { // what still fits must not crash
			g.Leaks(labelled([]string{"w1 w2 w3", "w1"}), Stance)
		}
	}
}

func TestFingerprintsAreBounded(t *testing.T) {
	var texts []string
	for i := range keptTexts + 1000 {
		texts = append(texts, fmt.Sprintf("note %d", i))
	}
	f := NewFingerprints(labelled(texts), Tasks)
	if f.Texts != keptTexts+1000 || f.Kept != keptTexts || f.Size() > 80*keptTexts {
		t.Fatalf("%d texts, %d kept, %d bytes", f.Texts, f.Kept, f.Size())
	}
	exact := 0
	for _, l := range f.Leaks(labelled(texts), Stance) {
		if l == ExactLeak {
			exact++
		}
	}
	if exact != keptTexts {
		t.Errorf("%d texts are found", exact)
	}
}

func TestFingerprintsDoNotDependOnTheOrderOfRows(t *testing.T) {
	ex := labelled(variants(400, 9))
	want := NewFingerprints(ex, Tasks).Bytes()
	slices.Reverse(ex)
	if !slices.Equal(NewFingerprints(ex, Tasks).Bytes(), want) {
		t.Error("other bytes")
	}
}

func TestFingerprintsOfTwoModelsJoin(t *testing.T) {
	texts := variants(300, 8)
	first, second := labelled(texts[:200]), labelled(texts[150:])
	for i := range second {
		second[i].Stance, second[i].Sentiment = "", Positive
	}
	all := slices.Concat(first, second)
	want := NewFingerprints(all, Tasks)
	got := NewFingerprints(first, Tasks).With(NewFingerprints(second, Tasks))
	if !slices.Equal(got.Bytes(), want.Bytes()) || got.Texts != want.Texts || got.Kept != want.Kept {
		t.Errorf("%d of %d texts, want %d of %d; or the bytes differ", got.Kept, got.Texts, want.Kept, want.Texts)
	}
	if _, err := OpenFingerprints(got.Bytes(), got.Texts, got.Kept); err != nil {
		t.Error(err)
	}
	none := NewFingerprints(nil, Tasks)
	if got := none.With(want); !slices.Equal(got.Bytes(), want.Bytes()) {
		t.Error("joining with nothing changes the bytes")
	}
	if want.With(nil) != nil || (*Fingerprints)(nil).With(want) != nil {
		t.Error("unknown texts are taken for none")
	}
}
