package classifier

import (
	"encoding/binary"
	"fmt"
	"math"
)

// A Rounded is a linear model whose weights are whole steps, two bytes each, as the
// model file stores them: a saved model answers exactly as the trained one did, and
// from the bytes of its file. It is safe for many goroutines.
type Rounded struct {
	Bias  []float64 // classes
	Steps []float64 // classes: every weight is a whole multiple of its class's step

	whole []byte // columns x classes, little-endian, 16 bits with sign
	step  quad   // Steps
}

// weightSize is the size of a weight, in bytes.
const weightSize = 2

// Round returns the model with every weight rounded to one of 2^16-1 steps of its
// class, the largest of which is its largest weight.
func (m *Linear) Round() *Rounded {
	r := &Rounded{Bias: m.Bias, Steps: make([]float64, m.Classes)}
	for i, w := range m.Weights {
		k := i % m.Classes
		r.Steps[k] = max(r.Steps[k], math.Abs(float64(w))/math.MaxInt16)
	}
	r.whole = make([]byte, 0, weightSize*len(m.Weights))
	for i, w := range m.Weights {
		n := 0.0
		if s := r.Steps[i%m.Classes]; s > 0 {
			n = math.Round(float64(w) / s)
		}
		r.whole = binary.LittleEndian.AppendUint16(r.whole, uint16(int16(n)))
	}
	r.setStep()
	return r
}

// read takes the weights of the given number of columns from a section of a model file.
func (m *Rounded) read(section []byte, columns int) error {
	row := weightSize * m.Classes()
	if len(section)%row != 0 || len(section)/row != columns {
		return fmt.Errorf("sections do not fit %d columns", columns)
	}
	m.whole = section
	m.setStep()
	return nil
}

func (m *Rounded) setStep() {
	for k, s := range m.Steps {
		m.step[k] = float32(s)
	}
}

// Classes returns the number of classes, at most lanes.
func (m *Rounded) Classes() int { return len(m.Bias) }

// Columns returns the number of columns.
func (m *Rounded) Columns() int { return len(m.whole) / (weightSize * m.Classes()) }

// of returns the weights of a column by class, 0 for classes that there are not.
func (m *Rounded) of(column int) (w quad) {
	n := m.Classes()
	row := m.whole[weightSize*n*column:][:weightSize*n]
	for k := range w {
		if len(row) < weightSize {
			break
		}
		w[k] = float32(int16(binary.LittleEndian.Uint16(row))) * m.step[k]
		row = row[weightSize:]
	}
	return w
}

// Linear returns the model with its weights written out.
func (m *Rounded) Linear() *Linear {
	l := &Linear{Classes: m.Classes(), Bias: m.Bias, Weights: make([]float32, 0, m.Columns()*m.Classes())}
	for c := range m.Columns() {
		w := m.of(c)
		l.Weights = append(l.Weights, w[:l.Classes]...)
	}
	return l
}
