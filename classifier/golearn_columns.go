package classifier

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/sjwhitworth/golearn/base"

	"stance/datasets"
)

// A ColumnKind says how golearn sees the values of a grid.
type ColumnKind uint8

const (
	FloatColumns  ColumnKind = iota // base.FloatAttribute: the value itself
	BinaryColumns                   // base.BinaryAttribute: 1 where the value is > 0
)

// Columns is the schema that all grids of one vocabulary share: a golearn
// attribute for each column, and the task that is learned. It is not changed
// after NewColumns and safe for many goroutines.
type Columns struct {
	kind   ColumnKind
	task   datasets.Task
	names  []string
	attrs  []base.Attribute       // columns
	specs  []base.AttributeSpec   // columns
	column map[base.Attribute]int // of attrs
	byName map[string]int
}

// NewColumns returns a schema of one column per name, in that order, and a
// categorical class attribute with the name and the labels of the task. No name
// may be there twice or be the task's: golearn, too, finds attributes by name.
func NewColumns(kind ColumnKind, names []string, task datasets.Task) (*Columns, error) {
	c := &Columns{
		kind:   kind,
		task:   datasets.Task{Name: task.Name, Labels: slices.Clone(task.Labels)},
		names:  slices.Clone(names),
		attrs:  make([]base.Attribute, 0, len(names)),
		specs:  make([]base.AttributeSpec, 0, len(names)),
		column: make(map[base.Attribute]int, len(names)),
		byName: make(map[string]int, len(names)),
	}
	if err := checkLabels(task); err != nil {
		return nil, err
	}
	for _, name := range names {
		if err := c.add(name); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// ColumnNames returns n names for columns that have none: f0, f1 and so on.
func ColumnNames(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = "f" + strconv.Itoa(i)
	}
	return names
}

// Names returns the names of the columns, in order.
func (c *Columns) Names() []string { return slices.Clone(c.names) }

// Task returns the task: the class attribute's name and its labels in order.
func (c *Columns) Task() datasets.Task {
	return datasets.Task{Name: c.task.Name, Labels: slices.Clone(c.task.Labels)}
}

// add makes the attribute of the next column.
func (c *Columns) add(name string) error {
	if _, twice := c.byName[name]; twice {
		return fmt.Errorf("classifier: grid: two columns are named %q; rename one", name)
	}
	if name == c.task.Name {
		return fmt.Errorf("classifier: grid: column %q has the name of the class; rename it", name)
	}
	var a base.Attribute = base.NewFloatAttribute(name)
	if c.kind == BinaryColumns {
		a = base.NewBinaryAttribute(name)
	}
	c.byName[name], c.column[a] = len(c.attrs), len(c.attrs)
	c.attrs, c.specs = append(c.attrs, a), append(c.specs, mintSpec(a))
	return nil
}

// find returns the column of an attribute, or of one equal to it.
func (c *Columns) find(a base.Attribute) (int, bool) {
	if j, ok := c.column[a]; ok || a == nil {
		return j, ok
	}
	j, ok := c.byName[a.GetName()]
	return j, ok && c.attrs[j].Equals(a)
}

// class returns a new class attribute.
func (c *Columns) class() *base.CategoricalAttribute {
	a := base.NewCategoricalAttribute()
	a.SetName(c.task.Name)
	for _, l := range c.task.Labels {
		a.GetSysValFromString(string(l))
	}
	return a
}

// checkLabels refuses a task without labels, or with one label twice.
func checkLabels(task datasets.Task) error {
	if len(task.Labels) == 0 {
		return fmt.Errorf("classifier: grid: task %q has no labels", task.Name)
	}
	for k, l := range task.Labels {
		if task.Index(l) != k {
			return fmt.Errorf("classifier: grid: task %q has label %q twice", task.Name, l)
		}
	}
	return nil
}

// mintSpec returns the spec of an attribute. base.AttributeSpec has no exported
// field and no constructor, so a golearn grid must make it. One grid per
// attribute: adding n attributes to one takes n*n time.
func mintSpec(a base.Attribute) base.AttributeSpec { return base.NewDenseInstances().AddAttribute(a) }
