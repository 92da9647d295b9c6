package classifier

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/sjwhitworth/golearn/naive"

	"stance/datasets"
	"stance/features"
)

// GolearnNBCells is the default of GolearnNB.MaxCells. golearn looks at every
// column of every row: about 0.7 ns a cell on one core, so 0.4 s for 13,000 rows x
// 20,000 columns and 7 s for 50,000 x 200,000, which is the limit.
const GolearnNBCells = 10_000_000_000

// blockColumns is the number of columns that golearn learns at a time. 512 and 1024
// are fastest; 4096 takes twice as long.
const blockColumns = 1024

// GolearnNB trains golearn's Bernoulli naive Bayes and returns it as a Linear:
//
//	score(k) = log P(k) + sum over columns t of   log P(t|k)        if the row has t
//	                                              log (1 - P(t|k))  if not
//	         = bias(k) + sum over the row's t of  log P(t|k) - log (1 - P(t|k))
//
// with golearn's smoothing, P(t|k) = (n(t,k) + 1) / (n(k) + 1), which is not the
// n(k) + 2 of Manning, Raghavan and Schütze (2008), section 13.3; where that gives
// P = 1, golearn takes 1 - P to be 1 / (n(k) + 1), and so do we.
//
// Values must be 0 or 1, as the model sees no others. A class without rows is
// never answered.
type GolearnNB struct {
	MaxCells int64 // rows x columns that Train takes on; 0: GolearnNBCells
}

// Train fits golearn's model on blocks of columns: given the class, a column does
// not depend on the others, and golearn's own cost grows with the square of the
// columns.
func (t GolearnNB) Train(x features.Matrix, y []int, classes int) (*Linear, error) {
	if err := t.check(x, y, classes); err != nil {
		return nil, err
	}
	width := max(1, min(blockColumns, x.Columns))
	c, err := blockSchema(width, classes)
	if err != nil {
		return nil, err
	}
	x = x.Ascending() // blocks of columns are cut off from the left
	m := newBernoulli(classes, x.Columns)
	at := slices.Clone(x.Start[:x.Rows()])
	for first := 0; first == 0 || first < x.Columns; first += width {
		g, err := NewGrid(c, cutColumns(x, at, first, width), y)
		if err != nil {
			return nil, err
		}
		if err := m.fit(g, first); err != nil {
			return nil, err
		}
	}
	return m.linear(), nil
}

// check refuses what golearn would get wrong or never finish.
func (t GolearnNB) check(x features.Matrix, y []int, classes int) error {
	if err := checkTraining(x, y, classes, 1); err != nil {
		return err
	}
	limit := t.MaxCells
	if limit == 0 {
		limit = GolearnNBCells
	}
	if int64(x.Rows())*int64(x.Columns) > limit {
		return fmt.Errorf("classifier: golearn-nb: %d rows x %d columns are more than %d cells; train with nb, or with fewer features",
			x.Rows(), x.Columns, limit)
	}
	for i := range x.Rows() {
		r := x.Row(i)
		for n, v := range r.Vals {
			if v != 0 && v != 1 {
				return fmt.Errorf("classifier: golearn-nb: row %d, column %d is %v; it knows 0 and 1 only: leave features with other values out", i, r.Cols[n], v)
			}
		}
	}
	return nil
}

// blockSchema returns the schema of a block of columns: numbered classes and,
// after the columns, one that every row has. Its P(t|k) is 1, so it adds log 1 = 0
// to each score; without it golearn panics on a class whose rows have no column.
func blockSchema(width, classes int) (*Columns, error) {
	task := datasets.Task{Name: "class"}
	for k := range classes {
		task.Labels = append(task.Labels, datasets.Label(strconv.Itoa(k)))
	}
	return NewColumns(BinaryColumns, ColumnNames(width+1), task)
}

// cutColumns returns columns [first, first+width) of x and, after them, one that every
// row has. at[i] is how far row i has been cut; it is moved on.
func cutColumns(x features.Matrix, at []int, first, width int) features.Matrix {
	b := features.Matrix{Start: make([]int, 1, len(at)+1), Columns: width + 1}
	for i := range at {
		for ; at[i] < x.Start[i+1] && int(x.Cols[at[i]]) < first+width; at[i]++ {
			b.Cols = append(b.Cols, x.Cols[at[i]]-int32(first))
			b.Vals = append(b.Vals, x.Vals[at[i]])
		}
		b.Cols, b.Vals = append(b.Cols, int32(width)), append(b.Vals, 1)
		b.Start = append(b.Start, len(b.Cols))
	}
	return b
}

// A bernoulli is the Linear under construction.
type bernoulli struct {
	m    *Linear
	rows []int // by class
}

func newBernoulli(classes, columns int) *bernoulli {
	m := &Linear{Classes: classes, Weights: make([]float32, columns*classes), Bias: make([]float64, classes)}
	return &bernoulli{m, make([]int, classes)}
}

// fit has golearn learn a block of columns and adds it at column first.
func (b *bernoulli) fit(g *Grid, first int) (err error) {
	defer golearnPanic(&err, "in naive Bayes")
	nb := naive.NewBernoulliNBClassifier()
	if err := nb.Fit(g); err != nil {
		return fmt.Errorf("classifier: golearn-nb: %w", err)
	}
	learned, err := learnedBy(nb)
	if err != nil {
		return err
	}
	for k := range b.rows {
		if b.rows[k] = learned.rows(k); b.rows[k] > 0 {
			b.add(k, first, learned.present(k))
		}
	}
	return nil
}

// add adds P(t|k) of the columns from first on to class k.
func (b *bernoulli) add(k, first int, present []float64) {
	columns := len(b.m.Weights) / b.m.Classes
	for j, p := range present[:min(len(present), columns-first)] {
		absent := math.Log(1 - p)
		if p == 1 {
			absent = math.Log(1 / float64(b.rows[k]+1))
		}
		b.m.Bias[k] += absent
		b.m.Weights[(first+j)*b.m.Classes+k] = float32(math.Log(p) - absent)
	}
}

// linear returns the model, with the share of each class in its bias.
func (b *bernoulli) linear() *Linear {
	total, lowest := 0, 0.0
	for _, n := range b.rows {
		total += n
	}
	for k, n := range b.rows {
		if n > 0 {
			b.m.Bias[k] += math.Log(float64(n) / float64(total))
			lowest = min(lowest, b.m.Bias[k])
		}
	}
	for k, n := range b.rows {
		if n == 0 {
			b.m.Bias[k] = lowest + impossible
		}
	}
	return b.m
}
