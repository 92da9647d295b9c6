package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"stance/datasets"
)

// The files of a folder that eval writes which compare reads.
const (
	predictionsFile = "predictions.csv"
	statementsFile  = "statements.csv"
)

// A system is what made predictions.
type system struct {
	name        string // as the user gave it
	sha256      string // of the file of predictions
	predictions []datasets.Predicted
	statements  []datasets.Example // nil if not known
}

// systemFiles returns the files that a system is read from.
func systemFiles(path string) []string {
	if info, err := os.Stat(path); path == "-" || err != nil || !info.IsDir() {
		return []string{path}
	}
	return []string{filepath.Join(path, predictionsFile), filepath.Join(path, statementsFile)}
}

// openSystem reads a folder that eval wrote, or a file of predictions.
func (p *program) openSystem(path string) (*system, error) {
	r := &system{name: inputName(path)}
	info, err := os.Stat(path)
	if path == "-" || err != nil || !info.IsDir() {
		return r, p.readSystem(r, path)
	}
	file := filepath.Join(path, predictionsFile)
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w %s: it has no %s; name a folder that stance eval --out wrote, or a file of predictions", errUnreadable, path, predictionsFile)
	}
	if err := p.readSystem(r, file); err != nil {
		return nil, err
	}
	return r, p.readStatements(r, filepath.Join(path, statementsFile))
}

// readSystem reads the predictions of a system.
func (p *program) readSystem(r *system, path string) error {
	var err error
	if r.predictions, r.sha256, err = p.hashedPredictions(path); err != nil {
		return err
	}
	return somePredictions(path, r.predictions)
}

// hashedPredictions reads a file of predictions and returns the file's hash, too.
func (p *program) hashedPredictions(path string) ([]datasets.Predicted, string, error) {
	in, err := p.open(path)
	if err != nil {
		return nil, "", err
	}
	defer in.Close()
	sum := sha256.New()
	predictions, err := datasets.ReadPredictions(inputName(path), io.TeeReader(in, sum))
	return predictions, hexSum(sum), err
}

// somePredictions refuses a file without predictions.
func somePredictions(path string, predictions []datasets.Predicted) error {
	if len(predictions) > 0 {
		return nil
	}
	return fmt.Errorf("%s: %w: it has no predictions; write one row for each gold row", inputName(path), datasets.ErrRefused)
}

// readStatements reads the statements of a system, if its folder has them.
func (p *program) readStatements(r *system, path string) error {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	in, err := p.open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	r.statements, err = datasets.ReadStatements(path, in)
	return err
}

func (r *system) signature() string { return signature(filepath.Base(r.name), r.sha256) }
