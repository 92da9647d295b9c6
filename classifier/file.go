package classifier

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"stance/datasets"
	"stance/features"
)

// A File is all that a model file holds: one classifier for each task trained, and
// where they come from.
//
//	stance model 2\n              magic and format version
//	<length> <crc32c>\n           of the header, decimal and hexadecimal
//	{...}                         header: JSON, readable by a person
//	section, section ...          binary, little-endian, as the header lists them
//
// There is no timestamp, no path and nothing executable in it: same training
// input, same bytes.
type File struct {
	Provenance
	Classifiers  []*Classifier          // in the order of datasets.Tasks
	Fingerprints *datasets.Fingerprints // of the texts trained on; nil: the file has none, leaks cannot be checked
	Directed     *DirectedLexicon       // that the classifiers read with; nil is the shipped one
}

// Provenance is where a model comes from, and what it was built to work with.
type Provenance struct {
	Features int        `json:"features"` // features.Version
	Lexicon  string     `json:"lexicon"`  // sha256 of both lexicons, the user's rows among them
	Parties  string     `json:"parties"`  // sha256 of the table of parties
	Seed     uint64     `json:"seed"`
	Training []Training `json:"training"`
	Note     string     `json:"note,omitempty"`
	Prior    *Origin    `json:"prior,omitempty"` // the model that training started from
}

// Training is a file that the model was trained on.
type Training struct {
	Name   string `json:"name"` // as short as tells the files apart
	SHA256 string `json:"sha256"`
	Rows   int    `json:"rows"` // rows used

	Weight float64 `json:"weight,omitempty"` // what a row counted; 0 means 1
}

// Errors of model files that a caller may want to tell apart.
var (
	ErrCorrupt  = errors.New("not a sound model file")
	ErrMismatch = errors.New("model of another version")
)

const (
	magic         = "stance model 2\n"
	longestHeader = 4 << 20 // bytes
)

// Of returns the classifier of a task, or nil.
func (f *File) Of(t datasets.Task) *Classifier {
	for _, c := range f.Classifiers {
		if c.Task().Name == t.Name {
			return c
		}
	}
	return nil
}

// Check reports whether the model was built for this program's features and lexicon
// and for the given table of parties. If not, its labels would silently differ.
func (f *File) Check(parties string) error {
	differs := func(what string) error {
		return fmt.Errorf("%w: it was trained with another %s; train it again with this version", ErrMismatch, what)
	}
	switch {
	case f.Features != features.Version:
		return differs(fmt.Sprintf("feature version (%d, this is %d)", f.Features, features.Version))
	case f.Lexicon != f.Directed.Hash():
		return differs("lexicon")
	case f.Parties != parties:
		return differs("table of parties")
	}
	return nil
}

// header is the JSON part of the file.
type header struct {
	Provenance
	Tasks        []taskHeader        `json:"tasks"`
	Fingerprints *fingerprintsHeader `json:"fingerprints,omitempty"`
	Directed     *lexiconHeader      `json:"own_lexicon,omitempty"`
	Sections     []section           `json:"sections"`
}

type section struct {
	Name  string `json:"name"`
	Bytes int    `json:"bytes"`
	CRC   string `json:"crc32c"`
}

// taskHeader is a classifier less its columns.
type taskHeader struct {
	Task        string             `json:"task"`
	Labels      []datasets.Label   `json:"labels"`
	Counts      []int              `json:"rows"`
	Trainer     string             `json:"trainer"`
	C           float64            `json:"c"`
	ClassWeight string             `json:"class_weight"`
	Operating   string             `json:"operating_point"`
	Families    []string           `json:"families"`
	Weighting   features.Weighting `json:"weighting"`
	MinTexts    int                `json:"min_texts"`
	Texts       int                `json:"texts"`
	Columns     int                `json:"columns"`
	Copies      []string           `json:"copies,omitempty"`
	PriorScale  float64            `json:"prior_scale,omitempty"`
	Bias        []float64          `json:"bias"`
	Steps       []float64          `json:"weight_steps"`
	Scale       float64            `json:"calibration_scale"`
	Shift       []float64          `json:"calibration_shift"`
	Offsets     []float64          `json:"offsets"`
	Scores      HeldOut            `json:"scores,omitzero"`
	TopWeights  [][]Weight         `json:"top_weights"`
}

