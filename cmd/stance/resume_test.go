package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// manyArticles makes a folder of n articles and, in the middle, a table of statements
// without ids and a file that is skipped.
func manyArticles(t *testing.T, n int) string {
	t.Helper()
	folder := t.TempDir()
	write := func(name, content string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	states := []string{"Poland", "Egypt", "Iran", "Norway", "India"}
	for i := range n {
		var b strings.Builder
		for k := range 40 {
			fmt.Fprintf(&b, "Kenya praised the patient work of %s on day %d. ", states[(i+k)%len(states)], i%50)
		}
		write(fmt.Sprintf("%05d.txt", i), b.String())
	}
	write("00010a.csv", "text,target\n"+strings.Repeat("Kenya praised the patient work of Poland on day 1.,Poland\n", 700)+",Poland\n")
	write("00011a.pdf", "%PDF-1.7")
	return folder
}

// read returns what a file holds, "" if it does not exist.
func read(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return string(content)
}

func TestKilledRunResumesToTheSameBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped by -short: it takes seconds")
	}
	t.Parallel()
	folder, model := manyArticles(t, 3000), trained(t)
	place := t.TempDir()
	whole, out := filepath.Join(place, "whole.csv"), filepath.Join(place, "out.csv")
	flags := []string{"label", folder, "--model", model, "--min-confidence", "0.5", "--keep-empty"}
	want := stanceRun(nil, append(flags, "--out", whole)...)
	if want.code != exitSkipped {
		t.Fatalf("exit code %d: %s", want.code, want.errors)
	}
	saved := func() bool { return strings.Count(read(t, out+journalEnding), "\n") >= 2 }
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGKILL} {
		killed := interrupted(t, sig, nil, saved, append(flags, "--out", out)...)
		if read(t, out) != "" || read(t, out+partialEnding) == "" {
			t.Fatalf("%v: exit code %d, %s; it ended before it was killed, or left nothing", sig, killed.code, killed.errors)
		}
		if sig == os.Interrupt && (killed.code != exitInterrupted || !strings.Contains(killed.errors, "the same command with --resume goes on from there")) {
			t.Errorf("%v: exit code %d, %s", sig, killed.code, killed.errors)
		}
		r := stanceRun(nil, append(flags, "--out", out, "--resume")...)
		if r.code != want.code || !strings.Contains(r.errors, " of them by an earlier run; ") {
			t.Errorf("%v: resumed: exit code %d, %s", sig, r.code, r.errors)
		}
		for _, ending := range []string{"", skippedEnding, partialEnding, journalEnding} {
			if read(t, out+ending) != read(t, whole+ending) {
				t.Errorf("%v: out.csv%s differs from that of a run that was not killed", sig, ending)
			}
		}
		last := func(s string) string { return s[strings.LastIndex(s, "stance: "):] }
		if last(r.errors) != last(want.errors) {
			t.Errorf("%v: resumed: %s; want %s", sig, last(r.errors), last(want.errors))
		}
		os.Remove(out)
	}
}

// killedRun makes the files of a run with the flags, which are those of args, that was
// killed behind its third chunk.
func killedRun(t *testing.T, folder string, f labelFlags, args ...string) {
	t.Helper()
	run := &labelRun{program: &program{errs: os.Stderr}, flags: f}
	var err error
	if run.model, err = run.program.openModelWith(f.model, f.parties); err != nil {
		t.Fatal(err)
	}
	inputs, err := run.openInputs([]string{folder})
	if err != nil {
		t.Fatal(err)
	}
	run.layout = newLayout(inputs)
	key, err := run.key(inputs)
	if err != nil {
		t.Fatal(err)
	}
	if r := stanceRun(nil, args...); r.code != exitSkipped {
		t.Fatal(r)
	}
	rows := strings.SplitAfterN(read(t, f.out), "\n", 3*40+2)
	done := strings.Join(rows[:3*40+1], "")
	journal := fmt.Sprintf("%s %s\n3 %d 0\n9 99", journalName, key, len(done)) // the last line is cut off
	os.WriteFile(f.out+partialEnding, []byte(done+"half a r"), 0o644)
	os.WriteFile(f.out+journalEnding, []byte(journal), 0o644)
}

