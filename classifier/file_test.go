package classifier

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"stance/datasets"
	"stance/features"
)

// smallFile returns a model file of both tasks, a few kilobytes long.
func smallFile(t testing.TB) *File {
	examples, groups := corpus(1, 60)
	r := Recipe{Task: datasets.Stance, Trainer: "nb", Families: []string{"words"}, MinTexts: 6}
	stance := trained(t, r, examples, groups)
	r.Task, r.Trainer = datasets.Sentiment, "logistic"
	f := fileOf(stance, trained(t, r, examples, groups))
	f.Note = "drawn, not real"
	f.Training = []Training{{Name: "drawn.csv", SHA256: "00", Rows: 60}}
	f.Fingerprints = datasets.NewFingerprints(values(examples), datasets.Tasks)
	return f
}

// parsed returns the model file of data, or fails.
func parsed(t testing.TB, data []byte) *File {
	t.Helper()
	f, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestModelFileReadsBackToTheSameAnswersAndBytes(t *testing.T) {
	examples, groups := corpus(2, 150)
	test, _ := corpus(3, 100)
	for _, method := range Trainers {
		t.Run(method.Name, func(t *testing.T) {
			r := Recipe{Task: datasets.Stance, Trainer: method.Name, Seed: 7}
			stance := trained(t, r, examples, groups)
			r.Task = datasets.Sentiment
			f := fileOf(stance, trained(t, r, examples, groups))
			data := written(t, f)
			g := parsed(t, data)
			if again := written(t, g); !bytes.Equal(data, again) {
				t.Error("writing what was read gives other bytes")
			}
			if !reflect.DeepEqual(f.Provenance, g.Provenance) {
				t.Errorf("provenance %+v, want %+v", g.Provenance, f.Provenance)
			}
			a, b := f.NewTagger(), g.NewTagger()
			for _, e := range test {
				var want, got Answer
				a.Tag(&e.Statement, &want)
				b.Tag(&e.Statement, &got)
				if !reflect.DeepEqual(got, want) {
					t.Fatalf("%s: %+v, want %+v", e.Text, got, want)
				}
			}
		})
	}
}

// refused fails unless Parse refuses data as damaged or as another version.
func refused(t *testing.T, data []byte, how string) {
	t.Helper()
	f, err := Parse(data)
	if err == nil || f != nil || !errors.Is(err, ErrCorrupt) && !errors.Is(err, ErrMismatch) {
		t.Fatalf("%s: file %v, error %v", how, f, err)
	}
}

func TestEveryTruncationIsRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("a file for every byte; runs without the race detector")
	}
	data := written(t, smallFile(t))
	for n := range data {
		refused(t, data[:n], fmt.Sprintf("cut off after %d of %d bytes", n, len(data)))
	}
	refused(t, append(bytes.Clone(data), 0), "one byte more")
}

func TestEveryFlippedBitIsRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("a file for every byte; runs without the race detector")
	}
	data := written(t, smallFile(t))
	flip := func(bit int) {
		t.Helper()
		data[bit/8] ^= 1 << (bit % 8)
		refused(t, data, fmt.Sprintf("bit %d of byte %d flipped", bit%8, bit/8))
		data[bit/8] ^= 1 << (bit % 8)
	}
	for bit := range 8 * 64 { // magic, length, checksum and the first of the header
		flip(bit)
	}
	r := rand.New(rand.NewPCG(5, 0))
	for range 5000 {
		flip(r.IntN(8 * len(data)))
	}
}

// sealed returns a file of any header and body whose checksums are right.
func sealed(head string, body []byte) []byte {
	return append(fmt.Appendf(nil, "%s%d %s\n%s", magic, len(head), checksum([]byte(head)), head), body...)
}

// split returns header and body of a sound model file.
func split(t testing.TB, data []byte) (head string, body []byte) {
	t.Helper()
	_, body, err := parseHeader(data)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := bytes.Cut(data[len(magic):], []byte("\n"))
	return string(rest[:len(rest)-len(body)]), body
}