// header returns what is written before the columns of c.
func (c *Classifier) header() taskHeader {
	h := taskHeader{
		Task: c.Recipe.Task.Name, Labels: c.Recipe.Task.Labels, Counts: c.Counts,
		Trainer: c.Recipe.Trainer, C: c.Recipe.C, PriorScale: c.Recipe.PriorScale, ClassWeight: c.Recipe.ClassWeight, Operating: c.Recipe.OperatingPoint,
		Families: features.Names(c.Families), Weighting: c.Weighting, MinTexts: c.Recipe.MinTexts,
		Texts: c.Vocabulary.Texts, Columns: c.Vocabulary.Columns(),
		Bias: c.Linear.Bias, Steps: c.Linear.Steps,
		Scale: c.Calibration.Scale, Shift: c.Calibration.Shift, Offsets: c.Offsets, Scores: c.HeldOut, TopWeights: c.Top,
	}
	for t := range c.Copies {
		h.Copies = append(h.Copies, t)
	}
	slices.Sort(h.Copies)
	return h
}

// classifier returns the classifier that h describes, without its columns.
func (h *taskHeader) classifier(seed uint64) (*Classifier, error) {
	i := slices.IndexFunc(datasets.Tasks, func(t datasets.Task) bool { return t.Name == h.Task })
	if i < 0 || !slices.Equal(datasets.Tasks[i].Labels, h.Labels) {
		return nil, fmt.Errorf("%w: unknown task %q with labels %q", ErrMismatch, h.Task, h.Labels)
	}
	families, unknown := features.Lookup(h.Families)
	if unknown != "" {
		return nil, fmt.Errorf("%w: unknown feature family %q", ErrMismatch, unknown)
	}
	n := len(h.Labels)
	for _, l := range []int{len(h.Counts), len(h.Bias), len(h.Steps), len(h.Shift), len(h.Offsets), len(h.TopWeights)} {
		if l != n {
			return nil, fmt.Errorf("%w: %s: %d numbers for %d labels", ErrCorrupt, h.Task, l, n)
		}
	}
	if h.Columns < 0 || h.Texts < 0 || slices.Min(h.Counts) < 0 {
		return nil, fmt.Errorf("%w: %s: negative size", ErrCorrupt, h.Task)
	}
	if name := h.insane(); name != "" {
		return nil, fmt.Errorf("%w: %s: %s out of range", ErrCorrupt, h.Task, name)
	}
	if slices.Max(h.Counts) == 0 {
		return nil, fmt.Errorf("%w: %s: no label has training rows", ErrCorrupt, h.Task)
	}
	return &Classifier{
		Recipe: Recipe{Task: datasets.Tasks[i], Trainer: h.Trainer, Families: h.Families, C: h.C, ClassWeight: h.ClassWeight,
			OperatingPoint: h.Operating, MinTexts: h.MinTexts, PriorScale: h.PriorScale, Seed: seed},
		Families: families, Weighting: h.Weighting, Copies: features.NewCopies(h.Copies), Counts: h.Counts,
		Calibration: Calibration{Scale: h.Scale, Shift: h.Shift, Seen: seen(h.Counts)},
		Offsets:     h.Offsets, HeldOut: h.Scores, Top: h.TopWeights,
		Linear: &Rounded{Bias: h.Bias, Steps: h.Steps},
	}, nil
}

// largest is more than any number that decides has in a trained model, also where a
// label is impossible; nothing made of numbers up to it overflows.
const largest = 1e9

