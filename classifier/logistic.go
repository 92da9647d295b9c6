package classifier

import (
	"math"

	"stance/features"
)

// Logistic trains L2-regularised logistic regression, one class against the
// rest, by dual coordinate descent: Yu, Huang and Lin (2011), "Dual coordinate
// descent methods for logistic regression and maximum entropy models", section 3
// and algorithm 5. The bias is regularised, as with LIBLINEAR's -B 1.
type Logistic struct {
	C        float64 // cost of an error, > 0
	Balanced bool    // weigh the two sides of each class equally
	Seed     uint64
}

// Train solves, for each class, min 1/2 w'w + sum_i C_i log(1 + exp(-y_i w'x_i)).
func (t Logistic) Train(x features.Matrix, y []int, classes int) (*Linear, error) {
	if err := checkTraining(x, y, classes, t.C); err != nil {
		return nil, err
	}
	return solveAll(&x, y, costs(y, x.Weights, classes, t.C, t.Balanced), logisticStep{}, t.stopping()), nil
}

// stopping says when it is solved.
func (t Logistic) stopping() stopping { return stopping{epsilon: 0.01, passes: 100, seed: t.Seed} }

// logisticStep is one coordinate of the dual of logistic regression,
//
//	min over 0 < a < C of a log a + (C-a) log(C-a) + q/2 (a-a0)^2 + b (a-a0)
//
// solved by Newton's method on whichever of a and C-a is the smaller (algorithm 4).
type logisticStep struct{}

const (
	newtonSteps     = 20   // at most; two or three are usual
	newtonTolerance = 1e-3 // of the derivative
)

func (logisticStep) start(c float64) float64 { return min(0.001*c, 1e-8) }

func (logisticStep) step(alpha, margin, q, c float64) (moved, violation float64) {
	// Work on z, the variable of the half in which the solution lies; the other
	// half mirrors it with the sign of the margin turned.
	z0, b, sign := alpha, margin, 1.0
	if 0.5*q*(c-2*z0)+b < 0 {
		z0, b, sign = c-z0, -b, -1
	}
	// Note: LIBLINEAR takes the violation at its first guess below instead, which
	// never falls where the solution is at c/2: two equal rows of opposite classes.
	if math.Abs(b+math.Log(z0/(c-z0))) < newtonTolerance {
		return 0, 0
	}
	moved = newton(z0, b, q, c) - z0
	return sign * moved, math.Abs(moved) * q
}

// newton returns the root of q (z-z0) + b + log(z/(c-z)) in (0, c/2].
func newton(z0, b, q, c float64) float64 {
	z := z0
	if c-z < 0.5*c {
		z *= 0.1
	}
	for range newtonSteps {
		g := q*(z-z0) + b + math.Log(z/(c-z))
		if math.Abs(g) < newtonTolerance {
			break
		}
		next := z - g/(q+c/((c-z)*z))
		if next <= 0 {
			next = 0.1 * z
		}
		z = next
	}
	return z
}
