package main

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"stance/classifier"
	"stance/datasets"
)

// becauseHeader are the columns that --explain adds behind ours. Those of the labels are
// made anew with them; of a statement that is given no source is found, so that what the
// input says of it is kept.
var (
	becauseHeader = []string{"stance_because", "sentiment_because", "source_because"}
	labelReasons  = becauseHeader[:2]
)

// becauseColumns returns the columns that --explain asks for.
func (f *labelFlags) becauseColumns() []string {
	if !f.explain {
		return nil
	}
	return becauseHeader
}

// explain fills the columns of --explain for the statement that w labelled last.
func (r *labelRun) explain(row []string, w *worker) {
	if !r.flags.explain {
		return
	}
	s := &w.labelled
	for k, t := range datasets.Tasks {
		w.reasons = w.labeller.Because(t, s, w.reasons[:0])
		row[colStanceBecause+k] = reasons(w.reasons, &w.evidence)
	}
	if !s.SourceCue.Empty() {
		row[colSourceBecause] = s.SourceCue.Of(s.Text)
	}
}

// reasons prints what decided: `"denounced" +1.94 | TARGET -0.31 | rest +0.12`.
func reasons(all []classifier.Weight, b *strings.Builder) string {
	b.Reset()
	for i, r := range all {
		if i > 0 {
			b.WriteString(between)
		}
		b.WriteString(r.Feature)
		b.WriteByte(' ')
		b.WriteString(signed(r.Weight))
	}
	return b.String()
}

const between = " | "

// signed prints a number with its sign and two decimals; nothing is +0.00.
func signed(v float64) string {
	var room [32]byte
	room[0] = '+'
	digits := strconv.AppendFloat(room[:1], v, 'f', 2, 64)
	if v < 0 && string(digits[1:]) != "-0.00" {
		return string(digits[1:])
	}
	if v < 0 {
		return "+0.00"
	}
	return string(digits)
}

// writeBecause writes the columns of --explain below a pair of the table, in lines
// broken between reasons.
func writeBecause(b *bytes.Buffer, row []string) {
	for k, name := range [...]string{"stance", "sentiment", "source"} {
		cell := inLine(row[colStanceBecause+k])
		if cell == "" {
			continue
		}
		fmt.Fprintf(b, "    %-9s", name)
		used := 13
		for i, part := range strings.Split(cell, between) {
			n := utf8.RuneCountInString(part)
			switch {
			case i == 0:
				b.WriteString("  ")
			case used+len(between)+n > lineWidth:
				b.WriteString("\n" + strings.Repeat(" ", 15))
				used = 15
			default:
				b.WriteString(between)
				used += len(between)
			}
			b.WriteString(part)
			used += n
		}
		b.WriteByte('\n')
	}
}