// insane returns the name of a list of numbers that no training gives, or "".
func (h *taskHeader) insane() string {
	for _, list := range []struct {
		name    string
		least   float64
		numbers []float64
	}{
		{"bias", -largest, h.Bias},
		{"weight_steps", 0, h.Steps},
		{"calibration_scale", 0, []float64{h.Scale}},
		{"calibration_shift", -largest, h.Shift},
		{"offsets", -largest, h.Offsets},
	} {
		if slices.ContainsFunc(list.numbers, func(x float64) bool { return !(list.least <= x && x <= largest) }) {
			return list.name
		}
	}
	return ""
}

// WriteTo writes the model file.
func (f *File) WriteTo(w io.Writer) (int64, error) {
	h := header{Provenance: f.Provenance}
	var bodies [][]byte
	for _, c := range f.Classifiers {
		t := c.header()
		h.Tasks = append(h.Tasks, t)
		for _, s := range c.sections() {
			h.Sections = append(h.Sections, section{t.Task + "." + s.name, len(s.body), checksum(s.body)})
			bodies = append(bodies, s.body)
		}
	}
	if f.Fingerprints != nil {
		h.Fingerprints = &fingerprintsHeader{f.Fingerprints.Texts, f.Fingerprints.Kept}
		b := f.Fingerprints.Bytes()
		h.Sections = append(h.Sections, section{fingerprintsSection, len(b), checksum(b)})
		bodies = append(bodies, b)
	}
	if h.Directed = newLexiconHeader(f.Directed); h.Directed != nil {
		b := f.Directed.Bytes()
		h.Sections = append(h.Sections, section{lexiconSection, len(b), checksum(b)})
		bodies = append(bodies, b)
	}
	text, err := json.MarshalIndent(h, "", " ")
	if err != nil {
		return 0, fmt.Errorf("classifier: model header: %w", err)
	}
	text = append(text, '\n')
	if len(text) > longestHeader {
		return 0, fmt.Errorf("classifier: the model's header has %d bytes, the format allows %d; train on fewer files or with shorter names", len(text), longestHeader)
	}
	lead := fmt.Sprintf("%s%d %s\n", magic, len(text), checksum(text))
	var n int64
	for _, part := range slices.Concat([][]byte{[]byte(lead), text}, bodies) {
		k, err := w.Write(part)
		n += int64(k)
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// Parse reads a model file and answers from its bytes, which must not change. It refuses what is damaged
// (ErrCorrupt) and what this program cannot read (ErrMismatch).
func Parse(data []byte) (*File, error) {
	h, rest, err := parseHeader(data)
	if err != nil {
		return nil, remedied(err)
	}
	if len(h.Tasks) == 0 {
		return nil, fmt.Errorf("%w: it answers no task", ErrCorrupt)
	}
	bodies, err := cutSections(h.Sections, rest)
	if err != nil {
		return nil, err
	}
	f := &File{Provenance: h.Provenance, Classifiers: make([]*Classifier, len(h.Tasks))}
	if h.Directed != nil && f.Features != features.Version {
		return nil, f.Check(f.Parties) // rows of another version may have other columns
	}
	errs := make([]error, len(h.Tasks)+2)
	var own *DirectedLexicon
	var group sync.WaitGroup
	group.Go(func() { own, errs[len(h.Tasks)+1] = h.Directed.open(bodies) })
	group.Go(func() { f.Fingerprints, errs[len(h.Tasks)] = h.Fingerprints.open(bodies) })
	for i := range h.Tasks {
		group.Go(func() { f.Classifiers[i], errs[i] = h.Tasks[i].parse(h.Seed, bodies) })
	}
	group.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, remedied(err)
	}
	if own != nil {
		f = f.With(own)
	}
	return f, nil
}

// remedied says what to do about a model of another version.
func remedied(err error) error {
	if errors.Is(err, ErrMismatch) {
		return fmt.Errorf("%w; train it again with this version", err)
	}
	return err
}

// NewProvenance returns the provenance of a model made by this program.
func NewProvenance(parties string, seed uint64) Provenance {
	return Provenance{Features: features.Version, Lexicon: features.LexiconHash(), Parties: parties, Seed: seed}
}
