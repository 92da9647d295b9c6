package features

import (
	"maps"
	"math"
	"slices"
	"testing"

	"stance/datasets"
)

// statements returns one statement of each marked text.
func statements(texts ...string) []*datasets.Statement {
	all := make([]*datasets.Statement, len(texts))
	for i, s := range texts {
		all[i] = marked(s)
	}
	return all
}

// wordRows returns the rows of a matrix of the family words, as word to value.
func wordRows(t *testing.T, m *Matrix, v *Vocabulary, s []*datasets.Statement) []map[string]float64 {
	t.Helper()
	names := map[int32]string{}
	x := NewExtractor(families(t, "words"))
	for _, st := range s {
		for _, f := range x.Features(st) {
			names[int32(v.Column(f.Hash))] = x.Describe(f, st)[len("word "):]
		}
	}
	rows := make([]map[string]float64, m.Rows())
	for i := range rows {
		rows[i] = map[string]float64{}
		row := m.Row(i)
		for j, c := range row.Cols {
			rows[i][names[c]] = float64(row.Vals[j])
		}
	}
	return rows
}

// The numbers are those of scikit-learn 1.2.1, TfidfVectorizer(smooth_idf=True,
// norm="l2", binary=True, token_pattern=r"\b\w+\b").
func TestMatrixIsThatOfScikitLearn(t *testing.T) {
	s := statements("seoul welcomed talks", "moscow rejected talks and talks failed", "beijing welcomed trade",
		"talks about trade about trade", "seoul rejected trade")
	want := []map[string]float64{
		{"seoul": 0.6098184564, "talks": 0.5062044059, "welcomed": 0.6098184564},
		{"and": 0.4938991448, "failed": 0.4938991448, "moscow": 0.4938991448, "rejected": 0.3984747202, "talks": 0.3307700134},
		{"beijing": 0.6901592663, "trade": 0.4622077041, "welcomed": 0.5568161504},
		{"about": 0.7260444301, "talks": 0.4862404166, "trade": 0.4862404166},
		{"rejected": 0.6098184564, "seoul": 0.6098184564, "trade": 0.5062044059},
	}
	b := Extract(families(t, "words"), s, nil)
	v := b.Vocabulary(upTo(len(b.Texts)), 1)
	m := b.Matrix(v, upTo(len(b.Texts)), Weighting{IDF: true, Unit: true})
	for i, got := range wordRows(t, &m, v, s) {
		if !maps.EqualFunc(got, want[i], func(a, b float64) bool { return math.Abs(a-b) < 1e-6 }) {
			t.Errorf("row %d = %v, want %v", i, got, want[i])
		}
	}
}

func TestWeightingsOfOneRow(t *testing.T) {
	s := statements("talks talks", "peace talks", "peace talks now")
	b := Extract(families(t, "words"), s, nil)
	v := b.Vocabulary(upTo(3), 1)
	check := func(w Weighting, want map[string]float64) {
		t.Helper()
		m := b.Matrix(v, []int{1}, w)
		got := wordRows(t, &m, v, s)[0]
		if !maps.EqualFunc(got, want, func(a, b float64) bool { return math.Abs(a-b) < 1e-6 }) {
			t.Errorf("%+v: %v, want %v", w, got, want)
		}
	}
	idf := math.Log(4.0/3) + 1
	check(Weighting{}, map[string]float64{"peace": 1, "talks": 1})
	check(Weighting{Unit: true}, map[string]float64{"peace": math.Sqrt(0.5), "talks": math.Sqrt(0.5)})
	check(Weighting{IDF: true}, map[string]float64{"peace": idf, "talks": 1})
	check(Weighting{IDF: true, Unit: true}, map[string]float64{"peace": idf / math.Hypot(idf, 1), "talks": 1 / math.Hypot(idf, 1)})
}

func TestEachBlockHasUnitLength(t *testing.T) {
	b := Extract(families(t, "words bigrams characters"), written(40, 3), nil)
	v := b.Vocabulary(upTo(40), 1)
	m := b.Matrix(v, upTo(40), Weighting{IDF: true, Unit: true})
	blocks := make([]int, v.Columns())
	for _, h := range slices.Concat(rowsOf(b)...) {
		blocks[v.Column(h)] = int(h & 1)
	}
	for i := range m.Rows() {
		var squares [Blocks]float64
		row := m.Row(i)
		for j, c := range row.Cols {
			squares[blocks[c]] += float64(row.Vals[j]) * float64(row.Vals[j])
		}
		for k, s := range squares {
			if math.Abs(s-1) > 1e-5 {
				t.Errorf("row %d: block %d has squared length %v", i, k, s)
			}
		}
	}
}

func TestUnknownFeaturesLeaveARowEmpty(t *testing.T) {
	b := Extract(families(t, "words"), statements("peace", "war", "", "peace"), nil)
	v := b.Vocabulary([]int{0}, 1)
	m := b.Matrix(v, []int{1, 3, 2, 0, 0}, Weighting{IDF: true, Unit: true})
	if want := []int{0, 0, 1, 1, 2, 3}; !slices.Equal(m.Start, want) || m.Columns != 1 {
		t.Errorf("rows start at %v of %d columns, want %v of 1", m.Start, m.Columns, want)
	}
	if empty := b.Matrix(v, nil, Weighting{}); empty.Rows() != 0 {
		t.Errorf("no rows give %d", empty.Rows())
	}
}

func TestMatrixIsTheSameOnAnyNumberOfCores(t *testing.T) {
	b := Extract(Families, written(1300, 4), nil)
	v := b.Vocabulary(upTo(len(b.Texts)), 2)
	want := b.Matrix(v, upTo(len(b.Texts)), Weighting{IDF: true, Unit: true})
	onCores(t, []int{1, 2, 3}, func(n int) {
		got := b.Matrix(v, upTo(len(b.Texts)), Weighting{IDF: true, Unit: true})
		if !slices.Equal(got.Start, want.Start) || !slices.Equal(got.Cols, want.Cols) || !slices.Equal(got.Vals, want.Vals) {
			t.Errorf("%d cores give another matrix", n)
		}
	})
}

func TestMatrixTakesAndAppendsRows(t *testing.T) {
	m := Matrix{Columns: 9}
	if m.Rows() != 0 {
		t.Errorf("the zero matrix has %d rows", m.Rows())
	}
	rows := []Row{{[]int32{3, 1}, []float32{0.5, 2}}, {}, {[]int32{8}, []float32{-1}}}
	for _, r := range rows {
		m.Append(r)
	}
	taken := m.Take([]int{2, 0, 2, 1})
	if taken.Rows() != 4 || taken.Columns != 9 {
		t.Errorf("taken: %d rows, %d columns", taken.Rows(), taken.Columns)
	}
	for i, from := range []int{2, 0, 2, 1} {
		if got := taken.Row(i); !slices.Equal(got.Cols, rows[from].Cols) || !slices.Equal(got.Vals, rows[from].Vals) {
			t.Errorf("row %d = %v, want %v", i, got, rows[from])
		}
	}
}
