package reports

import (
	"cmp"
	"math"
	"slices"

	"stance/datasets"
)

// A PrecisionCurve is precision against recall of one label, as the probability at
// which it is predicted comes down.
type PrecisionCurve struct {
	Label   datasets.Label `json:"label"`
	Support int            `json:"support"`

	// AveragePrecision is the sum over the points of the whole curve of
	// (recall - recall before) * precision, as scikit-learn's
	// average_precision_score has it: no interpolation. 0 without support.
	AveragePrecision Estimate `json:"average_precision"`

	Share  float64          `json:"share"`  // support / rows: the average precision of chance
	Points []PrecisionPoint `json:"points"` // recall ascending; at most one for each hundredth of it
}

// A PrecisionPoint is what predicting the label from a probability on would give.
type PrecisionPoint struct {
	From      float64 `json:"from"` // the least probability
	Recall    float64 `json:"recall"`
	Precision float64 `json:"precision"`
}

// A ranking is the rows by the probability of one label, the highest first.
type ranking struct {
	group    []int32   // of each row, in order
	hit      []bool    // gold is the label
	last     []bool    // the next row has another probability, or there is none
	p        []float64 // descending
	support  int
	weighing *weighing
}

// addRankings ranks the rows for each label.
func (e *evaluation) addRankings() {
	order := make([]int, len(e.outcomes))
	for k := range e.task.Labels {
		for i := range order {
			order[i] = i
		}
		p := func(i int) float64 { return e.outcomes[i].Prediction.Probabilities[k] }
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p(b), p(a)) })
		var r ranking
		for _, i := range order {
			r.group, r.p, r.hit = append(r.group, int32(e.group[i])), append(r.p, p(i)), append(r.hit, e.gold[i] == k)
		}
		for j := range r.p {
			r.last = append(r.last, j+1 == len(r.p) || r.p[j+1] != r.p[j])
		}
		r.support = e.parts[0].confusion.gold(k)
		r.weighing = &weighing{size: 1, begin: func() func([]int32, []float64) { return r.weigh }}
		e.weighings = append(e.weighings, r.weighing)
		e.ranked = append(e.ranked, r)
	}
}

// weigh computes the average precision from how often each group was drawn; NaN
// where the label was not drawn.
func (r ranking) weigh(times []int32, numbers []float64) {
	sum, rows, hits, added := 0.0, 0, 0, 0
	for i, g := range r.group {
		n := int(times[g])
		rows += n
		if r.hit[i] {
			added += n
		}
		if r.last[i] && added > 0 {
			hits += added
			sum += float64(float64(added) * ratio(hits, rows))
			added = 0
		}
	}
	numbers[0] = sum / float64(hits)
}

// precisionRecall returns the curve of each label.
func (e *evaluation) precisionRecall() []PrecisionCurve {
	curves := []PrecisionCurve{}
	for k, r := range e.ranked {
		c := PrecisionCurve{Label: e.task.Labels[k], Support: r.support, Share: ratio(r.support, len(e.outcomes)), Points: []PrecisionPoint{}}
		if r.support > 0 {
			c.Points = r.points()
			value := []float64{0}
			r.weigh(once(e.groups), value)
			c.AveragePrecision = e.interval(value[0], r.weighing.draws[0])
		}
		curves = append(curves, c)
	}
	return curves
}

// points returns the first point of the curve in each hundredth of recall.
func (r ranking) points() []PrecisionPoint {
	points := []PrecisionPoint{}
	hits, next := 0, 0 // next is in hundredths
	for i := range r.p {
		if r.hit[i] {
			hits++
		}
		if at := 100 * hits; r.last[i] && hits > 0 && at >= next*r.support {
			points = append(points, PrecisionPoint{r.p[i], ratio(hits, r.support), ratio(hits, i+1)})
			next = at/r.support + 1
		}
	}
	return points
}

// once is the draw that takes every group once.
func once(groups int) []int32 {
	times := make([]int32, groups)
	for g := range times {
		times[g] = 1
	}
	return times
}

// precisionAt returns the precision at the first point with at least a recall; NaN
// where there is none.
func (c PrecisionCurve) precisionAt(recall float64) float64 {
	for _, p := range c.Points {
		if p.Recall >= recall {
			return p.Precision
		}
	}
	return math.NaN()
}
