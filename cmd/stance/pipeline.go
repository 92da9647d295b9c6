package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"

	"stance"
	"stance/datasets"
)

// A chunk is a piece of work: statements to label and rows to encode. Workers take
// chunks as they come; they are written in the order in which they were read.
type chunk struct {
	in         *input
	statements []datasets.Statement
	rows       []datasets.Row // beside statements; nil for an article
	encoded    bytes.Buffer
	err        error
	unusable   []string // beside statements, or of the input as a whole: why it cannot be used; "" if it can
	notices    []string
	done       chan struct{}
}

// chunkStatements is how many statements make a chunk.
const chunkStatements = 256

// chunkBytes ends a chunk, too: of long texts it holds few, so that memory stays small.
const chunkBytes = 1 << 20

// all labels every input and writes the rows to w.
func (r *labelRun) all(ctx context.Context, inputs []*input, w io.Writer) error {
	if err := r.format.head(w, r.layout.header); err != nil {
		return err
	}
	workers := runtime.GOMAXPROCS(0)
	work := make(chan *chunk, 2*workers)
	queue := make(chan *chunk, 4*workers)
	stop := make(chan struct{})
	var readErr error
	go func() {
		readErr = r.read(ctx, inputs, func(c *chunk) bool {
			c.done = make(chan struct{})
			select {
			case queue <- c:
				work <- c
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
	err := r.write(ctx, queue, w)
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
func (r *labelRun) write(ctx context.Context, queue <-chan *chunk, w io.Writer) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case c, ok := <-queue:
			if !ok {
				return nil
			}
			if err := r.writeChunk(c, w); err != nil {
				return err
			}
		}
	}
}

func (r *labelRun) writeChunk(c *chunk, w io.Writer) error {
	<-c.done
	if c.err != nil {
		return c.err
	}
	for _, why := range c.unusable {
		if why != "" {
			r.complain(why)
		}
	}
	for _, n := range c.notices {
		r.program.say("%s", n)
	}
	_, err := c.encoded.WriteTo(w)
	return err
}

// read cuts the inputs into chunks and hands them to emit until that returns false.
func (r *labelRun) read(ctx context.Context, inputs []*input, emit func(*chunk) bool) error {
	for _, in := range inputs {
		var err error
		if in.reader != nil {
			err = r.readStatements(ctx, in, emit)
		} else {
			r.readArticle(in, emit)
		}
		if err != nil || ctx.Err() != nil {
			return errors.Join(err, ctx.Err())
		}
	}
	return nil
}

// readStatements reads rows of statements, chunk by chunk. A row that cannot be
// used is kept and flagged.
func (r *labelRun) readStatements(ctx context.Context, in *input, emit func(*chunk) bool) error {
	for ctx.Err() == nil {
		c := &chunk{in: in}
		var err error
		for size := 0; len(c.statements) < chunkStatements && size < chunkBytes; {
			var row datasets.Row
			if row, err = in.reader.Read(); errors.Is(err, io.EOF) || isFatal(err) {
				break
			}
			s, bad := in.reader.Statement(row)
			why := ""
			if err = errors.Join(err, bad); err != nil {
				why = err.Error()
				s.Flags |= datasets.FlagBadRow
			}
			size += len(s.Text)
			c.statements, c.rows, c.unusable = append(c.statements, s), append(c.rows, row), append(c.unusable, why)
			err = nil
		}
		if len(c.statements) > 0 && !emit(c) {
			return nil
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
	}
	emit(&chunk{in: in, notices: in.reader.Notices()})
	return nil
}

// isFatal reports whether nothing can be read after the error.
func isFatal(err error) bool {
	var bad *datasets.RowError
	return err != nil && (!errors.As(err, &bad) || bad.Fatal)
}

// work labels and encodes chunks.
func (r *labelRun) work(chunks <-chan *chunk) {
	labeller := r.model.NewLabeller()
	encoder := r.format.newEncoder(r.layout.header)
	rows := newRows(len(r.layout.header))
	var l stance.Labelled
	var evidence strings.Builder
	for c := range chunks {
		rows.reset(len(c.statements))
		for i := range c.statements {
			l.Statement = c.statements[i]
			labeller.LabelInto(&l)
			c.refuse(i, &l)
			r.layout.copyCells(rows.cells[i], c, i)
			fill(rows.cells[i], &l, &evidence)
		}
		c.err = encoder.encode(&c.encoded, rows.cells[:len(c.statements)])
		close(c.done)
	}
}

// refuse leaves a row that cannot be used without labels.
func (c *chunk) refuse(i int, l *stance.Labelled) {
	switch {
	case c.rows == nil:
	case l.Flags.Has(datasets.FlagBadRow):
		l.Stance.Label, l.Sentiment.Label, l.Evidence = "", "", l.Evidence[:0]
	case l.Flags.Has(datasets.FlagEmpty):
		c.unusable[i] = fmt.Sprintf("%s:%d: the text has no words; fill the cell or delete the row", c.in.name, c.rows[i].Line)
	}
}

// echoed are our columns that keep the input's value where we have none.
var echoed = []int{colSentence, colSourceHow, colCharStart, colCharEnd}

// copyCells writes the input's other cells of row i.
func (l *layout) copyCells(row []string, c *chunk, i int) {
	clear(row)
	if c.rows == nil {
		return
	}
	cells := c.rows[i].Cells
	for j, at := range l.places[c.in] {
		if at >= 0 && j < len(cells) {
			row[at] = cells[j]
		}
	}
	for _, col := range echoed {
		if j := c.in.reader.Column(datasets.LabelHeader[col]); j >= 0 && j < len(cells) {
			row[col] = cells[j]
		}
	}
}

// rowBuffer is a block of cells that is used again and again.
type rowBuffer struct {
	width int
	cells [][]string
}

func newRows(width int) *rowBuffer { return &rowBuffer{width: width} }

// reset makes room for n rows.
func (b *rowBuffer) reset(n int) {
	for len(b.cells) < n {
		b.cells = append(b.cells, make([]string, b.width))
	}
}
