package classifier

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sjwhitworth/golearn/base"

	"stance/features"
)

// A Grid shows sparse rows and their classes to golearn: a base.FixedDataGrid
// that keeps the zeros out of memory and out of MapOverRows. Byte slices that it
// hands out are shared and must not be written to, as with golearn's own grids.
//
// Each grid has its own class attribute, because golearn's models append the
// labels they predict to the class attribute of the grid they were asked about.
//
// But: a golearn InstancesView of a grid reads cell by cell (about 0.1 µs each,
// zeros too). Take is the subset of rows that stays sparse.
type Grid struct {
	columns *Columns
	x       features.Matrix
	y       []int // class of each row; -1: none
	class   *base.CategoricalAttribute
	spec    base.AttributeSpec // of class
	marked  []int              // the class attributes, in the order they were marked
	values  cells              // beside x.Vals
	labels  cells              // one for each label
}

var _ base.FixedDataGrid = (*Grid)(nil)

// NewGrid returns a grid of the rows of x. y[i] is the class of row i, an index
// of the task's labels, or -1 for a row without one; a nil y means that no row
// has one. The grid keeps y, and x if its columns ascend in every row: they must
// not change any more. Binary columns keep the values > 0, as 1.
func NewGrid(c *Columns, x features.Matrix, y []int) (*Grid, error) {
	if y == nil {
		y = slices.Repeat([]int{-1}, x.Rows())
	}
	if err := checkGridRows(c, x, y); err != nil {
		return nil, err
	}
	if x = x.Ascending(); c.kind == BinaryColumns {
		x = presence(x)
	}
	x.Columns = len(c.names)
	g := &Grid{columns: c, x: x, y: y, class: c.class(), marked: []int{len(c.names)}}
	g.spec = mintSpec(g.class)
	g.values, g.labels = valueCells(c.kind, x.Vals), labelCells(len(c.task.Labels))
	return g, nil
}

// Columns returns the schema of the grid.
func (g *Grid) Columns() *Columns { return g.columns }

// Take returns a new grid of the given rows, in that order.
func (g *Grid) Take(rows []int) (*Grid, error) {
	y := make([]int, len(rows))
	for i, r := range rows {
		if r < 0 || r >= len(g.y) {
			return nil, fmt.Errorf("classifier: grid: row %d taken of a grid of %d", r, len(g.y))
		}
		y[i] = g.y[r]
	}
	return NewGrid(g.columns, g.x.Take(rows), y)
}

// Size returns the number of attributes, the class among them, and of rows.
func (g *Grid) Size() (attributes, rows int) { return len(g.columns.names) + 1, len(g.y) }

// AllAttributes returns a new slice of the columns, in order, and the class.
func (g *Grid) AllAttributes() []base.Attribute {
	return append(slices.Clone(g.columns.attrs), g.class)
}

// GetAttribute returns the spec of the attribute equal to a.
func (g *Grid) GetAttribute(a base.Attribute) (base.AttributeSpec, error) {
	c, ok := g.find(a)
	if !ok {
		return base.AttributeSpec{}, fmt.Errorf("classifier: grid: no attribute equals %v", a)
	}
	if c == len(g.columns.specs) {
		return g.spec, nil
	}
	return g.columns.specs[c], nil
}

// AddClassAttribute marks an attribute as a class.
func (g *Grid) AddClassAttribute(a base.Attribute) error {
	c, ok := g.find(a)
	if !ok {
		return fmt.Errorf("classifier: grid: no attribute equals %v; it cannot be a class", a)
	}
	if !slices.Contains(g.marked, c) {
		g.marked = append(g.marked, c)
	}
	return nil
}

// RemoveClassAttribute makes a class an ordinary attribute.
func (g *Grid) RemoveClassAttribute(a base.Attribute) error {
	c, ok := g.find(a)
	if !ok {
		return fmt.Errorf("classifier: grid: no attribute equals %v; it is not a class", a)
	}
	g.marked = slices.DeleteFunc(g.marked, func(m int) bool { return m == c })
	return nil
}

// AllClassAttributes returns the attributes marked as classes, in the order they
// were marked.
func (g *Grid) AllClassAttributes() []base.Attribute {
	attrs := make([]base.Attribute, len(g.marked))
	for i, c := range g.marked {
		attrs[i] = g.attribute(c)
	}
	return attrs
}

// Get returns the cell of a row, or nil where there is none: an attribute of
// another grid, a row out of range, the class of a row without one.
func (g *Grid) Get(spec base.AttributeSpec, row int) []byte {
	c, ok := g.find(spec.GetAttribute())
	if !ok || row < 0 || row >= len(g.y) {
		return nil
	}
	if c == len(g.columns.names) {
		return g.labels.at(g.y[row])
	}
	n, found := slices.BinarySearch(g.x.Row(row).Cols, int32(c))
	if !found {
		return g.values.zero
	}
	return g.values.at(g.x.Start[row] + n)
}

// RowString returns the values of a row as golearn prints them, with a space
// between; "?" is a class that is not there.
func (g *Grid) RowString(row int) string {
	var b strings.Builder
	for _, c := range g.AllAttributes() {
		spec, _ := g.GetAttribute(c)
		if cell := g.Get(spec, row); cell != nil {
			b.WriteString(c.GetStringFromSysVal(cell))
		} else {
			b.WriteString("?")
		}
		b.WriteByte(' ')
	}
	return strings.TrimSuffix(b.String(), " ")
}

// find returns the column of an attribute equal to a; the class stands after the
// last column.
func (g *Grid) find(a base.Attribute) (int, bool) {
	if g.class.Equals(a) {
		return len(g.columns.names), true
	}
	return g.columns.find(a)
}

// attribute returns the attribute of a column, the class after the last.
func (g *Grid) attribute(c int) base.Attribute {
	if c == len(g.columns.attrs) {
		return g.class
	}
	return g.columns.attrs[c]
}

// has reports whether the grid's columns are those of the given names, in order,
// and none of them is marked as a class.
func (g *Grid) has(names []string) bool {
	isColumn := func(c int) bool { return c < len(names) }
	return slices.Equal(g.columns.names, names) && !slices.ContainsFunc(g.marked, isColumn)
}

// checkGridRows refuses rows that do not fit the schema.
func checkGridRows(c *Columns, x features.Matrix, y []int) error {
	if len(y) != x.Rows() {
		return fmt.Errorf("classifier: grid: %d classes for %d rows", len(y), x.Rows())
	}
	seen := make([]int, len(c.names)) // row that had the column last, from 1 up
	for i, k := range y {
		if k < -1 || k >= len(c.task.Labels) {
			return fmt.Errorf("classifier: grid: row %d has class %d of %d", i, k, len(c.task.Labels))
		}
		for _, j := range x.Row(i).Cols {
			if j < 0 || int(j) >= len(c.names) {
				return fmt.Errorf("classifier: grid: row %d has column %d of %d", i, j, len(c.names))
			}
			if seen[j] == i+1 {
				return fmt.Errorf("classifier: grid: row %d has column %d twice", i, j)
			}
			seen[j] = i + 1
		}
	}
	return nil
}
