package classifier

import (
	"bytes"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/sjwhitworth/golearn/base"

	"stance/datasets"
	"stance/features"
)

// drawnRows returns rows that lean towards the columns of their class, drawn by seed.
// Values are 1, or drawn too.
func drawnRows(seed uint64, rows, columns, classes int, ones bool) (features.Matrix, []int) {
	r := rand.New(rand.NewPCG(seed, 0))
	x, y := features.Matrix{Columns: columns}, make([]int, rows)
	for i := range y {
		y[i] = r.IntN(classes)
		var row features.Row
		for c := range columns {
			share := 0.1
			if c%classes == y[i] {
				share = 0.4
			}
			if r.Float64() >= share {
				continue
			}
			v := float32(1)
			if !ones {
				v = float32(r.NormFloat64())
			}
			row.Cols, row.Vals = append(row.Cols, int32(c)), append(row.Vals, v)
		}
		x.Append(row)
	}
	return x, y
}

// newGrid returns a grid of the stance task with columns f0, f1 and so on.
func newGrid(t testing.TB, kind ColumnKind, x features.Matrix, y []int) *Grid {
	t.Helper()
	c, err := NewColumns(kind, ColumnNames(x.Columns), datasets.Stance)
	if err != nil {
		t.Fatal(err)
	}
	g, err := NewGrid(c, x, y)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// denseCopy returns the same data in golearn's own storage, with the columns and the
// labels in the given order.
func denseCopy(g *Grid, order []int, labels []datasets.Label) *base.DenseInstances {
	d := base.NewDenseInstances()
	specs := make([]base.AttributeSpec, len(order))
	for j, c := range order {
		var a base.Attribute = base.NewFloatAttribute(g.columns.names[c])
		if g.columns.kind == BinaryColumns {
			a = base.NewBinaryAttribute(g.columns.names[c])
		}
		specs[j] = d.AddAttribute(a)
	}
	class := (&Columns{task: datasets.Task{Name: g.columns.task.Name, Labels: labels}}).class()
	spec := d.AddAttribute(class)
	d.AddClassAttribute(class)
	d.Extend(len(g.y))
	for i, k := range g.y {
		values := make([]float32, len(order))
		for n, c := range g.x.Row(i).Cols {
			values[c] = g.x.Row(i).Vals[n]
		}
		for j, c := range order {
			if g.columns.kind == BinaryColumns {
				d.Set(specs[j], i, []byte{byte(values[c])})
			} else {
				d.Set(specs[j], i, base.PackFloatToBytes(float64(values[c])))
			}
		}
		d.Set(spec, i, class.GetSysVal(string(g.columns.task.Labels[k])))
	}
	return d
}

// inOrder returns 0, 1 ... n-1.
func inOrder(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	return order
}

// cellsOf copies what MapOverRows gives, checking that rows come from 0 up.
func cellsOf(t *testing.T, x base.FixedDataGrid, specs []base.AttributeSpec) [][][]byte {
	t.Helper()
	var all [][][]byte
	err := x.MapOverRows(specs, func(row [][]byte, i int) (bool, error) {
		if i != len(all) {
			t.Fatalf("row %d came as number %d", i, len(all))
		}
		var cells [][]byte
		for _, c := range row {
			cells = append(cells, bytes.Clone(c))
		}
		all = append(all, cells)
		return true, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestGridEqualsDenseInstancesCellByCell(t *testing.T) {
	for kind, ones := range map[ColumnKind]bool{FloatColumns: false, BinaryColumns: true} {
		x, y := drawnRows(1, 50, 23, 3, ones)
		g := newGrid(t, kind, x, y)
		d := denseCopy(g, inOrder(23), datasets.Stance.Labels)

		gs, ds := base.ResolveAllAttributes(g), base.ResolveAllAttributes(d)
		for n := range 20 { // backwards, and with some columns twice
			gs, ds = append(gs, gs[23-n]), append(ds, ds[23-n])
		}
		if got, want := cellsOf(t, g, gs), cellsOf(t, d, ds); !reflect.DeepEqual(got, want) {
			t.Errorf("kind %d: MapOverRows differs from DenseInstances", kind)
		}
		for i := range y {
			for j := range gs {
				if got, want := g.Get(gs[j], i), d.Get(ds[j], i); !bytes.Equal(got, want) {
					t.Fatalf("kind %d: Get(%d, row %d) = %v, want %v", kind, j, i, got, want)
				}
			}
			if got, want := g.RowString(i), d.RowString(i); got != want {
				t.Errorf("kind %d: RowString(%d) = %q, want %q", kind, i, got, want)
			}
			if got, want := base.GetClass(g, i), base.GetClass(d, i); got != want {
				t.Errorf("kind %d: class of row %d is %q, want %q", kind, i, got, want)
			}
		}
		gc, gr := g.Size()
		if dc, dr := d.Size(); gc != dc || gr != dr {
			t.Errorf("kind %d: Size() = %d, %d, want %d, %d", kind, gc, gr, dc, dr)
		}
		if len(base.CheckCompatible(g, d)) != 24 {
			t.Errorf("kind %d: golearn finds the grids not compatible", kind)
		}
		if !base.InstancesAreEqual(g, base.NewDenseCopy(g)) {
			t.Errorf("kind %d: golearn's dense copy differs", kind)
		}
	}
}

func TestGridSortsColumns(t *testing.T) {
	x := features.Matrix{Columns: 3}
	x.Append(features.Row{Cols: []int32{2, 0}, Vals: []float32{5, 7}})
	g := newGrid(t, FloatColumns, x, []int{1})
	if got, want := g.RowString(0), "7.00 0.00 5.00 against"; got != want {
		t.Errorf("RowString = %q, want %q", got, want)
	}
	if got := x.Row(0).Cols; !slices.Equal(got, []int32{2, 0}) {
		t.Errorf("the caller's columns became %v", got)
	}
}

func TestBinaryGridKeepsValuesAboveZero(t *testing.T) {
	x := features.Matrix{Columns: 3}
	x.Append(features.Row{Cols: []int32{0, 1, 2}, Vals: []float32{0.5, -1, 0}})
	g := newGrid(t, BinaryColumns, x, []int{0})
	if got, want := g.RowString(0), "1 0 0 favor"; got != want {
		t.Errorf("RowString = %q, want %q", got, want)
	}
}

func TestMapOverRowsStopsWhenTold(t *testing.T) {
	x, y := drawnRows(1, 10, 5, 3, true)
	g := newGrid(t, FloatColumns, x, y)
	specs, seen := base.ResolveAllAttributes(g), 0
	stop := errors.New("enough")
	check := func(more bool, err error, want int) {
		t.Helper()
		seen = 0
		got := g.MapOverRows(specs, func(_ [][]byte, i int) (bool, error) {
			seen++
			return i < 3 || more, err
		})
		if seen != want || got != err {
			t.Errorf("%d rows and %v, want %d and %v", seen, got, want, err)
		}
	}
	check(true, nil, 10)
	check(false, nil, 4)
	check(true, stop, 1)
	if err := g.MapOverRows(make([]base.AttributeSpec, 1), nil); err == nil {
		t.Error("no error for the spec of another grid")
	}
}

func TestGridHasNilWhereThereIsNoCell(t *testing.T) {
	x, _ := drawnRows(1, 4, 5, 3, true)
	g := newGrid(t, FloatColumns, x, nil)
	spec, err := g.GetAttribute(g.AllAttributes()[0])
	if err != nil {
		t.Fatal(err)
	}
	class, err := g.GetAttribute(g.AllClassAttributes()[0])
	if err != nil {
		t.Fatal(err)
	}
	foreign := mintSpec(base.NewFloatAttribute("elsewhere"))
	for name, cell := range map[string][]byte{
		"row below":        g.Get(spec, -1),
		"row above":        g.Get(spec, 4),
		"no class":         g.Get(class, 0),
		"foreign column":   g.Get(foreign, 0),
		"no column at all": g.Get(base.AttributeSpec{}, 0),
	} {
		if cell != nil {
			t.Errorf("%s: %v, want nil", name, cell)
		}
	}
	if got := g.RowString(0); !strings.HasSuffix(got, " ?") {
		t.Errorf("RowString of a row without class = %q", got)
	}
}

func TestGridMarksClasses(t *testing.T) {
	x, y := drawnRows(1, 4, 3, 3, true)
	g := newGrid(t, FloatColumns, x, y)
	attrs := g.AllAttributes()
	check := func(want ...base.Attribute) {
		t.Helper()
		if got := g.AllClassAttributes(); !slices.Equal(got, want) {
			t.Errorf("class attributes %v, want %v", got, want)
		}
	}
	check(attrs[3])
	for _, a := range []base.Attribute{base.NewFloatAttribute("f1"), attrs[1], attrs[3]} {
		if err := g.AddClassAttribute(a); err != nil {
			t.Error(err)
		}
	}
	check(attrs[3], attrs[1])
	if err := g.RemoveClassAttribute(attrs[3]); err != nil {
		t.Error(err)
	}
	check(attrs[1])
	unknown := base.NewBinaryAttribute("f1") // f1 is a float attribute
	if g.AddClassAttribute(unknown) == nil || g.RemoveClassAttribute(unknown) == nil {
		t.Error("no error for an attribute that the grid does not have")
	}
	if _, err := g.GetAttribute(nil); err == nil {
		t.Error("no error for a nil attribute")
	}
}

func TestTakeKeepsRowsAndOrder(t *testing.T) {
	x, y := drawnRows(1, 6, 8, 3, false)
	g := newGrid(t, FloatColumns, x, y)
	taken, err := g.Take([]int{4, 0, 4})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range []int{4, 0, 4} {
		if got, want := taken.RowString(i), g.RowString(r); got != want {
			t.Errorf("row %d = %q, want row %d, %q", i, got, r, want)
		}
	}
	if taken.AllClassAttributes()[0] == g.AllClassAttributes()[0] {
		t.Error("two grids share a class attribute")
	}
	for _, r := range []int{-1, 6} {
		if _, err := g.Take([]int{r}); err == nil {
			t.Errorf("no error for row %d", r)
		}
	}
}

func TestNewGridRefusesWhatDoesNotFit(t *testing.T) {
	row := func(cols ...int32) features.Matrix {
		x := features.Matrix{Columns: 3}
		x.Append(features.Row{Cols: cols, Vals: make([]float32, len(cols))})
		return x
	}
	c, err := NewColumns(FloatColumns, ColumnNames(3), datasets.Stance)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		x    features.Matrix
		y    []int
		want string
	}{
		{row(0), []int{0, 1}, "classifier: grid: 2 classes for 1 rows"},
		{row(0), []int{3}, "classifier: grid: row 0 has class 3 of 3"},
		{row(0), []int{-2}, "classifier: grid: row 0 has class -2 of 3"},
		{row(3), []int{0}, "classifier: grid: row 0 has column 3 of 3"},
		{row(-1), []int{0}, "classifier: grid: row 0 has column -1 of 3"},
		{row(2, 0, 2), []int{0}, "classifier: grid: row 0 has column 2 twice"},
	} {
		if _, err := NewGrid(c, test.x, test.y); err == nil || err.Error() != test.want {
			t.Errorf("error %v, want %q", err, test.want)
		}
	}
}

func TestNewColumnsRefusesNamesThatAreNotUnique(t *testing.T) {
	twice := datasets.Task{Name: "tone", Labels: []datasets.Label{"a", "b", "a"}}
	for _, test := range []struct {
		names []string
		task  datasets.Task
		want  string
	}{
		{[]string{"a", "b", "a"}, datasets.Stance, `classifier: grid: two columns are named "a"; rename one`},
		{[]string{"stance"}, datasets.Stance, `classifier: grid: column "stance" has the name of the class; rename it`},
		{nil, twice, `classifier: grid: task "tone" has label "a" twice`},
		{nil, datasets.Task{Name: "tone"}, `classifier: grid: task "tone" has no labels`},
	} {
		if _, err := NewColumns(FloatColumns, test.names, test.task); err == nil || err.Error() != test.want {
			t.Errorf("error %v, want %q", err, test.want)
		}
	}
}

func TestEmptyGrid(t *testing.T) {
	g := newGrid(t, FloatColumns, features.Matrix{}, nil)
	if c, r := g.Size(); c != 1 || r != 0 {
		t.Errorf("Size() = %d, %d, want 1, 0", c, r)
	}
	if got := cellsOf(t, g, base.ResolveAllAttributes(g)); got != nil {
		t.Errorf("cells %v, want none", got)
	}
}

// FuzzGridFromFixed: a grid, through golearn's own storage and back, is the same
// grid, whatever the order of columns and labels in between.
func FuzzGridFromFixed(f *testing.F) {
	f.Add(uint64(1), uint8(5), uint8(7), true)
	f.Add(uint64(2), uint8(0), uint8(0), false)
	f.Fuzz(func(t *testing.T, seed uint64, rows, columns uint8, ones bool) {
		x, y := drawnRows(seed, int(rows)%30, int(columns)%30, 3, ones)
		g := newGrid(t, FloatColumns, x, y)
		order := rand.New(rand.NewPCG(seed, 1)).Perm(x.Columns)
		labels := slices.Clone(datasets.Stance.Labels)
		slices.Reverse(labels)
		back, err := GridFromFixed(denseCopy(g, order, labels), g.Columns())
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(back.y, g.y) || !slices.Equal(back.x.Cols, g.x.Cols) || !slices.Equal(back.x.Vals, g.x.Vals) {
			t.Error("the grid came back otherwise")
		}
	})
}

func TestGridFromFixedReadsViewsByRow(t *testing.T) {
	x, y := drawnRows(1, 20, 6, 3, false)
	g := newGrid(t, FloatColumns, x, y)
	rows := []int{7, 3, 3, 19}
	view := base.NewInstancesViewFromVisible(g, rows, g.AllAttributes())
	got, err := GridFromFixed(view, g.Columns())
	if err != nil {
		t.Fatal(err)
	}
	want, err := g.Take(rows)
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		if got.RowString(i) != want.RowString(i) {
			t.Errorf("row %d = %q, want %q", i, got.RowString(i), want.RowString(i))
		}
	}
	// golearn's MapOverRows passes the map of such a view over; its Get does not.
	mapped, err := GridFromFixed(base.NewInstancesViewFromRows(g, map[int]int{0: 5}), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := mapped.RowString(0), g.RowString(5); got != want {
		t.Errorf("row 0 of the mapped view = %q, want row 5, %q", got, want)
	}
}

func TestGridFromFixedRefusesWhatItCannotRead(t *testing.T) {
	x, y := drawnRows(1, 4, 3, 3, true)
	marked := newGrid(t, FloatColumns, x, y)
	marked.AddClassAttribute(base.NewFloatAttribute("f1"))
	float := newGrid(t, FloatColumns, x, y)
	float.RemoveClassAttribute(float.class)
	float.AddClassAttribute(base.NewFloatAttribute("f1"))
	full := newGrid(t, FloatColumns, x, y)
	wide, err := NewColumns(FloatColumns, ColumnNames(4), datasets.Stance)
	if err != nil {
		t.Fatal(err)
	}
	other, err := NewColumns(FloatColumns, ColumnNames(3), datasets.Sentiment)
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		x    base.FixedDataGrid
		c    *Columns
		want string
	}{
		"two classes":    {marked, nil, "2 class attributes, want 1"},
		"float class":    {float, nil, "is not categorical"},
		"missing column": {full, wide, `no column "f3"`},
		"other labels":   {full, other, "row 0: its class is none of the labels"},
		"no number":      {withCell(math.NaN()), nil, "NaN is not a finite float32"},
		"too large":      {withCell(1e300), nil, "1e+300 is not a finite float32"},
		"categorical":    {withCategory(), nil, "is neither float nor binary"},
	} {
		if _, err := GridFromFixed(test.x, test.c); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %q in it", name, err, test.want)
		}
	}
}

// withCell returns a golearn grid of one float column and one row.
func withCell(v float64) *base.DenseInstances {
	d, row := base.NewDenseInstances(), base.NewFloatAttribute("f0")
	spec := d.AddAttribute(row)
	addClass(d)
	d.Set(spec, 0, base.PackFloatToBytes(v))
	return d
}

// withCategory returns a golearn grid of one categorical column and one row.
func withCategory() *base.DenseInstances {
	d, a := base.NewDenseInstances(), base.NewCategoricalAttribute()
	a.SetName("party")
	a.GetSysValFromString("x")
	d.AddAttribute(a)
	addClass(d)
	return d
}

// addClass adds the stance as class, and one row in favor.
func addClass(d *base.DenseInstances) {
	class := (&Columns{task: datasets.Stance}).class()
	d.AddAttribute(class)
	d.AddClassAttribute(class)
	d.Extend(1)
}

func BenchmarkMapOverRows(b *testing.B) {
	x, y := drawnRows(1, 1000, 200, 3, true)
	x.Columns = 20000
	g := newGrid(b, FloatColumns, x, y)
	specs := base.ResolveAllAttributes(g)
	b.ReportAllocs()
	for b.Loop() {
		g.MapOverRows(specs, func([][]byte, int) (bool, error) { return true, nil })
	}
}
