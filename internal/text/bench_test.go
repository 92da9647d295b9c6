package text

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// newsText returns about n bytes of text with the word lengths, capitals,
// marks and paragraph lengths of English news, the same on every call.
func newsText(n int, quote, endQuote, apostrophe string) string {
	words := strings.Fields(`the of to a in and that for on with said is was he it by as at from has have
		be its not but talks state minister party government President Moscow Pyongyang Washington sanctions
		foreign policy missile launch officials against support agreement U.S. Russia North Korea united council
		statement yesterday people economic international cooperation 2019 3,500 military representatives Kim's don't`)
	r := rand.New(rand.NewPCG(1, 0))
	var b strings.Builder
	for b.Len() < n {
		for range 3 + r.IntN(3) {
			quoted := r.IntN(4) == 0
			if quoted {
				b.WriteString(quote)
			}
			for k := range 8 + r.IntN(20) {
				word := words[r.IntN(len(words))]
				if k == 0 {
					word = strings.ToUpper(word[:1]) + word[1:]
				} else if r.IntN(9) == 0 {
					b.WriteByte(',')
				}
				if k > 0 {
					b.WriteByte(' ')
				}
				b.WriteString(strings.ReplaceAll(word, "'", apostrophe))
			}
			if quoted {
				b.WriteString("," + endQuote + " he said")
			}
			b.WriteString(". ")
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func benchTokens(b *testing.B, s string) {
	dst := AppendTokens(nil, s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		dst = AppendTokens(dst[:0], s)
	}
	b.ReportMetric(float64(len(dst))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mtokens/s")
}

func BenchmarkTokensASCII(b *testing.B) { benchTokens(b, newsText(2<<20, `"`, `"`, "'")) }
func BenchmarkTokensCurly(b *testing.B) { benchTokens(b, newsText(2<<20, "“", "”", "’")) }

func BenchmarkTokensCyrillic(b *testing.B) {
	benchTokens(b, strings.Repeat("Россия и КНДР подписали «всеобъемлющий» договор, сообщило агентство. ", 10000))
}

// BenchmarkTokensShort tokenizes one sentence at a time, as features do.
func BenchmarkTokensShort(b *testing.B) {
	texts := strings.SplitAfter(newsText(2<<20, "“", "”", "’"), ". ")
	size := 0
	for _, s := range texts {
		size += len(s)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var dst []Token
	for b.Loop() {
		for _, s := range texts {
			dst = AppendTokens(dst[:0], s)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	s := newsText(2<<20, "“", "”", "’")
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Fold(s)
	}
}

func benchSpans(b *testing.B, find func([]Span, string) []Span) {
	s := newsText(2<<20, "“", "”", "’")
	dst := find(nil, s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		dst = find(dst[:0], s)
	}
}

func BenchmarkSentences(b *testing.B) { benchSpans(b, AppendSentences) }
func BenchmarkQuotes(b *testing.B)    { benchSpans(b, AppendQuotes) }
