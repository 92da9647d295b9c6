package classifier

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/sjwhitworth/golearn/base"
	"github.com/sjwhitworth/golearn/evaluation"
	"github.com/sjwhitworth/golearn/naive"

	"stance/datasets"
	"stance/features"
)

// golearnTrainers are the trainers that golearn's code is run over.
var golearnTrainers = []Trainer{Logistic{C: 1, Seed: 1}, SVM{C: 1, Seed: 1}, NaiveBayes{Alpha: 1}, Majority{}, GolearnNB{}}

// fittedEstimator returns an estimator that has learned from x.
func fittedEstimator(t testing.TB, trainer Trainer, x base.FixedDataGrid) *Estimator {
	t.Helper()
	e := NewEstimator(trainer)
	if err := e.Fit(x); err != nil {
		t.Fatal(err)
	}
	return e
}

// gridLabels returns the labels of a grid as golearn reads them.
func gridLabels(x base.FixedDataGrid) []string {
	_, rows := x.Size()
	labels := make([]string, rows)
	for i := range labels {
		labels[i] = base.GetClass(x, i)
	}
	return labels
}

// predictedLabels returns the labels that e predicts.
func predictedLabels(t testing.TB, e *Estimator, x base.FixedDataGrid) []string {
	t.Helper()
	p, err := e.Predict(x)
	if err != nil {
		t.Fatal(err)
	}
	return gridLabels(p)
}

func TestEstimatorEqualsItsTrainer(t *testing.T) {
	x, y := drawnRows(1, 120, 30, 3, true)
	probe, _ := drawnRows(2, 50, 30, 3, true)
	for _, trainer := range golearnTrainers {
		m, err := trainer.Train(x, y, 3)
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, k := range bestClasses(m, probe) {
			want = append(want, string(datasets.Stance.Labels[k]))
		}
		e := fittedEstimator(t, trainer, newGrid(t, FloatColumns, x, y))
		if !reflect.DeepEqual(e.Model(), m) {
			t.Errorf("%T: the model differs", trainer)
		}
		if got := predictedLabels(t, e, newGrid(t, FloatColumns, probe, nil)); !slices.Equal(got, want) {
			t.Errorf("%T: %q, want %q", trainer, got, want)
		}
	}
}

func TestEstimatorReadsGolearnsOwnGrids(t *testing.T) {
	for kind, ones := range map[ColumnKind]bool{FloatColumns: false, BinaryColumns: true} {
		x, y := drawnRows(1, 90, 20, 3, ones)
		g := newGrid(t, kind, x, y)
		d := denseCopy(g, inOrder(20), datasets.Stance.Labels)
		trainer := Logistic{C: 1, Seed: 1}
		sparse, generic := fittedEstimator(t, trainer, g), fittedEstimator(t, trainer, d)
		if !reflect.DeepEqual(sparse.Model(), generic.Model()) {
			t.Errorf("kind %d: the model differs", kind)
		}
		want := predictedLabels(t, sparse, g)
		for name, got := range map[string][]string{
			"dense asked by sparse": predictedLabels(t, sparse, d),
			"sparse asked by dense": predictedLabels(t, generic, g),
			"dense asked by dense":  predictedLabels(t, generic, d),
		} {
			if !slices.Equal(got, want) {
				t.Errorf("kind %d, %s: %q, want %q", kind, name, got, want)
			}
		}
	}
}

func TestEstimatorMatchesColumnsAndLabelsByName(t *testing.T) {
	x, y := drawnRows(1, 60, 12, 3, false)
	g := newGrid(t, FloatColumns, x, y)
	e := fittedEstimator(t, Logistic{C: 1, Seed: 1}, g)
	want := predictedLabels(t, e, g)

	order := rand.New(rand.NewPCG(1, 0)).Perm(12)
	labels := []datasets.Label{datasets.None, "more", datasets.Against, datasets.Favor}
	shuffled := denseCopy(g, order, labels)
	if got := predictedLabels(t, e, shuffled); !slices.Equal(got, want) {
		t.Errorf("other order: %q, want %q", got, want)
	}
	if got := predictedLabels(t, fittedEstimator(t, Logistic{C: 1, Seed: 1}, shuffled), g); !slices.Equal(got, want) {
		t.Errorf("fitted in other order: %q, want %q", got, want)
	}
}

