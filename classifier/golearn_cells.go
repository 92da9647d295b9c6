package classifier

import (
	"bytes"
	"encoding/binary"
	"math"
)

// cells are values as golearn stores them: words of 8 bytes, little-endian, or
// single bytes for binary attributes. They are written once, so that reading a
// cell allocates nothing.
type cells struct {
	width int
	data  []byte
	zero  []byte // the cell of a value that is not there
}

// at returns cell n, or nil for n < 0.
func (c *cells) at(n int) []byte {
	if n < 0 {
		return nil
	}
	return c.data[n*c.width:][:c.width:c.width]
}

// valueCells writes the values of columns of a kind; those of binary columns are 1.
func valueCells(kind ColumnKind, vals []float32) cells {
	if kind == BinaryColumns {
		return cells{1, bytes.Repeat([]byte{1}, len(vals)), make([]byte, 1)}
	}
	data := make([]byte, 0, 8*len(vals))
	for _, v := range vals {
		data = binary.LittleEndian.AppendUint64(data, math.Float64bits(float64(v)))
	}
	return cells{8, data, make([]byte, 8)}
}

// labelCells writes the indexes of the labels of a class attribute.
func labelCells(labels int) cells {
	data := make([]byte, 0, 8*labels)
	for k := range labels {
		data = binary.LittleEndian.AppendUint64(data, uint64(k))
	}
	return cells{width: 8, data: data}
}
