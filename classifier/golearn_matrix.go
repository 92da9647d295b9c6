package classifier

import "stance/features"

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
