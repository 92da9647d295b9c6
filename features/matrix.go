// Package features turns statements into sparse rows of numbers: families of
// features over the tokens of a statement, a vocabulary that gives each feature
// a column, and a matrix of rows. It never sees a gold label.
package features

import "slices"

// A Row is the features of one statement: distinct columns, in any order, and their values.
type Row struct {
	Cols []int32
	Vals []float32
}

// A Matrix is a list of rows in compressed sparse row form.
type Matrix struct {
	Start   []int     // rows+1: row i is Cols[Start[i]:Start[i+1]]
	Cols    []int32   // distinct within a row, in any order
	Vals    []float32 // beside Cols
	Columns int       // number of columns, more than any of Cols
	Weights []float32 // by row: what it counts in training; nil: all the same
}

// Rows returns the number of rows.
func (m *Matrix) Rows() int { return max(len(m.Start)-1, 0) }

// Row returns row i, which shares memory with the matrix.
func (m *Matrix) Row(i int) Row {
	a, b := m.Start[i], m.Start[i+1]
	return Row{m.Cols[a:b:b], m.Vals[a:b:b]}
}

// Append adds a row, which is copied.
func (m *Matrix) Append(r Row) {
	if len(m.Start) == 0 {
		m.Start = append(m.Start, 0)
	}
	m.Cols = append(m.Cols, r.Cols...)
	m.Vals = append(m.Vals, r.Vals...)
	m.Start = append(m.Start, len(m.Cols))
}

// Ascending returns the matrix if the columns ascend in every row, else a copy in
// which they do.
func (m Matrix) Ascending() Matrix {
	for i := range m.Rows() {
		if !slices.IsSorted(m.Row(i).Cols) {
			return m.sorted()
		}
	}
	return m
}

// sorted returns a copy with ascending columns.
func (m Matrix) sorted() Matrix {
	s := Matrix{Start: make([]int, 1, m.Rows()+1), Columns: m.Columns}
	var order []int
	for i := range m.Rows() {
		r := m.Row(i)
		order = order[:0]
		for j := range r.Cols {
			order = append(order, j)
		}
		slices.SortFunc(order, func(a, b int) int { return int(r.Cols[a]) - int(r.Cols[b]) })
		for _, j := range order {
			s.Cols, s.Vals = append(s.Cols, r.Cols[j]), append(s.Vals, r.Vals[j])
		}
		s.Start = append(s.Start, len(s.Cols))
	}
	return s
}

// Take returns a new matrix of the given rows, in that order.
func (m *Matrix) Take(rows []int) Matrix {
	t := Matrix{Start: make([]int, 1, len(rows)+1), Columns: m.Columns}
	n := 0
	for _, i := range rows {
		n += m.Start[i+1] - m.Start[i]
	}
	t.Cols, t.Vals = make([]int32, 0, n), make([]float32, 0, n)
	for _, i := range rows {
		t.Append(m.Row(i))
	}
	return t
}
