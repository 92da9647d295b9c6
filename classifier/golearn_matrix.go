package classifier

import (
	"slices"

	"stance/features"
)

// ascending returns x if the columns ascend in every row, else a copy in which
// they do: cells are found by binary search, and blocks of columns are cut off
// from the left.
func ascending(x features.Matrix) features.Matrix {
	for i := range x.Rows() {
		if !slices.IsSorted(x.Row(i).Cols) {
			return sortedColumns(x)
		}
	}
	return x
}

// sortedColumns returns a copy with ascending columns.
func sortedColumns(x features.Matrix) features.Matrix {
	m := features.Matrix{Start: make([]int, 1, x.Rows()+1), Columns: x.Columns}
	var order []int
	for i := range x.Rows() {
		r := x.Row(i)
		order = order[:0]
		for n := range r.Cols {
			order = append(order, n)
		}
		slices.SortFunc(order, func(a, b int) int { return int(r.Cols[a]) - int(r.Cols[b]) })
		for _, n := range order {
			m.Cols, m.Vals = append(m.Cols, r.Cols[n]), append(m.Vals, r.Vals[n])
		}
		m.Start = append(m.Start, len(m.Cols))
	}
	return m
}

// presence returns a new matrix with 1 for each value > 0 and nothing else.
func presence(x features.Matrix) features.Matrix {
	m := features.Matrix{Start: make([]int, 1, x.Rows()+1), Columns: x.Columns}
	for i := range x.Rows() {
		r := x.Row(i)
		for n, v := range r.Vals {
			if v > 0 {
				m.Cols, m.Vals = append(m.Cols, r.Cols[n]), append(m.Vals, 1)
			}
		}
		m.Start = append(m.Start, len(m.Cols))
	}
	return m
}
