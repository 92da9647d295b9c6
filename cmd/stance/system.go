package main

import (
	"crypto/sha256"
	"encoding/hex"
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
	in, err := p.open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	sum := sha256.New()
	r.predictions, err = datasets.ReadPredictions(inputName(path), io.TeeReader(in, sum))
	if err != nil {
		return err
	}
	if len(r.predictions) == 0 {
		return fmt.Errorf("%s: %w: it has no predictions; write one row for each gold row", inputName(path), datasets.ErrRefused)
	}
	r.sha256 = hex.EncodeToString(sum.Sum(nil))
	return nil
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

func (r *system) signature() string { return signature(r.name, r.sha256) }

// signature names a file by its last name and the beginning of its hash.
func signature(name, sha256 string) string {
	return fmt.Sprintf("%s sha256:%.8s", filepath.Base(name), sha256)
}
