package reports

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"
)

// scipyTests are the numbers of testdata/tests.json, written by testdata/tests.py.
type scipyTests struct {
	McNemar []struct {
		OnlyA int `json:"only_a"`
		OnlyB int `json:"only_b"`
		P     float64
	}
	Student []struct {
		T     float64
		DF    int
		Tails float64
	}
	Expanded []struct {
		N    int
		Tail float64
	}
}

func readScipyTests(t *testing.T) scipyTests {
	t.Helper()
	data, err := os.ReadFile("testdata/tests.json")
	if err != nil {
		t.Fatal(err)
	}
	var s scipyTests
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	if len(s.McNemar) == 0 || len(s.Student) == 0 || len(s.Expanded) == 0 {
		t.Fatal("testdata/tests.json lacks a part; run testdata/tests.py")
	}
	return s
}

// agrees reports whether two numbers differ by less than a millionth of the second
// or, near 0, by less than 1e-12.
func agrees(got, want float64) bool { return math.Abs(got-want) <= max(1e-12, 1e-6*want) }

func TestMcNemarEqualsScipy(t *testing.T) {
	for _, want := range readScipyTests(t).McNemar {
		if got := McNemar(want.OnlyA, want.OnlyB); !agrees(got, want.P) {
			t.Errorf("McNemar(%d, %d) = %g, scipy.stats.binomtest %g", want.OnlyA, want.OnlyB, got, want.P)
		}
	}
}

// Airway hyper-responsiveness before and after a transplantation, 21 children: 1
// changed one way, 7 the other. Fagerland, Lydersen and Laake (2013), table 1; by
// their equation p = 2 (1 + 8) / 2^8. Approval of a prime minister, 1,600 people:
// 150 and 86 changed their mind; Agresti (2002), Categorical Data Analysis, table
// 10.1, has p < 0.0001.
func TestMcNemarOfTextbooks(t *testing.T) {
	if got := McNemar(1, 7); !near(got, 18.0/256) {
		t.Errorf("McNemar(1, 7) = %v, want %v", got, 18.0/256)
	}
	if got := McNemar(150, 86); got >= 0.0001 || got != McNemar(86, 150) {
		t.Errorf("McNemar(150, 86) = %v, want below 0.0001 and the same either way", got)
	}
}

func TestMcNemarWithoutDiscordantRows(t *testing.T) {
	for n := range 3 {
		if got := McNemar(n, n); got != 1 {
			t.Errorf("McNemar(%d, %d) = %v, want 1", n, n, got)
		}
	}
}

// The example in the documentation of pingouin.multicomp (method "holm"), and R's
// p.adjust(c(0.01, 0.04, 0.20, 0.03, 0.005, 0.07), "holm").
func TestHolmOfManuals(t *testing.T) {
	check := func(p []float64, want ...float64) {
		t.Helper()
		given := slices.Clone(p)
		if got := Holm(p); !slices.EqualFunc(got, want, near) || !slices.Equal(p, given) {
			t.Errorf("Holm(%v) = %v, want %v", given, got, want)
		}
	}
	check([]float64{.50, .003, .32, .054, .0003}, .64, .012, .64, .162, .0015)
	check([]float64{0.01, 0.04, 0.20, 0.03, 0.005, 0.07}, 0.05, 0.12, 0.20, 0.12, 0.03, 0.14)
	check([]float64{0.04}, 0.04)
	check([]float64{0.02, 0.02, 0.9}, 0.06, 0.06, 0.9)
	check([]float64{0.6, 0.7}, 1, 1)
	check(nil)
}

func TestStudentEqualsScipy(t *testing.T) {
	for _, want := range readScipyTests(t).Student {
		if got := studentTails(want.T, want.DF); !agrees(got, want.Tails) {
			t.Errorf("tails beyond %v, %d degrees of freedom = %g, scipy.stats.t %g", want.T, want.DF, got, want.Tails)
		}
	}
}

func TestExpandedTailEqualsHesterberg(t *testing.T) {
	for _, want := range readScipyTests(t).Expanded {
		got := expandedTail(want.N)
		if !agrees(got, want.Tail) {
			t.Errorf("expanded tail of %d = %g, want %g", want.N, got, want.Tail)
		}
		if want.N > 2 && !agrees(tailsOf(got, want.N), 1-Level) { // two draw below what a number can hold
			t.Errorf("tails of the expanded tail of %d = %g, want %g", want.N, tailsOf(got, want.N), 1-Level)
		}
	}
}
