package classifier

import (
	"fmt"

	"github.com/sjwhitworth/golearn/base"
)

// slots says where a row buffer of MapOverRows wants each column. A column may
// be wanted more than once.
type slots struct {
	first []int32 // columns and the class: first place, -1: not wanted
	next  []int32 // places: next place of the same column, -1: no more
}

// put writes a cell to every place of its column.
func (s *slots) put(row [][]byte, c int, cell []byte) {
	for p := s.first[c]; p >= 0; p = s.next[p] {
		row[p] = cell
	}
}

// wanted finds the columns of specs.
func (g *Grid) wanted(specs []base.AttributeSpec) (slots, error) {
	s := slots{make([]int32, len(g.columns.names)+1), make([]int32, len(specs))}
	for c := range s.first {
		s.first[c] = -1
	}
	for p := range specs {
		c, ok := g.find(specs[p].GetAttribute())
		if !ok {
			return s, fmt.Errorf("classifier: grid: no attribute equals %v", specs[p].GetAttribute())
		}
		s.first[c], s.next[p] = int32(p), s.first[c]
	}
	return s, nil
}

// MapOverRows calls visit with the cells of each row that specs ask for, in their
// order, and the row's number, from 0 up, until visit returns false or an error,
// which it returns. The buffer is used again for the next row. A row costs as
// much time as it has values that are not zero.
func (g *Grid) MapOverRows(specs []base.AttributeSpec, visit func([][]byte, int) (bool, error)) error {
	s, err := g.wanted(specs)
	if err != nil {
		return err
	}
	row := make([][]byte, len(specs))
	for p := range row {
		row[p] = g.values.zero
	}
	for i, k := range g.y {
		for n := g.x.Start[i]; n < g.x.Start[i+1]; n++ {
			s.put(row, int(g.x.Cols[n]), g.values.at(n))
		}
		s.put(row, len(g.columns.names), g.labels.at(k))
		if more, err := visit(row, i); err != nil || !more {
			return err
		}
		for n := g.x.Start[i]; n < g.x.Start[i+1]; n++ {
			s.put(row, int(g.x.Cols[n]), g.values.zero)
		}
	}
	return nil
}
