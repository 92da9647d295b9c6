package features

import "math"

// A Weighting turns features into numbers.
type Weighting struct {
	IDF  bool // multiply by the inverse document frequency
	Unit bool // scale each block of a row to length 1
}

// Of returns what a feature of value 1 is worth in a column.
func (w Weighting) Of(v *Vocabulary, column int) float32 {
	if w.IDF {
		return v.IDF(column)
	}
	return 1
}

// all returns what a feature of value 1 is worth, by column.
func (w Weighting) all(v *Vocabulary) []float32 {
	worth := make([]float32, v.Columns())
	for c := range worth {
		worth[c] = w.Of(v, c)
	}
	return worth
}

// Matrix returns the rows, over the columns of the vocabulary, on every core.
func (b *Bags) Matrix(v *Vocabulary, rows []int, w Weighting) Matrix {
	m := Matrix{Start: make([]int, len(rows)+1), Columns: v.Columns()}
	for i, r := range rows {
		hashes, _ := b.row(r)
		m.Start[i+1] = m.Start[i] + len(hashes)
	}
	m.Cols, m.Vals = make([]int32, m.Start[len(rows)]), make([]float32, m.Start[len(rows)])
	lengths, worth := make([]int, len(rows)), w.all(v)
	chunks := (len(rows) + chunkRows - 1) / chunkRows
	inParallel(chunks, func(next func() (int, bool)) {
		for c, ok := next(); ok; c, ok = next() {
			for i := c * chunkRows; i < min((c+1)*chunkRows, len(rows)); i++ {
				a, e := m.Start[i], m.Start[i+1]
				lengths[i] = b.fill(v, rows[i], worth, w.Unit, m.Cols[a:e], m.Vals[a:e])
			}
		}
	})
	m.compact(lengths)
	return m
}

// fill writes the known features of row r, each block scaled to length 1 if unit, and
// returns how many there are.
func (b *Bags) fill(v *Vocabulary, r int, worth []float32, unit bool, cols []int32, vals []float32) int {
	n := 0
	var squares [Blocks]float64
	hashes, values := b.row(r)
	for j, h := range hashes {
		c := v.Column(h)
		if c < 0 {
			continue
		}
		value := worth[c]
		if values != nil {
			value *= values[j]
		}
		squares[h&1] += float64(value) * float64(value)
		cols[n], vals[n] = int32(c)<<1|int32(h&1), value
		n++
	}
	var scale [Blocks]float32
	for k, s := range squares {
		scale[k] = 1
		if unit && s > 0 {
			scale[k] = float32(1 / math.Sqrt(s))
		}
	}
	for i := range n {
		vals[i] *= scale[cols[i]&1]
		cols[i] >>= 1
	}
	return n
}

// compact moves the rows together: row i now holds only its first lengths[i] columns.
func (m *Matrix) compact(lengths []int) {
	end := 0
	for i, n := range lengths {
		a := m.Start[i]
		copy(m.Cols[end:], m.Cols[a:a+n])
		copy(m.Vals[end:], m.Vals[a:a+n])
		m.Start[i] = end
		end += n
	}
	m.Start[len(lengths)] = end
	m.Cols, m.Vals = m.Cols[:end], m.Vals[:end]
}
