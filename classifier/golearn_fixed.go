package classifier

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/sjwhitworth/golearn/base"

	"stance/datasets"
	"stance/features"
)

// GridFromFixed returns the rows and classes of any golearn grid. Columns are
// matched by name and classes by label; a nil c takes both, with their order, from
// x. The class must be one categorical attribute, the columns float or binary
// attributes with finite values, which become float32.
//
// Note: every cell is asked for (1 µs or less), with Get. MapOverRows would be no
// faster, and on golearn's views gives other rows than Get, in random order.
func GridFromFixed(x base.FixedDataGrid, c *Columns) (*Grid, error) {
	class, err := classOf(x)
	if err != nil {
		return nil, err
	}
	if c == nil {
		if c, err = columnsOf(x, class); err != nil {
			return nil, err
		}
	}
	m, err := readRows(x, c.names)
	if err != nil {
		return nil, err
	}
	y, err := readClasses(x, class, c.task)
	if err != nil {
		return nil, err
	}
	return NewGrid(c, m, y)
}

// classOf returns the class attribute of a grid.
func classOf(x base.FixedDataGrid) (*base.CategoricalAttribute, error) {
	classes := x.AllClassAttributes()
	if len(classes) != 1 {
		return nil, fmt.Errorf("classifier: grid: %d class attributes, want 1", len(classes))
	}
	class, ok := classes[0].(*base.CategoricalAttribute)
	if !ok {
		return nil, fmt.Errorf("classifier: grid: class %v is not categorical; use a base.CategoricalAttribute", classes[0])
	}
	return class, nil
}

// inputAttributes returns the attributes that are not classes, in the grid's order.
// base.NonClassAttributes would give them in random order.
func inputAttributes(x base.FixedDataGrid) []base.Attribute {
	return base.AttributeDifference(x.AllAttributes(), x.AllClassAttributes())
}

// columnsOf returns the schema of a grid.
func columnsOf(x base.FixedDataGrid, class *base.CategoricalAttribute) (*Columns, error) {
	var names []string
	for _, a := range inputAttributes(x) {
		names = append(names, a.GetName())
	}
	task := datasets.Task{Name: class.GetName()}
	for _, v := range class.GetValues() {
		task.Labels = append(task.Labels, datasets.Label(v))
	}
	return NewColumns(FloatColumns, names, task)
}

// resolveColumns returns the specs of the columns of the given names.
func resolveColumns(x base.FixedDataGrid, names []string) ([]base.AttributeSpec, error) {
	byName := make(map[string]base.Attribute)
	for _, a := range inputAttributes(x) {
		byName[a.GetName()] = a
	}
	specs := make([]base.AttributeSpec, len(names))
	for j, name := range names {
		a, ok := byName[name]
		if !ok {
			return nil, fmt.Errorf("classifier: grid: no column %q; the model was trained with it", name)
		}
		spec, err := x.GetAttribute(a)
		if err != nil {
			return nil, fmt.Errorf("classifier: grid: column %q: %w", name, err)
		}
		specs[j] = spec
	}
	return specs, nil
}

// readRows returns the columns of the given names, in that order, without zeros.
func readRows(x base.FixedDataGrid, names []string) (features.Matrix, error) {
	m := features.Matrix{Start: []int{0}, Columns: len(names)}
	if g, ok := x.(*Grid); ok && g.has(names) {
		return g.x, nil
	}
	specs, err := resolveColumns(x, names)
	if err != nil {
		return m, err
	}
	_, rows := x.Size()
	for i := range rows {
		for j := range specs {
			v, err := numberOf(specs[j].GetAttribute(), x.Get(specs[j], i))
			if err != nil {
				return m, fmt.Errorf("classifier: grid: row %d, column %q: %w", i, names[j], err)
			}
			if v != 0 {
				m.Cols, m.Vals = append(m.Cols, int32(j)), append(m.Vals, v)
			}
		}
		m.Start = append(m.Start, len(m.Cols))
	}
	return m, nil
}

// readClasses returns the class of each row as an index of the task's labels.
func readClasses(x base.FixedDataGrid, class *base.CategoricalAttribute, task datasets.Task) ([]int, error) {
	if g, ok := x.(*Grid); ok && class == g.class && slices.Equal(g.columns.task.Labels, task.Labels) {
		return g.y, nil
	}
	spec, err := x.GetAttribute(class)
	if err != nil {
		return nil, fmt.Errorf("classifier: grid: class: %w", err)
	}
	_, rows := x.Size()
	y := make([]int, rows)
	for i := range y {
		cell := x.Get(spec, i)
		if y[i] = -1; len(cell) != 8 {
			continue
		}
		if v := class.GetValues(); binary.LittleEndian.Uint64(cell) < uint64(len(v)) {
			y[i] = task.Index(datasets.Label(v[binary.LittleEndian.Uint64(cell)]))
		}
		if y[i] < 0 {
			return nil, fmt.Errorf("classifier: grid: row %d: its class is none of the labels %q", i, task.Labels)
		}
	}
	return y, nil
}

// numberOf returns the value of a cell.
func numberOf(a base.Attribute, cell []byte) (float32, error) {
	switch a.(type) {
	case *base.FloatAttribute:
		if len(cell) != 8 {
			return 0, fmt.Errorf("%d bytes, want 8", len(cell))
		}
		v := math.Float64frombits(binary.LittleEndian.Uint64(cell))
		if math.IsNaN(v) || math.Abs(v) > math.MaxFloat32 {
			return 0, fmt.Errorf("%v is not a finite float32; fill in or scale it", v)
		}
		return float32(v), nil
	case *base.BinaryAttribute:
		if len(cell) != 1 {
			return 0, fmt.Errorf("%d bytes, want 1", len(cell))
		}
		return float32(min(cell[0], 1)), nil
	}
	return 0, fmt.Errorf("%v is neither float nor binary; make columns of its values", a)
}

// golearnPanic turns a panic of golearn, or of a foreign grid, into an error: golearn
// panics where it might return one. It cannot reach goroutines that golearn starts.
func golearnPanic(err *error, doing string) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("classifier: golearn panicked %s: %v", doing, p)
	}
}
