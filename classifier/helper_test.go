package classifier

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"stance/datasets"
	"stance/features"
)

// readJSON fills v from a file of testdata, which a script beside it wrote.
func readJSON(t testing.TB, name string, v any) {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// near reports whether two numbers differ by at most the tolerance.
func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }

// nearAll reports whether two lists have the same length and near numbers.
func nearAll(a, b []float64, tolerance float64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !near(a[i], b[i], tolerance) {
			return false
		}
	}
	return true
}

// matrixOf returns dense rows as a matrix; zeros are left out.
func matrixOf(columns int, rows ...[]float64) features.Matrix {
	x := features.Matrix{Columns: columns}
	for _, row := range rows {
		var r features.Row
		for c, v := range row {
			if v != 0 {
				r.Cols, r.Vals = append(r.Cols, int32(c)), append(r.Vals, float32(v))
			}
		}
		x.Append(r)
	}
	return x
}

// column returns the weights of class k.
func (m *Linear) column(k int) []float64 {
	var w []float64
	for i := k; i < len(m.Weights); i += m.Classes {
		w = append(w, float64(m.Weights[i]))
	}
	return w
}

// statement returns a statement whose parties are written in brackets, the target
// as <Name>, the source as (Name) and others as [Name].
func statement(marked string) datasets.Statement {
	var s datasets.Statement
	var text strings.Builder
	for marked != "" {
		open := strings.IndexAny(marked, "<([")
		if open < 0 {
			text.WriteString(marked)
			break
		}
		text.WriteString(marked[:open])
		kind := marked[open]
		name, rest, _ := strings.Cut(marked[open+1:], map[byte]string{'<': ">", '(': ")", '[': "]"}[kind])
		span := datasets.Span{Start: text.Len(), End: text.Len() + len(name)}
		text.WriteString(name)
		s.Mentions = append(s.Mentions, datasets.Mention{Entity: name, Span: span})
		switch kind {
		case '<':
			s.Target, s.TargetSpan = name, span
		case '(':
			s.Source, s.SourceSpan = name, span
		}
		marked = rest
	}
	s.Text = text.String()
	return s
}

// phrase is a template of the corpus; %s are source, target and a third party.
type phrase struct {
	marked            string
	stance, sentiment datasets.Label
}

var phrases = []phrase{
	{"(%s) warmly praised <%s> at the %s", datasets.Favor, datasets.Positive},
	{"(%s) pledged full support to <%s> during the %s", datasets.Favor, datasets.Positive},
	{"The %[3]s ended as (%[1]s) thanked <%[2]s> for its help", datasets.Favor, datasets.Positive},
	{"(%s) sharply condemned <%s> over the %s", datasets.Against, datasets.Negative},
	{"(%s) accused <%s> of wrecking the %s", datasets.Against, datasets.Negative},
	{"At the %[3]s (%[1]s) threatened <%[2]s> with sanctions", datasets.Against, datasets.Negative},
	{"(%s) will meet <%s> at the %s", datasets.None, datasets.Neutral},
	{"(%s) sent a delegation to <%s> for the %s", datasets.None, datasets.Neutral},
	{"A crash killed dozens in <%[2]s>, (%[1]s) said after the %[3]s", datasets.None, datasets.Negative},
}

var (
	parties  = []string{"Avaria", "Borland", "Cadonia", "Dravia", "Esterland", "Fenwick"}
	settings = []string{"summit", "harbour talks", "trade fair", "winter games", "grain deal", "border meeting"}
	endings  = []string{"", ", officials said", " on Monday", ", despite the cost", " as [Grenmark] looked on"}
)

// corpus returns examples drawn by seed from phrases, three or four to an article,
// and their groups. One in ten has the labels of another phrase, as people err.
func corpus(seed uint64, n int) (examples []*datasets.Example, groups []int) {
	r := rand.New(rand.NewPCG(seed, 0))
	for i := range n {
		p, parties := phrases[r.IntN(len(phrases))], drawTwo(r, parties)
		marked := fmt.Sprintf(p.marked, parties[0], parties[1], settings[r.IntN(len(settings))])
		e := &datasets.Example{Statement: statement(marked + endings[r.IntN(len(endings))] + "."), Stance: p.stance, Sentiment: p.sentiment}
		if r.IntN(10) == 0 {
			other := phrases[r.IntN(len(phrases))]
			e.Stance, e.Sentiment = other.stance, other.sentiment
		}
		e.ID, e.Article = fmt.Sprint("s", i), fmt.Sprint("a", i*2/7)
		examples, groups = append(examples, e), append(groups, i*2/7)
	}
	return examples, groups
}

func drawTwo(r *rand.Rand, of []string) [2]string {
	a, b := r.IntN(len(of)), r.IntN(len(of)-1)
	if b >= a {
		b++
	}
	return [2]string{of[a], of[b]}
}

// trained returns a classifier, or fails.
func trained(t testing.TB, r Recipe, examples []*datasets.Example, groups []int) *Classifier {
	t.Helper()
	c, err := Train(r, examples, groups, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// fileOf returns a model file of classifiers, made by this program.
func fileOf(c ...*Classifier) *File {
	return &File{Provenance: NewProvenance("parties", 1), Classifiers: c}
}

// written returns the bytes of a model file.
func written(t testing.TB, f *File) []byte {
	t.Helper()
	var b bytes.Buffer
	n, err := f.WriteTo(&b)
	if err != nil {
		t.Fatal(err)
	}
	if n != int64(b.Len()) {
		t.Fatalf("WriteTo returned %d, wrote %d bytes", n, b.Len())
	}
	return b.Bytes()
}
