package main

import (
	"cmp"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"stance"
	"stance/datasets"
)

// corpora are the converted public corpora, which are no part of this repository: see
// datasets/SOURCES.md.
const corpora = "../../../shared/data"

// TestShippedSuiteIsNoMemory reads all that the shipped model was trained on, told by
// the hashes in its header, and demands that no template stands in it.
func TestShippedSuiteIsNoMemory(t *testing.T) {
	t.Parallel()
	m, err := stance.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"test"}
	folder := cmp.Or(os.Getenv("STANCE_CORPORA"), corpora)
	for _, f := range m.File().Training {
		path, err := trainingFile(f.Name, folder, "../../datasets", "../../datasets/articles/dev")
		if err != nil {
			t.Skipf("NOT CHECKED that no behaviour test stands in the training data: %v; set STANCE_CORPORA to the folder of the converted corpora", err)
		}
		args = append(args, "--disjoint-from", path)
	}
	r := stanceRun(nil, args...)
	if r.code != exitDone {
		t.Errorf("exit code %d: %s", r.code, r.errors)
	}
	if !strings.HasPrefix(r.errors, "0 of ") || !strings.HasSuffix(r.errors, "that is all the model was trained on, by sha256\n") {
		t.Errorf("it says %s", r.errors)
	}
}

// trainingFile returns where a file that the model was trained on lies, in one of the folders.
func trainingFile(name string, folders ...string) (path string, err error) {
	for _, folder := range folders {
		path = filepath.Join(folder, name)
		if _, err = os.Stat(path); err == nil {
			return path, nil
		}
	}
	return "", err
}

// TestPartiesOfTestsAreKnown demands that the names in the slots are those by which
// the program knows the parties, so that a failure is the model's.
func TestPartiesOfTestsAreKnown(t *testing.T) {
	t.Parallel()
	parties, err := datasets.BehaviourParties()
	if err != nil {
		t.Fatal(err)
	}
	var asked []datasets.Example
	for _, p := range parties {
		for _, word := range []string{p.Printed, p.Adjective + " officials", "the " + p.People, p.Capital} {
			text := "A spokesman for " + word + " left early."
			asked = append(asked, datasets.Example{Statement: datasets.Statement{Text: text, Target: p.Name}})
		}
	}
	if err := stance.Annotate(asked); err != nil {
		t.Fatal(err)
	}
	for i, e := range asked {
		byAlias := e.Flags.Has(datasets.FlagTargetByAlias)
		missing := e.Flags.Has(datasets.FlagTargetNotFound) && !byAlias
		if missing || byAlias && i%4 == 0 {
			t.Errorf("%q does not name %s: flags %v", e.Text, e.Target, e.Flags)
		}
	}
}

func TestBehaviourIsTheSameOnAnyNumberOfCores(t *testing.T) {
	args := []string{"test", "--json", "-"}
	before := runtime.GOMAXPROCS(1)
	one := stanceRun(nil, args...)
	runtime.GOMAXPROCS(max(2, before))
	many := stanceRun(nil, args...)
	runtime.GOMAXPROCS(before)
	if one.code != exitDone || one.out != many.out {
		t.Errorf("exit code %d; one core and many give the same bytes: %v", one.code, one.out == many.out)
	}
	if other := stanceRun(nil, append(args, "--seed", "2")...); other.out == one.out {
		t.Error("another seed fills the slots with the same parties")
	}
}

func BenchmarkShippedSuite(b *testing.B) {
	for b.Loop() {
		if r := stanceRun(nil, "test"); r.code != exitDone {
			b.Fatal(r.errors)
		}
	}
}
