package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"stance/articles/formats"
	"stance/datasets"
)

// chunkArticles is how many articles of a table make a chunk.
const chunkArticles = 16

// readRows reads a table of articles, chunk by chunk.
func (r *labelRun) readRows(ctx context.Context, in *input, s *stream, emit func(*chunk) bool) error {
	t := in.table
	if r.flags.textCol == "" {
		emit(&chunk{in: in, isArticles: true, notices: []string{in.name + ": no target column: every row is read as an article"}})
	}
	for n := 1; ctx.Err() == nil; {
		c := &chunk{in: in, isArticles: true}
		var err error
		for size := 0; len(c.articles) < chunkArticles && size < chunkBytes; n++ {
			var row datasets.Row
			if row, err = s.reader.Read(); errors.Is(err, io.EOF) || isFatal(err) {
				break
			}
			a := article{doc: fmt.Sprintf("%s#%d", in.doc, n), name: fmt.Sprintf("%s:%d", in.name, row.Line), cells: row.Cells}
			if err != nil {
				a.Problem = leftOut(a.name, err).reason
			}
			t.fill(&a)
			size += len(a.Text)
			c.articles = append(c.articles, a)
			err = nil
		}
		if len(c.articles) > 0 && !emit(c) {
			return nil
		}
		switch {
		case errors.Is(err, io.EOF):
			emit(&chunk{in: in, isArticles: true, notices: s.reader.Notices()})
			return nil
		case err != nil:
			return err
		}
	}
	return nil
}

// fill takes an article out of the cells of its row.
func (t *tableColumns) fill(a *article) {
	cell := func(i int) string {
		if i < 0 || i >= len(a.cells) {
			return ""
		}
		return a.cells[i]
	}
	if id := cell(t.id); strings.TrimSpace(id) != "" {
		a.doc = id
	}
	title := strings.TrimSpace(cell(t.about[0]))
	a.Date, a.Outlet, a.URL = cell(t.about[1]), cell(t.about[2]), cell(t.about[3])
	a.Put(title, cell(t.text))
	a.Broken = strings.Contains(a.Text, "\uFFFD")
	if strings.TrimSpace(a.Text) == "" && a.Problem == "" {
		a.Problem = "the text has no words; fill the cell or delete the row"
	}
}

// readLines reads a file with an article on every line. An empty line is none.
func (r *labelRun) readLines(ctx context.Context, in *input, s *stream, emit func(*chunk) bool) error {
	decoded, err := datasets.NewTextReader(in.name, s.in)
	if err != nil {
		return err
	}
	lines := bufio.NewReaderSize(decoded, sniffed)
	for n := 1; ctx.Err() == nil; {
		c := &chunk{in: in, isArticles: true}
		var err error
		for size := 0; err == nil && len(c.articles) < chunkArticles && size < chunkBytes; n++ {
			a := article{doc: fmt.Sprintf("%s#%d", in.doc, n), name: fmt.Sprintf("%s:%d", in.name, n)}
			a.Text, a.Problem, err = readLine(lines)
			a.Broken = strings.Contains(a.Text, "\uFFFD")
			size += len(a.Text)
			if strings.TrimSpace(a.Text) != "" || a.Problem != "" {
				c.articles = append(c.articles, a)
			}
		}
		if err != nil {
			c.notices = decoded.Notices()
		}
		if !emit(c) || err == io.EOF {
			return nil
		}
		if err != nil {
			return unreadable(in.name, err)
		}
	}
	return nil
}

// maxLine is the longest line that is an article, in bytes.
const maxLine = 4 << 20

// readLine returns the next line, or why it cannot be used.
func readLine(in *bufio.Reader) (line, problem string, err error) {
	var long []byte
	for {
		part, err := in.ReadSlice('\n')
		if len(long) <= maxLine {
			long = append(long, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		line = strings.ToValidUTF8(strings.TrimRight(string(long), "\r\n"), "\uFFFD")
		switch {
		case len(long) > maxLine:
			return "", fmt.Sprintf("the line is over %d MB", maxLine>>20), err
		case strings.IndexByte(line, 0) >= 0:
			return "", "a NUL byte; remove it", err
		}
		return line, "", err
	}
}

// readFile reads the articles of a file, by the worker that cuts them.
func (r *labelRun) readFile(c *chunk, w *worker) {
	s := c.in.once
	if s == nil {
		var err error
		if s, err = r.program.openStream(c.in.path, w.buffer); err != nil {
			c.skipped = append(c.skipped, skipped{file: c.in.name, reason: err.Error(), line: err.Error() + "; skipped"})
			return
		}
		defer s.Close()
	}
	data, err := io.ReadAll(io.LimitReader(s.in, formats.MaxBytes+1))
	switch {
	case err != nil:
		c.skip(c.in.name, reason(err))
		return
	case len(data) > formats.MaxBytes:
		c.skip(c.in.name, fmt.Errorf("over %d MB; split it, or write one article a line and use --per-line", formats.MaxBytes>>20))
		return
	}
	all, notices, err := formats.Read(c.in.format, data)
	if err != nil {
		c.skip(c.in.name, err)
		return
	}
	for _, n := range notices {
		c.notices = append(c.notices, c.in.name+": "+n)
	}
	for i, a := range all {
		one := article{Article: a, doc: c.in.doc, name: c.in.name}
		if c.in.format == formats.Feed {
			one.doc, one.name = fmt.Sprintf("%s#%d", c.in.doc, i+1), fmt.Sprintf("%s, item %d", c.in.name, i+1)
		}
		c.articles = append(c.articles, one)
	}
}
