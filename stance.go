// Package stance labels who says what about whom in the news: it cuts an article
// into statements and gives each its stance (favor, against, none) and sentiment
// (positive, negative, neutral) toward the party it is about.
//
// Shipped returns the model that comes with the package, Train learns one from
// hand-labelled examples, and Open reads one from a file.
package stance

import (
	"fmt"
	"io"
	"os"
	"time"

	"stance/articles"
	"stance/classifier"
	"stance/datasets"
)

// A Model labels statements. It is not changed once made, and safe for many
// goroutines.
type Model struct {
	file    *classifier.File
	parties *articles.Gazetteer
}

// A Labelled is a statement with a model's answers.
type Labelled struct {
	datasets.Statement
	classifier.Answer
}

// Shipped returns the model that is embedded in the program.
func Shipped() (*Model, error) { return ShippedWith(nil) }

// ShippedWith is Shipped with another table of parties, see ParseWith.
func ShippedWith(parties *articles.Gazetteer) (*Model, error) {
	go articles.DefaultGazetteer() // while the model is read
	f, err := classifier.Shipped()
	if err != nil {
		return nil, fmt.Errorf("stance: shipped model: %w", err)
	}
	return newModel(f, parties)
}

// Open reads a model file. It refuses a file that is damaged, or that was trained
// with other features, another lexicon or another table of parties.
func Open(path string) (*Model, error) { return OpenWith(path, nil) }

// OpenWith is Open with another table of parties, see ParseWith.
func OpenWith(path string, parties *articles.Gazetteer) (*Model, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m, err := ParseWith(data, parties)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return m, nil
}

// Parse reads a model from the bytes of a model file.
func Parse(data []byte) (*Model, error) { return ParseWith(data, nil) }

// ParseWith reads a model that finds parties with the table given; nil is the shipped
// one. A table that is given is used whatever the model was trained with: parties are
// masked in the features, so a model reads parties that it never saw. OtherParties
// tells whether the tables differ.
func ParseWith(data []byte, parties *articles.Gazetteer) (*Model, error) {
	f, err := classifier.Parse(data)
	if err != nil {
		return nil, err
	}
	return newModel(f, parties)
}

func newModel(f *classifier.File, parties *articles.Gazetteer) (*Model, error) {
	hash := f.Parties
	if parties == nil {
		var err error
		if parties, err = articles.DefaultGazetteer(); err != nil {
			return nil, err
		}
		hash = parties.Hash()
	}
	if err := f.Check(hash); err != nil {
		if f.Check(f.Parties) == nil {
			err = fmt.Errorf("%w, or name the table that it was trained with", err)
		}
		return nil, err
	}
	return &Model{f, parties}, nil
}

// Parties returns the table of parties that the model uses.
func (m *Model) Parties() *articles.Gazetteer { return m.parties }

// OtherParties reports whether the model was trained with another table of parties
// than the one it uses.
func (m *Model) OtherParties() bool { return m.file.Parties != m.parties.Hash() }

// File returns what the model file holds: provenance and classifiers.
func (m *Model) File() *classifier.File { return m.file }

// WriteTo writes the model file. Same training input and seed, same bytes.
func (m *Model) WriteTo(w io.Writer) (int64, error) { return m.file.WriteTo(w) }

// WithUnlisted returns the model that also finds people and organisations of an article
// that its table of parties lacks; Label, Cut and CutAll flag their statements as unlisted.
func (m *Model) WithUnlisted() *Model { return &Model{m.file, m.parties.WithUnlisted()} }

// Lexicon returns the directed lexicon that the model reads with; nil is the shipped one.
func (m *Model) Lexicon() *classifier.DirectedLexicon { return m.file.Directed }

// WithLexicon returns the model reading with another directed lexicon than the one it was
// trained with; nil is the shipped one. Its scores were measured without it.
func (m *Model) WithLexicon(l *classifier.DirectedLexicon) *Model {
	return &Model{m.file.With(l), m.parties}
}

// PartiesHash returns the hash of the table of parties that the model reads with.
func (m *Model) PartiesHash() string { return m.parties.Hash() }

// Party returns the canonical name of the party that a name stands for, the name itself
// where it is not known.
func (m *Model) Party(name string) string {
	if party, ok := m.parties.Canonical(name); ok {
		return party
	}
	return name
}

// At returns the model as of the day of an article: where a name is that of several
// persons ("Rutte"), who was in office then is meant. For the zero time it is m itself.
func (m *Model) At(day time.Time) *Model {
	if day.IsZero() {
		return m
	}
	return &Model{m.file, m.parties.At(day)}
}

// Cut cuts an article into statements, without labelling them.
func (m *Model) Cut(article string) []datasets.Statement { return articles.Cut(article, m.parties) }

// CutAll returns what Cut does, and the passages of the article that were left out
// because they have no end of a sentence for too long.
func (m *Model) CutAll(article string) (statements []datasets.Statement, leftOut []datasets.Span) {
	return articles.CutAll(article, m.parties)
}

// Label returns the statements of an article, in reading order, with their labels.
func (m *Model) Label(article string) []Labelled {
	statements := m.Cut(article)
	l := m.NewLabeller()
	labelled := make([]Labelled, len(statements))
	for i := range statements {
		labelled[i] = l.Label(&statements[i])
	}
	return labelled
}

// A Labeller labels one statement after the other. It reuses its buffers: one for
// each goroutine.
type Labeller struct {
	annotator *articles.Annotator
	tagger    *classifier.Tagger
}

// NewLabeller returns a labeller of the model.
func (m *Model) NewLabeller() *Labeller {
	return &Labeller{articles.NewAnnotator(m.parties), m.file.NewTagger()}
}

// Because appends to dst what decided for the label of a task in out, which the labeller
// must have labelled last; nothing where it has none. See classifier.Tagger.Because.
func (l *Labeller) Because(t datasets.Task, out *Labelled, dst []classifier.Weight) []classifier.Weight {
	label := out.Stance.Label
	if t.Name == datasets.Sentiment.Name {
		label = out.Sentiment.Label
	}
	return l.tagger.Because(t, label, dst)
}

// Label fills in the mentions and flags of a statement and returns it with its labels.
func (l *Labeller) Label(s *datasets.Statement) Labelled {
	var out Labelled
	out.Statement = *s
	l.LabelInto(&out)
	return out
}

// LabelInto labels out.Statement in place. It allocates nothing once the buffers of
// out have grown, so that a loop can reuse it.
func (l *Labeller) LabelInto(out *Labelled) {
	l.annotator.Annotate(&out.Statement)
	l.tagger.Tag(&out.Statement, &out.Answer)
	if out.Stance.Weak(datasets.Stance) || out.Sentiment.Weak(datasets.Sentiment) {
		out.Flags |= datasets.FlagWeak
	}
}