func TestPredictLeavesClassAttributesAlone(t *testing.T) {
	x, y := drawnRows(1, 60, 12, 3, true)
	g := newGrid(t, FloatColumns, x, y)
	e := fittedEstimator(t, Logistic{C: 1, Seed: 1}, g)
	asked := denseCopy(g.columnsOnly(t), inOrder(12), []datasets.Label{datasets.None})
	class := asked.AllClassAttributes()[0].(*base.CategoricalAttribute)

	p, err := e.Predict(asked)
	if err != nil {
		t.Fatal(err)
	}
	if got := class.GetValues(); !slices.Equal(got, []string{"none"}) {
		t.Errorf("the class attribute that was asked about became %q", got)
	}
	own := p.AllClassAttributes()[0]
	if own == base.Attribute(class) || own == g.AllClassAttributes()[0] {
		t.Error("the answer shares a class attribute")
	}
	want := gridLabels(p)
	own.GetSysValFromString("another")
	own.SetName("changed")
	if got := predictedLabels(t, e, g); !slices.Equal(got, want) {
		t.Errorf("after the answer was changed: %q, want %q", got, want)
	}
}

// columnsOnly returns the grid with every row in class none.
func (g *Grid) columnsOnly(t *testing.T) *Grid {
	t.Helper()
	return newGrid(t, g.columns.kind, g.x, slices.Repeat([]int{2}, len(g.y)))
}

// A watchedFold watches an estimator under golearn's cross-validation.
type watchedFold struct {
	*Estimator
	t       *testing.T
	train   *Grid
	columns *Columns
	counts  []map[string]map[string]int // gold, predicted
}

func (f *watchedFold) Fit(x base.FixedDataGrid) (err error) {
	if f.train, err = GridFromFixed(x, f.columns); err != nil {
		return err
	}
	return f.Estimator.Fit(x)
}

// Predict also counts what our own trainer and model answer for the fold.
func (f *watchedFold) Predict(x base.FixedDataGrid) (base.FixedDataGrid, error) {
	m, err := f.trainer.Train(f.train.x, f.train.y, 3)
	if err != nil {
		return nil, err
	}
	test, err := GridFromFixed(x, f.columns)
	if err != nil {
		return nil, err
	}
	labels := datasets.Stance.Labels
	count := make(map[string]map[string]int)
	for i, k := range bestClasses(m, test.x) {
		gold := string(labels[test.y[i]])
		if count[gold] == nil {
			count[gold] = make(map[string]int)
		}
		count[gold][string(labels[k])]++
	}
	f.counts = append(f.counts, count)
	return f.Estimator.Predict(x)
}

// golearn deals its folds with math/rand's global source, which no longer takes a
// seed. So nothing here depends on the folds: whatever they are, golearn's counts
// must be those of our own trainer on the same rows.
func TestGolearnsCrossValidationEqualsOurOwnCounts(t *testing.T) {
	x, y := drawnRows(1, 90, 20, 3, true)
	g := newGrid(t, FloatColumns, x, y)
	for _, trainer := range golearnTrainers {
		f := &watchedFold{Estimator: NewEstimator(trainer), t: t, columns: g.Columns()}
		confusions, err := evaluation.GenerateCrossFoldValidationConfusionMatrices(g, f, 3)
		if err != nil {
			t.Fatal(err)
		}
		rows := 0
		for i, c := range confusions {
			if !reflect.DeepEqual(map[string]map[string]int(c), f.counts[i]) {
				t.Errorf("%T, fold %d: golearn counts %v, we %v", trainer, i, c, f.counts[i])
			}
			for _, predicted := range c {
				for _, n := range predicted {
					rows += n
				}
			}
		}
		if rows != len(y) {
			t.Errorf("%T: %d rows in the folds, want %d", trainer, rows, len(y))
		}
		accuracy, _ := evaluation.GetCrossValidatedMetric(confusions, evaluation.GetAccuracy)
		if _, floor := trainer.(Majority); !floor && accuracy < 0.5 {
			t.Errorf("%T: accuracy %.2f on rows that lean towards their class", trainer, accuracy)
		}
	}
}

func TestEstimatorSavesAndLoadsExactly(t *testing.T) {
	x, y := drawnRows(1, 60, 15, 3, false)
	g := newGrid(t, FloatColumns, x, y)
	e := fittedEstimator(t, Logistic{C: 1, Seed: 1}, g)
	dir := t.TempDir()
	first, second := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := e.Save(first); err != nil {
		t.Fatal(err)
	}
	loaded := NewEstimator(nil)
	if err := loaded.Load(first); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(loaded.model, e.model) || !reflect.DeepEqual(loaded.task, e.task) || !slices.Equal(loaded.names, e.names) {
		t.Error("the model came back otherwise")
	}
	if got, want := predictedLabels(t, loaded, g), predictedLabels(t, e, g); !slices.Equal(got, want) {
		t.Errorf("loaded: %q, want %q", got, want)
	}
	if err := loaded.Save(second); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(fileContents(t, first), fileContents(t, second)) {
		t.Error("the same model gave other bytes")
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "*")); len(names) != 2 {
		t.Errorf("files left behind: %q", names)
	}
}

