package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"stance/datasets"
)

// read cuts the inputs into chunks and hands them to emit until that returns false.
func (r *labelRun) read(ctx context.Context, inputs []*input, emit func(*chunk) bool) error {
	behindArticles := false
	for _, in := range inputs {
		if in.kind == articleFile {
			emit(&chunk{in: in, isArticles: true, whole: true, bytes: in.size})
			behindArticles = true
		} else {
			if behindArticles && in.kind == statementTable { // ids are made in the order of the output
				emit(&chunk{in: in, written: make(chan struct{})})
			}
			behindArticles = in.kind != statementTable
			if err := r.readInside(ctx, in, emit); err != nil {
				return err
			}
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// readInside reads an input that holds many statements or articles. One that stands in
// a folder is left out from where it cannot be read.
func (r *labelRun) readInside(ctx context.Context, in *input, emit func(*chunk) bool) error {
	s := in.once
	err := error(nil)
	if s == nil {
		if s, err = r.program.openStream(in.path, nil); err == nil {
			defer s.Close()
		}
	}
	if err == nil && in.kind != articleLines && s.reader == nil {
		s.reader, err = datasets.NewReader(in.name, s.in)
	}
	if err == nil && in.kind != articleLines && len(s.reader.Header()) != len(in.table.names) {
		err = fmt.Errorf("%s: the header has changed while the file was read", in.name)
	}
	if err == nil {
		switch in.kind {
		case articleTable:
			err = r.readRows(ctx, in, s, emit)
		case articleLines:
			err = r.readLines(ctx, in, s, emit)
		default:
			err = r.readStatements(ctx, in, s.reader, emit)
		}
	}
	end := &chunk{in: in, isArticles: in.kind != statementTable, bytes: in.size}
	if err != nil && in.found && ctx.Err() == nil {
		s := leftOut(in.name, err)
		s.reason += "; the rest of the file is left out"
		end.skipped = append(end.skipped, s)
		err = nil
	}
	if err == nil {
		emit(end)
	}
	return err
}

// readStatements reads rows of statements, chunk by chunk. A row that cannot be
// used is kept and flagged.
func (r *labelRun) readStatements(ctx context.Context, in *input, reader *datasets.Reader, emit func(*chunk) bool) error {
	reader.IDs, reader.KeepEmpty = &r.ids, true
	rows := 0
	for ctx.Err() == nil {
		c := &chunk{in: in}
		var err error
		for size := 0; len(c.given) < chunkStatements && size < chunkBytes; {
			var row datasets.Row
			if row, err = reader.Read(); errors.Is(err, io.EOF) || isFatal(err) {
				break
			}
			s, bad := reader.Statement(row)
			why := ""
			if err = errors.Join(err, bad); err != nil {
				why = err.Error()
				s.Flags |= datasets.FlagBadRow
			}
			size += len(s.Text)
			c.given, c.lines, c.unusable = append(c.given, s), append(c.lines, row), append(c.unusable, why)
			err = nil
		}
		rows += len(c.given)
		if len(c.given) > 0 && !emit(c) {
			return nil
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
	}
	emit(&chunk{in: in, notices: append(reader.Notices(), in.amongArticles(rows)...)})
	return nil
}

// isFatal reports whether nothing can be read after the error.
func isFatal(err error) bool {
	var bad *datasets.RowError
	return err != nil && (!errors.As(err, &bad) || bad.Fatal)
}
