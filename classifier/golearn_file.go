package classifier

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"unicode/utf8"

	"github.com/sjwhitworth/golearn/base"

	"stance/datasets"
)

// The entries of an estimator in golearn's archive. golearn flushes the file
// after each entry and finds one by reading from the start, so there are three in
// all, not one for each column.
const (
	entryHead    = "HEAD"    // JSON, an estimatorHead
	entryWeights = "WEIGHTS" // see linearBytes
	entrySum     = "SHA256"  // of HEAD and WEIGHTS
)

// estimatorName and estimatorVersion stand in the METADATA of a saved estimator.
const (
	estimatorName    = "stance.Estimator"
	estimatorVersion = "1"
)

// estimatorHead is what a person can read of a saved estimator.
type estimatorHead struct {
	Task    string           `json:"task"`
	Labels  []datasets.Label `json:"labels"`
	Columns []string         `json:"columns"`
}

// GetMetadata returns what golearn writes in front of a saved estimator.
func (e *Estimator) GetMetadata() base.ClassifierMetadataV1 {
	return base.ClassifierMetadataV1{FormatVersion: 1, ClassifierName: estimatorName, ClassifierVersion: estimatorVersion}
}

// Save writes the model to a file, which it replaces in one step. The same model
// gives the same bytes. The trainer is not saved.
func (e *Estimator) Save(path string) error {
	if e.model == nil {
		return errNotFitted
	}
	temporary, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.tmp")
	if err != nil {
		return fmt.Errorf("classifier: estimator: %w", err)
	}
	defer os.Remove(temporary.Name())
	if err := errors.Join(temporary.Close(), e.write(temporary.Name())); err != nil {
		return fmt.Errorf("classifier: estimator: %s: %w", path, err)
	}
	return os.Rename(temporary.Name(), path)
}

// write writes the archive.
func (e *Estimator) write(path string) error {
	w, err := base.CreateSerializedClassifierStub(path, e.GetMetadata())
	if err != nil {
		return err
	}
	return errors.Join(e.SaveWithPrefix(w, ""), w.Close())
}

// SaveWithPrefix writes the model to an archive, as a member of another model.
func (e *Estimator) SaveWithPrefix(w *base.ClassifierSerializer, prefix string) error {
	head, err := e.head()
	if err != nil {
		return err
	}
	weights := linearBytes(e.model)
	return errors.Join(
		w.WriteBytesForKey(w.Prefix(prefix, entryHead), head),
		w.WriteBytesForKey(w.Prefix(prefix, entryWeights), weights),
		w.WriteBytesForKey(w.Prefix(prefix, entrySum), estimatorSum(head, weights)),
	)
}

// head returns the head as JSON, which can hold UTF-8 only.
func (e *Estimator) head() ([]byte, error) {
	if e.model == nil {
		return nil, errNotFitted
	}
	h := estimatorHead{e.task.Name, e.task.Labels, e.names}
	names := append([]string{h.Task}, h.Columns...)
	for _, l := range h.Labels {
		names = append(names, string(l))
	}
	for _, name := range names {
		if !utf8.ValidString(name) {
			return nil, fmt.Errorf("classifier: estimator: the name %q is not UTF-8; change it", name)
		}
	}
	return json.Marshal(h)
}

// Load reads a model that Save wrote, in place of the one there is.
func (e *Estimator) Load(path string) (err error) {
	defer golearnPanic(&err, "while a model was read")
	r, err := base.ReadSerializedClassifierStub(path)
	if err != nil {
		return fmt.Errorf("classifier: estimator: %s: %w", path, err)
	}
	defer r.Close()
	if m := r.Metadata; m.ClassifierName != estimatorName || m.ClassifierVersion != estimatorVersion {
		return fmt.Errorf("classifier: estimator: %s: a model of %q, version %q, want %q, version %q",
			path, m.ClassifierName, m.ClassifierVersion, estimatorName, estimatorVersion)
	}
	if err := e.LoadWithPrefix(r, ""); err != nil {
		return fmt.Errorf("%w (%s)", err, path)
	}
	return nil
}

// LoadWithPrefix reads a model that SaveWithPrefix wrote. The estimator does not
// change if there is an error.
func (e *Estimator) LoadWithPrefix(r *base.ClassifierDeserializer, prefix string) (err error) {
	defer golearnPanic(&err, "while a model was read")
	head, headErr := r.GetBytesForKey(r.Prefix(prefix, entryHead))
	weights, weightsErr := r.GetBytesForKey(r.Prefix(prefix, entryWeights))
	sum, sumErr := r.GetBytesForKey(r.Prefix(prefix, entrySum))
	if err := errors.Join(headErr, weightsErr, sumErr); err != nil {
		return fmt.Errorf("classifier: estimator: %w", err)
	}
	if string(sum) != string(estimatorSum(head, weights)) {
		return errors.New("classifier: estimator: the checksum does not match; the file is damaged")
	}
	var h estimatorHead
	if err := json.Unmarshal(head, &h); err != nil {
		return fmt.Errorf("classifier: estimator: %w", err)
	}
	m, err := linearOf(weights, len(h.Labels), len(h.Columns))
	if err != nil {
		return err
	}
	e.model, e.task, e.names = m, datasets.Task{Name: h.Task, Labels: h.Labels}, h.Columns
	return nil
}

// estimatorSum returns the SHA-256 of the parts, one after the other.
func estimatorSum(parts ...[]byte) []byte {
	h := sha256.New()
	for _, p := range parts {
		h.Write(p)
	}
	return h.Sum(nil)
}
