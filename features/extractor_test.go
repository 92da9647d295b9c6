package features

import (
	"slices"
	"strings"
	"testing"
	"time"

	"stance/datasets"
)

func TestExtractGivesTheFeaturesOfEachStatement(t *testing.T) {
	s := written(2*chunkRows+77, 5)
	copies := NewCopies([]string{"the target1", "the target3", "nobody"})
	x := NewExtractor(Families)
	want := make([][]uint64, len(s))
	for i, st := range s {
		for _, f := range copies.Features(x, st) {
			want[i] = append(want[i], f.Hash&^1|uint64(f.Block()))
		}
	}
	onCores(t, []int{1, 2, 3}, func(n int) {
		if !slices.EqualFunc(rowsOf(Extract(Families, s, copies)), want, slices.Equal) {
			t.Errorf("%d cores: Extract differs from its statements one by one", n)
		}
	})
}

func TestExtractOfNothingHasNoRows(t *testing.T) {
	b := Extract(Families, nil, nil)
	if len(b.Texts) != 0 || b.Vocabulary(nil, 1).Columns() != 0 {
		t.Errorf("%d rows, %d columns", len(b.Texts), b.Vocabulary(nil, 1).Columns())
	}
}

func TestExtractKeepsTheNumbersOfTheRule(t *testing.T) {
	b := Extract(families(t, "rule"), statements("good", "", "not good"), nil)
	for i, want := range []float32{1.9, 0, 1.9 * negatedScale} {
		if _, values := b.row(i); !slices.Equal(values, []float32{want}) {
			t.Errorf("values of row %d = %v, want %v", i, values, want)
		}
	}
	if _, values := Extract(families(t, "words"), statements("good"), nil).row(0); values != nil {
		t.Errorf("values of words = %v, want none", values)
	}
}

func TestRowsOfOneFoldedTextShareItsNumber(t *testing.T) {
	b := Extract(nil, statements("Peace now", "war", "peace  NOW ", "“war”", "\"War\"", "peace now", ""), nil)
	if want := []int32{0, 1, 0, 2, 2, 0, 3}; !slices.Equal(b.Texts, want) {
		t.Errorf("texts = %v, want %v", b.Texts, want)
	}
}

func TestCopiesDoubleTheFeaturesAndNeverMeetThem(t *testing.T) {
	x := NewExtractor(Families)
	copies := NewCopies([]string{"Chile", "Peru"})
	keys := map[uint64]string{}
	for _, st := range written(300, 6) {
		st := *st
		shared := slices.Clone(x.Features(&st))
		for _, target := range []string{"Chile", "Peru"} {
			st.Target = target
			st.Mentions = nil
			own := slices.Clone(x.Features(&st))
			both := copies.Features(x, &st)
			if len(both) != 2*len(own) || !slices.Equal(both[:len(own)], own) {
				t.Fatalf("%d features have become %d", len(own), len(both))
			}
			for _, f := range both[len(own):] {
				keys[key(f.Hash)] = target
			}
			for _, f := range append(shared, own...) {
				if owner, ok := keys[key(f.Hash)]; ok {
					t.Fatalf("a shared feature has the key of a copy of %s", owner)
				}
			}
		}
	}
}

func TestTargetsWithoutCopiesKeepTheirFeatures(t *testing.T) {
	x := NewExtractor(Families)
	st := marked("{Norway} praised [Chile]")
	want := slices.Clone(x.Features(st))
	if got := NewCopies([]string{"Peru"}).Features(x, st); !slices.Equal(got, want) {
		t.Errorf("%d features, want %d", len(got), len(want))
	}
	if !slices.Equal(x.Found(), want) {
		t.Error("Found differs from Features")
	}
}

func TestTokensSayWhereTheyStandAndWhatTheyAre(t *testing.T) {
	x, st := NewExtractor(nil), marked("[The Republic of Chile] did not pay 5,000!")
	x.Features(st)
	var got []string
	for i := range x.Tokens() {
		s := x.TokenSpan(i).Of(st.Text)
		if x.Evident(i) {
			s += " evident"
		}
		if x.Content(i) {
			s += " content"
		}
		got = append(got, s)
	}
	want := []string{"The Republic of Chile", "did evident", "not evident content", "pay evident content", "5,000 evident", "!"}
	if !slices.Equal(got, want) {
		t.Errorf("tokens = %q, want %q", got, want)
	}
}

func TestNothingIsAllocatedPerStatement(t *testing.T) {
	for _, recipe := range [][]string{Located, Unlocated, Names(Families)} {
		x := NewExtractor(families(t, strings.Join(recipe, " ")))
		s := written(50, 7)
		all := func() {
			for _, st := range s {
				x.Features(st)
			}
		}
		all()
		if n := testing.AllocsPerRun(5, all); n != 0 {
			t.Errorf("%q: %v allocations in %d statements, want none", recipe, n, len(s))
		}
	}
}

func TestStrangeTextsAreRead(t *testing.T) {
	x := NewExtractor(Families)
	for _, s := range []string{
		"", " ", "a", "!", "!?.,;:", "“”", "’", "\x00", "\xff\xfe\xc3", "[\xff]", "[!]", "[ ]", "{a}[b]", "👍🏽", "中国", "\u00ad",
		strings.Repeat("x", 100_000), strings.Repeat("é", 50_000), strings.Repeat(",", 70_000), strings.Repeat(", and ", 70_000),
		"[" + strings.Repeat("long ", 20_000) + "]", strings.Repeat("“", 10_000), strings.Repeat("\xff ", 10_000),
	} {
		st := marked(s)
		again := slices.Clone(x.Features(st))
		for _, f := range again[:min(len(again), 1000)] {
			x.Describe(f, st)
		}
		if !slices.Equal(x.Features(st), again) {
			t.Errorf("%.20q has other features the second time", s)
		}
	}
}

// fastest returns the shortest of three times f takes.
func fastest(f func()) time.Duration {
	best := time.Hour
	for range 3 {
		start := time.Now()
		f()
		best = min(best, time.Since(start))
	}
	return best
}

func TestTimeGrowsInStepWithTheText(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	x := NewExtractor(Families)
	for _, unit := range []string{
		"not {Norway} “praised, and ", "[Chile] was <Peru> ", "good horrible ", "x", "is ", "“", "‘a ", "'a ", "U.S. ", "“a", "é’s ",
	} {
		long := func(size int) *datasets.Statement {
			return marked("[T] " + strings.Repeat(unit, size/len(unit)) + " {S}")
		}
		short, large := long(100_000), long(1_000_000)
		x.Features(large)
		a, b := fastest(func() { x.Features(short) }), fastest(func() { x.Features(large) })
		if b > 40*a+50*time.Millisecond { // 10 times is linear, 100 times quadratic
			t.Errorf("1 MB of %q takes %v, 100 KB %v", unit, b, a)
		}
	}
}