func fileContents(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEstimatorsShareAnArchiveByPrefix(t *testing.T) {
	x, y := drawnRows(1, 60, 15, 3, true)
	g := newGrid(t, FloatColumns, x, y)
	path := filepath.Join(t.TempDir(), "members")
	w, err := base.CreateSerializedClassifierStub(path, base.ClassifierMetadataV1{FormatVersion: 1})
	if err != nil {
		t.Fatal(err)
	}
	for i, trainer := range golearnTrainers {
		if err := fittedEstimator(t, trainer, g).SaveWithPrefix(w, fmt.Sprint(i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := base.ReadSerializedClassifierStub(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for i, trainer := range golearnTrainers {
		e := NewEstimator(trainer)
		if err := e.LoadWithPrefix(r, fmt.Sprint(i)); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(e.Model(), fittedEstimator(t, trainer, g).Model()) {
			t.Errorf("%T: the model came back otherwise", trainer)
		}
	}
	if err := NewEstimator(nil).LoadWithPrefix(r, "9"); err == nil {
		t.Error("no error for a prefix that is not there")
	}
}

// A damaged file is refused, or gives the very model that was saved: some bytes of
// a gzip header mean nothing.
func TestLoadNoticesDamage(t *testing.T) {
	x, y := drawnRows(1, 30, 5, 3, true)
	e := fittedEstimator(t, Logistic{C: 1, Seed: 1}, newGrid(t, FloatColumns, x, y))
	path := filepath.Join(t.TempDir(), "model")
	if err := e.Save(path); err != nil {
		t.Fatal(err)
	}
	whole := fileContents(t, path)
	refused := 0
	check := func(what string, b []byte) {
		t.Helper()
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		damaged := NewEstimator(nil)
		if damaged.Load(path) != nil {
			refused++
			if damaged.model != nil {
				t.Errorf("%s: an error, and a model", what)
			}
		} else if !reflect.DeepEqual(damaged.model, e.model) || !reflect.DeepEqual(damaged.names, e.names) {
			t.Errorf("%s: another model", what)
		}
	}
	step := max(1, len(whole)/60)
	for n := 0; n < len(whole); n += step {
		check(fmt.Sprintf("cut at %d", n), whole[:n])
		flipped := bytes.Clone(whole)
		flipped[n] ^= 1 << (n % 8)
		check(fmt.Sprintf("bit %d of byte %d", n%8, n), flipped)
	}
	if refused < 80 {
		t.Errorf("only %d damaged files were refused", refused)
	}
}

func TestLoadRefusesOtherModels(t *testing.T) {
	x, y := drawnRows(1, 30, 5, 3, true)
	dir := t.TempDir()
	nb := naive.NewBernoulliNBClassifier()
	if err := nb.Fit(newGrid(t, BinaryColumns, x, y)); err != nil {
		t.Fatal(err)
	}
	if err := nb.Save(filepath.Join(dir, "golearn")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "text"), []byte("id,text\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"golearn": `a model of "KNN", version "1.0", want "stance.Estimator", version "1"`,
		"text":    "Can't decompress",
		"nowhere": "no such file",
	} {
		if err := NewEstimator(nil).Load(filepath.Join(dir, name)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q in it", name, err, want)
		}
	}
}

func TestEstimatorReturnsErrorsNotPanics(t *testing.T) {
	x, y := drawnRows(1, 30, 5, 3, true)
	g := newGrid(t, FloatColumns, x, y)
	narrow, _ := drawnRows(1, 30, 4, 3, true)
	e := fittedEstimator(t, Logistic{C: 1, Seed: 1}, g)
	path := filepath.Join(t.TempDir(), "model")
	none := NewEstimator(nil)
	ask := func(e *Estimator, x base.FixedDataGrid) error { _, err := e.Predict(x); return err }
	for name, test := range map[string]struct {
		err  error
		want string
	}{
		"predict before fit": {ask(NewEstimator(Logistic{}), g), "no model yet; call Fit or Load first"},
		"save before fit":    {none.Save(path), "no model yet; call Fit or Load first"},
		"no trainer":         {none.Fit(g), "no trainer"},
		"trainer's error":    {NewEstimator(Logistic{}).Fit(g), "c is 0"},
		"no classes":         {NewEstimator(Logistic{C: 1}).Fit(newGrid(t, FloatColumns, x, nil)), "row 0 has no class"},
		"missing column":     {ask(e, newGrid(t, FloatColumns, narrow, y)), `no column "f4"`},
		"other kind of grid": {ask(e, withCell(1)), `no column "f1"`},
		"no grid":            {ask(e, nil), "panicked"},
		"unwritable":         {e.Save(filepath.Join(path, "below", "a file")), "no such file"},
	} {
		if test.err == nil || !strings.Contains(test.err.Error(), test.want) {
			t.Errorf("%s: error %v, want %q in it", name, test.err, test.want)
		}
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a model that could not be saved left a file")
	}
}

func TestEstimatorOfATrainedModel(t *testing.T) {
	x, y := drawnRows(1, 60, 15, 3, true)
	g := newGrid(t, FloatColumns, x, y)
	want := fittedEstimator(t, Logistic{C: 1, Seed: 1}, g)
	e, err := EstimatorOf(want.Model(), g.Columns())
	if err != nil {
		t.Fatal(err)
	}
	if got := predictedLabels(t, e, g); !slices.Equal(got, predictedLabels(t, want, g)) {
		t.Error("other answers")
	}
	if _, err := EstimatorOf(&Linear{Classes: 2}, g.Columns()); err == nil {
		t.Error("no error for a model of two classes and a task of three labels")
	}
}

func TestEstimatorSaysWhatItIs(t *testing.T) {
	x, y := drawnRows(1, 60, 15, 3, true)
	e := NewEstimator(GolearnNB{})
	if got, want := e.String(), "classifier.GolearnNB, not fitted"; got != want {
		t.Errorf("String() = %q, want %q", got, want)
	}
	e = fittedEstimator(t, GolearnNB{}, newGrid(t, FloatColumns, x, y))
	if got, want := e.String(), "stance: classifier.GolearnNB, 3 labels, 15 columns"; got != want {
		t.Errorf("String() = %q, want %q", got, want)
	}
}

// FuzzLinearBytes: a model read from any bytes is written as the same bytes.
func FuzzLinearBytes(f *testing.F) {
	f.Add(make([]byte, 8), 1)
	f.Add(make([]byte, 3*8+2*3*4), 3)
	f.Fuzz(func(t *testing.T, b []byte, classes int) {
		if classes < 1 || classes > 100 {
			return
		}
		m, err := linearOf(b, classes, max(0, len(b)-8*classes)/(4*classes))
		if err != nil {
			return
		}
		if got := linearBytes(m); !bytes.Equal(got, b) {
			t.Errorf("%x became %x", b, got)
		}
	})
}

// One golearn program around our model: nothing is printed but by the program.
func ExampleEstimator() {
	columns, _ := NewColumns(FloatColumns, []string{"praise", "blame"}, datasets.Sentiment)
	var rows features.Matrix
	for i := range 6 {
		rows.Append(features.Row{Cols: []int32{int32(i % 2)}, Vals: []float32{1}})
	}
	rows.Columns = 2
	grid, _ := NewGrid(columns, rows, []int{0, 1, 0, 1, 0, 1})

	var model base.Classifier = NewEstimator(Logistic{C: 1})
	if err := model.Fit(grid); err != nil {
		fmt.Println(err)
		return
	}
	answer, _ := model.Predict(grid)
	confusion, _ := evaluation.GetConfusionMatrix(grid, answer)
	fmt.Println(model)
	fmt.Println(confusion)
	// Output:
	// sentiment: classifier.Logistic, 3 labels, 2 columns
	// map[negative:map[negative:3] positive:map[positive:3]]
}

func BenchmarkEstimatorSaveLoad(b *testing.B) {
	const columns = 100_000
	c, err := NewColumns(FloatColumns, ColumnNames(columns), datasets.Stance)
	if err != nil {
		b.Fatal(err)
	}
	m := &Linear{Classes: 3, Bias: make([]float64, 3), Weights: make([]float32, 3*columns)}
	r := rand.New(rand.NewPCG(1, 0))
	for i := range m.Weights {
		m.Weights[i] = float32(r.NormFloat64())
	}
	e, err := EstimatorOf(m, c)
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "model")
	b.ReportAllocs()
	for b.Loop() {
		if err := e.Save(path); err != nil {
			b.Fatal(err)
		}
		if err := e.Load(path); err != nil {
			b.Fatal(err)
		}
	}
}