func TestRefusalsSayWhatIsWrong(t *testing.T) {
	f := smallFile(t)
	f.Classifiers, f.Fingerprints = f.Classifiers[:1], nil
	data := written(t, f)
	head, body := split(t, data)
	check := func(data []byte, want string) {
		t.Helper()
		if f, err := Parse(data); err == nil || err.Error() != want || f != nil {
			t.Errorf("error %v, want %s", err, want)
		}
	}
	changed := func(old, replacement string) []byte {
		t.Helper()
		if strings.Count(head, old) == 0 {
			t.Fatalf("the header has no %q:\n%s", old, head)
		}
		return sealed(strings.Replace(head, old, replacement, 1), body)
	}
	columns := fmt.Sprintf(`"columns": %d`, f.Classifiers[0].Vocabulary.Columns())
	check(nil, `not a sound model file: it does not begin with "stance model 2"`)
	check([]byte("PK\x03\x04"), `not a sound model file: it does not begin with "stance model 2"`)
	check([]byte("stance model 1\nanything"), "model of another version: its file format is newer or older than this program; train it again with this version")
	check([]byte(magic+"many words\n"), "not a sound model file: the line with the header's length is damaged")
	check([]byte(magic+"12 00000000"), "not a sound model file: the line with the header's length is damaged")
	check([]byte(magic+"12 00000000\n{}"), "not a sound model file: it is cut off in the header")
	check([]byte(magic+"-1 00000000\n{}"), "not a sound model file: it is cut off in the header")
	check([]byte(magic+"2 00000000\n{}"), "not a sound model file: the header's checksum is wrong")
	check(sealed("{", nil), "not a sound model file: the header: unexpected end of JSON input")
	check(data[:len(data)-1], "not a sound model file: it is cut off in section stance.weights")
	check(append(bytes.Clone(data), 1, 2), "not a sound model file: 2 bytes behind its end")
	check(sealed(head, append([]byte{body[0] ^ 1}, body[1:]...)), "not a sound model file: the checksum of section stance.start is wrong")
	check(changed(columns, `"columns": 1`), "not a sound model file: stance: sections do not fit 1 columns")
	check(changed(columns, `"columns": -1`), "not a sound model file: stance: negative size")
	check(changed(columns, `"columns": 4611686018427387904`), "not a sound model file: stance: sections do not fit 4611686018427387904 columns")
	check(changed(`"texts": `, `"texts": -`), "not a sound model file: stance: negative size")
	check(changed(`"texts": `, `"texts": 0, "ignored": `), "not a sound model file: stance: a column stands in more texts than there are")
	check(changed(`"bias": [`, `"bias": [0, `), "not a sound model file: stance: 4 numbers for 3 labels")
	check(sealed("{}", nil), "not a sound model file: it answers no task")
	check(changed(`"weight_steps": [`, `"weight_steps": [1e308, 1e308, 1e308], "ignored": [`), "not a sound model file: stance: weight_steps out of range")
	check(changed(`"weight_steps": [`, `"weight_steps": [-1, 0, 0], "ignored": [`), "not a sound model file: stance: weight_steps out of range")
	check(changed(`"bias": [`, `"bias": [0, -1.1e9, 0], "ignored": [`), "not a sound model file: stance: bias out of range")
	check(changed(`"calibration_scale": `, `"calibration_scale": -1, "ignored": `), "not a sound model file: stance: calibration_scale out of range")
	check(changed(`"calibration_shift": [`, `"calibration_shift": [0, 0, 1e10], "ignored": [`), "not a sound model file: stance: calibration_shift out of range")
	check(changed(`"offsets": [`, `"offsets": [1e300, 0, 0], "ignored": [`), "not a sound model file: stance: offsets out of range")
	check(changed(`"task": "stance"`, `"task": "irony"`), `model of another version: unknown task "irony" with labels ["favor" "against" "none"]; train it again with this version`)
	check(changed(`"against"`, `"con"`), `model of another version: unknown task "stance" with labels ["favor" "con" "none"]; train it again with this version`)
	check(changed(`"words"`, `"rhymes"`), `model of another version: unknown feature family "rhymes"; train it again with this version`)
}

