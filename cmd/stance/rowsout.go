package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// The files in which a run works, by what is behind the name of the output. They stay
// when it is interrupted or killed, so that another can continue it.
const (
	partialEnding = ".partial"         // the rows so far
	journalEnding = ".partial.journal" // how much of them is whole
)

// journalName begins a journal: a line with the key of the run, then a line for each
// time the rows were saved: chunks written, bytes they have, rows that could not be used.
const journalName = "stance label journal 1"

// saveEvery is how much work is lost at most.
const saveEvery = time.Second

// A rowsOut takes the rows of a run.
type rowsOut struct {
	io.Writer
	chunks, unusable int // that an earlier run wrote

	rows    *bufio.Writer // of partial; nil: nothing is saved
	partial *os.File
	journal *os.File
	path    string // of the output
	key     func() (string, error)
	bytes   int64
	next    time.Time
	last    [2]int // what saved was told last
}

func (o *rowsOut) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	o.bytes += int64(n)
	return n, err
}

// begin writes what stands before the rows, unless an earlier run did.
func (o *rowsOut) begin(head func(io.Writer) error) error {
	if o.bytes > 0 || o.chunks > 0 {
		return nil
	}
	return head(o)
}

// saved notes how much is written, and saves it from time to time.
func (o *rowsOut) saved(chunks, unusable int) error {
	o.last = [2]int{chunks, unusable}
	if now := time.Now(); o.rows == nil || now.Before(o.next) {
		return nil
	}
	err := o.save()
	o.next = time.Now().Add(saveEvery)
	return err
}

// save brings the rows to the disk, then the line that says so.
func (o *rowsOut) save() error {
	if o.last[0] <= o.chunks {
		return nil
	}
	if err := o.rows.Flush(); err != nil {
		return err
	}
	if err := o.partial.Sync(); err != nil {
		return err
	}
	if o.journal == nil {
		key, err := o.key()
		if err != nil {
			return err
		}
		if o.journal, err = os.Create(o.path + journalEnding); err != nil {
			return err
		}
		fmt.Fprintf(o.journal, "%s %s\n", journalName, key)
	}
	if _, err := fmt.Fprintln(o.journal, o.last[0], o.bytes, o.last[1]); err != nil {
		return err
	}
	return o.journal.Sync()
}

// continued opens the files of an earlier run, if there is one that saved something,
// and goes to the end of what it saved.
func (o *rowsOut) continued() (found bool, err error) {
	text, err := os.ReadFile(o.path + journalEnding)
	if _, gone := os.Stat(o.path + partialEnding); errors.Is(errors.Join(err, gone), os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	head, lines, _ := strings.Cut(string(text), "\n")
	lines = lines[:strings.LastIndexByte(lines, '\n')+1] // the last one may be cut off
	for line := range strings.Lines(lines) {
		var chunks, unusable int
		var bytes int64
		if n, _ := fmt.Sscan(line, &chunks, &bytes, &unusable); n == 3 {
			o.chunks, o.bytes, o.unusable = chunks, bytes, unusable
		}
	}
	if o.chunks == 0 {
		return false, nil
	}
	key, err := o.key()
	if err != nil {
		return false, err
	}
	if head != journalName+" "+key {
		return false, refusal(o.path + partialEnding + " is of a run with other inputs, flags, model, table of parties or program; repeat that run, or start anew without --resume")
	}
	if o.partial, err = os.OpenFile(o.path+partialEnding, os.O_RDWR, 0); err == nil {
		err = o.cut()
	}
	if err != nil {
		return false, fmt.Errorf("cannot resume %s: %w; start anew without --resume", o.path, reason(err))
	}
	return true, nil
}

// cut takes away what was written after the last line of the journal.
func (o *rowsOut) cut() error {
	info, err := o.partial.Stat()
	if err != nil {
		return err
	}
	if info.Size() < o.bytes {
		return fmt.Errorf("%s%s has %d bytes, its journal says %d", o.path, partialEnding, info.Size(), o.bytes)
	}
	if err := o.partial.Truncate(o.bytes); err != nil {
		return err
	}
	if _, err := o.partial.Seek(o.bytes, io.SeekStart); err != nil {
		return err
	}
	o.journal, err = os.OpenFile(o.path+journalEnding, os.O_WRONLY|os.O_APPEND, 0)
	return err
}

func (o *rowsOut) close() {
	o.partial.Close()
	if o.journal != nil {
		o.journal.Close()
	}
}

func (o *rowsOut) remove() {
	o.close()
	os.Remove(o.path + partialEnding)
	os.Remove(o.path + journalEnding)
}
