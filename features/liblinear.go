package features

import (
	"bufio"
	"io"
	"slices"
	"strconv"
)

// WriteLIBLINEAR writes the matrix in the text format of LIBLINEAR and LIBSVM: one
// row a line, "class column:value ...", columns from 1 and ascending. y[i] is the
// class of row i.
func (m *Matrix) WriteLIBLINEAR(w io.Writer, y []int) error {
	out := bufio.NewWriter(w)
	var line []byte
	var order []int
	for i := range m.Rows() {
		r := m.Row(i)
		order = order[:0]
		for j := range r.Cols {
			order = append(order, j)
		}
		slices.SortFunc(order, func(a, b int) int { return int(r.Cols[a]) - int(r.Cols[b]) })
		line = strconv.AppendInt(line[:0], int64(y[i]), 10)
		for _, j := range order {
			line = append(line, ' ')
			line = strconv.AppendInt(line, int64(r.Cols[j])+1, 10)
			line = append(line, ':')
			line = strconv.AppendFloat(line, float64(r.Vals[j]), 'g', -1, 32)
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return out.Flush()
}
