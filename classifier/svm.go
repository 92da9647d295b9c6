package classifier

import (
	"math"

	"stance/features"
)

// SVM trains an L2-regularised linear support vector machine with squared hinge
// loss, one class against the rest, by dual coordinate descent: Hsieh, Chang,
// Lin, Keerthi and Sundararajan (2008), "A dual coordinate descent method for
// large-scale linear SVM", algorithm 1. The bias is regularised.
type SVM struct {
	C        float64 // cost of an error, > 0
	Balanced bool    // weigh the two sides of each class equally
	Seed     uint64
}

// Train solves, for each class, min 1/2 w'w + sum_i C_i max(0, 1 - y_i w'x_i)^2.
func (t SVM) Train(x features.Matrix, y []int, classes int) (*Linear, error) {
	if err := checkTraining(x, y, classes, t.C); err != nil {
		return nil, err
	}
	stop := stopping{epsilon: 0.1, passes: 100, seed: t.Seed}
	return solveAll(&x, y, costs(y, x.Weights, classes, t.C, t.Balanced), hingeStep{}, stop), nil
}

// hingeStep is one coordinate of the dual, min over a >= 0 of
// 1/2 a'(Q+D)a - sum a with D = 1/(2C): its gradient is margin - 1 + D*a.
type hingeStep struct{}

func (hingeStep) start(float64) float64 { return 0 }

func (hingeStep) step(alpha, margin, q, c float64) (moved, violation float64) {
	d := 0.5 / c
	g := margin - 1 + d*alpha
	if alpha == 0 && g >= 0 {
		return 0, -g
	}
	return max(alpha-g/(q+d), 0) - alpha, math.Abs(g)
}
