package classifier

import "stance/datasets"

// HeldOut says how good a classifier was on the rows that it was calibrated on, each
// scored without its fold. The numbers flatter a little: scale, shifts and offsets
// were fitted on the same rows. Rows is 0 if there were too few groups for folds.
type HeldOut struct {
	Headline float64 `json:"headline"` // mean F1 of favor and against, or macro-F1
	Accuracy float64 `json:"accuracy"`
	Rows     int     `json:"rows"`
}

// heldOut scores probabilities made without the row's fold, at the given offsets.
func heldOut(t datasets.Task, p [][]float64, y []int, offsets []float64) HeldOut {
	logs, right := logs(p), 0
	for i, l := range logs {
		if decide(l, offsets) == y[i] {
			right++
		}
	}
	return HeldOut{headlineAt(t, logs, y, offsets), float64(right) / float64(max(len(y), 1)), len(y)}
}
