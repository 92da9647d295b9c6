package datasets

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// The numbers are scikit-learn's and Python's: testdata/near.py.
func TestOverlapAgreesWithScikitLearn(t *testing.T) {
	data, err := os.ReadFile("testdata/near.json")
	if err != nil {
		t.Fatal(err)
	}
	var pairs []struct {
		A, B                     string
		ShinglesA                int `json:"shingles_a"`
		ShinglesB                int `json:"shingles_b"`
		Shared                   int
		Resemblance, Containment float64
	}
	if err := json.Unmarshal(data, &pairs); err != nil {
		t.Fatal(err)
	}
	for _, p := range pairs {
		o := ShinglesOf(p.A).Overlap(ShinglesOf(p.B))
		if want := (Overlap{p.Shared, p.ShinglesA, p.ShinglesB}); o != want {
			t.Errorf("%q and %q: %v, want %v", p.A, p.B, o, want)
		}
		if math.Abs(o.Resemblance()-p.Resemblance) > 1e-12 || math.Abs(o.Containment()-p.Containment) > 1e-12 {
			t.Errorf("%q and %q: %v %v, want %v %v", p.A, p.B, o.Resemblance(), o.Containment(), p.Resemblance, p.Containment)
		}
	}
}

func TestShinglesIgnoreHowTheWordsArePrinted(t *testing.T) {
	check := func(a, b string, same bool) {
		t.Helper()
		if got := slices.Equal(ShinglesOf(a), ShinglesOf(b)); got != same {
			t.Errorf("%q and %q: same %v, want %v", a, b, got, same)
		}
	}
	check("“Moscow’s army left,” he said.", "MOSCOW'S ARMY LEFT - he said", true)
	check("Moscow’s army left", "Moscow army left", true)
	check("Moscow army left", "Moscow left army", false)
	check("", " \t", true)
	check("...", "", true)
	check("Zürich", "ZÜRICH", true)
	check("broken \xff bytes", "broken bytes", true)
	check(strings.Repeat("x y ", 400), strings.Repeat("x y ", 400)+"z", true) // only the first 512 words count
	if n := len(ShinglesOf("")); n != 0 {
		t.Errorf("the empty text has %d shingles", n)
	}
	if n := len(ShinglesOf("one")); n != 2 {
		t.Errorf("a text of one word has %d shingles", n)
	}
}

func TestNearnessOfOverlaps(t *testing.T) {
	check := func(o Overlap, want bool) {
		t.Helper()
		if o.Near() != want {
			t.Errorf("%v is near: %v", o, !want)
		}
	}
	check(Overlap{0, 0, 0}, false) // 0/0 is 0
	check(Overlap{2, 2, 2}, true)
	check(Overlap{12, 14, 14}, true)  // resemblance exactly 12/16
	check(Overlap{11, 13, 14}, true)  // containment 11/13
	check(Overlap{11, 14, 14}, false) // containment 11/14
	check(Overlap{10, 10, 40}, false) // a phrase in a long text
	check(Overlap{11, 11, 40}, true)
}

// variants returns n texts, most of them near copies of others: every oracle below
// compares all pairs of them.
func variants(n int, seed uint64) []string {
	rng := rand.New(rand.NewPCG(seed, 0))
	word := func() string { return fmt.Sprintf("w%d", int(math.Exp(rng.Float64()*8))) } // Zipf's law
	var texts []string
	for range n {
		var words []string
		if len(texts) > 0 && rng.IntN(2) == 0 {
			words = strings.Fields(texts[rng.IntN(len(texts))])
			for range 1 + rng.IntN(3) {
				switch at := rng.IntN(len(words)); rng.IntN(4) {
				case 0:
					words[at] = word()
				case 1:
					words = slices.Insert(words, at, word())
				case 2:
					words = words[:max(1, at)]
				default:
					words = append(words, word(), word(), word())
				}
			}
		} else {
			for range 1 + rng.IntN(40) {
				words = append(words, word())
			}
		}
		texts = append(texts, strings.Join(words, " "))
	}
	return texts
}

