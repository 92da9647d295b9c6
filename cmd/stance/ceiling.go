package main

import (
	"stance/datasets"
	"stance/reports"
)

// addCeiling puts beside the model how well the coders of the gold agree, where the
// file has columns such as stance_coder1 and stance_coder2; rows are those of the
// outcomes. Columns of that name that hold something else are noted.
func (e *evaluation) addCeiling(r *reports.Report, t datasets.Task, outcomes []reports.Outcome, rows []int) error {
	coders, labels, err := e.corpus.CoderLabels(t)
	if err != nil {
		r.Notes = append(r.Notes, "no human ceiling: "+err.Error())
		return nil
	}
	if len(coders) == 0 {
		return nil
	}
	scored := make([][]datasets.Label, len(rows))
	for i, row := range rows {
		scored[i] = labels[row]
	}
	return r.AddCeiling(coders, scored, outcomes)
}
