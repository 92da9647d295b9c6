package classifier

import (
	"encoding/binary"
	"fmt"
	"math"
)

// linearBytes returns the numbers of a model, little-endian: the bias as float64,
// then the weights as float32.
func linearBytes(m *Linear) []byte {
	b := make([]byte, 0, 8*len(m.Bias)+4*len(m.Weights))
	for _, v := range m.Bias {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
	}
	for _, v := range m.Weights {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	return b
}

// linearOf is the inverse of linearBytes.
func linearOf(b []byte, classes, columns int) (*Linear, error) {
	if want := 8*classes + 4*classes*columns; len(b) != want {
		return nil, fmt.Errorf("classifier: estimator: %d bytes of weights for %d labels and %d columns, want %d",
			len(b), classes, columns, want)
	}
	m := &Linear{Classes: classes, Bias: make([]float64, classes), Weights: make([]float32, classes*columns)}
	for k := range m.Bias {
		m.Bias[k] = math.Float64frombits(binary.LittleEndian.Uint64(b[8*k:]))
	}
	b = b[8*classes:]
	for i := range m.Weights {
		m.Weights[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return m, nil
}
