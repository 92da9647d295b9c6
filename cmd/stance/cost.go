package main

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"stance/classifier"
	"stance/datasets"
)

// largestCost is far more than a cost that any data need.
const largestCost = 1e6

// cost reads --c: a number, auto, or a number for each task by its name.
func (f *trainFlags) cost(r *classifier.Recipe) (err error) {
	switch {
	case f.c == "":
		return nil
	case !classifier.HasCost(f.trainer):
		return usagef("--c: the trainer %s has no cost to set; leave it out", f.trainer)
	case f.c == "auto":
		r.AutoC = true
		return nil
	case !strings.Contains(f.c, "="):
		r.C, err = readCost(f.c)
		return err
	}
	r.Costs = make(map[string]float64)
	for part := range strings.SplitSeq(f.c, ",") {
		name, value, _ := strings.Cut(part, "=")
		name = strings.TrimSpace(name)
		if !slices.ContainsFunc(datasets.Tasks, func(t datasets.Task) bool { return t.Name == name }) {
			return usagef("--c: %q names no task; write stance=0.5,sentiment=2", part)
		}
		if _, twice := r.Costs[name]; twice {
			return usagef("--c: %s has two costs; give one", name)
		}
		if strings.TrimSpace(value) == "auto" {
			return usagef("--c: auto is for all tasks together; write --c auto, or a number for each task")
		}
		if r.Costs[name], err = readCost(strings.TrimSpace(value)); err != nil {
			return err
		}
	}
	return nil
}

// readCost reads a cost above 0.
func readCost(s string) (float64, error) {
	c, err := strconv.ParseFloat(s, 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) || !(c > 0) {
		return 0, usagef("--c: %q is neither auto nor a number above 0", s)
	}
	if c > largestCost {
		return 0, usagef("--c: %s; at most %g", s, largestCost)
	}
	return c, nil
}
