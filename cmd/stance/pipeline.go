package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"

	"stance"
	"stance/classifier"
	"stance/datasets"
)

// A chunk is a piece of work: statements or articles. Workers take chunks as they
// come; they are written in the order in which they were read.
type chunk struct {
	in       *input
	number   int
	replayed bool // an earlier run has written it

	given []datasets.Statement // of a table
	lines []datasets.Row       // beside them

	isArticles bool
	whole      bool // the articles are those of the input, a file; the worker reads it
	articles   []article
	rows       []cutRow
	read       int // articles that could be used
	statements int

	encoded  bytes.Buffer
	err      error
	unusable []string // beside the statements given: why one cannot be used; "" if it can
	skipped  []skipped
	notices  []string
	bytes    int64 // read of the input, as stored
	done     chan struct{}
	written  chan struct{} // if not nil, closed when the chunk is written
}

// chunkStatements is how many statements make a chunk.
const chunkStatements = 256

// chunkBytes ends a chunk, too: of long texts it holds few, so that memory stays small.
const chunkBytes = 1 << 20

// all labels every input and writes the rows to out.
func (r *labelRun) all(ctx context.Context, inputs []*input, out *rowsOut) error {
	if err := out.begin(func(w io.Writer) error { return r.format.head(w, r.layout.header) }); err != nil {
		return err
	}
	r.unusable += out.unusable
	workers := runtime.GOMAXPROCS(0)
	work := make(chan *chunk, 2*workers)
	queue := make(chan *chunk, 4*workers)
	stop := make(chan struct{})
	var readErr error
	go func() {
		number := 0
		readErr = r.read(ctx, inputs, func(c *chunk) bool {
			c.done, c.number = make(chan struct{}), number
			c.replayed = number < out.chunks
			number++
			select {
			case queue <- c:
				work <- c
			case <-stop:
				return false
			}
			if c.written == nil {
				return true
			}
			select {
			case <-c.written:
				return true
			case <-stop:
				return false
			}
		})
		close(work)
		close(queue)
	}()
	var group sync.WaitGroup
	for range workers {
		group.Go(func() { r.work(work) })
	}
	err := r.write(ctx, queue, out)
	close(stop)
	if ctx.Err() != nil { // the reader may wait for input that never comes
		return ctx.Err()
	}
	for range queue { // let the reader end
	}
	group.Wait()
	return errors.Join(err, readErr)
}

// write writes the chunks in order, until ctx ends.
func (r *labelRun) write(ctx context.Context, queue <-chan *chunk, out *rowsOut) error {
	encoder := r.format.newEncoder(r.layout.header)
	defer r.meter.clear()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case c, ok := <-queue:
			if !ok {
				return nil
			}
			if err := r.writeChunk(c, encoder, out); err != nil {
				return err
			}
			if c.written != nil {
				close(c.written)
			}
		}
	}
}

func (r *labelRun) writeChunk(c *chunk, encoder rowEncoder, out *rowsOut) error {
	<-c.done
	if c.err != nil {
		return c.err
	}
	if c.isArticles {
		if rows := r.place(c); !c.replayed {
			if err := encoder.encode(&c.encoded, rows); err != nil {
				return err
			}
		}
	}
	r.report(c)
	r.meter.add(c)
	if c.replayed {
		return nil
	}
	if _, err := c.encoded.WriteTo(out); err != nil {
		return err
	}
	return out.saved(c.number+1, r.unusable-len(r.left))
}

// report counts and says what a chunk left out.
func (r *labelRun) report(c *chunk) {
	for _, s := range c.skipped {
		r.skip(s)
	}
	if c.replayed {
		return // said by the run that wrote it
	}
	for _, why := range c.unusable {
		if why != "" {
			r.complain(why)
		}
	}
	for _, n := range c.notices {
		r.notice(n)
	}
}

// A worker labels on one core.
type worker struct {
	labeller *stance.Labeller
	buffer   *bufio.Reader // to open files with
	encoder  rowEncoder
	rows     *rowBuffer
	labelled stance.Labelled
	evidence strings.Builder
	reasons  []classifier.Weight
}

// work labels chunks, and encodes those of statements.
func (r *labelRun) work(chunks <-chan *chunk) {
	w := &worker{labeller: r.model.NewLabeller(), buffer: bufio.NewReaderSize(nil, sniffed),
		encoder: r.format.newEncoder(r.layout.header), rows: newRows(len(r.layout.header))}
	for c := range chunks {
		switch {
		case c.isArticles:
			r.cutArticles(c, w)
		case !c.replayed:
			r.labelGiven(c, w)
		}
		close(c.done)
	}
}

// labelGiven labels and encodes statements of a table.
func (r *labelRun) labelGiven(c *chunk, w *worker) {
	w.rows.reset(len(c.given))
	kept := w.rows.kept[:0]
	for i := range c.given {
		w.labelled.Statement = c.given[i]
		w.labeller.LabelInto(&w.labelled)
		c.refuse(i, &w.labelled)
		if r.faint(&w.labelled) {
			continue
		}
		row := w.rows.cells[i]
		r.layout.copyCells(row, c, i)
		fill(row, &w.labelled, &w.evidence)
		r.explain(row, w)
		kept = append(kept, row)
	}
	w.rows.kept = kept
	c.err = w.encoder.encode(&c.encoded, kept)
	c.statements = len(c.given)
}

// refuse leaves a row that cannot be used without labels.
func (c *chunk) refuse(i int, l *stance.Labelled) {
	switch {
	case l.Flags.Has(datasets.FlagBadRow):
		l.Stance.Label, l.Sentiment.Label, l.Evidence = "", "", l.Evidence[:0]
	case l.Flags.Has(datasets.FlagEmpty):
		c.unusable[i] = fmt.Sprintf("%s:%d: the text has no words; fill the cell or delete the row", c.in.name, c.lines[i].Line)
	}
}

// rowBuffer is a block of cells that is used again and again.
type rowBuffer struct {
	width int
	cells [][]string
	kept  [][]string
}

func newRows(width int) *rowBuffer { return &rowBuffer{width: width} }

// reset makes room for n rows.
func (b *rowBuffer) reset(n int) {
	for len(b.cells) < n {
		b.cells = append(b.cells, make([]string, b.width))
	}
}
