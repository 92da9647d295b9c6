package datasets

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

// rowsFile returns a CSV file of n small rows in the columns of the public corpora.
func rowsFile(n int) string {
	var b strings.Builder
	b.WriteString("id,text,source,target,target_start,target_end,stance,sentiment,corpus,split\n")
	for i := range n {
		fmt.Fprintf(&b, "row-%06d,\"The minister, asked again, said that Oslo would stand by its neighbors in spring.\",,Oslo,42,46,favor,neutral,made,train\n", i)
	}
	return b.String()
}

func BenchmarkRead(b *testing.B) {
	const rows = 50000
	for _, mode := range []string{"row", "example"} {
		b.Run(mode, func(b *testing.B) {
			in := rowsFile(rows)
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				r, err := NewReader("in.csv", strings.NewReader(in))
				for err == nil {
					var row Row
					if row, err = r.Read(); err == nil && mode == "example" {
						_, err = r.Example(row)
					}
				}
				if err != io.EOF {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*rows), "ns/row")
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, excel := range []bool{false, true} {
		b.Run(fmt.Sprint("excel=", excel), func(b *testing.B) {
			r, err := NewReader("in.csv", strings.NewReader(rowsFile(1)))
			if err != nil {
				b.Fatal(err)
			}
			row, err := r.Read()
			if err != nil {
				b.Fatal(err)
			}
			w := NewWriter(io.Discard, r.Header(), WriterOptions{Excel: excel})
			b.ReportAllocs()
			for b.Loop() {
				if err := w.Write(row.Cells); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkMakeID(b *testing.B) {
	var d IDs
	b.ReportAllocs()
	for b.Loop() {
		d.Make("The minister said that Oslo would stand by its neighbors.", "", "Oslo")
		d.rows = nil
	}
}

func BenchmarkFolds(b *testing.B) {
	ex, groups := made(20000, 1)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Folds(ex, groups, Stance, 5, 1); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadPredictions(b *testing.B) {
	var file bytes.Buffer
	var all []Predicted
	for i := range 10000 {
		all = append(all, predictedFor(fmt.Sprint("row-", i), Stance, Favor, Favor, 0.7, 0.2, 0.1))
	}
	if err := WritePredictions(&file, all); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadPredictions("p.csv", bytes.NewReader(file.Bytes())); err != nil {
			b.Fatal(err)
		}
	}
}

// 50,000 texts of a gold file against 50,000 of training, a tenth of them near copies;
// Matches is what a leak check takes beside reading.
func BenchmarkLeaks(b *testing.B) {
	const rows = 50000
	train := variants(rows, 1)
	gold := append(variants(rows*9/10, 2), changed(train, rows/10)...)
	b.Run("texts", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Matches(gold, train)
		}
	})
	f := NewFingerprints(labelled(train), Tasks)
	ex := labelled(gold)
	b.Run("fingerprints", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			f.Leaks(ex, Stance)
		}
	})
}
