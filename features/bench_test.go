package features

import (
	"strings"
	"testing"
)

func benchmarkFeatures(b *testing.B, recipe []string) {
	x := NewExtractor(families(b, strings.Join(recipe, " ")))
	s := written(2000, 8)
	size := 0
	for _, st := range s {
		size += len(st.Text)
		x.Features(st)
	}
	b.SetBytes(int64(size / len(s)))
	b.ReportAllocs()
	found, i := 0, 0
	for b.Loop() {
		found += len(x.Features(s[i%len(s)]))
		i++
	}
	b.ReportMetric(float64(found)/float64(i), "features/op")
}

func BenchmarkFeaturesLocated(b *testing.B)   { benchmarkFeatures(b, Located) }
func BenchmarkFeaturesUnlocated(b *testing.B) { benchmarkFeatures(b, Unlocated) }

func BenchmarkExtract(b *testing.B) {
	f, s := families(b, strings.Join(Located, " ")), written(4000, 9)
	b.ReportAllocs()
	for b.Loop() {
		Extract(f, s, nil)
	}
}

func BenchmarkVocabulary(b *testing.B) {
	bags := Extract(families(b, strings.Join(Located, " ")), written(4000, 9), nil)
	rows := upTo(len(bags.Texts))
	b.ReportAllocs()
	for b.Loop() {
		bags.Vocabulary(rows, 2)
	}
}

func BenchmarkMatrix(b *testing.B) {
	bags := Extract(families(b, strings.Join(Located, " ")), written(4000, 9), nil)
	rows := upTo(len(bags.Texts))
	v := bags.Vocabulary(rows, 2)
	b.ReportAllocs()
	for b.Loop() {
		bags.Matrix(v, rows, Weighting{IDF: true, Unit: true})
	}
}
