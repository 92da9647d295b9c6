package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// process starts the program as a process of its own.
func process(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return &exec.Cmd{Path: self, Args: append([]string{"stance"}, args...)}
}

// interrupted starts the program, waits until started says so, sends it a signal, and
// returns its exit code and messages.
func interrupted(t *testing.T, sig os.Signal, in io.Reader, started func() bool, args ...string) result {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows cannot interrupt another process")
	}
	var errs bytes.Buffer
	c := process(t, args...)
	c.Stdin, c.Stderr = in, &errs
	if _, ok := in.(*endless); ok {
		c.WaitDelay = time.Second // its copying never ends by itself
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(30 * time.Second); !started() && time.Now().Before(deadline); {
		time.Sleep(5 * time.Millisecond)
	}
	if err := c.Process.Signal(sig); err != nil {
		t.Fatal(err)
	}
	c.Wait()
	return result{code: c.ProcessState.ExitCode(), errors: errs.String()}
}

// endless is rows of statements without end.
type endless struct{ row int }

func (e *endless) Read(p []byte) (int, error) {
	n := 0
	if e.row == 0 {
		n = copy(p, "id,text,target\n")
	}
	for row := "r,Kenya praised the patient work of Poland.,Poland\n"; n+len(row) <= len(p); n += len(row) {
		copy(p[n:], row)
		e.row++
	}
	return n, nil
}

func TestInterruptLeavesTheOldOutputAlone(t *testing.T) {
	t.Parallel()
	folder, model := t.TempDir(), trained(t)
	out := filepath.Join(folder, "out.csv")
	if err := os.WriteFile(out, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	underWay := func() bool { // a temporary file with rows
		temporary, _ := filepath.Glob(filepath.Join(folder, ".out.csv.*.tmp"))
		for _, name := range temporary {
			if info, err := os.Stat(name); err == nil && info.Size() > 1000 {
				return true
			}
		}
		return false
	}
	check := func(what string, got result) {
		t.Helper()
		if want := "stance: interrupted; no output file was changed\n"; got.code != exitInterrupted || got.errors != want {
			t.Errorf("%s: exit code %d, message %q; want %d, %q", what, got.code, got.errors, exitInterrupted, want)
		}
		names, _ := filepath.Glob(filepath.Join(folder, "*"))
		hidden, _ := filepath.Glob(filepath.Join(folder, ".*"))
		if content, _ := os.ReadFile(out); string(content) != "old" || len(names)+len(hidden) != 1 {
			t.Errorf("%s: the output holds %q; the folder holds %q and %q", what, content, names, hidden)
		}
	}
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		check("rows that never end, "+sig.String(), interrupted(t, sig, &endless{}, underWay, "label", "-", "--model", model, "--out", out))
	}

	silent, never, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer never.Close()
	soon := time.Now().Add(300 * time.Millisecond)
	waiting := func() bool { return time.Now().After(soon) }
	check("input that never comes", interrupted(t, os.Interrupt, silent, waiting, "label", "-", "--model", model, "--out", out))
}

func TestInterruptEndsACommandThatDoesNotListen(t *testing.T) {
	t.Parallel()
	silent, never := io.Pipe()
	defer never.Close()
	ctx, stop := signal.NotifyContext(context.Background())
	stop()
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	out := filepath.Join(t.TempDir(), "m.stance")
	var errs bytes.Buffer
	start := time.Now()
	if code := run(cancelled, []string{"train", "-", "--model", out}, silent, io.Discard, &errs); code != exitInterrupted {
		t.Errorf("exit code %d, want %d", code, exitInterrupted)
	}
	if took := time.Since(start); took > patience+2*time.Second {
		t.Errorf("it took %v", took)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a model was written")
	}
}

func TestInterruptNamesWhatWasWrittenBefore(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	dev, model := filepath.Join(folder, "dev.csv"), filepath.Join(folder, "m.stance")
	rows := "text,target,stance\n" + strings.Repeat("Kenya praised the patient work of Poland.,Poland,favor\n", 300000)
	if err := os.WriteFile(dev, []byte(rows), 0o644); err != nil {
		t.Fatal(err)
	}
	written := func() bool { _, err := os.Stat(model); return err == nil }
	got := interrupted(t, os.Interrupt, nil, written, "train", "testdata/labels.csv", "--model", model, "--dev", dev)
	if want := "stance: interrupted; written before: " + model + "; no other output file was changed\n"; got.code != exitInterrupted || !strings.HasSuffix(got.errors, want) {
		t.Errorf("exit code %d, message %q; want %d, %q", got.code, got.errors, exitInterrupted, want)
	}
}

func TestNothingIsPutIntoPlaceAfterAnInterrupt(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	out := filepath.Join(folder, "out.csv")
	var p program
	err := p.create(out, func(w io.Writer) error {
		if got, want := p.outputs.interrupt(), "interrupted; no output file was changed"; got != want {
			t.Errorf("message %q, want %q", got, want)
		}
		_, err := io.WriteString(w, "late")
		return err
	})
	if left, _ := os.ReadDir(folder); !errors.Is(err, context.Canceled) || len(left) != 0 {
		t.Errorf("error %v; the folder holds %v", err, left)
	}
}
