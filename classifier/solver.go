package classifier

import (
	"math"
	"math/rand/v2"
	"sync"

	"stance/features"
)

// A coordinate is one step of dual coordinate descent: on one row, whose dual
// variable is alpha, margin y*w'x, squared length q and cost c. The step returns
// how far to move the variable, and by how much its optimality condition was
// violated. A negative violation says that the variable is at its bound and would
// have to be pushed that hard to leave it.
type coordinate interface {
	start(c float64) (alpha float64)
	step(alpha, margin, q, c float64) (moved, violation float64)
}

// stopping says when a solver is done.
type stopping struct {
	epsilon float64 // largest violation that counts as solved, as the method measures it
	passes  int     // at most
	seed    uint64
}

// solveAll trains one-against-rest linear models, each class on a core of its own.
// costs[k] is the cost of a row that is not of class k, and of one that is.
func solveAll(x *features.Matrix, y []int, costs [][2]float64, method coordinate, stop stopping) *Linear {
	return solver{method: method, stop: stop}.train(x, y, costs)
}

// A solver trains one-against-rest linear models. With base it trains what is added to
// another model: base[k][i] is the score that the other gives to row i for class k.
type solver struct {
	method coordinate
	stop   stopping
	base   [][]float64 // classes x rows; nil: all 0
}

func (s solver) train(x *features.Matrix, y []int, costs [][2]float64) *Linear {
	classes := len(costs)
	m := &Linear{Classes: classes, Weights: make([]float32, x.Columns*classes), Bias: make([]float64, classes)}
	norms := squaredLengths(x)
	var group sync.WaitGroup
	for k := range classes {
		group.Go(func() {
			p := newProblem(x, y, norms, k, costs[k], s.method)
			if s.base != nil {
				p.base = s.base[k]
			}
			p.solve(s.stop)
			p.copyTo(m, k)
		})
	}
	group.Wait()
	return m
}

// squaredLengths returns x'x of every row, with 1 for the bias.
func squaredLengths(x *features.Matrix) []float32 {
	norms := make([]float32, x.Rows())
	for i := range norms {
		sum := 1.0
		for _, v := range x.Row(i).Vals {
			sum += float64(v) * float64(v)
		}
		norms[i] = float32(sum)
	}
	return norms
}

// A problem is one class against the rest.
type problem struct {
	x      *features.Matrix
	method coordinate
	norms  []float32
	base   []float64  // of each row: a score that is given, added to w'x; nil: all 0
	sign   []int8     // of each row: 1 if it is of the class, else -1
	cost   [2]float64 // of negative and positive rows
	alpha  []float64  // dual variables
	w      []float32  // sum over rows of sign*alpha*x
	bias   float64    // the weight of a column that is 1 in every row
}

func newProblem(x *features.Matrix, y []int, norms []float32, class int, cost [2]float64, method coordinate) *problem {
	p := &problem{x: x, method: method, norms: norms, cost: cost,
		sign: make([]int8, x.Rows()), alpha: make([]float64, x.Rows()), w: make([]float32, x.Columns)}
	for i := range p.sign {
		p.sign[i] = -1
		if y[i] == class {
			p.sign[i] = 1
		}
		if p.alpha[i] = method.start(p.costOf(i)); p.alpha[i] != 0 {
			p.add(i, p.alpha[i])
		}
	}
	return p
}

func (p *problem) costOf(i int) float64 {
	return p.cost[(p.sign[i]+1)/2] * weightOf(p.x.Weights, i)
}

// solve passes over the rows in random order until no row violates its optimality
// condition by more than epsilon. Rows whose variable rests firmly at its bound are
// left out (shrinking: Hsieh et al. 2008, section 3.2) until the others are solved.
func (p *problem) solve(stop stopping) {
	random := rand.New(rand.NewPCG(stop.seed, 0))
	all := make([]int32, p.x.Rows())
	for i := range all {
		all[i] = int32(i)
	}
	active, firm := len(all), math.Inf(1)
	for range stop.passes {
		random.Shuffle(active, func(i, j int) { all[i], all[j] = all[j], all[i] })
		var worst float64
		active, worst = p.pass(all, active, firm)
		switch {
		case worst > stop.epsilon:
			firm = worst
		case active == len(all):
			return
		default: // the rows left out may have come loose
			active, firm = len(all), math.Inf(1)
		}
	}
}

// pass visits the first active rows. Those at their bound by more than firm are
// moved behind the others; it returns how many are left, and the worst violation.
func (p *problem) pass(rows []int32, active int, firm float64) (left int, worst float64) {
	for at := 0; at < active; at++ {
		violation := p.visit(int(rows[at]))
		if violation < -firm {
			active--
			rows[at], rows[active] = rows[active], rows[at]
			at--
			continue
		}
		worst = max(worst, violation)
	}
	return active, worst
}

// visit improves the dual variable of row i and returns its violation.
func (p *problem) visit(i int) float64 {
	score := p.score(i)
	if p.base != nil {
		score += p.base[i]
	}
	margin := float64(p.sign[i]) * score
	moved, violation := p.method.step(p.alpha[i], margin, float64(p.norms[i]), p.costOf(i))
	if moved != 0 {
		p.alpha[i] += moved
		p.add(i, moved)
	}
	return violation
}

// score returns w'x of row i. Four sums at a time keep the processor busy: one sum
// would wait for itself.
func (p *problem) score(i int) float64 {
	r := p.x.Row(i)
	w, cols, vals := p.w, r.Cols, r.Vals[:len(r.Cols)]
	var a, b, c, d float32
	j := 0
	for ; j+4 <= len(cols) && j+4 <= len(vals); j += 4 {
		k, v := (*[4]int32)(cols[j:]), (*[4]float32)(vals[j:])
		a += w[k[0]] * v[0]
		b += w[k[1]] * v[1]
		c += w[k[2]] * v[2]
		d += w[k[3]] * v[3]
	}
	for ; j < len(cols); j++ {
		a += w[cols[j]] * vals[j]
	}
	return float64((a+b)+(c+d)) + p.bias
}

// add adds sign*by times row i to w.
func (p *problem) add(i int, by float64) {
	r := p.x.Row(i)
	by *= float64(p.sign[i])
	w, vals, a := p.w, r.Vals[:len(r.Cols)], float32(by)
	for j, c := range r.Cols {
		w[c] += a * vals[j]
	}
	p.bias += by
}

// copyTo stores the solution as class k of the model.
func (p *problem) copyTo(m *Linear, k int) {
	for c, w := range p.w {
		m.Weights[c*m.Classes+k] = w
	}
	m.Bias[k] = p.bias
}