func TestResumeRefusesAnotherRun(t *testing.T) {
	t.Parallel()
	folder, model := manyArticles(t, 12), trained(t)
	other := trained(t, "--trainer", "nb")
	out := filepath.Join(t.TempDir(), "out.csv")
	args := []string{"label", folder, "--model", model, "--out", out}

	begun := func() { t.Helper(); killedRun(t, folder, labelFlags{model: model, out: out}, args...) }
	begun()
	want := read(t, out)
	os.Remove(out)
	if r := stanceRun(nil, append(args, "--resume")...); r.code != exitSkipped || read(t, out) != want {
		t.Errorf("resumed: exit code %d, %s", r.code, r.errors)
	}

	refused := func(what string, args ...string) {
		t.Helper()
		before := read(t, out+partialEnding)
		r := stanceRun(nil, append(args, "--resume")...)
		if r.code != exitRefused || !strings.Contains(r.errors, "is of a run with other inputs, flags, model, table of parties or program;") {
			t.Errorf("%s: exit code %d, %s", what, r.code, r.errors)
		}
		if read(t, out+partialEnding) != before {
			t.Errorf("%s: the rows of the earlier run have changed", what)
		}
	}
	begun()
	refused("another flag", append(args, "--keep-empty")...)
	refused("reasons, too", append(args, "--explain")...)
	refused("another model", "label", folder, "--model", other, "--out", out)
	refused("another input", append(args, "testdata/labels.csv")...)
	later := time.Now().Add(time.Hour)
	os.Chtimes(filepath.Join(folder, "00003.txt"), later, later)
	refused("a changed input", args...)

	os.WriteFile(out+partialEnding, []byte("id,"), 0o644)
	os.Remove(out + journalEnding)
	if r := stanceRun(nil, append(args, "--resume")...); r.code != exitSkipped || !strings.Contains(r.errors, "nothing to resume") || read(t, out) != want {
		t.Errorf("no journal: exit code %d, %s", r.code, r.errors)
	}
}

func TestResumeRefusesAnotherTableOfParties(t *testing.T) {
	t.Parallel()
	folder, model, place := manyArticles(t, 12), trained(t), t.TempDir()
	out, mine, copied := filepath.Join(place, "out.csv"), filepath.Join(place, "mine.csv"), filepath.Join(place, "copied.csv")
	const table = "party,alias\nAtlantis,Atlantis\n"
	for _, path := range []string{mine, copied} {
		if err := os.WriteFile(path, []byte(table), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{"label", folder, "--model", model, "--out", out}
	f := labelFlags{model: model, out: out}
	f.parties.Paths = []string{mine}
	begun := func() { t.Helper(); killedRun(t, folder, f, append(args, "--parties", mine)...) }
	refused := func(what string, more ...string) {
		t.Helper()
		begun()
		r := stanceRun(nil, slices.Concat(args, more, []string{"--resume"})...)
		if r.code != exitRefused || !strings.Contains(r.errors, "table of parties") {
			t.Errorf("%s: exit code %d, %s", what, r.code, r.errors)
		}
	}
	refused("the shipped table")
	refused("a kind left out", "--parties", mine, "--without", "person")
	begun()
	want := read(t, out)
	if r := stanceRun(nil, append(args, "--parties", copied, "--resume")...); r.code != exitSkipped || !strings.Contains(r.errors, "by an earlier run") || read(t, out) != want {
		t.Errorf("the same table by another name: exit code %d, %s", r.code, r.errors)
	}
	begun()
	if err := os.WriteFile(mine, []byte(table+"Atlantis,Poseidon\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if r := stanceRun(nil, append(args, "--parties", mine, "--resume")...); r.code != exitRefused || !strings.Contains(r.errors, "table of parties") {
		t.Errorf("a row more: exit code %d, %s", r.code, r.errors)
	}
}

func TestRunThatSavesNothingKeepsWhatTheOneBeforeSaved(t *testing.T) {
	for _, saved := range []bool{true, false} {
		o := &rowsOut{path: filepath.Join(t.TempDir(), "out.csv")}
		var err error
		if o.partial, err = os.Create(o.path + partialEnding); err != nil {
			t.Fatal(err)
		}
		if saved {
			if o.journal, err = os.Create(o.path + journalEnding); err != nil {
				t.Fatal(err)
			}
		}
		r := &labelRun{program: &program{errs: io.Discard}}
		if err := r.keep(o); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(o.path + partialEnding); (err == nil) != saved {
			t.Errorf("saved before: %v; the rows afterwards: %v", saved, err)
		}
	}
}
