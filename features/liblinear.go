package features

import (
	"bufio"
	"io"
	"strconv"
)

// WriteLIBLINEAR writes the matrix in the text format of LIBLINEAR and LIBSVM: one
// row a line, "class column:value ...", columns from 1 and ascending. y[i] is the
// class of row i.
func (m *Matrix) WriteLIBLINEAR(w io.Writer, y []int) error {
	out := bufio.NewWriter(w)
	var line []byte
	sorted := m.Ascending()
	for i := range sorted.Rows() {
		r := sorted.Row(i)
		line = strconv.AppendInt(line[:0], int64(y[i]), 10)
		for j, c := range r.Cols {
			line = append(line, ' ')
			line = strconv.AppendInt(line, int64(c)+1, 10)
			line = append(line, ':')
			line = strconv.AppendFloat(line, float64(r.Vals[j]), 'g', -1, 32)
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return out.Flush()
}
