package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// errUnreadable says that an input could not be opened or read.
var errUnreadable = errors.New("cannot read")

// unreadable names the input in the reason why it cannot be read.
func unreadable(path string, err error) error {
	remedy := ""
	switch {
	case errors.Is(err, fs.ErrNotExist):
		remedy = "; check its name and folder"
	case errors.Is(err, syscall.EISDIR):
		remedy = "; name a file in it"
	}
	return fmt.Errorf("%w %s: %w%s", errUnreadable, path, reason(err), remedy)
}

// reason returns what the system says of a file, without the file's name.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// open opens an input: a path, or - for standard input.
func (p *program) open(path string) (io.ReadCloser, error) {
	if path == "-" {
		return io.NopCloser(p.in), nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, unreadable(path, errors.New("it is a folder; name its files"))
	}
	return f, nil
}

// inputName names an input in messages.
func inputName(path string) string {
	if path == "-" {
		return "standard input"
	}
	return path
}

func names(paths []string) []string {
	var all []string
	for _, path := range paths {
		all = append(all, inputName(path))
	}
	return all
}

// create runs write on a temporary file beside path and then puts it in the place
// of path, so that a reader never sees half a file. The path - is standard output;
// a device or pipe is written to, not replaced.
func (p *program) create(path string, write func(io.Writer) error) error {
	if path == "-" || path == "" {
		return write(p.out)
	}
	if err := p.spare(path); err != nil {
		return err
	}
	o, err := placeOf(path)
	if err != nil {
		return err
	}
	if o.direct {
		return o.fill(write)
	}
	return p.replace(o, write)
}

// An output is where an output file goes.
type output struct {
	path   string // as the user gave it
	real   string // behind symbolic links
	mode   fs.FileMode
	direct bool // a device or a pipe
}

// placeOf looks at what stands at path now.
func placeOf(path string) (output, error) {
	o := output{path: path, real: path, mode: 0o644}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		o.real = real
	}
	info, err := os.Stat(o.real)
	if err != nil {
		return o, nil // a new file
	}
	if info.IsDir() {
		return o, o.failed(errors.New("it is a folder; add a file name"))
	}
	o.mode, o.direct = info.Mode().Perm(), !info.Mode().IsRegular()
	return o, nil
}

// failed says that the output cannot be written.
func (o output) failed(err error) error {
	remedy := ""
	if errors.Is(err, fs.ErrNotExist) {
		remedy = "; make its folder first, or correct the name"
	}
	return fmt.Errorf("cannot write %s: %w%s", o.path, reason(err), remedy)
}

// fill writes to what stands at the output's place.
func (o output) fill(write func(io.Writer) error) error {
	f, err := os.OpenFile(o.real, os.O_WRONLY, 0)
	if err != nil {
		return o.failed(err)
	}
	return errors.Join(write(f), f.Close())
}

// temporary makes an empty file beside the output.
func (o output) temporary() (*os.File, error) {
	f, err := os.CreateTemp(filepath.Dir(o.real), "."+filepath.Base(o.real)+".*.tmp")
	if err != nil {
		return nil, o.failed(err)
	}
	return f, nil
}

// replace writes a temporary file and puts it in the place of the output.
func (p *program) replace(o output, write func(io.Writer) error) (err error) {
	f, err := o.temporary()
	if err != nil {
		return err
	}
	p.outputs.begin(f.Name())
	defer func() {
		if err != nil {
			f.Close()
			p.outputs.drop(f.Name())
		}
	}()
	if err = write(f); err != nil {
		return err
	}
	for _, step := range []func() error{
		func() error { return f.Chmod(o.mode) },
		f.Sync,
		f.Close,
		func() error { return p.outputs.put(f.Name(), o.real, o.path) },
	} {
		if err = step(); err != nil {
			return o.failed(err)
		}
	}
	return nil
}

// checkWritable finds out early whether outputs can be written: training for a
// minute and losing it to a mistyped folder is no fun.
func checkWritable(paths ...string) error {
	for _, path := range paths {
		if path == "-" || path == "" {
			continue
		}
		o, err := placeOf(path)
		if err != nil {
			return err
		}
		if o.direct {
			continue
		}
		f, err := o.temporary()
		if err != nil {
			return err
		}
		f.Close()
		os.Remove(f.Name())
	}
	return nil
}

// A checked is standard output. It remembers its first error, so that also a command
// that only prints fails where nothing could be printed.
type checked struct {
	w   io.Writer
	err error
}

func (c *checked) Write(p []byte) (int, error) {
	if c.err != nil {
		return 0, c.err
	}
	n, err := c.w.Write(p)
	if err != nil {
		c.err = fmt.Errorf("cannot write standard output: %w", reason(err))
	}
	return n, c.err
}

// say prints a line of talk.
func (p *program) say(format string, args ...any) {
	fmt.Fprintf(screen{p.errs}, format+"\n", args...)
}