// changed returns n of the texts with one word changed.
func changed(texts []string, n int) []string {
	rng := rand.New(rand.NewPCG(3, 0))
	var out []string
	for range n {
		words := strings.Fields(texts[rng.IntN(len(texts))])
		words[rng.IntN(len(words))] = "changed"
		out = append(out, strings.Join(words, " "))
	}
	return out
}

// nearByDefinition compares two texts of lower-case words, from the definition alone.
func nearByDefinition(a, b string) (resemblance float64, near bool) {
	pairs := func(s string) map[string]bool {
		words := strings.Fields("| " + s + " |")
		set := map[string]bool{}
		for i := 1; i < len(words); i++ {
			set[words[i-1]+" "+words[i]] = true
		}
		return set
	}
	s, t := pairs(a), pairs(b)
	both := 0
	for p := range s {
		if t[p] {
			both++
		}
	}
	resemblance = float64(both) / float64(len(s)+len(t)-both)
	return resemblance, resemblance >= 0.75 || both >= 11 && float64(both) >= 0.8*float64(min(len(s), len(t)))
}

func TestMatchesAreThoseOfAllPairs(t *testing.T) {
	in := variants(250, 1)
	list := slices.Concat(in[:50], changed(in, 150), variants(50, 2))
	found := 0
	for i, got := range Matches(list, in) {
		want, best := -1, 0.0
		for k := range in {
			r, near := nearByDefinition(list[i], in[k])
			if exact := list[i] == in[k]; exact {
				r = 2
			}
			if near && r > best {
				want, best = k, r
			}
		}
		if got.Of != want || got.Exact != (best == 2) {
			t.Fatalf("%q: match %+v, want %d with %.3f", list[i], got, want, best)
		}
		if got.Found() && !got.Exact {
			found++
		}
	}
	if found < 50 {
		t.Errorf("only %d near duplicates: the test shows little", found)
	}
}

func TestRepeatsAreThoseOfAllPairs(t *testing.T) {
	texts, found := variants(300, 4), 0
	for i, m := range Repeats(texts) {
		first := slices.IndexFunc(texts[:i], func(s string) bool { _, near := nearByDefinition(texts[i], s); return near })
		if m.Found() != (first >= 0) || m.Of >= i {
			t.Fatalf("%q: repeats %+v, want a text: %v", texts[i], m, first >= 0)
		}
		if m.Found() {
			found++
		}
	}
	if found < len(texts)/10 {
		t.Errorf("%d of %d texts repeat another: the test shows little", found, len(texts))
	}
}

func TestNearDuplicatesOfLittle(t *testing.T) {
	if got := Matches(nil, []string{"a"}); len(got) != 0 {
		t.Errorf("matches of nothing: %v", got)
	}
	if got := Matches([]string{"", "!!", "a"}, nil); got[0].Found() || got[1].Found() || got[2].Found() {
		t.Errorf("matches in nothing: %v", got)
	}
	got := Repeats([]string{"", "", "!!", "?", "He left.", "HE LEFT."})
	if !got[1].Exact || got[2].Found() || got[3].Found() || !got[5].Exact || got[5].Of != 4 {
		t.Errorf("repeats of little: %v", got)
	}
}

// Copies of one pattern: every index is full, each text still finds one, and four times
// the texts take about four times the comparisons, not sixteen times.
func TestOnePatternIsFoundInLinearTime(t *testing.T) {
	compared := func(n int) int {
		var texts []string
		for i := range n {
			texts = append(texts, fmt.Sprintf("the ministry of foreign affairs of the republic said in note %d that it will not comment on the matter for now", i))
		}
		j := newJoin(texts)
		for i := range texts {
			if m := j.best(i); m.Found() != (i > 0) {
				t.Fatalf("text %d repeats %+v", i, m)
			}
			j.add(i)
		}
		return j.compared
	}
	few, many := compared(5000), compared(20000)
	if many > 5*few || many > 20000*2*candidates {
		t.Errorf("%d comparisons of 5,000 texts, %d of 20,000", few, many)
	}
}
