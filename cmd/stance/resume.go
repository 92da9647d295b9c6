package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"stance/datasets"
)

// create makes the output by write. It works in files beside it, which stay when it is
// interrupted, so that --resume can continue.
func (r *labelRun) create(inputs []*input, write func(*rowsOut) error) error {
	path := r.flags.out
	if !isFile(path) || !again(inputs) {
		if r.flags.resume {
			return usagef("--resume needs files: an input that can be read again, and an output that is no device")
		}
		return r.program.create(path, func(w io.Writer) error { return write(&rowsOut{Writer: w}) })
	}
	place, err := placeOf(path)
	if err != nil {
		return err
	}
	o := &rowsOut{path: path, next: time.Now().Add(saveEvery), key: func() (string, error) { return r.key(inputs) }}
	if err := r.open(o); err != nil {
		return err
	}
	o.rows = bufio.NewWriterSize(o.partial, sniffed)
	o.Writer = o.rows
	err = write(o)
	switch {
	case errors.Is(err, context.Canceled):
		return errors.Join(err, r.keep(o))
	case errors.Is(err, datasets.ErrRefused):
		o.remove()
		return err
	case err != nil:
		return errors.Join(err, r.keep(o))
	}
	return r.finish(o, place)
}

// isFile reports whether an output is, or will be, a file.
func isFile(path string) bool {
	if path == "" || path == "-" {
		return false
	}
	o, err := placeOf(path)
	return err == nil && !o.direct
}

// again reports whether all inputs can be read once more.
func again(inputs []*input) bool {
	for _, in := range inputs {
		if !in.regular {
			return false
		}
	}
	return true
}

// open opens the files to work in, those of an earlier run if it is continued.
func (r *labelRun) open(o *rowsOut) (err error) {
	if r.flags.resume {
		found, err := o.continued()
		if err != nil || found {
			return err
		}
		r.say("nothing to resume: " + o.path + partialEnding + " was not begun; starting from the beginning")
	}
	os.Remove(o.path + journalEnding)
	os.Remove(o.path + partialEnding) // a run that still writes to it keeps its own
	if o.partial, err = os.OpenFile(o.path+partialEnding, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644); err != nil {
		return fmt.Errorf("cannot write %s: %w", o.path+partialEnding, reason(err))
	}
	return nil
}

type refusal string

func (r refusal) Error() string { return string(r) }
func (r refusal) Unwrap() error { return datasets.ErrRefused }

// key returns what a run must share with the one that it continues: program, model,
// table of parties by its rows, flags, columns and inputs.
func (r *labelRun) key(inputs []*input) (string, error) {
	h := sha256.New()
	flags := r.flags
	flags.model, flags.out, flags.resume, flags.parties = "", "", false, partyFlags{}
	fmt.Fprintf(h, "%s\n%+v\n%q\n%s\n", version, flags, r.layout.header, r.model.PartiesHash())
	for _, in := range inputs {
		fmt.Fprintf(h, "%q %q %d %v\n", in.path, in.doc, in.kind, in.stamp)
	}
	if _, err := r.model.WriteTo(h); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

// keep leaves the files of an interrupted run as they are and says how to go on; what an
// earlier run or an earlier save brought to the disk stays, also where this one cannot save.
func (r *labelRun) keep(o *rowsOut) error {
	err := o.save()
	kept := o.journal != nil
	o.close()
	if kept {
		r.say("the rows so far are kept in " + o.path + partialEnding + "; the same command with --resume goes on from there")
	} else {
		o.remove()
	}
	return err
}

// finish puts the rows into the place of the output.
func (r *labelRun) finish(o *rowsOut, place output) error {
	defer o.close()
	work := o.path + partialEnding
	for _, step := range []func() error{
		o.rows.Flush,
		func() error { return o.partial.Chmod(place.mode) },
		o.partial.Sync,
		func() error { return stillOurs(o.partial, work) },
		o.partial.Close,
		func() error { return r.program.outputs.put(work, place.real, place.path) },
	} {
		if err := step(); err != nil {
			return place.failed(err)
		}
	}
	o.close()
	os.Remove(o.path + journalEnding)
	return nil
}

// stillOurs returns an error if another run with the same output has begun meanwhile.
func stillOurs(f *os.File, path string) error {
	ours, err := f.Stat()
	if err != nil {
		return err
	}
	if there, err := os.Stat(path); err != nil || !os.SameFile(ours, there) {
		return fmt.Errorf("another run writes to %s, too", filepath.Base(path))
	}
	return nil
}
