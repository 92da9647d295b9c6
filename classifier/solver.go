package classifier

import (
	"math/rand/v2"

	"stance/features"
)

// lanes is how many classes are solved side by side. The rows of a pass are read
// once for all of them, which is most of the work.
const lanes = 4

// A quad holds one number for each class in work.
type quad [lanes]float32

// A coordinate is one step of dual coordinate descent on one row for one class.
// margin is y*w'x, q is x'x, and the step returns how far to move the dual
// variable and by how much the optimality condition was violated.
type coordinate interface {
	step(alpha *float64, margin, q, c float64) (move, violation float64)
	start(c float64) float64 // initial dual variable
}

// A problem is up to four one-against-rest problems over the same rows.
type problem struct {
	x       *features.Matrix
	y       []int
	first   int          // class of lane 0
	classes int          // lanes in use
	c       [][2]float64 // by lane: the cost of negative and of positive rows
	norms   []float64    // squared length of each row, with the bias column
	alpha   [][lanes]float64
	w       []quad // by column
	bias    quad
}

// solveAll trains one-against-rest linear models of all classes.
func solveAll(x *features.Matrix, y []int, classes int, costs [][2]float64, method coordinate, stop stopping) *Linear {
	m := &Linear{Classes: classes, Weights: make([]float32, x.Columns*classes), Bias: make([]float64, classes)}
	for first := 0; first < classes; first += lanes {
		p := newProblem(x, y, first, min(lanes, classes-first), costs[first:])
		p.solve(method, stop)
		p.copyTo(m)
	}
	return m
}

func newProblem(x *features.Matrix, y []int, first, classes int, costs [][2]float64) *problem {
	p := &problem{x: x, y: y, first: first, classes: classes, c: costs}
	p.norms = make([]float64, x.Rows())
	for i := range p.norms {
		p.norms[i] = 1 // the bias column
		for _, v := range x.Row(i).Vals {
			p.norms[i] += float64(v) * float64(v)
		}
	}
	p.alpha = make([][lanes]float64, x.Rows())
	p.w = make([]quad, x.Columns)
	return p
}

// stopping says when a solver is done.
type stopping struct {
	epsilon float64 // largest violation that counts as solved
	passes  int     // at most
	seed    uint64
}

// solve passes over the rows in random order until no row violates its
// optimality condition by more than epsilon.
func (p *problem) solve(method coordinate, stop stopping) {
	random := rand.New(rand.NewPCG(stop.seed, uint64(p.first)))
	order := make([]int32, p.x.Rows())
	for i := range order {
		order[i] = int32(i)
		p.begin(i, method)
	}
	for range stop.passes {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		worst := 0.0
		for _, i := range order {
			worst = max(worst, p.visit(int(i), method))
		}
		if worst <= stop.epsilon {
			return
		}
	}
}

// begin sets the dual variables of row i, and what they add to w.
func (p *problem) begin(i int, method coordinate) {
	var add quad
	for k := range p.classes {
		sign, cost := p.side(i, k)
		p.alpha[i][k] = method.start(cost)
		add[k] = float32(sign * p.alpha[i][k])
	}
	if add != (quad{}) {
		p.add(i, &add)
	}
}

// side returns the sign of row i in lane k, and its cost.
func (p *problem) side(i, k int) (sign, cost float64) {
	if p.y[i] == p.first+k {
		return 1, p.c[k][1]
	}
	return -1, p.c[k][0]
}

// visit improves the dual variables of row i in every lane and returns the
// largest violation it found.
func (p *problem) visit(i int, method coordinate) float64 {
	scores := p.scores(i)
	var add quad
	worst, moved := 0.0, false
	for k := range p.classes {
		sign, cost := p.side(i, k)
		move, violation := method.step(&p.alpha[i][k], sign*float64(scores[k]), p.norms[i], cost)
		if move != 0 {
			add[k] = float32(sign * move)
			moved = true
		}
		worst = max(worst, violation)
	}
	if moved {
		p.add(i, &add)
	}
	return worst
}

// scores returns w'x of row i in every lane.
func (p *problem) scores(i int) quad {
	r := p.x.Row(i)
	s := p.bias
	vals := r.Vals[:len(r.Cols)]
	for j, c := range r.Cols {
		w, v := &p.w[c], vals[j]
		s[0] += w[0] * v
		s[1] += w[1] * v
		s[2] += w[2] * v
		s[3] += w[3] * v
	}
	return s
}

// add adds row i times one number a lane to w.
func (p *problem) add(i int, a *quad) {
	r := p.x.Row(i)
	a0, a1, a2, a3 := a[0], a[1], a[2], a[3]
	vals := r.Vals[:len(r.Cols)]
	for j, c := range r.Cols {
		w, v := &p.w[c], vals[j]
		w[0] += a0 * v
		w[1] += a1 * v
		w[2] += a2 * v
		w[3] += a3 * v
	}
	for k := range a {
		p.bias[k] += a[k]
	}
}

// copyTo stores the lanes in use in the model.
func (p *problem) copyTo(m *Linear) {
	for c := range p.w {
		for k := range p.classes {
			m.Weights[c*m.Classes+p.first+k] = p.w[c][k]
		}
	}
	for k := range p.classes {
		m.Bias[p.first+k] = float64(p.bias[k])
	}
}