func TestCheckRefusesWhatWouldChangeLabels(t *testing.T) {
	check := func(change func(*File), want string) {
		t.Helper()
		f := fileOf()
		change(f)
		err := f.Check("parties")
		if want == "" && err != nil || want != "" && (err == nil || err.Error() != want || !errors.Is(err, ErrMismatch)) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
	check(func(*File) {}, "")
	check(func(f *File) { f.Features = 0 }, fmt.Sprintf("model of another version: it was trained with another "+
		"feature version (0, this is %d); train it again with this version", features.Version))
	check(func(f *File) { f.Lexicon = "0" }, "model of another version: it was trained with another lexicon; train it again with this version")
	check(func(f *File) { f.Parties = "0" }, "model of another version: it was trained with another table of parties; train it again with this version")
}

func TestFileKnowsTheTextsItWasTrainedOn(t *testing.T) {
	examples, _ := corpus(1, 60)
	f := smallFile(t)
	g := parsed(t, written(t, f))
	for i, l := range g.Fingerprints.Leaks(values(examples), datasets.Stance) {
		if l != datasets.ExactLeak {
			t.Errorf("%q: %v", examples[i].Text, l)
		}
	}
	f.Fingerprints = nil // as programs wrote it that knew nothing of fingerprints
	if g := parsed(t, written(t, f)); g.Fingerprints != nil || len(g.Classifiers) != 2 {
		t.Errorf("without a section: fingerprints %v, %d classifiers", g.Fingerprints, len(g.Classifiers))
	}
}

func TestHugeSizesInTheHeaderAllocateLittle(t *testing.T) {
	head, body := split(t, written(t, smallFile(t)))
	check := func(data []byte) {
		t.Helper()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		refused(t, data, "huge size")
		runtime.ReadMemStats(&after)
		if n := after.TotalAlloc - before.TotalAlloc; n > 1<<20 {
			t.Errorf("refusing %d bytes allocated %d", len(data), n)
		}
	}
	for _, name := range []string{"columns", "texts", "bytes"} {
		for _, size := range []string{"1000000000", "9223372036854775807"} {
			check(sealed(strings.Replace(head, fmt.Sprintf("%q: ", name), fmt.Sprintf("%q: %s, %q: ", name, size, "was"), 1), body[:0]))
		}
	}
	check([]byte(magic + "9223372036854775807 00000000\n{}"))
	check([]byte(magic + "4194304 00000000\n{}"))
	check([]byte(magic + strings.Repeat("9", 1<<16)))
}

func TestFileOfReturnsTheClassifierOfATask(t *testing.T) {
	f := smallFile(t)
	f.Classifiers = f.Classifiers[:1]
	if got := f.Of(datasets.Stance); got != f.Classifiers[0] {
		t.Errorf("Of(stance) = %v", got)
	}
	if got := f.Of(datasets.Sentiment); got != nil {
		t.Errorf("Of(sentiment) = %v, want none", got)
	}
}

// failing is a writer that takes n bytes and then refuses.
type failing struct{ n int }

func (w *failing) Write(b []byte) (int, error) {
	if len(b) > w.n {
		n := w.n
		w.n = 0
		return n, errFull
	}
	w.n -= len(b)
	return len(b), nil
}

var errFull = errors.New("no space left")

func TestWriteToReportsAFailedWrite(t *testing.T) {
	f := smallFile(t)
	size := len(written(t, f))
	for _, room := range []int{0, 10, 500, size - 1} {
		if n, err := f.WriteTo(&failing{room}); !errors.Is(err, errFull) || n != int64(room) {
			t.Errorf("room for %d of %d bytes: wrote %d, error %v", room, size, n, err)
		}
	}
}

func TestHeaderThatCouldNotBeReadIsNotWritten(t *testing.T) {
	f := fileOf()
	f.Note = strings.Repeat("n", longestHeader)
	var b bytes.Buffer
	n, err := f.WriteTo(&b)
	if err == nil || n != 0 || b.Len() != 0 || !strings.Contains(err.Error(), "the format allows 4194304; train on fewer files") {
		t.Errorf("wrote %d bytes, error %v", n, err)
	}
}

func TestShippedModelIsSound(t *testing.T) {
	f, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(written(t, f), shipped) {
		t.Error("writing the shipped model gives other bytes")
	}
}

// FuzzParse seals what it is given, so that what lies behind the checksums is
// reached: whatever stands there, Parse returns an error or a model that answers.
func FuzzParse(f *testing.F) {
	small := smallFile(f)
	for _, c := range small.Classifiers {
		c.Top = make([][]Weight, 3) // a short seed is tried more often
	}
	data := written(f, small)
	head, body := split(f, data)
	f.Add(head, body)
	f.Add("{}", []byte(nil))
	f.Add(`{"tasks":[{"task":"stance"}]}`, []byte(nil))
	s := statement("(Avaria) sharply condemned <Borland> over the summit.")
	f.Fuzz(func(t *testing.T, head string, body []byte) {
		for _, data := range [][]byte{sealed(head, body), append([]byte(head), body...)} {
			file, err := Parse(data)
			if err != nil {
				if file != nil || !errors.Is(err, ErrCorrupt) && !errors.Is(err, ErrMismatch) {
					t.Errorf("file %v with error %v", file, err)
				}
				continue
			}
			var a Answer
			b := file
			b.NewTagger().Tag(&s, &a)
			b.Explain(&s)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	data := written(b, smallFile(b))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(data); err != nil {
			b.Fatal(err)
		}
	}
}
